"""The whole page: its head with style and fonts, page 1 of the report, contents, sections, footer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from journeymap.paint.svg.embedding import font_faces
from journeymap.picture.graphemes import drawn
from journeymap.picture.prims import Prim, Text
from journeymap.report.block import Block
from journeymap.report.contents import contents_section
from journeymap.report.furniture import footer_parts
from journeymap.report.layout import numbered_sections
from journeymap.report.lines import Span
from journeymap.report.matter import Matter
from journeymap.report.page_one.fit import Fit
from journeymap.report.page_one.page import page_one_blocks
from journeymap.report.section import Section
from journeymap.report.tags import Element, Shapes, Words
from journeymap.report.typefaces import FINDING, LABEL
from journeymap.report.web.colours import variables
from journeymap.report.web.markup import Markup, name_of
from journeymap.report.web.screen import Screen
from journeymap.resources import resource


def to_html(matter: Matter) -> bytes:
    """UTF-8 bytes, the same for the same matter; `matter.on_screen` is set."""
    sections = numbered_sections(matter)
    tree = _tree(matter, sections)
    markup = Markup(matter.album)
    body = "".join(_body(matter, tree, markup))
    style = f"{_fonts(tree)}\n{variables()}{resource('styles', 'report.css').read_text('utf-8')}"
    return (
        f'<!doctype html>\n<html lang="{matter.t.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(drawn(matter.title))}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n{body}</body>\n</html>\n"
    ).encode("utf-8", "replace")


def _tree(matter: Matter, sections: Sequence[Section]) -> Element:
    """Everything drawn once: page 1, contents, each section in an element of its own."""
    anchors = {anchor for section in sections for block in section.blocks for anchor in block.anchors()}
    anchors |= {f"section:{section.anchor}" for section in sections}
    screen = Screen(anchors)
    _draw(screen, "one", page_one_blocks(matter, Fit()))
    for section in (contents_section(matter, sections), *sections):
        _draw(screen, f"section:{section.anchor}", section.blocks, section)
    return screen.document


def _draw(screen: Screen, anchor: str, blocks: Sequence[Block], section: Section | None = None) -> None:
    made = screen.document.add("Sect")
    made.anchor = anchor
    with screen.inside(made):
        if section is not None:
            _head(screen, section)
        for block in blocks:
            if block.anchor:
                with screen.group("block") as group:
                    group.anchor = block.anchor
                    block.draw(screen, 0, 0, matter_width())
            else:
                block.draw(screen, 0, 0, matter_width())


def matter_width() -> float:
    """Drawings are made as wide as the printed page's text."""
    from journeymap.report.palette import TEXT_WIDTH  # noqa: PLC0415

    return TEXT_WIDTH


def _head(screen: Screen, section: Section) -> None:
    """Number and label small above the finding, in one heading."""
    with screen.element("H2"):
        label = section.heading.replace("\u2002", " ")
        with screen.element("Span"):
            screen.lines(0, 0, (), [Span(label, LABEL)], 0)
        if section.finding != section.label:
            with screen.element("Span"):
                screen.lines(0, 0, (), [Span(section.finding, FINDING)], 0)


def _body(matter: Matter, tree: Element, markup: Markup) -> Iterator[str]:
    t = matter.t
    yield f'<a class="skip" href="#main">{escape(t("To the content"))}</a>\n<main id="main">\n'
    for part in tree.kids:
        assert isinstance(part, Element)
        name = name_of(part.anchor)
        kind = ' class="one"' if part.anchor == "one" else ""
        inner = "".join("".join(markup.write(kid)) for kid in part.kids if isinstance(kid, Element))
        tag, label = (
            ("nav", f' aria-label="{escape(t("Contents"))}"')
            if "toc" in inner[:4000] and part.anchor == "section:contents"
            else ("section", "")
        )
        yield f'<{tag} id="{name}"{kind}{label}>\n{inner}</{tag}>\n'
    said = " · ".join(escape(drawn(one)) for one in footer_parts(matter))
    yield f"</main>\n<footer><p>{said}</p></footer>\n"


def _fonts(tree: Element) -> str:
    """The faces that the page's words use, each with the characters it needs."""
    return font_faces(prim for element in tree.walk() for kid in element.kids for prim in _texts(kid))


def _texts(kid: object) -> Iterator[Prim]:
    if isinstance(kid, Words):
        kind = kid.type
        yield Text(0, 0, kid.text, kind.size, kind.color, 0, kind.weight, kind.tabular)
    elif isinstance(kid, Shapes):
        yield from kid.prims
