"""The post-meeting form and calls for help. Put together in router.py."""
