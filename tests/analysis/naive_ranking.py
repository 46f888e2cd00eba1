"""METHOD 2 once more, every count by comparing all with all."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import comb

from naive_road import Naive
from naive_walls import find

from journeymap.model.quantity import HITS, MINUTES, PLAIN, VALUE_LOST, Range, read_quantity
from journeymap.model.records import Friction, Votes


def twelve(x: float) -> float:
    return float(f"{x:.12g}")


def counted(votes: Votes | None) -> tuple[int, int] | None:
    if votes is None or not votes.of or votes.yes is None or not 0 <= votes.yes <= votes.of:
        return None
    return votes.yes, votes.of


@dataclass
class Line:
    id: str
    tier: str
    per1000: float
    low: float
    high: float
    walls: list[str]
    column: float
    critical_probability: float
    key: tuple[object, ...] = ()
    rank: int = 0
    by_hours: int = 0
    best: int = 0
    worst: int = 0


@dataclass
class Ranking:
    lines: list[Line] = field(default_factory=list)
    missing: dict[str, list[str]] = field(default_factory=dict)
    hours_of_wall: dict[str, float] = field(default_factory=dict)
    hours: float | None = None
    at_walls: float | None = None
    evidence: float | None = None


def states(n: Naive, found: dict[str, str]) -> dict[str, tuple[str, str | None]]:
    """Key → (certainty, state), with the walls table taken in."""
    walls: dict[str, tuple[str, str | None]] = {key: (certainty, None) for key, certainty in found.items()}
    for record in sorted(n.j.walls.values(), key=lambda w: w.id):
        key = record.key
        if key not in walls and record.state == "drawn" and record.source != record.target:
            lanes = [n.j.lanes[n.s[x].lane].kind for x in (record.source, record.target)]  # type: ignore[index]
            key = f"{'supplier' if 'supplier' in lanes else 'referral'}:{record.source}:{record.target}"
            walls.setdefault(key, ("certain", None))
        if key in walls and walls[key][1] is None:
            walls[key] = (walls[key][0], record.state)
    return walls


def places(key: str) -> set[str]:
    type, rest = key.split(":", 1)
    return set(rest.split("+")) if type == "ping_pong" else set(rest.split(":")[:2])


def rank(n: Naive) -> Ranking:
    walls = states(n, find(n))
    settled = {key for key, (_, said) in walls.items() if said in ("confirmed", "drawn")}
    standing = settled | {key for key, (sure, said) in walls.items() if sure == "certain" and not said}
    volume = read_quantity(n.j.head.journeys_per_year, PLAIN)
    result = Ranking()
    named: dict[str, set[str]] = {}
    for f in n.j.frictions.values():
        if f.status == "solved":
            continue
        ends = {f.at} if f.at in n.s else {n.j.links[f.at].source, n.j.links[f.at].target}
        named[f.id] = {key for key in walls if places(key) & ends}
        _place(n, f, sorted({key.split(":")[0] for key in named[f.id] & standing}), result)
    _count(result.lines)
    if volume is not None:
        hours = {line.id: volume.point * line.per1000 / 60000 for line in result.lines}
        result.hours = sum(hours.values())
        result.at_walls = sum(h for id, h in hours.items() if named[id] & standing)
        result.hours_of_wall = {key: sum(h for id, h in hours.items() if key in named[id]) for key in walls}
    backed = {e.about for e in n.j.evidence.values() if e.level in ("heard", "observed", "measured")}
    total = sum(line.per1000 for line in result.lines)
    result.evidence = sum(x.per1000 for x in result.lines if x.id in backed) / total if total else None
    return result


def _place(n: Naive, f: Friction, walls: list[str], result: Ranking) -> None:
    answers: list[Range | None] = [
        read_quantity(f.hits, HITS),
        read_quantity(f.wait_minutes, MINUTES),
        read_quantity(f.work_minutes, MINUTES),
        read_quantity(f.value_lost, VALUE_LOST),
    ]
    names = ["hits", "wait_minutes", "work_minutes", "value_lost"]
    missing = [name for name, answer in zip(names, answers, strict=True) if answer is None]
    if n.G is None and not (answers[3] is not None and answers[3].high == 0):
        missing.append("goal_minutes")
    times: float | None = 1.0
    step = f.at if f.at in n.s else n.j.links[f.at].source
    if f.per == "visit":
        aside = f.at in n.j.links and n.j.links[f.at].kind in ("exit", "shadow")
        times = None if n.visits is None or aside else n.visits[step] * n.share.get(f.at, 1.0)
    if not times:
        missing.append("visits")
    if missing:
        result.missing[f.id] = missing
        return
    bounds = []
    for pick in (lambda r: r.point, lambda r: r.low, lambda r: r.high):
        hits, wait, work, value = (pick(answer) for answer in answers)
        bounds.append(twelve(1000 * (times or 0) * hits * (wait + work + value * (n.G or 0))))
    votes = counted(f.votes)
    tier = "A" if (2 * votes[0] > votes[1] if votes else f.critical) else "B"
    sure = 1.0 if f.critical else 0.0
    if votes:
        sure = sum(comb(votes[1] + 1, k) for k in range(votes[0] + 1)) / 2 ** (votes[1] + 1)
    column = n.s[step].column or 0
    result.lines.append(Line(f.id, tier, bounds[0], bounds[1], bounds[2], walls, column, sure))


def _count(lines: list[Line]) -> None:
    for one in lines:
        one.key = (-one.per1000, -len(one.walls), one.column, one.id)
    for f in lines:
        f.rank = 1 + sum((g.tier, g.key) < (f.tier, f.key) for g in lines)
        f.by_hours = 1 + sum(g.key < f.key for g in lines)
        f.best = 1 + sum(g.tier < f.tier or (g.tier == f.tier and g.low > f.high) for g in lines)
        f.worst = 1 + sum(
            g is not f and (g.tier < f.tier or (g.tier == f.tier and g.high >= f.low)) for g in lines
        )


def failure_demand(n: Naive) -> float | None:
    if n.visits is None:
        return None
    front = [u for u in n.s if n.front[u]]
    total = sum(n.visits[u] for u in front)
    unknown = sum(n.visits[u] for u in front if n.s[u].demand not in ("value", "failure"))
    if total == 0 or unknown / total > 0.2 + 1e-12:
        return None
    return sum(n.visits[u] for u in front if n.s[u].demand == "failure") / total
