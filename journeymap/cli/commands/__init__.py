"""One module a command, each with `run(run) -> exit status`."""
