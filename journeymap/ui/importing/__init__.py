"""Bringing in tables of other programs: match the columns, see what comes, then let it come."""
