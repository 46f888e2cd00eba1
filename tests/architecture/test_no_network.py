"""The program reaches no network: the guard of the test run bites, and the real program is watched."""

from __future__ import annotations

import _socket
import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import no_network
import pytest

TOP = Path(__file__).resolve().parents[2]
HOTEL = TOP / "samples" / "hotel.journey"


@pytest.fixture
def tried() -> Iterator[None]:
    """What these tests try on purpose is not told at the end of the run."""
    yield
    no_network.OPENED.clear()


def low_level() -> None:
    _socket.socket(socket.AF_INET, socket.SOCK_STREAM)


def by_name() -> None:
    socket.getaddrinfo("localhost", 80)


@pytest.mark.parametrize(
    "attempt",
    [socket.socket, low_level, by_name, lambda: socket.create_connection(("127.0.0.1", 9), 0.1),
     lambda: socket.socket(socket.AF_INET6), lambda: socket.gethostbyname("localhost")],
)  # fmt: skip
def test_every_way_to_the_network_is_closed(attempt: Callable[[], object], tried: None) -> None:
    with pytest.raises(no_network.NetworkError):
        attempt()
    assert no_network.OPENED


def test_a_library_that_swallows_the_error_is_found_out(tried: None) -> None:
    with contextlib.suppress(Exception):
        socket.socket()
    assert no_network.OPENED


def test_ends_within_the_computer_are_let_pass() -> None:
    one, other = socket.socketpair()
    one.close()
    other.close()
    assert not no_network.OPENED


WINDOW = """
import os, signal, sys, threading
from journeymap.app import editor
threading.Timer(4, os.kill, (os.getpid(), signal.SIGTERM)).start()
sys.exit(editor.run([sys.argv[1]]))
"""


def traced(arguments: list[str], folder: Path) -> str:
    """Every call that has to do with sockets while the program runs, its children's too."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("SKIPPED HARNESS: watching the program's system calls needs strace")
    log = folder / "calls"
    environment = {**os.environ, "PYTHONPATH": str(TOP), "QT_QPA_PLATFORM": "offscreen"}
    environment |= {"JOURNEYMAP_HOME": str(folder / "home")}
    done = subprocess.run(
        [strace, "-f", "-qq", "-e", "trace=socket,connect", "-o", str(log), sys.executable, *arguments],
        env=environment, check=False, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    if "ptrace" in done.stderr.lower() and not log.exists():
        pytest.skip("SKIPPED HARNESS: this computer does not let programs be watched")
    assert done.returncode == 0, done.stderr
    return log.read_text()


@pytest.mark.qt
@pytest.mark.parametrize("what", ["report", "window"])
def test_the_real_program_opens_no_socket(what: str, tmp_path: Path) -> None:
    report = ["-m", "journeymap", "report", str(HOTEL), "-o", str(tmp_path / "a.pdf")]
    calls = traced(report if what == "report" else ["-c", WINDOW, str(HOTEL)], tmp_path)
    assert not re.findall(r"socket\((?!AF_UNIX)\w+", calls)
    assert not re.findall(r"connect\(\d+, \{sa_family=(?!AF_UNIX)\w+", calls)
