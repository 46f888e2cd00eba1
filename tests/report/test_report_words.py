"""The report's words: its translations are the ones that are used."""

from __future__ import annotations

import pytest
from babel.messages import pofile

from journeymap.i18n.catalogue import catalogue
from journeymap.resources import resource


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_no_other_floor_says_it_otherwise(language: str) -> None:
    # all floors' catalogues are one at run time: the same English words must mean the same
    t = catalogue(language)
    with resource("catalogues", language, "report.po").open("rb") as stream:
        stored = pofile.read_po(stream, locale=language)
    wrong = []
    for message in stored:
        if not message.id or not isinstance(message.id, str):
            continue
        context = str(message.context or "")
        said = t.context(context, message.id) if context else t(message.id)
        if said != message.string:
            wrong.append((message.id, message.string, said))
    assert wrong == []
