"""What is said of a back chain: how deep it goes, how well it is asked, who stands where."""

from __future__ import annotations

from journeymap.analysis.behind import Behind
from journeymap.analysis.words.nouns import customer_forms
from journeymap.model.ids import Id
from journeymap.model.quantity import PLAIN, read_quantity
from journeymap.model.reading import name_of
from journeymap.model.records import Link
from journeymap.sheets.figures import MINUTE, phrase
from journeymap.ui.desk import Desk
from journeymap.ui.details import fields


def heading(desk: Desk, step: Id) -> str:
    """Behind what."""
    return desk.t("Behind “{step}”", step=name_of(desk.journey.steps.get(step)))


def asked(desk: Desk, found: Behind) -> str:
    """ "3 of 7 links have a requirement"; a calm sentence where there is no link."""
    t = desk.t
    if found.links:
        return t.plural(
            "{n} of {all} links has a requirement",
            "{n} of {all} links have a requirement",
            found.required,
            all=t.number(len(found.links)),
        )
    if found.members:
        return t("All of it reaches the step only through {the_guest}.", **customer_forms(desk.journey, t))
    return t("Nothing stands behind this step on the map yet. Draw a link to it from what it rests on.")


def depth(desk: Desk, links: int) -> str:
    """ "2 links back"."""
    return desk.t.plural("{n} link back", "{n} links back", links)


def note(desk: Desk, found: Behind) -> str:
    """For the banner: how deep, and how many requirements are missing."""
    t = desk.t
    if not found.members:
        return t("nothing behind it")
    missing = len(found.links) - found.required
    lacking = t.plural("{n} requirement missing", "{n} requirements missing", missing)
    return " · ".join([depth(desk, found.depth), *([lacking] if missing else [])])


def whose(desk: Desk, step: Id) -> str:
    """The lane, and who owns the step: its own owner, the lane's, the unit; of a supplier who answers."""
    record = desk.journey.steps[step]
    lane = desk.journey.lanes[record.lane]
    if lane.kind == "supplier" and (lane.accountable or "").strip():
        owner = desk.t("{unit} answers", unit=(lane.accountable or "").strip())
    else:
        names = ((name or "").strip() for name in (record.owner, lane.owner, lane.unit))
        owner = next((name for name in names if name), "")
    return " · ".join(dict.fromkeys(part for part in (lane.name, owner) if part))


def joined_by_customer(desk: Desk) -> str:
    """Of a member none of whose links lies in the chain."""
    return desk.t("reaches it only through {the_guest}", **customer_forms(desk.journey, desk.t))


def leads(desk: Desk, link: Link) -> str:
    """Where the link leads, over what, and within how long."""
    t = desk.t
    to = link.source if link.kind == "order" else link.target
    words = [t("to “{step}”", step=name_of(desk.journey.steps.get(to)))]
    if link.kind is not None and link.kind != "flow":
        kind = dict(fields.LINK_KINDS)[link.kind]
        words.append(t(kind).lower())
    return " · ".join([*words, promised(desk, link)])


def promised(desk: Desk, link: Link) -> str:
    """The time that is said of the link: calendar days, else waiting, else that nobody has said."""
    t, days = desk.t, read_quantity(link.lead_days, PLAIN)
    if days is not None and days.low == days.high:
        return t.plural("within {n} day", "within {n} days", days.point)
    if days is not None:
        return t("within {low}–{high} days", low=t.number(days.low, 1), high=t.number(days.high, 1))
    wait = phrase(link.wait_minutes, MINUTE, t)
    return t("waits {time}", time=wait) if wait else t("no time said")
