"""The guide is whole in every language: its links lead somewhere, and it names only what there is."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeymap.i18n import LANGUAGES, catalogue
from journeymap.resources import guide

TOP = Path(__file__).resolve().parents[2]
PAGES = sorted(path for language in LANGUAGES for path in guide(language).glob("*.md"))
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
NAMED = re.compile(r"\*\*([^*]+?▸[^*]+?)\*\*")
MOST_LINES = 140
"""A page is read standing up; what does not fit becomes a page of its own. Generated ones are exempt."""
GENERATED = {"keys.md", "rules.md"}


def named(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def prose(path: Path) -> str:
    """A page without its code."""
    return CODE.sub("", path.read_text("utf-8"))


def anchors(path: Path) -> set[str]:
    """The places in a page that a link can name, made of its headings as GitHub makes them."""
    heads = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head).strip().lower().replace(" ", "-") for head in heads}


def test_the_same_pages_stand_in_every_language() -> None:
    names = {language: {path.name for path in guide(language).iterdir()} for language in LANGUAGES}
    assert names["sv"] == names["nb"] == names["en"]
    assert len(names["en"]) > 15


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_name_every_page_once_and_in_the_same_order(language: str) -> None:
    text = (guide(language) / "README.md").read_text("utf-8")
    listed = [target for image, _, target in LINK.findall(text) if not image]
    english = (guide("en") / "README.md").read_text("utf-8")
    assert listed == [target for image, _, target in LINK.findall(english) if not image]
    assert sorted([*listed, "README.md"]) == sorted(path.name for path in guide(language).glob("*.md"))


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_every_link_and_picture_leads_somewhere(path: Path) -> None:
    for image, words, target in LINK.findall(path.read_text("utf-8")):
        file, _, place = target.partition("#")
        assert words.strip(), f"{target} has no words"
        found = (path.parent / file).resolve() if file else path
        assert found.is_file(), target
        assert found.is_relative_to(TOP / "docs" / "guide"), f"{target} does not come along with the program"
        assert bool(image) == (found.suffix == ".png"), target
        assert not place or place in anchors(found), target


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_a_page_has_one_title_and_is_short(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert sum(line.startswith("# ") for line in lines) == 1
    assert len(lines) <= MOST_LINES or path.name in GENERATED
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_every_menu_line_that_is_named_exists(path: Path) -> None:
    """Written as **Menu ▸ Line**, the dots at the end as you like."""
    pytest.importorskip("PySide6")
    from journeymap.ui.menus import ACTIONS, INNER, MENUS

    t = catalogue(path.parent.name)

    def lines(above: str, items: tuple[str | None, ...]) -> Iterator[str]:
        for name in items:
            if name in INNER:
                yield f"{above} ▸ {t(INNER[name][0])}"
                yield from lines(f"{above} ▸ {t(INNER[name][0])}", INNER[name][1])
            elif name in ACTIONS:
                yield f"{above} ▸ {t(ACTIONS[name].words)}"

    there = {line.rstrip("… ") for menu, items in MENUS for line in lines(t(menu), items)}
    wanted = {" ".join(line.split()).rstrip("… ") for line in NAMED.findall(prose(path))}
    assert wanted <= there


@pytest.mark.parametrize("path", [path for path in PAGES if path.name not in GENERATED], ids=named)
def test_every_key_that_is_named_does_something(path: Path) -> None:
    """What is written as code with Ctrl, or is an F-key, stands in the chart of keys."""
    pytest.importorskip("PySide6")
    from journeymap.ui.keychart import chart
    from journeymap.ui.menus import tree

    t = catalogue(path.parent.name)
    there = {key for group in chart(t, tree(), "linux") for line in group.lines for key in line.keys}
    there |= {f"Ctrl+{n}" for n in range(1, 10)}
    named_ = {code for code in CODE.findall(path.read_text("utf-8")) if re.fullmatch(r"Ctrl\+\S+|F\d+", code)}
    assert named_ <= there


def test_the_pages_of_keys_are_fresh() -> None:
    pytest.importorskip("PySide6")
    command = [sys.executable, str(TOP / "scripts" / "guide.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr + "\nRun: python scripts/guide.py"
