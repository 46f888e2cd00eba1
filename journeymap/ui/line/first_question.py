"""The question an empty map asks, in the map's own word for its customer."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from journeymap.analysis.words import customer_forms
from journeymap.model.reading import is_customer_lane, lanes_in_order
from journeymap.ui.desk import Desk
from journeymap.ui.starting.beginning import customer_word


def first_question(desk: Desk) -> str:
    """ "What does the guest do first?"; by the name of its lane where that is no word the program knows."""
    t, journey = desk.t, desk.journey
    if journey.head.customer_word is None:
        lane = next((one for one in lanes_in_order(journey) if is_customer_lane(one)), None)
        name = (lane.name or "") if lane is not None else ""
        word = customer_word(journey, t, name)
        if name and word is None:
            return t("{lane}: what happens first?", lane=name)
        journey = replace(journey, head=msgspec.structs.replace(journey.head, customer_word=word))
    return t("What does {the_guest} do first?", **customer_forms(journey, t))
