"""A permit to build: 60 steps in 9 lanes with long Swedish words, as dense as real maps get."""

from __future__ import annotations

from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Friction, Head, Lane, Link, Promise, Record, Requirement, Stage, Step

LANES = """
l|Familjen Lind|customer|
k|Kontaktcenter|department|Kommunen/Service/Kontaktcenter
b|Bygglovsenheten|department|Kommunen/Samhällsbyggnad/Bygglov
m|Miljöenheten|department|Kommunen/Miljö/Tillsyn
r|Räddningstjänsten|department|Förbundet Nord/Räddning
v|VA-bolaget|department|VA Nord AB/Kundservice
n|Nämndsekretariatet|department|Kommunen/Kansli/Nämnd
t|Kartverkstaden|department|Kommunen/Samhällsbyggnad/Karta
g|Mätfirman Geo AB|supplier|Geo AB
"""
STAGES = "Drömmen:0 Ansökan:3 Komplettering:8 Remiss:13 Beslut:17 Bygget:20 Inflyttning:24"
STEPS = """
l 0 Vill bygga ut|l 1 Läser webb\u00adplatsen|k 2 Svarar i telefon|b 3 Förhands\u00adrådgivning
l 4 Ritar själv|k 4 Tipsar om blanketten|l 5 Skickar bygglovs\u00adansökan|m 5 Frågas om strandskydd
v 5 Kapacitets\u00adkontroll|k 6 Tar emot ärendet|r 6 Ser över vägen|b 7 Ger ärendet nummer
n 7 Diarieför|t 7 Kontrollerar plankarta|b 8 Granskar handlingarna|l 9 Får begäran om komplettering
k 9 Kan inte svara på frågan|b 10 Handläggaren på semester|l 11 Skickar ritningar igen
k 11 Öppnar nytt ärende|b 12 Ärendet komplett|n 12 Söker i diariet|t 12 Beställer nybyggnads\u00adkarta
m 13 Bedömer avloppet|r 13 Brandskydds\u00adyttrande|v 13 VA-anslutnings\u00adbesked|g 13 Mäter in tomten
t 14 Ritar nybyggnads\u00adkarta|b 15 Väger samman svaren|m 15 Granne\u00adhörande|r 15 Återremiss
v 15 Väntar på ritning|l 16 Väntar utan besked|k 16 ”Det ligger hos dem”|b 17 Skriver förslag
n 17 Kallar nämnden|b 18 Expedierar beslutet|n 18 Nämnd\u00adsammanträde|l 19 Får beslutet
k 19 Bokar samråd|l 20 Anlitar byggare|b 20 Tekniskt samråd|n 20 Arkiverar beslutet
t 20 Uppdaterar kartan|l 21 Börjar bygga|b 21 Startbesked|v 21 Kopplar in vattnet
b 22 Arbetsplatsbesök|m 22 Energideklaration|r 22 Sotaren godkänner|g 22 Utstakning
l 23 Anmäler klart|b 23 Slutsamråd|b 24 Slutbesked|v 24 Slutfaktura vatten
n 24 Avslutar ärendet|t 24 Godkänner läget|g 24 Lägeskontroll|l 25 Flyttar in|k 25 Skickar enkät
"""
ROAD = """
l0-l1 l1-k2 k2-b3 k2-k4 b3-l4 k4-l4 l4-l5 l5-k6 k6-b7 b7-b8 b8-l9 l9-l11 l9-k9 k9-b10 k11-l11 l11-b12
b12-b15 b15-l16 l16-k16 l16-b17 b17-l19 l19-l20 l20-b20 b20-b21 b21-l21 l21-l23 l23-b23 b23-b24
b24-l25 l25-k25 l19-k19 k19-b20
"""
INFO = """
b3-m5 m5-v5 b7-n7 b7-t7 k6-r6 b12-m13 b12-r13 b12-v13 t12-g13 g13-t14 t14-b15 m13-m15 r13-r15 v13-v15
m15-b15 k11-n12 b17-n17 n17-n18 n18-b18 b20-n20 n20-t20 b21-v21 b22-m22 b22-r22 b22-g22 b24-v24 b24-n24
b24-t24 g24-t24
"""
CURVE = {0: 2, 1: 1.4, 3: 1.2, 4: 1.6, 5: 1.7, 6: 1, 8: 0.4, 9: -1.2, 11: -1.6, 12: 0, 15: -0.4, 16: -2.8,
         17: -1.2, 19: 0.5, 20: 1.3, 21: 1.4, 23: 1.2, 24: 1, 25: 2.4}  # fmt: skip
