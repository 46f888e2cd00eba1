"""Verb that writes pasted lines: as many steps as there are, in one edit."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.edit.document import Document
from journeymap.edit.line import LineReading
from journeymap.edit.line_paste import Pasted, PastedLine
from journeymap.edit.message import Message
from journeymap.edit.tables.bringing import Bringing
from journeymap.edit.tables.hanging import Hanging
from journeymap.edit.verbs.frictions import add_friction
from journeymap.edit.verbs.lanes import lane_named
from journeymap.edit.verbs.stages import stage_named
from journeymap.edit.verbs.steps import mark_critical, new_step
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.records import Step


def paste_lines(
    document: Document,
    lines: Pasted | Sequence[LineReading],
    after: Id | None = None,
    *,
    lane: Id | None = None,
) -> tuple[Id, ...]:
    """Write lines read from pasted text, chained behind `after`, the first in `lane`; the new steps.

    Rows of a table that names each step's next ones are joined as it says instead.
    """
    pasted = lines if isinstance(lines, Pasted) else _as_pasted(lines)
    label = Message(N_("Paste {n} steps"), n=pasted.steps) if pasted.steps != 1 else N_("Paste step")
    with document.edit(label) as draft:
        if pasted.table is not None and pasted.linked:
            return Bringing(draft, pasted.table).run()
        writer = _Writer(document, after, lane)
        for line in pasted.lines:
            writer.write(line)
        return tuple(writer.written.values())


class _Writer:
    """Where the pasted lines have got to."""

    def __init__(self, document: Document, after: Id | None, lane: Id | None) -> None:
        self.written: dict[int, Id] = {}
        self._document = document
        self._after = after
        self._lane = lane
        self._stage: Id | None = None

    def write(self, line: PastedLine) -> None:
        """Write one line; facts go to the step written last, and fall away before the first."""
        reading = line.reading
        if reading.lane is not None:
            self._lane = lane_named(self._document, reading.lane, reading.supplier)
        if reading.kind == "stage":
            self._stage = stage_named(self._document, reading.text, self._after)
        elif reading.kind == "step":
            self._write_step(line)
        elif self._after is not None and reading.kind == "friction":
            add_friction(self._document, self._after, reading.text)
        elif self._after is not None and reading.kind == "critical":
            mark_critical(self._document, self._after, reading.reason)

    def _write_step(self, line: PastedLine) -> None:
        if line.told is not None and line.told.stage.name:
            self._stage = stage_named(self._document, line.told.stage.name, self._after)
        step = new_step(
            self._document, line.reading.text, lane=self._lane, after=self._after, stage=self._stage
        )
        with self._document.edit(N_("Write step")) as draft:
            if line.told is not None:
                draft.set(step, **line.told.fields)
                Hanging(draft).hang(step, line.told)
            self._lane = draft.of(Step)[step].lane
        self.written[line.row] = self._after = step
        self._stage = None


def _as_pasted(readings: Sequence[LineReading]) -> Pasted:
    return Pasted(tuple(PastedLine(row, reading) for row, reading in enumerate(readings, start=1)))
