"""The first page: what it costs, what is asked, the five worst frictions and how sure we are."""
