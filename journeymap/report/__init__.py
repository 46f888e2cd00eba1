"""The manager's report: one PDF whose first page decides."""
