"""Make report: what, for whom, with which sections; the true pages beside the choices; saved or printed."""
