"""What a screen reader hears of a row of the outline (WORDS 6): short first, whole sentences."""

from __future__ import annotations

from journeymap.picture.telling import Telling
from journeymap.sheets.known import Known
from journeymap.ui.lists.branches import Branch


class OutlineSpeech:
    """Sentences about one state of the map, worked out when somebody listens."""

    def __init__(self, known: Known) -> None:
        self._telling = Telling(known.journey, known.findings, known.t)

    def of(self, branch: Branch) -> str:
        """The row in words; of what hangs on a step also as what: a promise made here, evidence."""
        told = self._telling.of(branch.id)
        plain = branch.words.replace("\u00ad", "")
        return told or (f"{plain}. {branch.note}." if branch.note else f"{plain}.")
