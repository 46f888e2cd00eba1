"""Everything the window can do, as data: a name, keys, a call. Menus and Ctrl+K read this."""
