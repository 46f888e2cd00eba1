"""Bring the catalogues up to date: `python scripts/catalogues.py [floor …] [--check]`.

Each package of journeymap is a floor with a catalogue of its own in every language, so that two
rooms never write the same file. Extracts the messages, merges them into the .po files without
fuzzy guesses, drops what is no longer said, and compiles the .mo files. With --check nothing is
written and the exit status tells whether anything would be.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog
from babel.messages.extract import extract, extract_from_dir

TOP = Path(__file__).resolve().parent.parent
LANGUAGES = ("sv", "nb")
KEYWORDS: dict[str, object] = {
    "t": None,
    "_": None,
    "_t": None,
    "N_": None,
    "plural": (1, 2),
    "context": ((1, "c"), 2),
    "NC_": ((1, "c"), 2),
    "NP_": (1, 2),
}
Message = str | tuple[str, ...]
ALSO = {"ui": ("app",)}
"""Packages that share another floor's catalogue."""


def floors() -> list[str]:
    """The packages that have words."""
    packages = (path.parent.name for path in (TOP / "journeymap").glob("*/__init__.py"))
    return sorted(set(packages) - {"model", "app"})


def extracted(floor: str) -> Catalog:
    """Every message of a floor's code, with where it stands (file only: lines move too often)."""
    found = Catalog()
    for package in (floor, *ALSO.get(floor, ())):
        folder = TOP / "journeymap" / package
        if not folder.is_dir():
            continue
        for name, _line, message, comments, context in extract_from_dir(
            folder, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("i18n:",)
        ):
            place = (f"journeymap/{package}/{name}", None)
            found.add(message, locations=[place], auto_comments=comments, context=context)
        for path in sorted(folder.rglob("*.py")):
            for message, comments, context in within_literals(path.read_text("utf-8")):
                place = (f"journeymap/{package}/{path.relative_to(folder).as_posix()}", None)
                found.add(message, locations=[place], auto_comments=comments, context=context)
    return found


def within_literals(source: str) -> Iterator[tuple[Message, list[str], str | None]]:
    """The messages inside f-strings, which before Python 3.12 are one token that hides them."""
    literals = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.JoinedStr))
    for part in (part for literal in literals for part in literal.values):
        if isinstance(part, ast.FormattedValue):
            code = io.BytesIO(ast.unparse(part.value).encode())
            for _line, message, comments, context in extract("python", code, keywords=KEYWORDS):
                yield message, comments, context


def merged(language: str, floor: str, template: Catalog) -> Catalog:
    """The stored translations of exactly the template's messages."""
    path = po_path(language, floor)
    if path.exists():
        with path.open("rb") as stream:
            stored = pofile.read_po(stream, locale=language)
    else:
        stored = Catalog(locale=language)
    fresh = Catalog(locale=language, project="journeymap", fuzzy=False)
    for message in template:
        if message.id:
            old = stored.get(message.id, context=message.context)
            same_kind = old is not None and isinstance(old.string, tuple) == isinstance(message.id, tuple)
            string = old.string if old is not None and same_kind else ""
            fresh.add(
                message.id,
                string,
                locations=sorted(set(message.locations)),
                auto_comments=message.auto_comments,
                user_comments=old.user_comments if old is not None else (),
                context=message.context,
            )
    return fresh


def po_path(language: str, floor: str) -> Path:
    """Where a floor's translations lie."""
    return TOP / "resources" / "catalogues" / language / f"{floor}.po"


def po_bytes(catalog: Catalog) -> bytes:
    """The .po file: sorted, without dates, so that equal content gives equal bytes."""
    out = io.BytesIO()
    pofile.write_po(out, catalog, omit_header=True, sort_output=True, width=110)
    header = (
        f'msgid ""\nmsgstr ""\n"Language: {catalog.locale}\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    )
    return header.encode() + out.getvalue()


def mo_bytes(po: bytes, language: str) -> bytes:
    """The compiled catalogue of a .po file's bytes."""
    out = io.BytesIO()
    catalog = pofile.read_po(io.BytesIO(po), locale=language)
    catalog.creation_date = catalog.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    mofile.write_mo(out, catalog)
    return out.getvalue()


def update(floor: str, check: bool) -> list[str]:
    """Write (or compare) a floor's files; the names of those that changed."""
    changed = []
    template = extracted(floor)
    for language in LANGUAGES:
        catalog = merged(language, floor, template)
        if not len(catalog):
            continue
        po = po_bytes(catalog)
        path = po_path(language, floor)
        for target, data in ((path, po), (path.with_suffix(".mo"), mo_bytes(po, language))):
            if not target.exists() or target.read_bytes() != data:
                changed.append(str(target.relative_to(TOP)))
                if not check:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(data)
        empty = [m.id for m in catalog if m.id and not all(_forms(m.string))]
        if empty:
            print(f"{path.relative_to(TOP)}: {len(empty)} not translated, such as {empty[0]!r}")
    return changed


def _forms(string: object) -> list[str]:
    return [string] if isinstance(string, str) else list(string or [""])  # type: ignore[call-overload]


def main(arguments: list[str]) -> int:
    """Bring the named floors (all of them without names) up to date."""
    check = "--check" in arguments
    names = [argument for argument in arguments if not argument.startswith("-")] or floors()
    changed = [name for floor in names for name in update(floor, check)]
    print("\n".join(changed) if changed else "All catalogues are up to date.")
    return 1 if check and changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
