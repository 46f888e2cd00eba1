"""A map with every kind of thing and every state once: what goldens and the legend are held to."""

from __future__ import annotations

from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import (
    Evidence,
    Friction,
    Head,
    Lane,
    Link,
    Note,
    Order,
    Promise,
    Record,
    Requirement,
    Stage,
    Step,
    Votes,
    Wall,
)

LANES = """
cust|Kunden|customer||
shop|Butiken|department|Handel AB/Butik/City|
desk|Kundtjänst|department|Handel AB/Huvudkontor/Kundtjänst|
case|Ärendesystemet|system|Handel AB/IT|
firm|Verkstaden|supplier|Fix AB|Handel AB/Butik/City
lost|Budet|supplier|Bud AB|
"""


def elements() -> Journey:
    """One of everything, small enough to be read as a page."""
    return journey_of(*_frame(), *_steps(), *_links(), *_rest(), head=_head())


def _head() -> Head:
    return Head(
        title="Element och tillstånd", language="sv", customer_word="customer", organisation="Handel AB",
        state="to_be", journeys_per_year=5000, goal_minutes=60,
    )  # fmt: skip


def _frame() -> list[Record]:
    lanes: list[Record] = []
    for order, line in enumerate(LANES.strip().splitlines()):
        id, name, kind, unit, accountable = line.split("|")
        shown = "Fixarna" if id == "firm" else None
        lanes.append(
            Lane(
                id=Id(id), name=name, kind=kind, unit=unit or None, shown_as=shown, order=order,  # type: ignore[arg-type]
                accountable=accountable or None,
            )
        )  # fmt: skip
    stages: list[Record] = [
        Stage(id=Id("s1"), name="Före", order=1),
        Stage(id=Id("s2"), name="Under", order=2),
        Stage(id=Id("s3"), name="Efter", order=3),
    ]
    return lanes + stages


def _steps() -> list[Step]:
    def step(id: str, lane: str, column: int, title: str, **facts: object) -> Step:
        stage = Id("s1" if column < 3 else "s2" if column < 6 else "s3")
        place = {"lane": Id(lane), "column": column, "stage": stage}
        return Step(id=Id(id), title=title, **place, **facts)  # type: ignore[arg-type]

    def felt(expectation: int, experience: int) -> dict[str, object]:
        return {"expectation": expectation, "experience": experience}

    return [
        step("plan", "cust", 0, "Planerar", start=True, **felt(1, 1)),
        step("visit", "shop", 1, "Lämnar in telefonen", makes=(Id("p1"), Id("p2")), **felt(2, 1)),
        step("wait", "cust", 2, "Väntar på besked", **felt(2, -1)),
        step("call", "desk", 3, "Svarar i telefon", critical=True, honours=(Id("p1"),), recovery=True,
             mandate="unknown", **felt(1, -2)),
        step("pass", "shop", 4, "Vidare\u00adbefordrar ärendet", critical_votes=Votes(yes=7, of=9),
             **felt(1, -3)),
        step("log", "case", 3, "Ärendet läggs upp", customer_present=False),
        step("fix", "firm", 4, "Avfalls\u00adhanterings\u00adavgifts\u00adreglering"),
        step("van", "lost", 5, "Kör hem telefonen"),
        step("give", "shop", 6, "Lämnar ut telefonen", honours=(Id("p2"),), goal=True, **felt(2, 1)),
        step("use", "cust", 7, "Använder telefonen", value_in_use=True, **felt(2, 2)),
        step("poll", "desk", 8, "Skickar enkät", end=True, system_support="none", **felt(0, -1)),
        step("gone", "cust", 8, "Byter butik"),
        step("twin", "cust", 2, "Ringer en vän", order=1),
    ]  # fmt: skip


def _links() -> list[Link]:
    def link(id: str, source: str, target: str, **facts: object) -> Link:
        return Link(id=Id(id), source=Id(source), target=Id(target), **facts)  # type: ignore[arg-type]

    return [
        link("k01", "plan", "visit"),
        link("k02", "visit", "wait", share=0.9),
        link("k03", "wait", "call", share=0.6, info="no", carrier="customer"),
        link("k04", "wait", "give", share=0.4),
        link("k05", "call", "pass", kind="refer", carrier="customer", info="no", share=0.15),
        link("k06", "call", "give", share=0.85, label="de flesta"),
        link("k07", "pass", "give", carrier="customer", info="no"),
        link("k08", "give", "use", info="unknown"),
        link("k09", "use", "poll", carrier="company", info="yes", share=0.95),
        link("k10", "wait", "twin", share=0.0),
        link("k11", "use", "gone", kind="exit"),
        link("i01", "visit", "log", kind="info", info="yes", requirement=Requirement(text="Samma dag")),
        link("i02", "log", "call", kind="info", info="partial"),
        link("i03", "visit", "fix", kind="info", info="no"),
        link("i04", "fix", "give", kind="info", info="yes", wait_minutes=45),
        link("i05", "call", "wait", kind="status"),
        link("o01", "pass", "fix", kind="order", order=Order(asked_why=True)),
        link("o02", "fix", "van", kind="order", order=Order(refused=True)),
        link("x01", "call", "log", kind="shadow"),
    ]


def _friction(id: str, title: str, at: str, hits: float, wait: int, critical: bool | None = None) -> Friction:
    return Friction(
        id=Id(id), title=title, at=Id(at), hits=hits, wait_minutes=wait, work_minutes=0, value_lost=0,
        critical=critical,
    )  # fmt: skip


def _rest() -> list[Record]:
    return [
        Promise(id=Id("p1"), text="Besked inom en dag"),
        Promise(id=Id("p2"), text="Klar på fem dagar"),
        _friction("f1", "Får inget besked", "call", 0.5, 30, critical=True),
        _friction("f2", "Får börja om", "call", 0.2, 15),
        _friction("f3", "Kö", "visit", 0.4, 9),
        Friction(id=Id("f4"), title="Fel pris", at=Id("give"), hits=0.1),
        _friction("f5", "Krånglig lucka", "give", 0.1, 1),
        _friction("f6", "Trångt", "give", 0.1, 2),
        _friction("f7", "Väntan på bud", "i04", 0.1, 60),
        Friction(id=Id("f8"), title="Skylten saknades", at=Id("plan"), status="solved"),
        Evidence(id=Id("e1"), about=Id("plan"), level="assumed"),
        Evidence(id=Id("e2"), about=Id("visit"), level="heard"),
        Evidence(id=Id("e3"), about=Id("call"), level="observed"),
        Evidence(id=Id("e4"), about=Id("give"), level="measured"),
        Note(id=Id("n1"), text="Fråga hur det var förr", lane=Id("shop"), column=3),
        Wall(id=Id("w1"), key="promise:visit:call:p1", excuse="Det är butiken, inte vi"),
        Wall(id=Id("w2"), key="silent:fix:give", state="confirmed"),
        Wall(id=Id("w3"), key="drawn:van:give", state="drawn", source=Id("van"), target=Id("give")),
    ]
