"""Actions beside the causes of frictions: who decides, what training does not cure (CLAIMS S2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from journeymap.analysis.findings import RankedFriction
from journeymap.analysis.tiers import is_decisive
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Action, ActionKind, Cause, Friction

NOT_TRAINING: frozenset[Cause] = frozenset({"system", "process", "resources", "mandate"})
"""Causes that training does not cure."""
CURES: Mapping[Cause, frozenset[ActionKind]] = {
    "system": frozenset({"system"}),
    "process": frozenset({"process", "system"}),
    "mandate": frozenset({"mandate"}),
    "resources": frozenset({"resources", "process", "system"}),
    "culture": frozenset({"training", "goal", "mandate"}),
    "goal_conflict": frozenset({"goal"}),
    "information": frozenset({"system", "process", "training"}),
}
"""Kinds of action that may reach a cause."""
Fit = Literal["none", "facade", "beside", "fits", "unknown"]
"""No action; training alone against something else; none reaches the cause; one does; nobody can say."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """One friction that is not solved, the actions against it, and whether they reach its cause.

    `decided` says whether a manager is named to decide (`decision_by`); asked of decisive ones.
    """

    friction: Id
    actions: tuple[Id, ...]
    cause: Cause | None
    fit: Fit
    decisive: bool
    decided: bool
    owned: bool


def actions_against(journey: Journey) -> Mapping[Id, tuple[Action, ...]]:
    """Friction → the actions against it, each once, by id."""
    against: dict[Id, list[Action]] = {}
    for action in sorted(journey.actions.values(), key=lambda record: record.id):
        for friction in dict.fromkeys(action.frictions or ()):
            if friction in journey.frictions:
                against.setdefault(friction, []).append(action)
    return {friction: tuple(actions) for friction, actions in against.items()}


def only_training(journey: Journey) -> list[tuple[Friction, tuple[Action, ...]]]:
    """Frictions met with training alone whose cause is one that training does not cure, by id."""
    against = sorted(actions_against(journey).items())
    met = [(journey.frictions[friction], actions) for friction, actions in against]
    return [(friction, actions) for friction, actions in met if is_facade(friction, actions)]


def is_facade(friction: Friction, actions: tuple[Action, ...]) -> bool:
    """Every action is training, and the cause is the system, the process, resources or the mandate."""
    training = bool(actions) and all(action.kind == "training" for action in actions)
    return training and friction.cause in NOT_TRAINING


def remedies(journey: Journey, ranked: tuple[RankedFriction, ...]) -> tuple[Remedy, ...]:
    """Every friction that is not solved: ranked ones in their order, then the others by id."""
    order = {line.id: line.rank for line in ranked}
    frictions = [friction for friction in journey.frictions.values() if friction.status != "solved"]
    frictions.sort(key=lambda friction: (order.get(friction.id, len(order) + 1), friction.id))
    against = actions_against(journey)
    return tuple(_remedy(friction, against.get(friction.id, ())) for friction in frictions)


def _remedy(friction: Friction, actions: tuple[Action, ...]) -> Remedy:
    return Remedy(
        friction=friction.id,
        actions=tuple(action.id for action in actions),
        cause=friction.cause,
        fit=_fit(friction, actions),
        decisive=is_decisive(friction),
        decided=bool((friction.decision_by or "").strip()),
        owned=bool((friction.owner or "").strip()),
    )


def _fit(friction: Friction, actions: tuple[Action, ...]) -> Fit:
    if not actions:
        return "none"
    if is_facade(friction, actions):
        return "facade"
    kinds = {action.kind for action in actions}
    if friction.cause is None:
        return "unknown"
    if kinds & CURES[friction.cause]:
        return "fits"
    return "unknown" if None in kinds else "beside"
