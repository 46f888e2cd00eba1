"""The window: bar, lists, map, details and the line, around one open journey."""
