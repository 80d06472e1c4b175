"""Keeping what a programme knows: copies of its database, and the way back from one."""
