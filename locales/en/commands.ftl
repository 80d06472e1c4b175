command-menu = Menu: what you can do
command-help = How this bot works
command-cancel = Stop and go back to the menu
command-language = Language · Язык
command-privacy = Your data and consent
