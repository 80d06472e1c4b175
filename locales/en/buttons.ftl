menu-button = Menu
back-button = Back
page-before = ‹ Previous
page-after = Next ›
item-button = { $title }
menu-unexpected = Sorry, I could not make out that message. Everything you can do is in the menu.
