"""The curator's registers in chat: filtered lists, tables to take away, missing data, lists that come in."""
