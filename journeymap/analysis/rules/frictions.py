"""Rules about frictions and remedies: causes, owners, actions (CLAIMS S0-S3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeymap.analysis.remedies import only_training
from journeymap.analysis.rules.kit import Matter, Question, Rule
from journeymap.analysis.tiers import is_decisive
from journeymap.i18n.catalogue import N_
from journeymap.model.records import Friction

NEED_CAUSE = 5
"""So many of the first in the order need a cause."""


def _asked(frictions: Iterable[Friction]) -> Iterator[Question]:
    return (Question((friction.id,), facts={"friction": friction.id}) for friction in frictions)


def _decisive(matter: Matter) -> list[Friction]:
    """Frictions of tier A that are not solved: ranked ones in their order, then the others by id."""
    frictions = matter.journey.frictions
    ranked = [frictions[line.id] for line in matter.ranked if line.tier == "A"]
    known = {friction.id for friction in ranked}
    others = sorted((one for one in frictions.values() if one.id not in known), key=lambda one: one.id)
    return ranked + [one for one in others if one.status != "solved" and is_decisive(one)]


def _cause_missing(matter: Matter) -> Iterator[Question]:
    first = (matter.journey.frictions[line.id] for line in matter.ranked[:NEED_CAUSE])
    return _asked(friction for friction in first if friction.cause is None)


def _mgmt_owner(matter: Matter) -> Iterator[Question]:
    return _asked(friction for friction in _decisive(matter) if not (friction.decision_by or "").strip())


def _no_name(matter: Matter) -> Iterator[Question]:
    """Neither the friction nor the step where it is felt has somebody's name."""
    steps = matter.journey.steps
    for friction in _decisive(matter):
        step = steps.get(friction.at)
        owners = (friction.owner, step.owner if step is not None else None)
        if not any((owner or "").strip() for owner in owners):
            yield from _asked([friction])


def _facade(matter: Matter) -> Iterator[Question]:
    """Every action against a friction is training, and its cause is one that training does not cure."""
    for friction, actions in only_training(matter.journey):
        about = (friction.id, *(action.id for action in actions))
        yield Question(about, facts={"friction": friction.id}, seen={"cause": friction.cause})


RULES = (
    Rule(
        "CAUSE-MISSING",
        ("S0.11",),
        "owners",
        _cause_missing,
        N_("No cause"),
        N_("Whether the first five frictions say what lies behind them."),
        {"": N_("No cause is stated for “{friction}”.")},
        answer="cause",
    ),
    Rule(
        "FACADE",
        ("S2.1",),
        "owners",
        _facade,
        N_("Training against another cause"),
        N_("Causes of frictions, beside the kinds of the actions against them."),
        {"": N_("Only training is planned against “{friction}”, and its cause is another.")},
    ),
    Rule(
        "MGMT-OWNER",
        ("S2.2",),
        "owners",
        _mgmt_owner,
        N_("Who decides"),
        N_("Whether decisive frictions name the manager who decides."),
        {"": N_("No manager is named to decide about “{friction}”.")},
        finished=True,
        answer="decision_by",
    ),
    Rule(
        "NO-NAME",
        ("S3.8",),
        "owners",
        _no_name,
        N_("Who owns it"),
        N_("Whether decisive frictions have an owner, at the friction or at its step."),
        {"": N_("Nobody is named as owner of “{friction}”.")},
        finished=True,
        answer="owner",
    ),
)
