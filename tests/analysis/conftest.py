"""Counts the examples that each property accepted and prints them at the end of the run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest

ACCEPTED: Counter[str] = Counter()


@pytest.fixture(scope="module")
def accept(request: pytest.FixtureRequest) -> Iterator[Callable[[str], None]]:
    """Call it with the property's name once an example has passed its assumptions."""

    def count(name: str) -> None:
        ACCEPTED[name] += 1

    yield count


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if ACCEPTED:
        terminalreporter.section("accepted examples of the ranking's properties")
        for name, count in sorted(ACCEPTED.items()):
            terminalreporter.write_line(f"{count:5d}  {name}")
