"""One class a gesture: it begins, moves, ends in one verb, or is called off without a trace."""
