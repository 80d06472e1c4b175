"""Coming in, the mentor's card, settings and privacy, and what curators do with people. Put together in router.py."""
