"""The line: the one place to write, and the strips that take its place to ask."""
