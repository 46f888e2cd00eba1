#!/usr/bin/env python3
"""Set journeymap up and start it: `python3 start.py`, or `python3 start.py test`.

Standard library only, because it runs before anything is installed. The first run makes `.venv`,
installs what the lock files name (and, on Debian as root, the system libraries Qt needs); later
runs find the stamp and start at once. Set-up messages go to stderr, so that the output of
`python3 start.py check FILE --json` stays clean.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

TOP = Path(__file__).resolve().parent
VENV = TOP / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
SAMPLE = TOP / "samples" / "hotel.journey"

QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libbrotlidec.so.1": "libbrotli1",
}
"""Needed even without a screen."""
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""Needed by a real window under X11."""
TEST_PROGRAMS = {"Xvfb": "xvfb", "xauth": "xauth"}

Command = list[str]


def say(words: str) -> None:
    """A set-up message: never on stdout."""
    print(words, file=sys.stderr, flush=True)


def missing_packages(testing: bool) -> list[str]:
    """Debian packages that this Linux lacks; nothing elsewhere."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = QT_LIBRARIES | (WINDOW_LIBRARIES if testing or has_display() else {})
    packages = [package for library, package in wanted.items() if not loads(library)]
    if testing:
        packages += [p for program, p in TEST_PROGRAMS.items() if not shutil.which(program)]
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        packages.append("python3-venv")
    return packages


def loads(library: str) -> bool:
    """Whether the system finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_display() -> bool:
    """Whether a window can be shown (or somebody said how Qt shall draw)."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def install_packages(packages: list[str], required: bool) -> None:
    """Install with apt where we may; otherwise say the one line that does it."""
    line: Command = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    if not (shutil.which("apt-get") and os.geteuid() == 0):
        say("These system packages are missing. Please run:\n  sudo " + " ".join(line))
        if required:
            sys.exit(2)
        return
    say("Installing system packages: " + " ".join(packages))
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=quiet, stdout=sys.stderr, check=False)
    if subprocess.run(line, env=quiet, stdout=sys.stderr, check=False).returncode and required:
        sys.exit("The system packages could not be installed. The lines above say why.")


def lock_files(names: Iterable[str]) -> list[Path]:
    """The lock files of the program and of what is asked for besides."""
    return [TOP / "requirements.txt", *(TOP / f"requirements-{name}.txt" for name in names)]


def set_up(*extras: str) -> None:
    """Make or renew `.venv` until it holds exactly what the lock files say."""
    locks = lock_files(extras)
    wanted = {lock.name: hashlib.sha256(lock.read_bytes()).hexdigest() for lock in locks}
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    if PYTHON.exists() and all(stamp(name) == f"{here} {digest}" for name, digest in wanted.items()):
        return
    if not works(PYTHON, here):
        say("Setting up in .venv (once, about a minute) …")
        shutil.rmtree(VENV, ignore_errors=True)
        run([sys.executable, "-m", "venv", str(VENV)], "The virtual environment could not be made.")
    install = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes"]
    for lock in locks:
        install += ["-r", str(lock)]
    say("Installing what requirements.txt names …")
    run(install, "The packages could not be installed. Is the network there?")
    for name, digest in wanted.items():
        (VENV / f"{name}.stamp").write_text(f"{here} {digest}", encoding="utf-8")


def stamp(name: str) -> str:
    """Which lock was installed last; empty when none was."""
    path = VENV / f"{name}.stamp"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def works(python: Path, version: str) -> bool:
    """Whether the environment's Python starts, has pip and is the version we run under."""
    if not python.exists():
        return False
    ask = "import pip, sys; print('%d.%d' % sys.version_info[:2])"
    answer = subprocess.run([str(python), "-c", ask], capture_output=True, text=True, check=False)
    return answer.returncode == 0 and answer.stdout.strip() == version


def run(command: Command, failure: str) -> None:
    """Run a step of the set-up; leave with a sentence if it fails."""
    if subprocess.run(command, stdout=sys.stderr, check=False).returncode:
        sys.exit(failure)


def environment(**more: str) -> Mapping[str, str]:
    """The child's environment: finds the package in this folder, writes UTF-8."""
    path = os.pathsep.join(filter(None, [str(TOP), os.environ.get("PYTHONPATH", "")]))
    return {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", **more}


def python(*arguments: str, **more: str) -> int:
    """Run the environment's Python and give its exit status."""
    return subprocess.run([str(PYTHON), *arguments], env=environment(**more), check=False).returncode


def test(arguments: list[str]) -> int:
    """Lint, types, then the whole suite, without a screen; stops at the first that fails."""
    steps: list[tuple[str, Command]] = [
        ("Lint", ["-m", "ruff", "check", str(TOP)]),
        ("Format", ["-m", "ruff", "format", "--check", str(TOP)]),
        ("Types", ["-m", "mypy", "--config-file", str(TOP / "pyproject.toml")]),
        ("Tests", ["-m", "pytest", "-q", "-rs", "-n", "auto", "-m", "not soak", *arguments]),
    ]
    os.chdir(TOP)
    for name, command in steps:
        say(f"── {name}")
        status = python(*command, QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"))
        if status:
            say(f"{name} failed.")
            return status
    return 0


def open_editor() -> int:
    """The editor on a sample; with no screen, the sample's report instead."""
    if has_display():
        return python("-m", "journeymap", str(SAMPLE))
    target = Path(tempfile.gettempdir()) / "journeymap-hotel.pdf"
    status = python("-m", "journeymap", "report", str(SAMPLE), "-o", str(target))
    if status == 0:
        print(f"There is no screen here, so the sample's report was written instead: {target}")
    return status


def main(arguments: list[str]) -> int:
    """Open the editor, or do what the first word says: test, soak, bench, release; pass on the rest.

    `soak --share 0.01` runs a hundredth of it.
    """
    if sys.version_info < (3, 11):  # noqa: UP036 - the one place an older Python arrives at
        sys.exit(f"journeymap needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    word, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    extras = {"test": ["test"], "soak": ["test"], "release": ["test", "release"]}.get(word, [])
    packages = missing_packages(testing=bool(extras))
    if packages:
        needed = {*QT_LIBRARIES.values(), "python3-venv"}
        install_packages(packages, required=bool(needed & set(packages)))
    set_up(*extras)
    if word == "test":
        return test(rest)
    if word == "soak":
        os.chdir(TOP)
        return python("-m", "pytest", "-q", "-s", "-rs", "-m", "soak", *rest, QT_QPA_PLATFORM="offscreen")
    if word == "bench":
        os.chdir(TOP)
        return python("-m", "benchmarks", *rest)
    if word == "release":
        return python(str(TOP / "scripts" / "release.py"), *rest)
    return python("-m", "journeymap", *arguments) if arguments else open_editor()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
