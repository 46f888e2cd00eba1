"""Under which heading a rule stands: the four diagnostic questions first, then by subject (WINDOW 1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from journeymap.i18n.catalogue import N_

Group = Literal[
    "several", "complain", "sent_on", "untold",
    "moments", "road", "behind", "staff", "owners", "known", "orders",
]  # fmt: skip

QUESTIONS: Mapping[Group, str] = {
    "several": N_("Must {the_guest} turn to several to get one matter done?"),
    "complain": N_("Must {the_guest} search for where to complain?"),
    "sent_on": N_("Is {the_guest} sent on?"),
    "untold": N_("Does whoever answers know too little?"),
}
"""The four questions as they are asked; a yes is never good news."""

SUBJECTS: Mapping[Group, str] = {
    "moments": N_("Decisive moments and promises"),
    "road": N_("The road and its value"),
    "behind": N_("Behind the scenes"),
    "staff": N_("The staff's conditions"),
    "owners": N_("Causes, owners and remedies"),
    "known": N_("How we know, and what we ask"),
    "orders": N_("Orders to support"),
}
