"""A disk whose power can be cut: ext4 in a file on a loop device, as it was when the current went.

What stands in the backing file is what the disk held; a copy of it, mounted, replays the disk's own
journal as after a power cut. Needs root and loop devices.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = 24_000_000
"""Bytes of the disk."""
OPTIONS = "loop,noauto_da_alloc,commit=1"
"""ext4 without its kindness to programs that rename without syncing, writing out every second."""


class NoDiskError(Exception):
    """This computer lets us make no disk; the text says what it lacks."""


class Disk:
    """A mounted disk at `here`."""

    def __init__(self, folder: Path) -> None:
        self._image, self._copy = folder / "disk.img", folder / "after.img"
        self.here, self._after = folder / "disk", folder / "after"
        for place in (self.here, self._after):
            place.mkdir(parents=True)

    def plug_in(self) -> None:
        """Make the disk and mount it; NoDiskError where that cannot be done."""
        for program in ("mkfs.ext4", "mount", "umount"):
            if shutil.which(program) is None:
                raise NoDiskError(program)
        with self._image.open("wb") as stream:
            stream.truncate(SIZE)
        _run("mkfs.ext4", "-q", "-F", "-O", "^metadata_csum_seed", str(self._image))
        _run("mount", "-o", OPTIONS, str(self._image), str(self.here))

    def unplug(self) -> None:
        """Take the disk away."""
        subprocess.run(["umount", str(self.here)], capture_output=True, check=False)

    @contextmanager
    def after_the_cut(self) -> Iterator[Path]:
        """The disk as the next start finds it, had the power gone now."""
        shutil.copyfile(self._image, self._copy)
        _run("mount", "-o", "loop", str(self._copy), str(self._after))
        try:
            yield self._after
        finally:
            _run("umount", str(self._after))


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoDiskError(f"{command[0]}: {done.stderr.strip()[-200:]}")


class Worker:
    """Does piece after piece of work in a process of its own, telling before and after each."""

    def __init__(self, work: Callable[[int], None]) -> None:
        reading, writing = os.pipe()
        self.begun = self.done = 0
        self._pid = os.fork()
        if self._pid == 0:
            _work_for_ever(work, writing)
        os.close(writing)
        os.set_blocking(reading, False)
        self._reading, self._rest = reading, b""

    def stop(self) -> None:
        """Hold it where it is; `begun` and `done` say how far it has come."""
        os.kill(self._pid, signal.SIGSTOP)
        os.waitpid(self._pid, os.WUNTRACED)
        while True:
            try:
                told = os.read(self._reading, 65536)
            except BlockingIOError:
                break
            if not told:
                raise RuntimeError("the worker ended by itself")
            *lines, self._rest = (self._rest + told).split(b"\n")
            for line in lines:
                if line[:1] == b"(":
                    self.begun = int(line[1:])
                else:
                    self.done = int(line[1:])

    def go_on(self) -> None:
        """Let it work again."""
        os.kill(self._pid, signal.SIGCONT)

    def end(self) -> None:
        """Kill it."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._reading)


def _work_for_ever(work: Callable[[int], None], writing: int) -> None:
    try:
        number = 0
        while True:
            number += 1
            os.write(writing, b"(%d\n" % number)
            work(number)
            os.write(writing, b")%d\n" % number)
    finally:
        os._exit(1)
