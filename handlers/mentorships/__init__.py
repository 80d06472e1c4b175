"""Offers, making pairs, and one pair from the approval to its end. Put together in router.py."""
