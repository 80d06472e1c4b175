"""The post-meeting form and what its answers lead to."""
