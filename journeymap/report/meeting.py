"""The question to bring to a meeting with a supplier, from the wall or the friction that costs most."""

from __future__ import annotations

from journeymap.analysis.findings import WallFinding
from journeymap.model.records import Lane
from journeymap.report.matter import Matter, one_line
from journeymap.report.nouns import customer
from journeymap.report.walls import reasons_of


def question(matter: Matter, lane: Lane) -> str:
    """One question, or "" where the map gives no cause for one."""
    marks = [mark for mark in matter.marks if lane.id in (mark.giver, mark.receiver)]
    if marks:
        most = max(marks, key=lambda mark: (mark.certain, _hours(matter, mark.findings), -mark.number))
        return _of_wall(matter, lane, reasons_of(most)[0])
    steps = {step.id for step in matter.journey.steps.values() if step.lane == lane.id}
    at = [one for id in steps for one in matter.ranked_at.get(id, ())]
    if not at:
        return ""
    first = min(at, key=lambda one: one.rank)
    title = one_line(matter.friction(first.id).title)
    return matter.t("What does {supplier} need from us so that this ends: “{friction}”?",
                    supplier=one_line(lane.name), friction=title)  # fmt: skip


def _hours(matter: Matter, findings: tuple[WallFinding, ...]) -> float:
    return sum(matter.amount(one) for one in matter.ranked_behind(finding.key for finding in findings))


def _of_wall(matter: Matter, lane: Lane, finding: WallFinding) -> str:
    t, journey = matter.t, matter.journey
    said = {**customer(matter), "supplier": one_line(lane.name)}
    item = journey.items.get(finding.item) if finding.item else None
    if finding.type == "memory" and item is not None:
        return t(
            "How do we pass on “{item}”, so that nobody has to ask for it again?", item=one_line(item.name)
        )
    return {
        "referral": t(
            "What must {supplier} know so that {the_guest} need not carry the matter there?", **said
        ),
        "supplier": t(
            "What must {supplier} know so that {the_guest} need not carry the matter there?", **said
        ),
        "promise": t("How does {supplier} learn what has been promised before {the_guest} comes?", **said),
        "memory": t("What of what we know already may {supplier} see?", **said),
        "ping_pong": t("Who keeps the matter until it is solved?"),
        "nobody": t("Who takes over, and how does {the_guest} get to know it?", **said),
        "silent": t("Who tells {the_guest} when it takes longer, and where do we see it?", **said),
        "channel": t("Can the matter end in the channel where it began?"),
        "mandate": t("What may be solved on the spot without asking?"),
        "refusal": t("What would it take to deliver what was ordered?"),
    }[finding.type]
