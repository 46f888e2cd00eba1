"""The wall ledger as the matrix shows it: units, pairs, seams, sums (METHOD 2)."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.analysis import words as said
from journeymap.analysis.findings import PairHours
from journeymap.model.ids import Id
from journeymap.report.charts.matrix import MOST_UNITS, Matrix, Pair
from journeymap.report.matter import Matter


def matrix_of(matter: Matter) -> Matrix | None:
    """None where fewer than two units have anything between them, or too many to draw."""
    pairs = {**_seams(matter), **_suspected(matter), **_booked(matter)}
    sums: dict[str, float] = {}
    for both, pair in pairs.items():
        for unit in both:
            sums[unit] = sums.get(unit, 0.0) + (pair.amount or 0.0)
    units = sorted(sums, key=lambda unit: (-sums[unit], unit))
    if len(units) < 2 or not any(pair.walls for pair in pairs.values()):
        return None
    shown = units[:MOST_UNITS]
    kept = {both: pair for both, pair in pairs.items() if both <= set(shown)}
    return Matrix(shown, kept, {unit: sums[unit] for unit in shown})


def _booked(matter: Matter) -> Mapping[frozenset[str], Pair]:
    """Pairs with a standing wall: every friction booked once, all certain walls named."""
    names: dict[frozenset[str], list[str]] = {}
    for mark in matter.marks:
        both = _units(matter, mark.source, mark.target)
        if len(both) == 2:
            names.setdefault(both, []).append(matter.mark_name(mark))
    certain = {
        _units(matter, mark.source, mark.target): Pair(None, names[both])
        for mark in matter.marks
        if mark.certain and len(both := _units(matter, mark.source, mark.target)) == 2
    }
    for line in matter.findings.ledger:
        both = frozenset((line.one, line.other))
        if len(both) == 2 and "" not in both:
            certain[both] = Pair(_amount(matter, line), names.get(both, matter.mark_names(line.walls)))
    return certain


def _amount(matter: Matter, line: PairHours) -> float:
    return line.hours if matter.has_volume and line.hours is not None else line.per1000


def _suspected(matter: Matter) -> Mapping[frozenset[str], Pair]:
    found: dict[frozenset[str], Pair] = {}
    for mark in matter.marks:
        both = _units(matter, mark.source, mark.target)
        if not mark.certain and len(both) == 2:
            found[both] = Pair(
                None, [*(found[both].walls if both in found else ()), matter.mark_name(mark)], True
            )
    return found


def _seams(matter: Matter) -> Mapping[frozenset[str], Pair]:
    """Hand-offs without any wall: both sides know, or nobody has said otherwise."""
    found = {}
    for source, target in matter.findings.handoffs:
        both = _units(matter, source, target)
        if len(both) == 2:
            found[both] = Pair(None, (), seam=True)
    return found


def _units(matter: Matter, source: Id | None, target: Id | None) -> frozenset[str]:
    names = {said.unit_of_step(matter.journey, step) for step in (source, target)}
    return frozenset(name for name in names if name)
