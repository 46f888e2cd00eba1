"""The word pack: what the map calls its customers, as tables of fixed forms in three languages.

Forms are "one" (guest), "the_one" (the guest), "many" (guests), "the_many" (the guests). They are
tables, not rules, because no rule makes "medlemmet" or "invånarna" right.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from journeymap.i18n.catalogue import Catalogue
from journeymap.model.journey import Journey

Form = Literal["one", "the_one", "many", "the_many"]
FORMS: tuple[Form, ...] = ("one", "the_one", "many", "the_many")

_NOUNS: Mapping[str, Mapping[str, tuple[str, str, str, str]]] = {
    "sv": {
        "customer": ("kund", "kunden", "kunder", "kunderna"),
        "user": ("användare", "användaren", "användare", "användarna"),
        "citizen": ("medborgare", "medborgaren", "medborgare", "medborgarna"),
        "patient": ("patient", "patienten", "patienter", "patienterna"),
        "guest": ("gäst", "gästen", "gäster", "gästerna"),
        "resident": ("invånare", "invånaren", "invånare", "invånarna"),
        "student": ("student", "studenten", "studenter", "studenterna"),
        "member": ("medlem", "medlemmen", "medlemmar", "medlemmarna"),
    },
    "nb": {
        "customer": ("kunde", "kunden", "kunder", "kundene"),
        "user": ("bruker", "brukeren", "brukere", "brukerne"),
        "citizen": ("borger", "borgeren", "borgere", "borgerne"),
        "patient": ("pasient", "pasienten", "pasienter", "pasientene"),
        "guest": ("gjest", "gjesten", "gjester", "gjestene"),
        "resident": ("innbygger", "innbyggeren", "innbyggere", "innbyggerne"),
        "student": ("student", "studenten", "studenter", "studentene"),
        "member": ("medlem", "medlemmet", "medlemmer", "medlemmene"),
    },
    "en": {
        "customer": ("customer", "the customer", "customers", "the customers"),
        "user": ("user", "the user", "users", "the users"),
        "citizen": ("citizen", "the citizen", "citizens", "the citizens"),
        "patient": ("patient", "the patient", "patients", "the patients"),
        "guest": ("guest", "the guest", "guests", "the guests"),
        "resident": ("resident", "the resident", "residents", "the residents"),
        "student": ("student", "the student", "students", "the students"),
        "member": ("member", "the member", "members", "the members"),
    },
}


def customer_noun(journey: Journey, t: Catalogue, form: Form | str = "the_one") -> str:
    """The journey's word for its customer in this language and form; "customer" when not said."""
    words = _NOUNS[t.language]
    noun = words.get(journey.head.customer_word or "customer", words["customer"])
    return noun[FORMS.index(form)]


def customer_forms(journey: Journey, t: Catalogue) -> dict[str, str]:
    """Placeholders for every message that names the customer: {guest} … {The_guests}."""
    one, the_one, many, the_many = (customer_noun(journey, t, form) for form in FORMS)
    return {
        "guest": one,
        "the_guest": the_one,
        "guests": many,
        "the_guests": the_many,
        "The_guest": at_start(the_one),
        "Guests": at_start(many),
        "The_guests": at_start(the_many),
    }


def at_start(text: str) -> str:
    """The text as it opens a sentence."""
    return text[:1].upper() + text[1:]
