"""Who has a map open: a small file beside it that advises and never forbids."""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from journeymap.storage import processes
from journeymap.storage.own_files import read_own, write_own

BEAT = 15.0
"""Seconds between two signs of life."""
EXPIRES = 60.0
"""Seconds without a sign of life after which nobody is there any more."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the map open ("" = a name was not given), on which computer, since when (UTC)."""

    who: str
    host: str
    since: datetime


class Lock:
    """The advisory lock of one open map. A folder that takes no lock file is simply not locked."""

    def __init__(self, path: str | os.PathLike[str], who: str = "") -> None:
        target = Path(os.path.realpath(path))
        self.file = target.with_name(f".{target.name}.lock")
        pid = os.getpid()
        self._mark = {"who": who, "host": processes.host(), "pid": pid, "began": processes.began(pid)}
        self._since = datetime.now(UTC).isoformat(timespec="seconds")
        self.is_ours = False

    def holder(self) -> Holder | None:
        """Who else has the map open now."""
        said = self._said()
        if not said or self._is_me(said) or not _is_living(said):
            return None
        return Holder(str(said.get("who", "")), str(said.get("host", "")), _moment(said.get("since")))

    def acquire(self, *, anyway: bool = False) -> Holder | None:
        """Takes the lock and gives None, or gives who has it; `anyway` takes it over from them."""
        other = self.holder()
        if other is not None and not anyway:
            return other
        self.is_ours = True
        self.beat()
        return None

    def beat(self) -> None:
        """A sign of life, every BEAT seconds; stops by itself when somebody took the lock over."""
        if not self.is_ours:
            return
        said = self._said()
        if said and _is_living(said) and not self._is_me(said) and said.get("since", "") > self._since:
            self.is_ours = False
            return
        write_own(self.file, {**self._mark, "since": self._since, "beat": time.time()})

    def release(self) -> None:
        """Takes the lock file away, if it still is ours."""
        if self.is_ours and self._is_me(self._said()):
            with contextlib.suppress(OSError):
                self.file.unlink(missing_ok=True)
        self.is_ours = False

    def _said(self) -> dict[str, Any]:
        return read_own(self.file) if self.file.exists() else {}

    def _is_me(self, said: dict[str, Any]) -> bool:
        return all(said.get(name) == self._mark[name] for name in ("host", "pid", "began"))


def _is_living(said: dict[str, Any]) -> bool:
    """A process of this computer can be asked; of another one only the last sign of life tells."""
    pid, beat = said.get("pid"), said.get("beat")
    if said.get("host") == processes.host() and isinstance(pid, int):
        return processes.is_running(pid) and processes.began(pid) == said.get("began", "")
    return isinstance(beat, int | float) and abs(time.time() - beat) < EXPIRES


def _moment(text: Any) -> datetime:
    with contextlib.suppress(ValueError):
        moment = datetime.fromisoformat(str(text))
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return datetime.fromtimestamp(0, UTC)
