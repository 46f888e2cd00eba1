"""Stable random ids: how records refer to one another."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import NewType

Id = NewType("Id", str)

HEAD = Id("\x00head")
"""The id under which a change holds the journey's own facts; no file can contain it."""

IdSource = Callable[[], Id]


def new_id() -> Id:
    """A fresh id of 12 characters: 60 random bits, so two maps never meet by chance."""
    return Id(_base32(secrets.randbits(60)))


def _base32(number: int) -> str:
    """Twelve digits without the look-alikes i, l, o, u, so that people can read one aloud."""
    digits = "0123456789abcdefghjkmnpqrstvwxyz"
    return "".join(digits[number >> shift & 31] for shift in range(55, -5, -5))
