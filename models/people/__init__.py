"""Organisations, persons, accounts, roles, invitations, consents, mentors' cards."""
