"""Pairs: proposal, agreement of all sides, approval, trial, closing."""
