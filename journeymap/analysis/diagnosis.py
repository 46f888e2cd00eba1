"""The four diagnostic questions, answered from the map with what the answer rests on (CLAIMS S0.5-S0.8).

An answer is yes, no, sometimes, or unknown with what is missing: what nobody has said is never a no.
"""

from __future__ import annotations

from collections.abc import Iterable

from journeymap.analysis.complaints import complaints
from journeymap.analysis.contacts import contacts_before_value
from journeymap.analysis.findings import Diagnosis, Verdict, WallFinding, WallMark
from journeymap.analysis.graph import Graph
from journeymap.analysis.handoffs import Meetings
from journeymap.analysis.survey import Ground
from journeymap.analysis.walls.facts import Facts
from journeymap.model.ids import Id

EXCESS = 0.5
"""Expected contacts above the fewest possible by more than this are a yes."""
NEGLIGIBLE = 0.005
"""Below this nobody notices: the fewest possible it is."""


def diagnose(
    ground: Ground,
    facts: Facts,
    walls: tuple[WallFinding, ...],
    marks: tuple[WallMark, ...],
    to_goal: Meetings | None,
) -> tuple[Diagnosis, ...]:
    """The four answers in their order; none on a map without steps. Walls are counted as they are drawn."""
    if not ground.graph.steps:
        return ()
    several = _several(ground, to_goal)
    sent_on = _sent_on(ground, facts, walls, marks)
    return (several, _complain(ground.graph), sent_on, _untold(facts, walls, marks))


def _several(ground: Ground, to_goal: Meetings | None) -> Diagnosis:
    """Expected contacts with units before the first value, beside the fewest possible."""
    found = contacts_before_value(ground, to_goal)
    if found is None:
        missing = _why_no_contacts(ground)
        return Diagnosis("DIAG-1", "unknown", f"no_{missing}", missing=(missing,))
    over = found.excess
    verdict: Verdict = "yes" if over > EXCESS else "sometimes" if over > NEGLIGIBLE else "no"
    if verdict == "no" and not _says_where_it_ends(ground.graph):
        return Diagnosis("DIAG-1", "unknown", "no_end", missing=("goal",))
    return Diagnosis(
        rule="DIAG-1",
        verdict=verdict,
        because="" if found.at_value else "goal",
        facts={"contacts": round(found.expected, 6), "n": found.fewest},
        about=tuple(ground.graph.steps[step].id for step in ground.ends.starts),
        certainty="suspected" if found.assumed else "certain",
    )


def _why_no_contacts(ground: Ground) -> str:
    if not ground.ends.starts:
        return "start"
    return "exit" if ground.stuck else "goal"


def _says_where_it_ends(graph: Graph) -> bool:
    """Until somebody says so, the last step drawn is only the last so far."""
    said = any(step.end or step.goal or step.value_in_use for step in graph.steps)
    return said or bool(graph.journey.head.complete)


def _complain(graph: Graph) -> Diagnosis:
    """Whether a step that takes complaints is within one hand-off of every decisive step."""
    found = complaints(graph)
    if not found.critical:
        missing = ("critical",) if found.taking else ("critical", "recovery")
        return Diagnosis("DIAG-2", "unknown", "no_critical", missing=missing)
    if not found.taking:
        closed = bool(graph.journey.head.complete)
        about = _ids(graph, found.critical)
        if closed:
            return Diagnosis("DIAG-2", "yes", "none", about=about)
        return Diagnosis("DIAG-2", "unknown", "no_recovery", about=about, missing=("recovery",))
    if found.lost:
        facts = {"n": len(found.lost), "all": len(found.critical)}
        all_lost: Verdict = "yes" if len(found.lost) == len(found.critical) else "sometimes"
        return Diagnosis("DIAG-2", all_lost, "lost", facts, about=_ids(graph, found.lost))
    if found.unowned:
        about = _ids(graph, found.unowned)
        return Diagnosis("DIAG-2", "sometimes", "unowned", {"step": about[0]}, about=about)
    about = _ids(graph, found.taking)
    return Diagnosis("DIAG-2", "no", "", {"step": about[0]}, about=about)


