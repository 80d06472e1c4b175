"""Forms in the message itself, calls for the curator. Put together in router.py."""
