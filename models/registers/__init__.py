"""The curator's registers: people, pairs and requests filtered, what is missing in them, and how a list comes in."""
