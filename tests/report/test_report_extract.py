"""Who may read what: 200 secrets in every text field, and none of them where it does not belong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from report_everything import everything
from report_maps import DAY, FINGERPRINT, hotel, pages, report
from report_secrets import Secrets, hidden_in_html, hidden_in_pdf, seeded

from journeymap.analysis.examine import examine
from journeymap.i18n.catalogue import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import is_customer_lane
from journeymap.report.edition import Edition, matter_of
from journeymap.report.matter import Earlier
from journeymap.report.summary import to_text
from journeymap.report.web.page import to_html
from journeymap.resources import samples
from journeymap.storage import files


def in_pdf(journey: Journey, **how: Any) -> str:
    return hidden_in_pdf(report(journey, "sv", **how))


def on_web(journey: Journey, **how: Any) -> str:
    edition = Edition(fingerprint=FINGERPRINT, **how)
    matter = matter_of(journey, examine(journey, trials=100), catalogue("sv"), DAY, edition, on_screen=True)
    return hidden_in_html(to_html(matter)) + hidden_in_html(to_text(matter).encode())


MADE = pytest.mark.parametrize("made", [in_pdf, on_web], ids=["pdf", "html and text"])


def maps() -> dict[str, Journey]:
    found = {
        name: files.load(samples() / f"{name}.journey").journey for name in ("hotel", "school-transport")
    }
    return {**found, "everything": everything()}


def own_records(journey: Journey, lane: str) -> tuple[set[str], set[str]]:
    """By brute force: ids of what is the lane's own to know, and of the customer's steps beside it."""
    own = {str(id) for id, step in journey.steps.items() if step.lane == lane}
    customers = {str(id) for id, step in journey.steps.items() if is_customer_lane(journey.lanes[step.lane])}
    beside: set[str] = set()
    for link in journey.links.values():
        for one, other in ((link.source, link.target), (link.target, link.source)):
            if one in own and other in customers:
                beside.add(str(other))
    links = {
        str(id)
        for id, link in journey.links.items()
        if {link.source, link.target} <= own | beside and {link.source, link.target} & own
    }
    frictions = {str(id) for id, one in journey.frictions.items() if one.at in own | links}
    about = own | links | frictions | {lane}
    kept = about | {
        str(one.id)
        for one in (*journey.evidence.values(), *journey.measures.values(), *journey.actions.values())
        if getattr(one, "about", None) in about
        or getattr(one, "step", None) in own
        or (getattr(one, "frictions", None) and set(one.frictions) <= frictions)
    }
    for id in own:
        step = journey.steps[Id(id)]
        kept |= {str(one) for one in (*(step.asks or ()), *(step.makes or ()), *(step.honours or ()))}
    for id in own | beside:
        step = journey.steps[Id(id)]
        kept |= {str(step.lane)} | ({str(step.stage)} if step.stage else set())
    return kept, beside


@MADE
@pytest.mark.parametrize("name", ["hotel", "school-transport", "everything"])
def test_an_extract_holds_nothing_of_the_others(made: Callable[..., str], name: str) -> None:
    journey = maps()[name]
    for lane in [one.id for one in journey.lanes.values() if one.kind in ("supplier", "department")][:3]:
        sown, secrets = seeded(journey)
        kept, beside = own_records(sown, lane)
        said = made(sown, lane=lane, profile="full")
        for (where, field), word in secrets.words.items():
            is_own = where in kept or (where in beside and field in ("title", "channel", "hours"))
            is_name = where == "head" and field in ("title", "organisation")
            assert word not in said or is_own or is_name, (lane, where, field)
        own = [word for (where, _), word in secrets.words.items() if where in kept and word in said]
        assert len(own) > 5, lane


@MADE
def test_the_earlier_version_behind_an_extract_tells_no_more(made: Callable[..., str]) -> None:
    was, secrets = seeded(hotel())
    earlier = Earlier(was, examine(was, trials=50))
    said = made(hotel(), lane=Id("reception"), profile="full", since=earlier)
    kept, beside = own_records(was, "reception")
    told = {where for where, word in secrets.words.items() if word in said}
    assert {where for where in told if where[0] not in kept | beside} == set()


def test_there_are_two_hundred_secrets_and_the_full_report_tells_them() -> None:
    """A search that finds nothing anywhere would prove nothing."""
    sown, secrets = seeded(hotel())
    assert len(secrets.words) >= 200
    said = in_pdf(sown, profile="full")
    assert len([word for word in secrets.words.values() if word in said]) > 0.9 * len(secrets.words)


def _people(secrets: Secrets) -> dict[tuple[str, str], str]:
    return {
        (where, field): word
        for (where, field), word in secrets.words.items()
        if field.startswith(("participants", "absent")) or field in ("by", "decision.by")
    }


@MADE
@pytest.mark.parametrize("profile", ["pseudonymised", "no_quotes"])
def test_names_of_people_are_nowhere(made: Callable[..., str], profile: str) -> None:
    for journey in maps().values():
        sown, secrets = seeded(journey)
        said = made(sown, profile=profile)
        assert {where: word for where, word in _people(secrets).items() if word in said} == {}


@MADE
def test_without_quotes_there_is_no_quote(made: Callable[..., str]) -> None:
    for journey in maps().values():
        sown, secrets = seeded(journey)
        said = made(sown, profile="no_quotes")
        quotes = {where: word for where, word in secrets.words.items() if where[1] in ("quote", "excuse")}
        assert quotes and {where: word for where, word in quotes.items() if word in said} == {}


def test_the_footer_names_the_extract() -> None:
    text = " ".join("".join(pages(report(hotel(), "sv", lane=Id("reception"), profile="full"))).split())
    assert "Utdrag: Receptionen" in text.replace("\u00a0", " ")


def test_a_lane_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        report(hotel(), "sv", lane=Id("nowhere"))
