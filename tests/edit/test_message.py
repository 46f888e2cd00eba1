"""Words to be translated later: values, counts and senses."""

from __future__ import annotations

from journeymap.edit.message import Message
from journeymap.i18n.catalogue import catalogue

SV, EN = catalogue("sv"), catalogue("en")


def test_a_message_is_its_english_text_and_carries_its_values() -> None:
    label = Message("Move {n} steps", n=1200)
    assert label == "Move {n} steps" and label.values == {"n": 1200}
    assert label.said(SV) == "Flytta 1\u00a0200 steg" and label.said(EN) == "Move 1,200 steps"


def test_counted_messages_take_the_form_that_fits() -> None:
    forms = ("{n} step pasted. Ctrl+Z undoes all.", "{n} steps pasted. Ctrl+Z undoes all.")
    assert Message.counted(forms, 1).said(EN) == "1 step pasted. Ctrl+Z undoes all."
    assert Message.counted(forms, 2).said(EN) == "2 steps pasted. Ctrl+Z undoes all."
    assert Message.counted(forms, 2).said(SV) == "2 steg inklistrade. Ctrl+Z ångrar allt."


def test_a_word_has_the_sense_of_its_context() -> None:
    assert Message.meant(("how often", "all")).said(SV) == "alla"
    assert Message.meant(("outcome", "half")).said(EN) == "half"


def test_braces_in_values_stay_as_they_are() -> None:
    said = Message("New lane: {name}. Backspace makes it text.", name="{odd}").said(EN)
    assert said == "New lane: {odd}. Backspace makes it text."
