"""What every command shares: the arguments, the words, the file that was read, the file to write."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from journeymap.cli.problem import Problem
from journeymap.i18n import LANGUAGES, N_, Catalogue, catalogue
from journeymap.model.journey import Journey
from journeymap.storage import files
from journeymap.storage.files import Loaded


def spoken_language() -> str:
    """The language of the machine, for messages of a run that names none."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        said = os.environ.get(name, "")[:2].lower()
        if said:
            return {"no": "nb", "nn": "nb"}.get(said, said if said in LANGUAGES else "en")
    return "en"


@dataclass(frozen=True)
class Run:
    """One call of the program: its arguments, and the catalogue its messages are said in."""

    arguments: argparse.Namespace
    t: Catalogue

    @property
    def source(self) -> Path:
        """The map that the command reads."""
        return Path(self.arguments.file)

    def words_of(self, journey: Journey) -> Catalogue:
        """The language of what is written: --lang, else the map's, else the machine's."""
        return catalogue(self.arguments.lang or journey.head.language or self.t.language)

    def load(self, path: Path | None = None) -> Loaded:
        """Read a map; says on stderr when it was made by a newer version."""
        loaded = files.load(path or self.source)
        if loaded.read_only:
            self.note(N_("{file} was made in a newer version. What this version knows is used."), path)
        return loaded

    def note(self, message: str, path: Path | None = None) -> None:
        """A remark beside the result: on stderr, never on stdout."""
        print(self.t(message, file=(path or self.source).name), file=sys.stderr)

    def target(self) -> Path:
        """The file to write: never the file that is read, always in a folder that exists."""
        return self.writable(Path(self.arguments.output))

    def writable(self, target: Path) -> Path:
        """A path that this run may write to; a Problem says why it may not."""
        if target.is_dir():
            raise Problem(N_("{file} is a folder. Name a file in it."), file=target)
        if not target.parent.is_dir():
            raise Problem(N_("The folder {folder} does not exist."), folder=target.parent)
        for read in self._read():
            if target.exists() and _same(target, Path(read)):
                raise Problem(N_("{file} is read by the same command. Name another file."), file=target)
        return target

    def _read(self) -> list[str]:
        """Every file that the command reads."""
        names = ("file", "base", "one", "other", "since", "to_be")
        said = [getattr(self.arguments, name, None) for name in names]
        return [*filter(None, said), *getattr(self.arguments, "sources", ())]


def _same(one: Path, other: Path) -> bool:
    return other.exists() and one.samefile(other)
