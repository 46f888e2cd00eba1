"""Swedish and Norwegian are complete: nothing missing, fuzzy, broken or left in English."""

from __future__ import annotations

import importlib
import string
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages import pofile

TOP = Path(__file__).resolve().parents[2]
FILES = sorted((TOP / "resources" / "catalogues").glob("*/*.po"))
SAME = TOP / "tests" / "architecture" / "same_in_both.txt"
"""Messages that are rightly the same in English and the other language, one a line."""


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def says_something(text: str) -> bool:
    """Whether there are words besides the placeholders."""
    literals = "".join(literal for literal, *_ in string.Formatter().parse(text))
    return any(letter.isalpha() for letter in literals)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_catalogue_is_complete(path: Path) -> None:
    same = set(SAME.read_text(encoding="utf-8").splitlines())
    with path.open("rb") as stream:
        catalog = pofile.read_po(stream, locale=path.parent.name)
    wrong = []
    for message in catalog:
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        allowed = set().union(*(placeholders(one) for one in ids))
        for form in forms:
            if message.fuzzy or not form or not placeholders(form) <= allowed:
                wrong.append((ids, form))
            elif form in ids and form not in same and says_something(form):
                wrong.append((ids, "still English"))
    assert not wrong


def test_catalogues_are_fresh() -> None:
    done = subprocess.run(
        [sys.executable, str(TOP / "scripts" / "catalogues.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + "\nRun: python scripts/catalogues.py"


def test_messages_inside_f_strings_are_found() -> None:
    sys.path.insert(0, str(TOP / "scripts"))
    try:
        within_literals = importlib.import_module("catalogues").within_literals
    finally:
        sys.path.remove(str(TOP / "scripts"))
    source = "said = f\"{a}: {t('in an f-string', n=1)} {t.plural('{n} a', '{n} b', n)}\""
    assert [found[0] for found in within_literals(source)] == ["in an f-string", ("{n} a", "{n} b")]
