"""Pairs: offers, agreement, making pairs, their card. Put together in router.py."""
