"""Rules about critical moments and promises (CLAIMS S0, S3)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.rules.kit import Matter, Question, Rule
from journeymap.i18n.catalogue import N_
from journeymap.model.reading import is_critical, majority

MOST_MOMENTS, MOST_SHARE = 3, 0.2


def _crit_inflation(matter: Matter) -> Iterator[Question]:
    """More than three critical moments, or more than a fifth of the customer's own steps critical."""
    graph = matter.ground.graph
    critical = [number for number, step in enumerate(graph.steps) if is_critical(step)]
    own = sum(graph.customer)
    own_critical = sum(graph.customer[number] for number in critical)
    too_large = own > 0 and own_critical > MOST_SHARE * own and len(critical) > 1
    if len(critical) > MOST_MOMENTS or too_large:
        yield Question(tuple(graph.steps[number].id for number in critical), facts={"n": len(critical)})


def _treatment_crit(matter: Matter) -> Iterator[Question]:
    """How people are treated weighs most: proposed as decisive until somebody answers."""
    for friction in sorted(matter.journey.frictions.values(), key=lambda record: record.id):
        unanswered = friction.critical is None and majority(friction.votes) is None
        if friction.kind == "treatment" and unanswered and friction.status != "solved":
            yield Question((friction.id,), "suspected", {"friction": friction.id})


def _no_mandate(matter: Matter) -> Iterator[Question]:
    graph = matter.ground.graph
    for number, step in enumerate(graph.steps):
        if graph.front[number] and is_critical(step):
            if step.mandate in ("must_ask", "none"):
                yield Question((step.id,), facts={"step": step.id})
            elif step.mandate == "unknown":
                yield Question((step.id,), "suspected", {"step": step.id})


def _exit_unknown(matter: Matter) -> Iterator[Question]:
    known = {
        link.source
        for link in matter.journey.links.values()
        if link.kind == "exit" and link.share is not None
    }
    for step in matter.ground.graph.steps:
        if is_critical(step) and step.id not in known:
            yield Question((step.id,), "suspected", {"step": step.id})


def _gap(matter: Matter) -> Iterator[Question]:
    """The experience falls below what was expected where a promise is to be honoured."""
    for step in matter.ground.graph.steps:
        promises = [id for id in step.honours or () if id in matter.journey.promises]
        if step.expectation is None or step.experience is None:
            continue
        if promises and step.experience < step.expectation:
            yield Question((step.id,), facts={"step": step.id, "promise": promises[0]})


RULES = (
    Rule(
        "CRIT-INFLATION",
        _crit_inflation,
        N_("{n} critical moments. If everything decides, nothing does. Which three?"),
    ),
    Rule(
        "TREATMENT-CRIT", _treatment_crit, N_("“{friction}” is about how people are treated. Does it decide?")
    ),
    Rule(
        "NO-MANDATE", _no_mandate, N_("“{step}” is decisive, and who meets {the_guest} there may not decide.")
    ),
    Rule("EXIT-UNKNOWN", _exit_unknown, N_("How many leave for good after “{step}”?")),
    Rule("GAP", _gap, N_("At “{step}” the experience falls short of “{promise}”.")),
)
