"""The door of the command line: reads the arguments, runs one command, answers 0, 1 or 2."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from journeymap.cli.arguments import parser
from journeymap.cli.problem import Problem
from journeymap.cli.run import Run, spoken_language
from journeymap.i18n import LANGUAGES, Catalogue, catalogue
from journeymap.storage.errors import StorageError

COMMANDS: Mapping[str, str] = {
    "report": "report",
    "check": "check",
    "export": "export",
    "import": "importing",
    "compare": "compare",
    "merge": "merge",
    "new": "new",
    "selftest": "selftest",
}
"""Command → its module in `cli.commands`, imported only when it is run."""

STOPPED = 130
"""What a shell answers for a program that was stopped with Ctrl+C: 128 and the signal's number."""


def main(arguments: Sequence[str]) -> int:
    """Run one command. 0 done; 1 the answer is no; 2 bad usage or bad input, said in a sentence."""
    _use_utf8()
    t = catalogue(_said_language(arguments) or spoken_language())
    try:
        return _dispatch(arguments, t)
    except (Problem, StorageError) as problem:
        print(f"journeymap: {problem.sentence(t)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("journeymap:", t("Stopped."), file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        with contextlib.suppress(OSError):
            sys.stdout.close()
        return 0


def _dispatch(arguments: Sequence[str], t: Catalogue) -> int:
    said = parser(t).parse_args(list(arguments))
    module = import_module(f"journeymap.cli.commands.{COMMANDS[said.command]}")
    command: Callable[[Run], int] = module.run
    return command(Run(said, t))


def _said_language(arguments: Sequence[str]) -> str | None:
    """What --lang says, before the rest is understood: messages about bad usage follow it too."""
    for word, following in zip(arguments, [*arguments[1:], ""], strict=False):
        value = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and value in LANGUAGES:
            return value
    return None


def _use_utf8() -> None:
    """å, ä, ö and – survive a terminal or pipe that is set to something narrower."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
