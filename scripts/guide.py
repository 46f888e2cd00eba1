"""Write the pages that the program's own tables make: `python scripts/guide.py [--check]`.

The guide's pages of keys and of rules in every language, and the table of claims for developers.

With --check nothing is written and the exit status tells whether anything would be.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from journeymap.i18n import LANGUAGES, Catalogue, catalogue
from journeymap.resources import guide
from journeymap.ui.keychart import Group, chart
from journeymap.ui.menus import tree
from scripts.rules_page import claims_table, examples, rules_page

LEAD = {
    "en": "The program writes this page itself. **Help ▸ Keys** has the same list, to search and to print.",
    "sv": "Programmet skriver sidan självt. **Hjälp ▸ Tangenter** har samma lista, att söka i och skriva ut.",
    "nb": "Programmet skriver siden selv. **Hjelp ▸ Taster** har samme liste, til å søke i og skrive ut.",
}
HEADS = {"en": ("key", "does"), "sv": ("tangent", "gör"), "nb": ("tast", "gjør")}


def keys_page(t: Catalogue) -> str:
    """The page in one language: a table a group, with a column for Mac keys where any differs."""
    parts = [f"# {t('Keys')}", LEAD[t.language]]
    for usual, mac in zip(chart(t, tree(), "linux"), chart(t, tree(), "darwin"), strict=True):
        parts.append(f"## {usual.title}\n\n" + table(t, usual, mac))
    return "\n\n".join(parts) + "\n"


def table(t: Catalogue, usual: Group, mac: Group) -> str:
    """One group; the Mac's column only where there is a Mac key of another form."""
    differ = [one.keys != other.keys for one, other in zip(usual.lines, mac.lines, strict=True)]
    heads = [HEADS[t.language][0], *(["Mac"] if any(differ) else []), HEADS[t.language][1]]
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    for one, other in zip(usual.lines, mac.lines, strict=True):
        cells = [coded(one.keys), *([coded(other.keys)] if any(differ) else []), one.words]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def coded(keys: tuple[str, ...]) -> str:
    """Keys as code, with what a table would misread kept apart."""
    return " ".join(f"`{key}`" for key in keys) or "–"


def pages() -> Iterator[tuple[Path, str]]:
    """Every page that is written, and its text."""
    maps = examples()
    for language in LANGUAGES:
        t = catalogue(language)
        yield guide(language) / "keys.md", keys_page(t)
        yield guide(language) / "rules.md", rules_page(t, maps)
    yield TOP / "docs" / "CLAIMS.md", claims_table(maps)


def main(arguments: list[str]) -> int:
    """Write the pages, or say which are out of date."""
    stale = [path for path, text in pages() if not path.exists() or path.read_text("utf-8") != text]
    for path, text in pages() if stale and "--check" not in arguments else ():
        path.write_text(text, "utf-8")
    for path in stale:
        print(path.relative_to(TOP))
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
