"""What comes with the program: finished maps to read, and templates to begin with."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from journeymap.i18n import LANGUAGES, N_, Catalogue
from journeymap.model.journey import Journey
from journeymap.storage.templates import Template
from journeymap.ui.label import label
from journeymap.ui.lines import Lines
from journeymap.ui.look import Look
from journeymap.ui.pieces import column, row
from journeymap.ui.starting.cards import Card, Wrapped, card_grid
from journeymap.ui.starting.found import Found
from journeymap.ui.thumbnail import thumbnail

STORIES = {
    "hotel": N_("“That is head office, not us.”"),
    "school-transport": N_("The child is not on the bus company’s list."),
    "phone-repair": N_("Shop, head office, workshop: whose phone is it?"),
    "service-office": N_("The requirements stop before the warehouse."),
    "power-connection": N_("The lawn that nobody ordered."),
    "practice-book-bus": N_("To practise on: what is wrong here?"),
    "practice-clinic": N_("To practise on: what is wrong here?"),
    "patient-result": N_("“Ask the one who referred you.”"),
}
"""One line of what a finished map tells, by its file's name without the language."""


def sample_card(t: Catalogue, look: Look, found: Found, take: Callable[[Path], object]) -> Card:
    """A finished map: its picture, its name, what it tells."""
    story = STORIES.get(re.sub(f"-({'|'.join(LANGUAGES)})$", "", found.path.stem))
    return _card(look, found, t(story) if story else found.figures, take)


def _card(look: Look, found: Found, told: str, take: Callable[[Path], object]) -> Card:
    card = Card("choice", f"{found.title}. {told}")
    body = column(
        thumbnail(look, found.journey or Journey(), None, 92, found.findings),
        Lines(found.title, "rowbold"),
        label(told, "caption", wrap=True),
        None,
        gap=5,
    )
    card.fill(body, (12, 12, 12, 12))
    card.taken.connect(lambda: take(found.path))
    return card


def template_cards(
    t: Catalogue, look: Look, there: Sequence[Template], take: Callable[[Template], object]
) -> Wrapped:
    """The templates beside each other, smaller than what is finished."""
    grid = card_grid(look)
    for template in there:
        grid.add(_template_card(t, look, template, take))
    return grid


def _template_card(t: Catalogue, look: Look, template: Template, take: Callable[[Template], object]) -> Card:
    journey = template.journey
    lanes = t.plural("{n} lane", "{n} lanes", len(journey.lanes))
    steps = t.plural("{n} step", "{n} steps", len(journey.steps))
    title = journey.head.title or template.name
    card = Card("choice", f"{title}. {lanes}, {steps}")
    words = column(None, Lines(title, "rowbold"), label(f"{lanes} · {steps}", "caption"), None, gap=3)
    card.fill(row(thumbnail(look, journey, 54, 44), (words, 1), gap=10), (10, 10, 8, 10))
    card.taken.connect(lambda: take(template))
    return card
