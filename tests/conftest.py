"""What all tests share: `-m "not qt"` runs where neither PySide6 nor pytest-qt is installed."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict
from importlib.util import find_spec
from typing import Any

import no_network
import pytest
import tally as tallies
from hypothesis import settings

no_network.forbid()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples on every machine, so that a run says something about the code and not about luck.
# `--hypothesis-profile=wild` draws new ones each time: to be run by hand, and by the soak.
settings.register_profile("steady", derandomize=True, database=None)
settings.register_profile("wild", derandomize=False, print_blob=True)
settings.load_profile("steady")

collect_ignore = [] if find_spec("PySide6") else ["canvas", "ui"]


PATIENCE = 60_000
"""Milliseconds a test waits for a state of the window before it calls it missing.

A wait is over as soon as the state is there. How fast it comes is measured in `benchmarks`, not here.
"""


def _wait_patiently() -> None:
    """A computer with other things to do shall fail no test: pytest-qt by itself gives up after 5 s."""
    from pytestqt.qtbot import QtBot

    for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitActive, QtBot.waitExposed):
        wait.__kwdefaults__["timeout"] = PATIENCE


if find_spec("pytestqt") and find_spec("PySide6"):
    _wait_patiently()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The soak's share; without pytest-qt its settings in pyproject.toml would be unknown words."""
    parser.addoption(
        "--share", type=float, default=1.0, help="how much of the soak to run: 0.01 = a hundredth"
    )
    if find_spec("pytestqt") is None:
        for name in ("qt_api", "qt_log_level_fail"):
            parser.addini(name, "a setting of pytest-qt, which is not installed")


@pytest.fixture(scope="session", autouse=True)
def _one_application(request: pytest.FixtureRequest) -> Iterator[None]:
    """The first Qt application of the run is one for windows, whichever test comes first.

    At the end its clipboard is emptied, as the program does: see `app.editor`.
    """
    app = request.getfixturevalue("qapp") if find_spec("PySide6") and find_spec("pytestqt") else None
    yield
    if app is not None:
        app.clipboard().clear()


ACCEPTED: Counter[str] = Counter()
"""How many examples each property of the ranking took on, printed at the end of the run."""


@pytest.fixture(scope="module")
def accept(request: pytest.FixtureRequest) -> Iterator[Callable[[str], None]]:
    """Call it with the property's name once an example has passed its assumptions."""

    def count(name: str) -> None:
        ACCEPTED[name] += 1

    yield count


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Adds up what the processes of a divided run counted."""
    told = getattr(node, "workeroutput", {})
    ACCEPTED.update(told.get("accepted", {}))
    tallies.ROWS.extend(tallies.Tally(**row) for row in told.get("tallies", ()))


def pytest_configure(config: pytest.Config) -> None:
    """Only where the soak was asked for is it run by its share."""
    if config.option.markexpr == "soak":
        tallies.SHARE = config.option.share


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A process of a divided run hands its counts to the one that prints them."""
    if no_network.OPENED:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["accepted"] = dict(ACCEPTED)
        output["tallies"] = [asdict(row) for row in tallies.ROWS]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for attempt in no_network.OPENED:
        terminalreporter.write_line(f"THE NETWORK WAS TRIED: {attempt}", red=True)
    skipped = list(_skipped_harnesses(terminalreporter))
    if tallies.ROWS or skipped:
        terminalreporter.section("harnesses: trials and losses")
        for line in tallies.table(tallies.ROWS, skipped):
            terminalreporter.write_line(line, red="LOST" in line)
    if ACCEPTED:
        terminalreporter.section("accepted examples of the ranking's properties")
        for name, count in sorted(ACCEPTED.items()):
            terminalreporter.write_line(f"{count:5d}  {name}")


def _skipped_harnesses(terminalreporter: pytest.TerminalReporter) -> Iterator[str]:
    """Why each harness that this computer cannot run was left out."""
    for report in terminalreporter.stats.get("skipped", ()):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if tallies.SKIPPED in reason:
            yield reason.split(tallies.SKIPPED, 1)[1]
