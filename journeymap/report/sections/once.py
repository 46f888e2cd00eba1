"""Say it once, and nobody's customer: what is asked again, what is never passed on, who waits for nobody."""

from __future__ import annotations

from journeymap.analysis.further import Further
from journeymap.analysis.say_once import Repeat, Unpassed
from journeymap.analysis.unattended import Unattended
from journeymap.model.reading import name_of
from journeymap.report.block import Block
from journeymap.report.headings import subhead
from journeymap.report.matter import Matter, one_line
from journeymap.report.nouns import customer
from journeymap.report.numbers import at_start
from journeymap.report.section import Section
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import TABLE


def once(matter: Matter) -> Section | None:
    """None where nothing is asked twice and nobody waits alone; an extract says nothing of others' steps."""
    if matter.lane is not None:
        return None
    t, further = matter.t, matter.further
    blocks: list[Block] = []
    if further.say_once.repeats or further.say_once.gaps:
        blocks.append(_asked(matter, further))
    if further.unattended:
        head = t("Nobody's {guest}", **customer(matter))
        note = t("where the waiting has nobody at its end")
        blocks += [*([subhead(head, t.language, note)] if blocks else []), _waits(matter, further)]
    if not blocks:
        return None
    return Section(t("Say it once"), _finding(matter, further), blocks, "once", own_page=False)


def _finding(matter: Matter, further: Further) -> str:
    asked = [one for one in further.say_once.repeats if not one.required]
    items = len({one.item for one in asked})
    if items:
        return matter.plural("One detail is asked for again", "{Count} details are asked for again", items)
    if further.say_once.gaps:
        count = len(further.say_once.gaps)
        return matter.plural("One detail is not passed on", "{Count} details are not passed on", count)
    if further.unattended:
        count = len(further.unattended)
        return matter.plural("At one step somebody waits for nobody",
                             "At {count} steps somebody waits for nobody", count)  # fmt: skip
    return matter.t("Only what the law demands is asked for again")


def _asked(matter: Matter, further: Further) -> Block:
    t = matter.t
    columns = [
        Column(t("Detail"), share=1, heads_rows=True, type=TABLE),
        Column(t("Asked for at"), share=1.2, type=TABLE),
        Column(t("Again, or needed, at"), share=1.2, type=TABLE),
        Column(t("What happens to it"), share=1.1, type=TABLE),
    ]
    rows = [_repeat(matter, one) for one in further.say_once.repeats]
    rows += [_unpassed(matter, one) for one in further.say_once.gaps]
    return table(columns, rows, t, summary=t("Say it once"))


def _repeat(matter: Matter, one: Repeat) -> Row:
    t = matter.t
    said = [t("told on the way") if one.known else t("not told on the way")]
    said += [t("must be asked again by law")] if one.required else []
    return Row(
        [
            _item(matter, one.item),
            matter.step_name(one.first),
            matter.step_name(one.again),
            at_start(", ".join(said)),
        ]
    )


def _unpassed(matter: Matter, one: Unpassed) -> Row:
    t = matter.t
    asked = "\n".join(matter.step_name(step) for step in one.asked_at)
    happens = t("Nobody passes it on") if asked else t("No step asks for it")
    return Row([_item(matter, one.item), asked or "–", matter.step_name(one.step), happens])


def _item(matter: Matter, id: str) -> str:
    return one_line(name_of(matter.journey.items.get(id)))  # type: ignore[call-overload]


def _waits(matter: Matter, further: Further) -> Block:
    t = matter.t
    columns = [
        Column(t("Waits at"), share=1.2, heads_rows=True, type=TABLE),
        Column(t("How long"), 90, type=TABLE),
        Column(t("What is lacking"), share=1, type=TABLE),
        Column(t("Comes next"), share=1.2, type=TABLE),
    ]
    rows = [_waiting(matter, one) for one in further.unattended]
    return table(columns, rows, t, before=4, summary=t("Nobody's {guest}", **customer(matter)))


def _waiting(matter: Matter, one: Unattended) -> Row:
    t = matter.t
    lacking = t("Nobody comes next") if one.why == "no_next" else t("Nobody owns what comes next")
    wait = "–" if one.wait is None else t("{n} min", n=t.number(one.wait.point))
    after = "\n".join(matter.step_name(step) for step in one.next)
    return Row([matter.step_name(one.step), wait, lacking, after or "–"])
