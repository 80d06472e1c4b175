"""The menu and the commands. Put together in router.py."""
