"""A mentee's request for a mentor: who asked, for what, its queue and its outcome."""
