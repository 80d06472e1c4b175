"""The demo: the very same application on a sandbox, with a clock that can be moved and a sample programme."""
