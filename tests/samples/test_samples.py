"""The samples are whole, canonical, and count what a person counts on the map by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeymap.analysis.examine import examine
from journeymap.analysis.findings import Findings
from journeymap.resources import samples
from journeymap.storage import files

ALL = sorted(samples().glob("*.journey"))


def examined(name: str) -> Findings:
    return examine(files.load(samples() / name).journey)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_sample_needs_no_repair_and_saves_to_the_same_bytes(path: Path, tmp_path: Path) -> None:
    loaded = files.load(path)
    assert not loaded.repairs
    assert not loaded.read_only
    again = tmp_path / path.name
    files.save(loaded.journey, again)
    assert again.read_bytes() == path.read_bytes()


def test_the_hotel_counts() -> None:
    """24 links: 19 the guest or the work travels, 5 of information.

    Contacts, the links with one end in the guest's lane: plan-book, offer-accept, offer-queue,
    accept-confirm, confirm-queue, online-queue, queue-desk, dispute-phones, phones-line,
    line-sleep, key-sleep, sleep-checkout. Hand-offs: offer to online and desk, confirm to desk,
    dispute to line and back, checkout to survey.
    """
    figures = examined("hotel.journey").figures
    assert (figures.lanes, figures.steps, figures.links) == (6, 17, 24)
    assert (figures.contacts, figures.handoffs, figures.critical_moments) == (12, 6, 3)
    assert (figures.walls_certain, figures.walls_suspected) == (8, 2)
    assert figures.customer_hours_per_year == pytest.approx(8530.875, rel=1e-9)
    assert figures.goal_minutes == 510  # 5 + 12 + 3 + 0 + 5 + 1 + 480 + 4
    assert figures.expected_handoffs == pytest.approx(1.03375, rel=1e-9)
    assert figures.minimum_handoffs == 1


def test_the_hotel_walls() -> None:
    found = {(wall.key, wall.certainty) for wall in examined("hotel.journey").walls}
    assert found == {
        ("memory:book:online:arrival", "certain"),
        ("ping_pong:dispute+line+phones", "certain"),
        ("promise:confirm:desk:bigroom", "certain"),
        ("promise:offer:desk:bigroom", "certain"),
        ("referral:confirm:desk", "certain"),
        ("referral:dispute:line", "certain"),
        ("referral:line:dispute", "certain"),
        ("referral:offer:desk", "suspected"),
        ("referral:offer:online", "suspected"),
        ("silent:ready:key", "certain"),
    }


def test_the_phone_repair_counts() -> None:
    """21 links: 15 on the road (6 of them sent on or back), 4 of information, an order, shadow work.

    A call happens in V = 0.45 + 0.6·0.5·0.7·V journeys, so V = 0.45 / 0.79. Each call brings
    0.7 changes of owner to the service desk, 0.35 to the workshop and 0.35 + 0.35 back to the shop:
    1.75·V in all. Nobody who is not kept waiting meets a second owner: the fewest is 0.
    G = 10 + 20 + 0 + 15 + 45 + 0.
    """
    figures = examined("phone-repair.journey").figures
    assert (figures.lanes, figures.steps, figures.links) == (6, 17, 21)
    assert (figures.contacts, figures.handoffs, figures.critical_moments) == (9, 5, 2)
    assert figures.expected_handoffs == pytest.approx(1.75 * 0.45 / 0.79, rel=1e-9)
    assert figures.minimum_handoffs == 0
    assert figures.goal_minutes == 90


def test_the_phone_repair_walls() -> None:
    found = {(wall.key, wall.certainty) for wall in examined("phone-repair.journey").walls}
    assert found == {
        ("memory:intake:search:imei", "certain"),
        ("ping_pong:answer+calls+hotline+rings+search", "certain"),
        ("referral:answer:search", "certain"),
        ("referral:search:collect", "suspected"),
        ("refusal:board:review", "certain"),
        ("silent:board:collect", "certain"),
        ("supplier:hotline:answer", "certain"),
        ("supplier:hotline:collect", "suspected"),
        ("supplier:search:hotline", "certain"),
    }


def test_the_hotel_ranking() -> None:
    findings = examined("hotel.journey")
    assert [friction.id for friction in findings.ranked] == ["F3", "F1", "F2", "F4", "F6", "F5", "F7", "F9"]
    assert [friction.id for friction in findings.unranked] == ["F8"]


def test_the_service_office_counts() -> None:
    """20 links: 14 on the road, 5 of information, an order.

    A = expected hand-offs while waiting with the office met last, C with the shop, D at the
    delivery, E at “Det er lageret sitt”: A = 0.6(1 + D) + 0.4E, C = A + 0.4, D = 0.1(1 + E),
    E = 0.3(1 + C) + 0.7A, which gives A = 0.8532 / 0.54. Hand-offs: answer to deliver; chase to
    chat and deliver; chat to deliver and chase; deliver to chase.
    """
    figures = examined("service-office.journey").figures
    assert (figures.lanes, figures.steps, figures.links) == (7, 16, 20)
    assert (figures.contacts, figures.handoffs, figures.critical_moments) == (9, 6, 2)
    assert (figures.walls_certain, figures.walls_suspected) == (7, 3)
    assert figures.expected_handoffs == pytest.approx(0.8532 / 0.54, rel=1e-9)
    assert figures.minimum_handoffs == 1
    assert figures.goal_minutes == 72  # 10 + 6 + 8 + 0 + 3 + 45 + 0


def test_the_service_office_requirements_stop_before_the_warehouse() -> None:
    """Of the 14 links behind the two moments, two carry a requirement, and both end at the office.

    Behind the delivery: answer-waits, waits-deliver, waits-asks, asks-chase, chase-waits, chase-chat,
    chat-waits run through the fitter; between listed steps stand chase-chat, answer-place,
    place-pick, pick-drive, drive-deliver, pick-buy, pick-chase.
    """
    loaded = files.load(samples() / "service-office.journey")
    findings = examine(loaded.journey)
    behind = set(findings.back_chains["deliver"])  # type: ignore[index]
    assert {"pick", "place", "drive", "buy"} <= behind
    stated = {link.id for link in loaded.journey.links.values() if link.requirement}
    assert stated == {"answer-waits", "answer-place"}
    assert findings.figures.requirement_coverage == pytest.approx(1 / 7, rel=1e-9)


def test_the_school_transport_counts() -> None:
    """19 links: 13 on the road, 2 orders (one refused), shadow work, 3 of information.

    L = expected hand-offs from the contact centre, A while waiting with school transport met last:
    A = 1 + 0.35L, L = 1.72 + 0.35L, and the page to the application is one more.
    """
    figures = examined("school-transport.journey").figures
    assert (figures.lanes, figures.steps, figures.links) == (6, 17, 19)
    assert (figures.contacts, figures.handoffs, figures.critical_moments) == (10, 6, 2)
    assert figures.expected_handoffs == pytest.approx(2 + 0.35 * 1.72 / 0.65, rel=1e-9)
    assert figures.minimum_handoffs == 2
    assert figures.goal_minutes == 77  # 10 + 20 + 25 + 0 + 10 + 10 + 2 + 0


def test_the_school_transport_walls() -> None:
    found = {(wall.type, wall.certainty) for wall in examined("school-transport.journey").walls}
    assert {("refusal", "certain"), ("referral", "certain"), ("ping_pong", "certain")} <= found
