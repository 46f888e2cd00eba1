"""Reorder lanes or stages: drag a header; a bar shows between which it would come to stand."""

from __future__ import annotations

from journeymap.canvas.board import Board, Spot
from journeymap.canvas.gestures.gesture import Gesture
from journeymap.edit.rules import YES, Verdict, may_move_lane
from journeymap.model.ids import Id
from journeymap.picture.prims import Box


def place_among(edges: list[float], own: int, at: float) -> int:
    """Which place a band gets when it is dropped at a coordinate; `edges` are the bands' middles."""
    before = sum(middle < at for place, middle in enumerate(edges) if place != own)
    return before


class MoveLane(Gesture):
    """Drags a lane up or down among the lanes."""

    def __init__(self, board: Board, start: Spot, lane: Id) -> None:
        super().__init__(board, start)
        self._lane = lane
        self._order = [id for id, _ in board.sight.picture.lane_bands]
        self._bands = [band for _, band in board.sight.picture.lane_bands]

    def move(self, spot: Spot) -> None:
        place = self._place(spot)
        verdict = self._verdict(place)
        own = self._order.index(self._lane)
        self.board.marks.drop_on(self._bands[own])
        self.board.marks.insert_at(self._bar(place, own) if verdict else None, across=True)
        if verdict.reason:
            self.board.refuse(verdict.reason, spot.seen)
        else:
            self.board.hush()

    def finish(self, spot: Spot) -> None:
        place = self._place(spot)
        verdict = self._verdict(place)
        self.clear()
        if verdict:
            self.board.hands.move_lane(self._lane, place)
        elif verdict.reason:
            self.board.refuse(verdict.reason, spot.seen, stays=True)

    def _place(self, spot: Spot) -> int:
        middles = [band.y + band.h / 2 for band in self._bands]
        return place_among(middles, self._order.index(self._lane), spot.scene.y())

    def _verdict(self, place: int) -> Verdict:
        document = self.board.document
        return Verdict(False) if document is None else may_move_lane(document.journey, self._lane, place)

    def _bar(self, place: int, own: int) -> Box:
        band = self._bands[place]
        return Box(band.x, band.bottom if place > own else band.y, band.w, 0)


class MoveStage(Gesture):
    """Drags a stage left or right among the stages."""

    def __init__(self, board: Board, start: Spot, stage: Id) -> None:
        super().__init__(board, start)
        self._stage = stage
        bands = dict(board.sight.picture.stage_bands)
        self._order = list(bands)
        self._bands = [bands[id] for id in self._order]

    def move(self, spot: Spot) -> None:
        place, own = self._place(spot), self._order.index(self._stage)
        ground = self.board.sight.ground
        top, height = self._bands[own].y, ground.bottom - self._bands[own].y
        lifted = self._bands[own]
        self.board.marks.drop_on(Box(lifted.x, top, lifted.w, height))
        x = self._bands[place].right if place > own else self._bands[place].x
        self.board.marks.insert_at(Box(x, top, 0, height) if self._verdict(place) else None)

    def finish(self, spot: Spot) -> None:
        place = self._place(spot)
        self.clear()
        if self._verdict(place):
            self.board.hands.move_stage(self._stage, place)

    def _place(self, spot: Spot) -> int:
        middles = [band.x + band.w / 2 for band in self._bands]
        return place_among(middles, self._order.index(self._stage), spot.scene.x())

    def _verdict(self, place: int) -> Verdict:
        return YES if place != self._order.index(self._stage) else Verdict(False)
