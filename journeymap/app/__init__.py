"""The one door in: commands and options go to the command line without Qt, all else opens the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

COMMANDS = frozenset({"report", "check", "export", "import", "compare", "merge", "new", "selftest"})


def main(argv: Sequence[str] | None = None) -> int:
    """Run `journeymap [command …]` or `journeymap [FILE]`; returns the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        from journeymap.cli.main import main as command  # noqa: PLC0415 - Qt and cli never meet

        return command(arguments)
    from journeymap.app.quiet import load_quietly  # noqa: PLC0415 - Qt is not for commands

    load_quietly()
    from journeymap.app.editor import run  # noqa: PLC0415

    return run(arguments)
