"""The floor that talks: dialogs, buttons and notices that people receive."""
