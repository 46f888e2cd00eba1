"""The table twin: the map as sheets to be worked in with a spreadsheet's habits."""
