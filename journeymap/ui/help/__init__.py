"""The guide inside the program: its pages, the window that shows them, the page that fits a place."""
