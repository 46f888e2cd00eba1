"""The report as one web page: the same content in the same order, read on any screen, without a script."""
