"""Which kinds are drawn on a map: what its legend has to explain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeymap.picture.kinds import link as looks
from journeymap.picture.kinds.link import LinkLook
from journeymap.picture.prims import Node
from journeymap.picture.scene import Scene

LINKS: Mapping[LinkLook, str] = {
    looks.REFER: "refer",
    looks.INFORMATION: "information",
    looks.PARTIAL: "information",
    looks.NOT_GIVEN: "not_given",
    looks.STATUS: "status",
    looks.ORDER: "order",
    looks.REFUSED: "order",
    looks.SHADOW: "shadow",
    looks.EXIT: "exit",
}
SIGNS: Mapping[str, str] = {
    "lock": "lock",
    "open_lock": "open_lock",
    "rucksack": "rucksack",
    "open_ring": "open_ring",
    "note": "note",
    "promise": "promise",
    "partial": "partial",
    "flag": "flag",
}


def kinds_drawn(scene: Scene, nodes: Iterable[Node]) -> frozenset[str]:
    """Names of the legend's entries, from what was drawn."""
    found: set[str] = set()
    for node in nodes:
        name = node.id.partition(":")[0]
        if name in SIGNS:
            found.add(SIGNS[name])
    for look in scene.looks.values():
        found.add("road" if look.is_road else LINKS.get(look, ""))
    for stand in scene.stands:
        found.add("wall" if stand.mark.certain else "suspected")
        if any(finding.state == "confirmed" for finding in stand.mark.findings):
            found.add("confirmed")
    return frozenset(found | _step_marks(scene) | _discs(scene)) - {""}


def _step_marks(scene: Scene) -> set[str]:
    found: set[str] = set()
    for node in scene.step_looks.values():
        marks = {
            "critical": node.critical,
            "assumed": node.assumed,
            "hollow": node.hollow,
            "recovery": node.recovery,
            "unknown": node.unknown,
            "value": bool(node.value),
            "evidence": node.evidence is not None,
        }
        found.update(name for name, is_there in marks.items() if is_there)
    return found


def _discs(scene: Scene) -> set[str]:
    places = scene.grid.places.keys() | scene.looks.keys()
    frictions = scene.journey.frictions
    found = {
        "tier_a" if item.tier == "A" else "tier_b"
        for item in scene.findings.ranked
        if frictions[item.id].at in places
    }
    if any(frictions[item.id].at in places for item in scene.findings.unranked):
        found.add("unranked")
    if any(friction.status == "solved" and friction.at in places for friction in frictions.values()):
        found.add("solved")
    return found
