error-no-access = Only the people concerned and the curator can see this. If that seems wrong, write to your school’s curator.
error-gone = This is no longer here. Open the menu: /menu
error-state = This has already been decided. The menu shows how things stand: /menu
error-name = Please write your name in letters, surname first, for example: Kuznetsova Olga
error-stale-window = That screen is out of date; here is a fresh menu.
error-unforeseen = Something went wrong, and we are looking into it. What was saved is safe: open /menu and try again.
error-stale-button = This button no longer works. Open the menu: /menu
