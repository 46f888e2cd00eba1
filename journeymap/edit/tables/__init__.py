"""What a table of somebody else's tells: its headings matched, its rows read as steps (no files here)."""
