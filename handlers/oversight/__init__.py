"""A school's week, and what needs an eye. Put together in router.py."""
