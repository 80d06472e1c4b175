"""Papers: a mentor's statement, the head's orders, the monthly report. Put together in router.py."""
