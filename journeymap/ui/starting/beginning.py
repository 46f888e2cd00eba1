"""A new journey from the start page's two answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import cast, get_args

import msgspec

from journeymap.analysis.words import customer_noun
from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.i18n import Catalogue
from journeymap.model.fresh import fresh_journey
from journeymap.model.ids import HEAD
from journeymap.model.journey import Journey
from journeymap.model.records import CustomerWord, Lane


def first_journey(t: Catalogue, goal: str, who: str, kept: Sequence[Lane] = ()) -> Journey:
    """`goal` names the journey; `who` are its lanes with commas between, the customer first.

    Those that `kept` has too are what they are there.
    """
    lanes = [name.strip() for name in who.split(",") if name.strip()] or [t("Customer")]
    fresh = fresh_journey(
        title=goal or t("New map"),
        customer=lanes[0].removesuffix("*"),
        language=t.language,
        created=date.today().isoformat(),  # noqa: DTZ011 - the day on the person's own wall
    )
    scratch = Document(fresh)
    verbs.begin_map(scratch, goal or t("New map"), lanes)
    verbs.take_facts(scratch, kept)
    word = customer_word(fresh, t, lanes[0])
    verbs.set_field(scratch, HEAD, purpose=goal or None, customer_word=word)
    return scratch.journey


def customer_word(journey: Journey, t: Catalogue, lane: str) -> CustomerWord | None:
    """The word for the customer that the first lane's name is, if it is one: "Guest" says guest."""
    for word in get_args(CustomerWord):
        named = replace(journey, head=msgspec.structs.replace(journey.head, customer_word=word))
        forms = (customer_noun(named, t, form).casefold() for form in ("one", "the_one"))
        if lane.casefold() in {form.removeprefix("the ") for form in forms}:
            return cast(CustomerWord, word)
    return None
