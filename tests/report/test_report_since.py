"""What changed since an earlier version: walls by hand, hours by hand, and words for both."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import msgspec
from report_maps import DAY, hotel, pages, report

from journeymap.analysis.examine import examine
from journeymap.i18n.catalogue import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Friction, Link, Record, Requirement
from journeymap.report.edition import Edition, matter_of
from journeymap.report.matter import Earlier, Matter
from journeymap.report.since import difference


def changed(journey: Journey, id: str, **fields: Any) -> Journey:
    """The journey with other answers in one record."""
    record = journey.get(Id(id))
    assert record is not None
    kind: type[Record] = type(record)
    table = {**journey.of(kind), Id(id): msgspec.structs.replace(record, **fields)}
    return replace(journey, tables={**journey.tables, kind: table})


def earlier(journey: Journey) -> Earlier:
    return Earlier(journey, examine(journey, trials=50), "19c204be" * 8, datetime.date(2026, 3, 1))


def compared(now: Journey, was: Journey, language: str = "en") -> Matter:
    edition = Edition(since=earlier(was))
    return matter_of(now, examine(now, trials=50), catalogue(language), DAY, edition)


def test_the_same_map_has_changed_in_nothing() -> None:
    matter = compared(hotel(), hotel())
    assert matter.since is not None
    found = difference(matter, matter.since)
    assert (found.torn, found.new, found.moved) == ([], [], [])
    assert found.share == 0
    assert all(not line.why for line in found.lines)
    text = " ".join("".join(pages(report(hotel(), "en", since=earlier(hotel())))).split())
    assert "Nothing that counts has changed" in text
    assert "knows of no earlier version" not in text


def test_hours_follow_the_answers() -> None:
    # F4 before: 0.84 of 20 000 guests wait 7 minutes = 1 960 hours; now 0.6 = 1 400 (METHOD 5)
    matter = compared(hotel(), changed(hotel(), "F4", hits=[0.7, 0.84, 0.9]))
    assert matter.since is not None
    line = difference(matter, matter.since).lines[0]
    assert (line.friction.id, round(line.before or 0), round(line.now or 0)) == ("F4", 1960, 1400)
    assert line.why == ("hits",)


def test_new_gone_and_solved_are_named() -> None:
    now = changed(hotel(), "F4", status="solved")
    was = replace(now, tables={**now.tables, Friction: {**hotel().frictions}})
    fewer = {id: one for id, one in was.frictions.items() if id != "F5"}
    was = replace(was, tables={**was.tables, Friction: fewer})
    more = Friction(id=Id("old"), title="Gammal", at=Id("queue"), hits=0.1, wait_minutes=6, work_minutes=0,
                    value_lost=0)  # fmt: skip
    was = replace(was, tables={**was.tables, Friction: {**fewer, more.id: more}})
    matter = compared(now, was)
    assert matter.since is not None
    why = {line.friction.id: line.why for line in difference(matter, matter.since).lines}
    assert (why["F4"], why["F5"], why["old"]) == (("solved",), ("new",), ("gone",))
    # 0.1 · 6 min · 20 000 / 60 = 200 hours that are gone
    gone = next(line for line in difference(matter, matter.since).lines if line.friction.id == "old")
    assert (gone.before, gone.now) == (200, None)


def standing(journey: Journey) -> set[str]:
    return {one.key for one in examine(journey, trials=1).walls if one.stands}


def test_walls_torn_and_built_are_those_that_an_answer_tears_and_builds() -> None:
    """Whoever passes on what they know tears a wall; taking the answer back builds it again."""
    now, torn_by = hotel(), []
    for link in now.links:
        told = changed(now, link, info="yes", carrier="company", kind="flow")
        if standing(told) < standing(now):
            torn_by.append(told)
    assert len(torn_by) >= 2, "several answers of the hotel tear walls"
    for told in torn_by:
        gone = standing(now) - standing(told)
        there, back = compared(told, now), compared(now, told)
        assert there.since is not None and back.since is not None
        torn, built = difference(there, there.since), difference(back, back.since)
        assert {wall.key for wall in torn.torn} == gone == {wall.key for wall in built.new}
        assert (torn.new, torn.moved, built.torn, built.moved) == ([], [], [], [])


def test_a_wall_that_keeps_one_side_has_moved() -> None:
    """The promise made in the offer mail is now to be kept at the queue's step beside the desk."""
    now = hotel()
    promise = next(iter(now.promises))
    elsewhere = changed(changed(now, "desk", honours=None), "dispute", honours=(promise,))
    matter = compared(elsewhere, now)
    assert matter.since is not None
    found = difference(matter, matter.since)
    moved = {(pair.before.target, pair.now.target) for pair in found.moved if pair.now.type == "promise"}
    assert moved == {("desk", "dispute")}


def test_without_a_volume_minutes_are_compared() -> None:
    now = replace(hotel(), head=msgspec.structs.replace(hotel().head, journeys_per_year=None))
    matter = compared(now, hotel())
    assert matter.since is not None
    found = difference(matter, matter.since)
    assert not found.in_hours
    assert found.share == 0, "the order key knows no volume"


def test_the_section_stands_in_three_languages() -> None:
    was = changed(hotel(), "F4", hits=[0.7, 0.84, 0.9])
    for language, said in (("sv", "6 % färre timmar"), ("nb", "6 % færre timer"), ("en", "6% fewer hours")):
        text = " ".join("".join(pages(report(hotel(), language, since=earlier(was)))).split())
        # 8 531 instead of 9 091 hours: 6.2 % fewer
        assert said in text.replace("\u00a0", " ")
        assert "19c2 04be" in text.replace("\u00a0", " ")


def test_links_may_be_gone_on_either_side() -> None:
    bare = replace(hotel(), tables={**hotel().tables, Link: {}})
    for now, was in ((bare, hotel()), (hotel(), bare), (Journey(), hotel()), (hotel(), Journey())):
        assert report(now, "sv", since=earlier(was)).startswith(b"%PDF")


def test_what_came_and_went_stands_by_name() -> None:
    """A solved friction, a new one without figures, a requirement more and one less."""
    was = hotel()
    links = [link for link in was.links.values() if link.requirement is None]
    asked, dropped = links[0].id, next(one.id for one in was.links.values() if one.requirement)
    now = changed(was, dropped, requirement=None)
    now = changed(now, asked, requirement=Requirement(text="Named guests within the hour"))
    now = changed(now, "F4", status="solved")
    new = Friction(id=Id("FX"), title="Nobody says when", at=was.frictions[Id("F4")].at)
    now = replace(now, tables={**now.tables, Friction: {**now.frictions, new.id: new}})
    text = " ".join("".join(pages(report(now, "en", since=earlier(was)))).split())
    assert "Frictions solved" in text
    assert "New frictions Nobody says when" in text
    assert "Requirements added" in text and "Named guests within the hour" in text
    assert "Requirements dropped" in text
    assert "fewer hours, one friction solved, one new friction, one new requirement" in text
