menu-button = Menu
back-button = Back
menu-unexpected = Sorry, I could not make out that message. Everything you can do is in the menu.
