"""The web page beside the PDF: same words in the same order, sound structure, nothing from elsewhere."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise

import pikepdf
import pytest
from report_everything import everything
from report_maps import DAY, LOGO, hotel, report, small, with_logo

from journeymap.analysis.examine import examine
from journeymap.i18n.catalogue import catalogue
from journeymap.model.journey import Journey
from journeymap.picture.theme import contrast
from journeymap.report.edition import Edition, matter_of
from journeymap.report.palette import COLORS, INK, PALE, SEC, WHITE
from journeymap.report.web.colours import NIGHT
from journeymap.report.web.page import to_html
from journeymap.resources import resource, samples
from journeymap.storage import files

VOID = {"meta", "br", "rect", "path", "image", "line", "link"}
MAPS = {
    **{path.stem: files.load(path).journey for path in sorted(samples().glob("*.journey"))},
    "none": small(0),
    "many": small(40, 12),
    "everything": everything(),
    "empty": Journey(),
    "logo": with_logo(),
}


def page(journey: Journey, language: str = "en") -> str:
    edition = Edition(fingerprint="7f3a91c2" * 8, images=LOGO)
    found = examine(journey, trials=50)
    return to_html(matter_of(journey, found, catalogue(language), DAY, edition, on_screen=True)).decode()


class Tree(HTMLParser):
    """Every element with its attributes, the elements it stands in and its text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str]]] = []
        self.all: list[tuple[str, dict[str, str], tuple[str, ...]]] = []
        self.text: dict[int, list[str]] = {}
        self._places: list[int] = []
        self.faults: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.all.append((tag, said, tuple(name for name, _ in self.open)))
        if tag not in VOID:
            self._places.append(len(self.all) - 1)
            self.open.append((tag, said))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
            return
        self.open.pop()
        self._places.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, {name: value or "" for name, value in attrs}, tuple(n for n, _ in self.open)))

    def handle_data(self, data: str) -> None:
        for place in self._places:
            self.text.setdefault(place, []).append(data)

    def named(self, *tags: str) -> Iterator[tuple[int, dict[str, str], tuple[str, ...]]]:
        for place, (tag, said, above) in enumerate(self.all):
            if tag in tags:
                yield place, said, above

    def words(self, place: int) -> str:
        return " ".join("".join(self.text.get(place, [])).split())


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
@pytest.mark.parametrize("name", list(MAPS))
def test_the_page_is_sound(name: str, language: str) -> None:
    source = page(MAPS[name], language)
    tree = Tree(source)
    assert tree.faults == [] and tree.open == []
    _head(tree, language)
    _headings(tree)
    _tables(tree)
    _pictures(tree)
    _links(tree)
    assert len([1 for _ in tree.named("main")]) == 1


def _head(tree: Tree, language: str) -> None:
    assert next(tree.named("html"))[1]["lang"] == language
    assert any(said.get("charset") == "utf-8" for _, said, _ in tree.named("meta"))
    assert any(said.get("name") == "viewport" for _, said, _ in tree.named("meta"))
    assert tree.words(next(tree.named("title"))[0])


def _headings(tree: Tree) -> None:
    """One h1, no step left out, none empty."""
    levels = [
        (int(tag[1]), place) for place, (tag, _, _) in enumerate(tree.all) if re.fullmatch("h[1-6]", tag)
    ]
    assert [level for level, _ in levels].count(1) == 1
    assert levels[0][0] == 1
    for (one, _), (other, place) in pairwise(levels):
        assert other <= one + 1, tree.words(place)
    assert all(tree.words(place) for _, place in levels)


def _tables(tree: Tree) -> None:
    """Every head says what it heads, and has words; every row of a table is as wide as its head."""
    for place, said, above in tree.named("th"):
        assert said["scope"] in ("col", "row", "colgroup"), tree.words(place)
        assert tree.words(place)
        assert "table" in above and "tr" in above
    for _, _, above in tree.named("td"):
        assert "tr" in above and "tbody" in above
    widths: dict[str, set[int]] = {}
    table, width = -1, 0
    for tag, said, _ in tree.all:
        if tag in ("table", "tr") and width:
            widths.setdefault(str(table), set()).add(width)
            width = 0
        table += tag == "table"
        width += int(said.get("colspan", 1)) if tag in ("th", "td") else 0
    assert all(len(one) == 1 for one in widths.values())


