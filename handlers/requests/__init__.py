"""A mentee's request: asking, following it, deciding on it. Put together in router.py."""
