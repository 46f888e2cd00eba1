"""The flat table: what it holds comes back equal, what it does not hold is told, nothing is a formula."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.exchange import exporters
from journeymap.exchange.arriving import Arrival, arrive, new_map
from journeymap.exchange.left_behind import left_behind
from journeymap.exchange.sources import source_of
from journeymap.i18n import LANGUAGES, catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import (
    Evidence,
    Friction,
    Item,
    Lane,
    Link,
    Promise,
    Stage,
    Step,
)
from journeymap.resources import samples
from journeymap.storage import files

SOME = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
words = (
    st.text(st.sampled_from("abåö=+-@'\",;–•()1.%|* "), min_size=1, max_size=12).map(str.strip).filter(bool)
)
paragraphs = st.lists(words, min_size=1, max_size=3).map("\n".join)
numbers = st.integers(-5, 40) | st.floats(-50, 1000, allow_nan=False).map(lambda number: round(number, 3))
amounts = st.integers(0, 500) | st.floats(0, 500).map(lambda number: round(number, 2))
minutes = (
    amounts
    | st.lists(amounts, min_size=2, max_size=3).map(lambda parts: tuple(sorted(parts)))
    | st.sampled_from(["moment", "minutes", "long", "hours"])
)
feelings = st.integers(-3, 3) | st.floats(-3, 3).map(lambda number: round(number, 2))
flags = st.booleans() | st.none()


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def some_of(values: list[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=5) if values else st.just([])


LANE_KINDS = ["customer", "customers_customer", "department", "supplier", "system"]


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    """Maps as the editor makes them, of what a flat table holds: any order, any columns, any words."""
    lanes = [
        Lane(
            id=Id(f"lane{n}"),
            name=draw(words),
            kind=draw(
                st.sampled_from(["customer", "customers_customer", "department", "supplier", "system"])
            ),
            unit=draw(maybe(words)),
            accountable=draw(maybe(words)),
            order=draw(maybe(numbers)),
        )
        for n in range(draw(st.integers(1, 3)))
    ]
    stages = [
        Stage(id=Id(f"stage{n}"), name=draw(words), order=draw(maybe(numbers)))
        for n in range(draw(st.integers(0, 3)))
    ]
    promises = [Promise(id=Id(f"p{n}"), text=f"{n} {draw(words)}") for n in range(2)]
    items = [Item(id=Id(f"i{n}"), name=f"{n} {draw(words)}") for n in range(2)]
    steps = [draw(a_step(n, lanes, stages, promises, items)) for n in range(draw(st.integers(1, 5)))]
    pairs = [(one.id, other.id) for one in steps for other in steps if one is not other]
    links = [
        Link(id=Id(f"k{n}"), source=source, target=target, **draw(facts_of_a_link()))
        for n, (source, target) in enumerate(
            draw(st.lists(st.sampled_from(pairs), unique=True, max_size=6)) if pairs else []
        )
    ]
    told = draw(st.lists(st.tuples(st.sampled_from(steps), words), unique=True, max_size=4))
    frictions = [
        Friction(id=Id(f"f{n}"), at=step.id, title=title)
        for n, (step, title) in enumerate(dict.fromkeys(told))
    ]
    quotes = [
        Evidence(
            id=Id(f"e{n}"), about=step.id, level=draw(st.sampled_from(["heard", "assumed"])), quote=quote
        )
        for n, (step, quote) in enumerate(told)
    ]
    return journey_of(*lanes, *stages, *promises, *items, *steps, *links, *frictions, *quotes)


@st.composite
def a_step(draw: st.DrawFn, n: int, lanes: Any, stages: Any, promises: Any, items: Any) -> Step:
    def some(records: Any) -> tuple[Id, ...] | None:
        return (
            tuple(draw(st.lists(st.sampled_from([one.id for one in records]), unique=True, max_size=2)))
            or None
        )

    return Step(
        id=Id(f"step{n}"),
        title=draw(words),
        lane=draw(st.sampled_from([lane.id for lane in lanes])),
        stage=draw(maybe(st.sampled_from([stage.id for stage in stages]))) if stages else None,
        column=draw(maybe(numbers)),
        order=draw(maybe(numbers)),
        customer_present=draw(flags),
        start=draw(flags),
        end=draw(flags),
        goal=draw(flags),
        value_in_use=draw(flags),
        recovery=draw(flags),
        own_minutes=draw(maybe(minutes)),
        wait_minutes=draw(maybe(minutes)),
        channel=draw(maybe(words)),
        asks=some(items),
        makes=some(promises),
        honours=some(promises),
        reask_required=draw(flags),
        critical=draw(flags),
        critical_reason=draw(maybe(words)),
        expectation=draw(maybe(feelings)),
        experience=draw(maybe(feelings)),
        high_point=draw(flags),
        demand=draw(maybe(st.sampled_from(["value", "failure", "unknown"]))),
        system_support=draw(maybe(st.sampled_from(["good", "partial", "none", "unknown"]))),
        minutes_needed=draw(maybe(minutes)),
        minutes_given=draw(maybe(minutes)),
        mandate=draw(maybe(st.sampled_from(["can_solve", "must_ask", "none", "unknown"]))),
        owner=draw(maybe(words)),
        hours=draw(maybe(words)),
        description=draw(maybe(paragraphs)),
    )


def facts_of_a_link() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "kind": maybe(st.sampled_from(["flow", "refer", "info", "order", "status", "exit", "shadow"])),
            "share": maybe(st.floats(0, 1).map(lambda share: round(share, 3))),
            "label": maybe(words.filter(lambda text: text not in ("–",))),
            "carrier": maybe(st.sampled_from(["customer", "company", "unknown"])),
            "info": maybe(st.sampled_from(["yes", "partial", "no", "unknown"])),
        }
    )


LISTS = ("asks", "makes", "honours")


def held(journey: Journey) -> Any:
    """What a flat table holds of a map, said in another way than the exporter says it."""
    lanes = {step.lane for step in journey.steps.values()}
    stages = {step.stage for step in journey.steps.values()}

    def names(ids: Any, records: Any) -> tuple[str, ...]:
        return tuple(getattr(records[id], "text", None) or records[id].name for id in ids or ())

    steps = {}
    for id, step in journey.steps.items():
        fields = {name: getattr(step, name) for name in step.__struct_fields__ if name not in LISTS}
        made, kept = (names(ids, journey.promises) for ids in (step.makes, step.honours))
        lists = (names(step.asks, journey.items), made, kept)
        steps[id] = (fields, lists)
    return {
        "lanes": {id: lane for id, lane in journey.lanes.items() if id in lanes},
        "stages": {id: (stage.name, stage.order) for id, stage in journey.stages.items() if id in stages},
        "steps": steps,
        "links": Counter(
            (one.source, one.target, one.kind or "flow", one.share, one.label, one.carrier, one.info)
            for one in journey.links.values()
        ),
        "frictions": Counter((one.at, one.title.casefold()) for one in journey.frictions.values()),
        "quotes": Counter((one.about, one.level, one.quote) for one in journey.evidence.values()),
    }


def came(data: bytes) -> Arrival:
    book = source_of(data, "map.csv").book
    assert book is not None
    return arrive(book.sheets[0])


def back(data: bytes) -> Journey:
    arrival = came(data)
    assert arrival.told.problems == () and arrival.told.remarks == ()
    return new_map([arrival.told], title="x", language="sv", created="2026-01-01")


@SOME
@given(journeys(), st.sampled_from(LANGUAGES))
def test_what_it_holds_comes_back_equal(journey: Journey, language: str) -> None:
    data = exporters["csv"](journey, catalogue(language))
    returned = back(data)
    assert held(returned) == held(journey)
    assert exporters["csv"](returned, catalogue(language)) == data


@SOME
@given(journeys())
def test_no_cell_begins_like_a_formula(journey: Journey) -> None:
    text = exporters["csv"](journey, catalogue("sv")).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=";"):
        for cell in row:
            bare = cell.lstrip()
            assert bare[:1] not in tuple("=+@\t\r") or bare.lstrip("+").replace(",", "").isdecimal()
            assert not bare.startswith("-") or bare.lstrip("-").replace(",", "").replace(".", "").isdecimal()


@pytest.mark.parametrize("sample", sorted(samples().glob("*.journey")), ids=lambda path: path.stem)
def test_the_samples_come_back(sample: Any) -> None:
    journey = files.load(sample).journey
    data = exporters["csv"](journey, catalogue("nb"))
    returned = back(data)
    wanted, found = held(journey), held(returned)
    assert found["steps"] == wanted["steps"] and found["lanes"].keys() == wanted["lanes"].keys()
    assert exporters["csv"](returned, catalogue("nb")) == data


def test_it_opens_in_nordic_excel_by_a_double_click() -> None:
    data = exporters["csv"](files.load(samples() / "hotel.journey").journey, catalogue("sv"))
    assert data.startswith(b"\xef\xbb\xbf") and data.splitlines()[0].count(b";") == 47
    assert b"0,287" in data


def test_into_its_own_map_it_changes_nothing() -> None:
    """Rows with ids of this map bring their steps up to date; nothing is added twice."""
    journey = files.load(samples() / "hotel.journey").journey
    document = Document(journey)
    verbs.bring_in(document, came(exporters["csv"](journey, catalogue("sv"))).told)
    assert document.journey == journey


def test_a_changed_row_changes_its_step() -> None:
    journey = files.load(samples() / "hotel.journey").journey
    text = (
        exporters["csv"](journey, catalogue("en")).decode("utf-8-sig").replace("Planerar en helg", "Planerar")
    )
    document = Document(journey)
    verbs.bring_in(document, came(text.encode()).told)
    assert document.journey.steps[Id("plan")].title == "Planerar"
    assert len(document.journey.steps) == len(journey.steps)


@pytest.mark.parametrize(("language", "word"), [("sv", "Åtgärder"), ("nb", "Tiltak"), ("en", "Actions")])
def test_what_stays_out_is_told(language: str, word: str) -> None:
    journey = files.load(samples() / "hotel.journey").journey
    said = left_behind(journey, catalogue(language))
    assert f"{word} (3)" in said and ".xlsx" in said
    assert left_behind(back(exporters["csv"](journey, catalogue("sv"))), catalogue("sv")) == ""
