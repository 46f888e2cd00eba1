"""Charts at measured positions; no chart carries a figure that is not printed (REPORT-DESIGN 6)."""
