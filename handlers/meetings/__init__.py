"""Planning, reminders, the record, the diary. Put together in router.py."""
