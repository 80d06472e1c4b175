"""The floor that knows: tables, rules and use cases of a mentoring programme. It knows no messenger."""
