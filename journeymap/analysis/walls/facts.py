"""What the wall finders share: the graph, its contact walks and who has been told what."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.analysis.components import reachable_sets
from journeymap.analysis.findings import Because, Certainty, WallFinding, WallType
from journeymap.analysis.graph import ASIDE, Graph
from journeymap.analysis.walks import Walks, contact_walks
from journeymap.model.ids import Id


@dataclass(frozen=True, slots=True)
class Facts:
    """The graph with what is worked out once for all finders."""

    graph: Graph
    walks: Walks
    told: list[int]
    """Per step the provider steps that information reaches from it, as bits by step number."""

    def informed(self, giver: int, receiver: int) -> bool:
        """Whether information passes from one to the other between provider steps (an I-path)."""
        return bool(self.told[giver] >> receiver & 1)


def gather(graph: Graph) -> Facts:
    """Walks and information paths of the graph."""
    return Facts(graph, contact_walks(graph), _information(graph))


def _information(graph: Graph) -> list[int]:
    """I of METHOD 3: links of any kind with info yes or partial between two provider steps."""
    following: list[list[int]] = [[] for _ in graph.steps]
    for number, link in enumerate(graph.links):
        one, other = graph.source[number], graph.target[number]
        between = not graph.customer[one] and not graph.customer[other]
        if between and link.info in ("yes", "partial") and graph.kind[number] not in ASIDE:
            following[one].append(other)
    return reachable_sets(following, range(len(graph.steps)))


RULES: dict[WallType, str] = {
    "referral": "WALL-REFER",
    "supplier": "WALL-SUPPLIER",
    "promise": "WALL-PROMISE",
    "memory": "WALL-MEMORY",
    "ping_pong": "WALL-PINGPONG",
    "nobody": "WALL-NOBODY",
    "silent": "WALL-SILENT",
    "channel": "WALL-CHANNEL",
    "mandate": "WALL-MANDATE",
    "refusal": "WALL-REFUSAL",
}


def wall_key(
    type: WallType, source: Id | None, target: Id | None, extra: Id | None = None, steps: tuple[Id, ...] = ()
) -> str:
    """`type:source:target` (+ `:promise` or `:item`); what is null is empty (FORMAT 5)."""
    if steps:
        return f"{type}:{'+'.join(sorted(steps))}"
    tail = f":{extra}" if extra is not None else ""
    return f"{type}:{source or ''}:{target or ''}{tail}"


def finding(
    graph: Graph,
    type: WallType,
    source: int | None,
    target: int | None,
    certainty: Certainty,
    *,
    promise: Id | None = None,
    item: Id | None = None,
    steps: tuple[Id, ...] = (),
    because: Because | None = None,
    sides: tuple[Id, ...] = (),
) -> WallFinding:
    """One finding between two steps by number; its key and rule follow from its type."""
    ends = [None if step is None else graph.steps[step].id for step in (source, target)]
    return WallFinding(
        key=wall_key(type, ends[0], ends[1], promise or item, steps),
        type=type,
        rule=RULES[type],
        source=ends[0],
        target=ends[1],
        steps=steps,
        certainty=certainty,
        promise=promise,
        item=item,
        because=because,
        sides=sides,
    )


def sure_unless_unknown(same: bool | None) -> Certainty:
    """Certain where both units are known to differ, suspected where one is unknown."""
    return "suspected" if same is None else "certain"
