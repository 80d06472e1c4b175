"""The week, the digest, the signals. Put together in router.py."""