def _pictures(tree: Tree) -> None:
    """A drawing is named or hidden; what can be scrolled can be reached by key and has a name."""
    for _, said, above in tree.named("svg"):
        assert said.get("aria-hidden") == "true" or (said["role"] == "img" and said["aria-label"])
        assert "svg" not in above
    for _, said, _ in tree.named("div"):
        if "scroll" in said.get("class", "").split():
            assert said["tabindex"] == "0" and said["aria-label"] and said["role"]


def _links(tree: Tree) -> None:
    """Ids stand once; links within the page lead somewhere; the others are plain web addresses."""
    ids = [said["id"] for _, said, _ in ((p, s, a) for p, (_, s, a) in enumerate(tree.all)) if "id" in said]
    assert len(ids) == len(set(ids))
    for place, said, _ in tree.named("a"):
        target = said["href"]
        assert target.startswith(("#", "https://", "http://", "mailto:"))
        assert not target.startswith("#") or target[1:] in ids, target
        assert tree.words(place) or said.get("aria-label")


@pytest.mark.parametrize("name", list(MAPS))
def test_nothing_is_fetched_and_nothing_runs(name: str) -> None:
    source = page(MAPS[name])
    tree = Tree(source)
    assert not list(tree.named("script", "iframe", "object", "embed", "link", "form", "base"))
    for tag, said, _ in tree.all:
        assert not [name for name in said if name.startswith("on") or name in ("src", "srcset", "style")]
        assert tag != "image" or said["href"].startswith("data:image/")
    assert re.findall(r"url\((?!\"data:)", source) == []
    assert "@import" not in source


def heads_of_pdf(data: bytes) -> list[str]:
    """The section headings as the PDF's structure tree says them, in its order."""
    found: list[str] = []

    def walk(element: pikepdf.Object) -> None:
        if element.get("/S") == "/H2" and "/ActualText" in element:
            found.append(str(element.ActualText))
        for kid in element.get("/K", []):
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
                walk(kid)

    with pikepdf.open(io.BytesIO(data)) as pdf:
        walk(pdf.Root.StructTreeRoot.K[0])
    return found


def bare(words: str) -> str:
    return re.sub(r"[.:\s]", "", words)


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_the_sections_are_those_of_the_pdf_in_its_order(language: str) -> None:
    for name in ("hotel", "school-transport"):
        tree = Tree(page(MAPS[name], language))
        heads = [tree.words(place) for place, _, above in tree.named("h2") if "div" not in above]
        spoken = heads_of_pdf(report(MAPS[name], language))
        assert [bare(head) for head in heads] == [bare(head) for head in spoken]


def test_two_runs_give_the_same_bytes() -> None:
    assert page(hotel()) == page(hotel())


def test_words_can_be_read_by_night() -> None:
    ground, tint = NIGHT[WHITE], NIGHT[PALE]
    assert set(NIGHT) == set(COLORS)
    for ink in (INK, SEC):
        assert contrast(NIGHT[ink], ground) >= 7
        assert contrast(NIGHT[ink], tint) >= 4.5


def test_hostile_words_are_words() -> None:
    journey = small(1, title="<script>alert(1)</script>\" onload='x' \ud800 \x00 & <b>")
    source = page(journey)
    assert "<script" not in source and "onload='x' " not in source.split("<body>")[0]
    assert "&lt;script&gt;alert(1)" in source


def test_no_column_of_a_page_grows_for_a_long_word() -> None:
    """A bare 1fr is as wide as its longest word: on a phone the hours beside it left the screen."""
    rules = resource("styles", "report.css").read_text("utf-8")
    columns = re.findall(r"grid-template-columns:([^;}]+)", rules)
    assert columns
    for one in columns:
        assert "1fr" not in re.sub(r"minmax\([^)]*\)", "", one), one
