"""The actions as a calendar (RFC 5545): each on the day by which it is to be ready."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from journeymap.exchange.errors import ExportError
from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.model.records import Action

FOLD = 73
"""Octets of a line before it is folded: RFC 5545 allows 75 with the blank of the fold."""


def to_ics(journey: Journey, t: Catalogue, *, images: Mapping[str, bytes] | None = None) -> bytes:
    """UTF-8 bytes, the same for the same map; ExportError where no action has a day."""
    dated = sorted(
        ((due, action.id, action) for action in journey.actions.values() if (due := _day(action.due))),
    )
    if not dated:
        raise ExportError("no_days")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//journeymap//actions//EN", "CALSCALE:GREGORIAN"]
    for due, _, action in dated:
        lines += _event(journey, action, due, t)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(journey: Journey, action: Action, due: date, t: Catalogue) -> Iterator[str]:
    """One day long; the stamp is the day itself, so that equal content gives equal bytes."""
    day = due.strftime("%Y%m%d")
    yield "BEGIN:VEVENT"
    yield f"UID:{action.id}@{journey.head.document or 'map'}.journeymap"
    yield f"DTSTAMP:{day}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day}"
    yield f"DTEND;VALUE=DATE:{(due + timedelta(days=1)).strftime('%Y%m%d')}"
    yield f"SUMMARY:{_escaped(t('Ready: {action}', action=_plain(action.title)))}"
    told = [t("Owner: {owner}", owner=action.owner)] if action.owner else []
    against = [journey.frictions[id].title for id in action.frictions or () if id in journey.frictions]
    if against:
        told.append(t("Against: {frictions}", frictions=t.listed([_plain(one) for one in against])))
    if told:
        yield f"DESCRIPTION:{_escaped(chr(10).join(told))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(due: str | None) -> date | None:
    try:
        return date.fromisoformat((due or "").strip())
    except ValueError:
        return None


def _plain(words: str) -> str:
    return words.replace("\u00ad", "")


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, "\\" + sign)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most FOLD octets, never within a letter; further ones begin with a blank."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode("utf-8", "replace"))
        if size + octets > FOLD:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + octets
    yield part
