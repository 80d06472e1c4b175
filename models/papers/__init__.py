"""Papers that a programme needs: a mentor's statement of activity, the head's orders, reports and lists."""