FRICTIONS = "l16:A l9:A l19:A b10:B g13:B l11:B v15:B v24:B b23:B k2:B k6:B b21:B"


def bygglov() -> Journey:
    """The whole map as a journey with shares, promises, refers and frictions."""
    records: list[Record] = [
        Lane(id=Id(p[0]), name=p[1], kind=p[2], unit=p[3] or None, order=n, accountable=_answers(p[0]))  # type: ignore[arg-type]
        for n, p in enumerate(line.split("|") for line in LANES.strip().splitlines())
    ]
    starts = [(name, int(at)) for name, at in (part.split(":") for part in STAGES.split())]
    records += [Stage(id=Id(f"s{n}"), name=name, order=n) for n, (name, _) in enumerate(starts)]
    for text in STEPS.replace("\n", "|").strip("|").split("|"):
        lane, column, title = text.split(" ", 2)
        stage = max(n for n, (_, at) in enumerate(starts) if at <= int(column))
        records.append(_step(lane, int(column), title, stage))
    records += [_link(pair, "flow") for pair in ROAD.split()]
    records += [_link(pair, "info") for pair in INFO.split()]
    records.append(_link("b10-k11", "refer"))
    records.append(Promise(id=Id("svar"), text="Svar inom tio veckor"))
    for n, (at, tier) in enumerate(part.split(":") for part in FRICTIONS.split()):
        records.append(
            Friction(
                id=Id(f"f{n:02}"), title=f"Friktion vid {at}", at=Id(at), hits=0.2,
                critical=tier == "A" or None, wait_minutes=(20 - n, 30 - n, 60), work_minutes=5, value_lost=0,
            )
        )  # fmt: skip
    head = Head(title="Bygglov för ett hus på landet", language="sv", state="as_is", organisation="Kommunen",
                customer_word="citizen", journeys_per_year=900)  # fmt: skip
    return journey_of(*records, head=head)


def _answers(lane: str) -> str | None:
    return "Kommunen/Samhällsbyggnad/Kartverkstaden" if lane == "g" else None


def _step(lane: str, column: int, title: str, stage: int) -> Step:
    id = Id(f"{lane}{column}")
    felt = CURVE.get(column) if lane in "lb" else None
    return Step(
        id=id, title=title, lane=Id(lane), column=column, stage=Id(f"s{stage}"),
        critical=id in ("l9", "l16", "l19") or None, start=id == "l0" or None, end=id in ("l25",) or None,
        goal=id == "l25" or None, value_in_use=id == "l25" or None,
        experience=felt, expectation=None if felt is None else max(felt, 0.8),
        makes=(Id("svar"),) if id == "k6" else None, honours=(Id("svar"),) if id == "l19" else None,
    )  # fmt: skip


def _link(pair: str, kind: str) -> Link:
    source, target = pair.split("-")
    told = {"l5-k6": "no", "l9-k9": "no", "l20-b20": "no", "k16-b17": "no", "b12-v13": "partial"}.get(pair)
    share = {"k2-k4": 0.1, "l9-k9": 0.2, "l16-k16": 0.3, "l19-k19": 0.05, "l25-k25": 0.4}.get(pair)
    needs = Requirement(text="Svar inom två veckor") if pair in ("b12-m13", "b12-r13") else None
    return Link(
        id=Id(pair), source=Id(source), target=Id(target), kind=kind,  # type: ignore[arg-type]
        info=told or ("yes" if kind == "info" else None), share=share, requirement=needs,  # type: ignore[arg-type]
        carrier="customer" if source.startswith("l") or target.startswith("l") else None,
        wait_minutes=40 if pair == "t14-b15" else None,
    )  # fmt: skip
