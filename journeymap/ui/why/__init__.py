"""Why it is so: every place and every wall explained in plain words, shown only when asked for."""
