"""Numbers as the report says them: words up to twelve, two significant figures in prose."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from journeymap.i18n.catalogue import N_, Catalogue

_WORDS = (
    N_("zero"), N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six"),
    N_("seven"), N_("eight"), N_("nine"), N_("ten"), N_("eleven"), N_("twelve"),
)  # fmt: skip


_COUNTED = re.compile(r"(?<=\d) (?=\w)")


def tied(text: str) -> str:
    """A figure and the word it counts stand on one line: "8 500 timmar"."""
    return _COUNTED.sub("\u00a0", text)


def spelled(n: int, t: Catalogue) -> str:
    """A count in prose: "three" up to twelve, then digits."""
    return t(_WORDS[n]) if 0 <= n < len(_WORDS) else t.number(n)


def at_start(words: str) -> str:
    """With a capital first letter, for the start of a sentence."""
    return words[:1].upper() + words[1:]


def rounded(value: float) -> float:
    """Two significant figures: 8 531 → 8 500, 0.0034 → 0.0034."""
    if value == 0 or not math.isfinite(value):
        return value
    digits = 1 - math.floor(math.log10(abs(value)))
    return round(value, digits)


def about(value: float, t: Catalogue) -> str:
    """A figure in prose, to two significant figures."""
    near = rounded(value)
    return t.number(near, 0 if abs(near) >= 10 else 1)


def places(numbers: Sequence[int], t: Catalogue) -> str:
    """ "1, 2 and 5"; three or more in a row are drawn together: "1–4 and 7"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said: list[str] = []
    for run in runs:
        said += [span_of(run[0], run[-1], t)] if len(run) > 2 else [t.number(number) for number in run]
    return t.listed(said)


def span_of(first: int, last: int, t: Catalogue) -> str:
    """ "2–3", or "2" where both are the same."""
    return t.number(first) if first == last else f"{t.number(first)}–{t.number(last)}"
