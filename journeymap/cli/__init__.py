"""The command line: check, report, export and the rest, without a window (FORMAT 5)."""