def _sent_on(
    ground: Ground, facts: Facts, walls: tuple[WallFinding, ...], marks: tuple[WallMark, ...]
) -> Diagnosis:
    """Whether a wall of referral or at a supplier stands, and how many journeys meet a referral."""
    graph = ground.graph
    standing = [wall for wall in walls if wall.stands and wall.type in ("referral", "supplier", "ping_pong")]
    if standing:
        hits = _sent_share(ground)
        sent = [wall for wall in standing if wall.type != "ping_pong"]
        count = {"n": _drawn(marks, sent or standing)}
        said, named = ("", count) if hits is None else ("share", {**count, "hits": hits})
        return Diagnosis("DIAG-3", "yes", said, named, _keys(standing), _places(standing))
    waiting = [wall for wall in walls if wall.type in ("referral", "supplier") and wall.state is None]
    if waiting:
        count = {"n": len(waiting)}
        return Diagnosis("DIAG-3", "unknown", "no_info", count, _keys(waiting), _places(waiting), ("info",))
    refers = [number for number, kind in enumerate(graph.kind) if kind == "refer"]
    if refers:
        about = tuple(graph.links[link].id for link in refers)
        return Diagnosis("DIAG-3", "sometimes", "known", {"n": len(refers)}, about=about)
    if not any(graph.same(*pair) is not True for pair in facts.walks):
        return Diagnosis("DIAG-3", "unknown", "no_handoffs", missing=("links",))
    return Diagnosis("DIAG-3", "no", "none")


def _sent_share(ground: Ground) -> float | None:
    """The commonest referral as journeys of a thousand; None where visits or shares are not known."""
    graph, visits = ground.graph, ground.visits
    assumed = set(ground.shares.assumed)
    hits = [
        1000 * visits[graph.source[link]] * ground.shares.of_link[link]
        for link, kind in enumerate(graph.kind)
        if visits is not None and kind == "refer" and link not in assumed
    ]
    return max(hits, default=0.0) or None


def _untold(facts: Facts, walls: tuple[WallFinding, ...], marks: tuple[WallMark, ...]) -> Diagnosis:
    """Whether somebody is asked again, or a unit was not told what another knows or promised."""
    again = [wall for wall in walls if wall.stands and wall.type == "memory"]
    unkept = [wall for wall in walls if wall.stands and wall.type == "promise"]
    unaware = [wall for wall in walls if wall.stands and wall.because == "no"]
    found = [*again, *unkept, *unaware]
    if found:
        said = "again" if again else "promise" if unkept else "unaware"
        return Diagnosis("DIAG-4", "yes", said, {"n": _drawn(marks, again)}, _keys(found), _places(found))
    silent, pairs = _untold_pairs(facts)
    if silent:
        counts = {"n": silent, "all": pairs}
        return Diagnosis("DIAG-4", "unknown", "no_info", counts, missing=("info",))
    if not pairs:
        return Diagnosis("DIAG-4", "unknown", "no_handoffs", missing=("links",))
    partly = tuple(link.id for link in facts.graph.links if link.info == "partial")
    if partly:
        return Diagnosis("DIAG-4", "sometimes", "partly", {"n": len(partly)}, about=partly)
    return Diagnosis("DIAG-4", "no", "told", {"n": pairs})


def _untold_pairs(facts: Facts) -> tuple[int, int]:
    """Ways of the customer between units of which nothing is said, and all such ways."""
    between = [pair for pair in facts.walks if facts.graph.same(*pair) is not True]
    silent = [
        pair
        for pair in between
        if not facts.informed(*pair) and any(walk.told == "silent" for walk in facts.walks[pair])
    ]
    return len(silent), len(between)


def _drawn(marks: tuple[WallMark, ...], walls: Iterable[WallFinding]) -> int:
    """As how many walls these findings are drawn."""
    keys = {wall.key for wall in walls}
    return sum(any(finding.key in keys for finding in mark.findings) for mark in marks)


def _keys(walls: Iterable[WallFinding]) -> tuple[str, ...]:
    return tuple(wall.key for wall in walls)


def _places(walls: Iterable[WallFinding]) -> tuple[Id, ...]:
    """The steps at both ends of the walls, or on their round, each once."""
    ends = (step for wall in walls for step in (wall.source, wall.target, *wall.steps))
    return tuple(dict.fromkeys(step for step in ends if step is not None))


def _ids(graph: Graph, steps: Iterable[int]) -> tuple[Id, ...]:
    return tuple(graph.steps[step].id for step in steps)
