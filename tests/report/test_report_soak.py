"""Ten thousand random texts in every place a text can stand: nothing fails, nothing is lost."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import replace
from typing import Any

import msgspec
import page as validation
import pytest
from report_everything import everything
from report_maps import DAY, pages, report
from report_secrets import seeded
from tally import share_of, tally
from test_report_web import Tree

from journeymap.analysis.examine import examine
from journeymap.i18n.catalogue import catalogue
from journeymap.model.journey import Journey
from journeymap.picture.graphemes import drawn
from journeymap.report.edition import Edition, matter_of
from journeymap.report.summary import to_text
from journeymap.report.web.page import to_html

TEXTS = 10_000
RANGES = {
    "latin": [(0x20, 0x7E), (0xA1, 0x24F)],
    "nordic": [(0x61, 0x7A), (0xE4, 0xE6), (0xF6, 0xF8)],
    "greek and cyrillic": [(0x386, 0x3CE), (0x410, 0x44F)],
    "arabic and hebrew": [(0x627, 0x64A), (0x5D0, 0x5EA), (0x20, 0x2F)],
    "chinese and thai": [(0x4E00, 0x4F00), (0xE01, 0xE30)],
    "emoji": [(0x1F300, 0x1F64F), (0x1F1E6, 0x1F1FF), (0x200D, 0x200D), (0xFE0F, 0xFE0F)],
    "marks": [(0x61, 0x7A), (0x300, 0x36F), (0x20D0, 0x20F0)],
    "controls": [(0x0, 0x1F), (0x7F, 0xA0), (0x200B, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069)],
    "halves and nothings": [(0xD800, 0xDFFF), (0xFDD0, 0xFDEF), (0xFFFE, 0xFFFF), (0x61, 0x7A)],
    "anything": [(0x0, 0x10FFFF)],
}
MARKUP = ("<b>", "</p>", "&amp;", "<script>", "{0}", "{text}", "%s", "\\n", "]]>", "javascript:x", "<!--")


def texts(chance: random.Random) -> str:
    """One text: a few words of one script, now and then very long, empty or full of markup."""
    ranges = RANGES[chance.choice(list(RANGES))]

    def word() -> str:
        if chance.random() < 0.05:
            return chance.choice(MARKUP)
        size = chance.choice((1, 3, 6, 12, 40)) if chance.random() < 0.98 else 400
        return "".join(chr(chance.randint(*chance.choice(ranges))) for _ in range(size))

    count = chance.choice((0, 1, 2, 4, 8)) if chance.random() < 0.99 else 400
    return chance.choice((" ", " ", " ", "\n")).join(word() for _ in range(count))


def filled(seed: int) -> tuple[Journey, list[str]]:
    """The map of every element, each of its texts a random one."""
    chance = random.Random(seed)
    sown, secrets = seeded(everything())
    put: list[str] = []

    def changed(part: Any) -> Any:
        fields = {}
        for name in part.__struct_fields__:
            value = getattr(part, name)
            if isinstance(value, str) and "sekret" in value:
                put.append(texts(chance))
                fields[name] = put[-1]
            elif isinstance(value, msgspec.Struct):
                fields[name] = changed(value)
        return msgspec.structs.replace(part, **fields)

    tables = {kind: {id: changed(one) for id, one in table.items()} for kind, table in sown.tables.items()}
    assert len(secrets.words) >= len(put)
    return replace(sown, head=changed(sown.head), tables=tables), put


def seen(text: str) -> str:
    """What a text shows: without blanks, hyphens and what is never drawn."""
    plain = unicodedata.normalize("NFC", drawn(text))
    return "".join(char for char in plain if not char.isspace() and char not in "-\u00ad\ufffe\ufffd\u0002")


def check(seed: int) -> int:
    """One map in one language; how many texts it held."""
    journey, put = filled(seed)
    language = ("sv", "nb", "en")[seed % 3]
    data = report(journey, language, profile="full")
    for profile in (validation.ValidationProfile.PDF_UA_1, validation.ValidationProfile.PDF_A_2A):
        result = validation.validate_pdf_bytes(data, profile=profile)
        assert [str(failure) for failure in result.failures] == [], seed
    layer = seen("".join(pages(data)))
    for text in put:
        for word in text.split():
            letters = seen(word)
            if letters.isascii() and letters.isalnum() and len(word) < 20:  # longer ones are parted
                assert letters in layer, (seed, word)
    edition, found = Edition(profile="full"), examine(journey, trials=10)
    matter = matter_of(journey, found, catalogue(language), DAY, edition, on_screen=True)
    tree = Tree(to_html(matter).decode())
    assert tree.faults == [] and tree.open == [], seed
    assert not list(tree.named("script", "b", "img"))
    assert to_text(matter)
    return len(put)


def test_a_map_of_random_texts() -> None:
    assert check(1) + check(2) > 150


@pytest.mark.soak
def test_ten_thousand_random_texts() -> None:
    seed = 10
    with tally("random texts in every place of the report") as row:
        while row.trials < share_of(TEXTS, 100):
            row.trials += check(seed)
            seed += 1
