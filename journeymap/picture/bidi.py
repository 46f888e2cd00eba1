"""Right-to-left writing: the level of each character, after the Unicode bidirectional algorithm.

Explicit embeddings and isolates are not looked at: `graphemes.drawn` has taken them out. Rules are
named as in UAX 9 (P2-P3, W1-W7, N1-N2, I1-I2, L1-L2).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
T = TypeVar("T")


def has_rtl(text: str) -> bool:
    """Whether any character is written from right to left."""
    return _RTL.search(text) is not None


def levels(text: str) -> list[int]:
    """One embedding level a character: even is left to right, odd right to left."""
    types = [unicodedata.bidirectional(char) or "L" for char in text]
    base = next((int(kind != "L") for kind in types if kind in ("L", "R", "AL")), 0)
    kinds = _neutral(_weak(types, base), base)
    found = [_level(kind, base) for kind in kinds]
    end = len(text)
    while end and types[end - 1] in ("WS", "S", "B"):  # L1: trailing space stands at the line's end
        end -= 1
        found[end] = base
    return found


def visual(pieces: Sequence[T], depths: Sequence[int]) -> list[T]:
    """The pieces, each of one level, in the order they stand on paper from the left (L2)."""
    order = list(zip(depths, pieces, strict=True))
    for level in range(max(depths, default=0), 0, -1):
        start = 0
        while start < len(order):
            stop = start
            while stop < len(order) and order[stop][0] >= level:
                stop += 1
            if stop > start:
                order[start:stop] = order[start:stop][::-1]
            start = max(stop, start + 1)
    return [piece for _, piece in order]


def _level(kind: str, base: int) -> int:
    if kind == "R":
        return base | 1
    if kind in ("AN", "EN"):
        return base + 2 - (base & 1)
    return base + (base & 1)


def _weak(types: list[str], base: int) -> list[str]:
    """W1-W7: marks, digits and their separators take the kind of what stands before them."""
    kinds = list(types)
    edge = "R" if base else "L"
    before = strong = edge
    for at in range(len(kinds)):
        if kinds[at] == "NSM":
            kinds[at] = before
        if kinds[at] == "EN" and strong == "AL":
            kinds[at] = "AN"
        if kinds[at] in ("L", "R", "AL"):
            strong = kinds[at]
        before = kinds[at]
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    _separators(kinds)
    _terminators(kinds)
    strong = edge
    for at, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
    return kinds


def _separators(kinds: list[str]) -> None:
    """W4: one separator between two numbers of a kind is part of the number."""
    for at in range(1, len(kinds) - 1):
        left, kind, right = kinds[at - 1 : at + 2]
        if left == right and ((kind in ("ES", "CS") and left == "EN") or (kind == "CS" and left == "AN")):
            kinds[at] = left


def _terminators(kinds: list[str]) -> None:
    """W5-W6: currency and per cent signs beside a number join it; the rest are neutral."""
    for order in (range(len(kinds)), range(len(kinds) - 1, -1, -1)):
        for here, following in pairwise(order):
            if kinds[here] == "EN" and kinds[following] == "ET":
                kinds[following] = "EN"
    for at, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS", "BN"):
            kinds[at] = "ON"


def _neutral(kinds: list[str], base: int) -> list[str]:
    """N1-N2: spaces and signs follow their neighbours where these agree, else the line."""
    edge = "R" if base else "L"
    at = 0
    while at < len(kinds):
        if kinds[at] not in _NEUTRAL:
            at += 1
            continue
        stop = at
        while stop < len(kinds) and kinds[stop] in _NEUTRAL:
            stop += 1
        left = _side(kinds[at - 1]) if at else edge
        right = _side(kinds[stop]) if stop < len(kinds) else edge
        kinds[at:stop] = [left if left == right else edge] * (stop - at)
        at = stop
    return kinds


def _side(kind: str) -> str:
    return "R" if kind in ("R", "EN", "AN") else "L"
