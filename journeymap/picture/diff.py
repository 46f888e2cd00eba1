"""What changed from one picture to the next: unchanged nodes are the same objects, so it is quick."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.picture.prims import Node, Picture


@dataclass(frozen=True, slots=True)
class Difference:
    """Nodes of the newer picture that are new or differ, and the ids that are gone."""

    added: tuple[Node, ...]
    changed: tuple[Node, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def difference(before: Picture, after: Picture) -> Difference:
    """Compares by node id; identity first, then equality."""
    known = {node.id: node for node in before.nodes}
    added, changed = [], []
    for node in after.nodes:
        old = known.pop(node.id, None)
        if old is None:
            added.append(node)
        elif old is not node and old != node:
            changed.append(node)
    return Difference(tuple(added), tuple(changed), tuple(known))
