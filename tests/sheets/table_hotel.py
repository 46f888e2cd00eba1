"""The hotel of METHOD 5 as somebody would type it into tables, sheet by sheet, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Row = Mapping[str, str]


def _rows(columns: str, *lines: str) -> Sequence[Row]:
    """Rows of cells: columns by name, cells apart by |."""
    names = columns.split()
    return [dict(zip(names, (cell.strip() for cell in line.split("|")), strict=False)) for line in lines]


JOURNEY = {"title": "Hotellerbjudandet", "customer_word": "gäst", "journeys_per_year": "20 000"}
LANES = _rows(
    "name kind unit accountable",
    "Gästen | kund | |",
    "Centrala erbjudanden | avdelning | Hotel AB/Centralt/Erbjudanden |",
    "Receptionen | avdelning | Hotel AB/Huset/Receptionen |",
    "Kundtjänst | avdelning | Hotel AB/Centralt/Kundtjänst |",
    "Rumslager | avdelning | Hotel AB/Centralt/Rumslager |",
    "Städfirman | leverantör | Ren AB | Hotel AB/Huset/Husfrun",
)
STEPS = _rows(
    "title lane stage own_minutes asks makes honours critical value_in_use goal end customer_present",
    "Planerar | Gästen | Boka | 5 | | | | | | | |",
    "Bokar | Centrala erbjudanden | Boka | 12 | Namn; Ankomst; Kort | | | | | | | ja",
    "Mejl med erbjudande | Centrala erbjudanden | Erbjudandet | 3 | | Större rum | | | | | | ja",
    "Tackar ja | Gästen | Erbjudandet | 2 | | | | | | | |",
    "Bekräftelse | Centrala erbjudanden | Erbjudandet | 1 | | Större rum | | | | | | ja",
    "Tilldelar rum | Rumslager | Erbjudandet | | | | | | | | | nej",
    "Incheckning på nätet | Receptionen | Ankomsten | 4 | Namn; Ankomst; Kort | | | | | | | ja",
    "Köar | Gästen | Ankomsten | 0 | | | | | | | |",
    "Disken | Receptionen | Ankomsten | 5 | | | Större rum | ja | | | | ja",
    "Tvist | Receptionen | Ankomsten | 8 | | | | ja | | | | ja",
    "Gästen ringer | Gästen | Ankomsten | 2 | | | | | | | |",
    "Telefonlinjen | Kundtjänst | Ankomsten | 6 | | | | | | | | ja",
    "Rummet klart | Städfirman | Ankomsten | | | | | | | | | nej",
    "Nyckeln | Receptionen | Ankomsten | 1 | | | | | | | | ja",
    "Sover | Gästen | Natten | 480 | | | | ja | ja | | |",
    "Utcheckning | Receptionen | Hemresan | 4 | | | | | | ja | | ja",
    "Enkäten | Centrala erbjudanden | Hemresan | 3 | | | | | | | ja | ja",
)
LINKS = _rows(
    "source target kind share carrier info wait_minutes",
    "Planerar | Bokar | väg",
    "Bokar | Mejl med erbjudande | väg | | verksamheten | ja",
    "Mejl med erbjudande | Tackar ja | väg | 18 % | kunden | nej",
    "Mejl med erbjudande | Incheckning på nätet | väg | 28,7 | kunden",
    "Mejl med erbjudande | Köar | väg | 53,3 | kunden",
    "Tackar ja | Bekräftelse | väg",
    "Bekräftelse | Köar | väg | | kunden | nej",
    "Incheckning på nätet | Köar | väg",
    "Köar | Disken | väg | | kunden",
    "Disken | Tvist | väg | 5,4",
    "Disken | Nyckeln | väg | 94,6",
    "Tvist | Nyckeln | väg | 75",
    "Tvist | Gästen ringer | hänvisning | 25 | kunden | nej",
    "Gästen ringer | Telefonlinjen | väg | | kunden | nej",
    "Telefonlinjen | Tvist | hänvisning | 80 | kunden | nej",
    "Telefonlinjen | Sover | väg | 20",
    "Nyckeln | Sover | väg",
    "Sover | Utcheckning | väg",
    "Utcheckning | Enkäten | väg | | verksamheten | ja",
    "Bekräftelse | Tilldelar rum | information | | | ja",
    "Bokar | Tilldelar rum | information | | | ja",
    "Bokar | Disken | information | | | ja",
    "Bokar | Incheckning på nätet | information | | | nej",
    "Rummet klart | Nyckeln | information | | | delvis | 35",
)
FRICTIONS = _rows(
    "title at hits wait_minutes work_minutes value_lost critical votes",
    "Sover inte | Sover | 5 (3-8) | 0 | 5 (2-10) | 50 (25-80) | ja |",
    "Bekräftat erbjudande hålls inte | Disken | 5,4 (3-8) | 12 (5-20) | 8 (4-15) | 10 (5-30) | ja |",
    "Skickas till telefonlinjen och tillbaka | Telefonlinjen | 1,6875 (0,8-2,5) | 25 (10-40) | 10 (5-15) | 0"
    " | | 8/12",
    "Kö | Köar | 60 (50-70) | 7 (4-10) | 0 | 0 | |",
    "Rummet inte klart | Rummet klart | 4 (2-6) | 35 (15-60) | 3 (1-5) | 0 | | 4 av 12",
    "Frågas igen | Incheckning på nätet | 28,7 (28-30) | 0 | 4 (2-6) | 0 | |",
    "Enkäten frågar fel sak | Enkäten | 30 (20-40) | 0 | 3 (2-4) | 0 | |",
    "Fel på fakturan | Utcheckning | 2 (1-4) | 5 (2-10) | 15 (8-25) | 0 | |",
    "Vem klagar man hos | Tvist | 1-3 | | | 0 | |",
)
HOURS = [4333, 1278, 197, 1400, 507, 383, 300, 133]
"""METHOD 5's table: hours a year by rank."""
