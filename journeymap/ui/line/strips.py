"""The strips that take the line's place to ask: the four answers, and what a hand-off passes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journeymap.analysis.names import unit_of_step
from journeymap.canvas.guard import guard
from journeymap.edit import answers, verbs
from journeymap.edit.answers import QUESTIONS, Question
from journeymap.edit.strip import BACK, ENTER, ESCAPE, Strip, press
from journeymap.model.ids import Id
from journeymap.model.quantity import Quantity
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import disc, sign
from journeymap.ui.handoffs import OpenHandoff
from journeymap.ui.label import Elided, label
from journeymap.ui.pieces import button, clear, column, row

KEYS = {
    Qt.Key.Key_Return: ENTER,
    Qt.Key.Key_Enter: ENTER,
    Qt.Key.Key_Backspace: BACK,
    Qt.Key.Key_Escape: ESCAPE,
}


class Asking(QFrame):
    """A card with the keyboard. `over(letters)` when it is done; letters begin the next line."""

    over = Signal(str)
    passed_on = Signal(QKeyEvent)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("floating")
        self._desk = desk
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 10, 14, 10)
        self.hide()

    def show_parts(self, *parts: QWidget) -> None:
        """Show these rows and nothing else."""
        clear(self._layout)
        self._layout.addWidget(column(*parts, gap=8))
        self.setVisible(True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_void(self) -> bool:
        """What is asked about is not on the map any more."""
        return False

    def press(self, key: str) -> None:
        """What a key does; `key` is a character, or one of strip's."""
        raise AssertionError("Every strip says what its keys do.")

    def click(self, key: str) -> None:
        """The same as the key."""
        self.press(key)

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        key = KEYS.get(Qt.Key(event.key()), event.text())
        if held or not key or (not key.isprintable() and key not in KEYS.values()):
            event.ignore()
            self.passed_on.emit(event)
            return
        self.press(key)


class FourAnswers(Asking):
    """One digit answers and goes on, Enter is "don't know", =25 is exact, a letter goes on writing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._friction = Id("")
        self.state = Strip(over=True)

    def ask(self, friction: Id) -> None:
        """Ask the four questions about a friction, from the first one."""
        self._friction = friction
        self.state = Strip()
        self._show()

    @property
    def is_void(self) -> bool:
        return self._friction not in self._desk.journey.frictions

    def press(self, key: str) -> None:
        self.state, given = press(self.state, key)
        if given is not None and self._friction in self._desk.journey.frictions:
            verbs.answer_friction(self._desk.document, self._friction, **{given.field: given.value})
        if self.state.over:
            self.hide()
            self.over.emit(self.state.left)
            return
        self._show()

    def _show(self) -> None:
        question = self.state.question
        friction = self._desk.journey.frictions.get(self._friction)
        if question is None or friction is None:
            return
        t = self._desk.t
        count = t("{n} of {m}", n=self.state.at + 1, m=len(QUESTIONS))
        head = row(
            disc(self._desk.look, "?", "?"), (Elided(friction.title, "rowbold"), 1), label(count, "caption")
        )
        self.setAccessibleName(self._spoken(question))
        self.show_parts(head, self._digits(question), self._foot())

    def _digits(self, question: Question) -> QWidget:
        t, look = self._desk.t, self._desk.look
        parts: list[QWidget] = [label(self._asked(question), "rowbold")]
        if self.state.typing is not None:
            parts.append(label("= " + self.state.typing + "▏", "rowbold"))
        else:
            said = list(enumerate((words.said(t) for words in answers.words(question)), start=1))
            offered = [*said, (0, t.context("time", "none"))] if question.none else said
            for digit, words in offered:
                parts.append(self._key(look.px(26), str(digit), words, str(digit)))
        return row(*parts, None, self._key(0, "Enter", t("don't know"), ENTER), gap=12)

    def _key(self, width: int, shown: str, words: str, key: str) -> QWidget:
        made = button(self._desk.look, words, lambda: self.click(key), role="figure")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cap = label(shown, "key")
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        cap.setMinimumWidth(width)
        return row(cap, made, gap=2)

    def _asked(self, question: Question) -> str:
        return answers.asked(question, self._desk.journey.head.customer_word).said(self._desk.t)

    def _foot(self) -> QWidget:
        t = self._desk.t
        if self.state.problem is not None:
            return row(
                sign(self._desk.look, "triangle-alert", 14, "warn"), label(self.state.problem.said(t)), None
            )
        friction = self._desk.journey.frictions[self._friction]
        given = [
            self._given(question, getattr(friction, question.field))
            for question in QUESTIONS[: self.state.at]
        ]
        exact = label(t("Exact: =25 or =10-40"), "caption")
        return row((Elided("   ".join(given), "caption"), 1), exact, gap=12)

    def _given(self, question: Question, value: Quantity | None) -> str:
        return f"{self._asked(question).rstrip('?')}: {answers.word_for(question, value, self._desk.t)}"

    def _spoken(self, question: Question) -> str:
        t = self._desk.t
        offered = [f"{n} {words.said(t)}" for n, words in enumerate(answers.words(question), start=1)]
        offered += [f"0 {t.context('time', 'none')}"] if question.none else []
        offered.append("Enter " + t("don't know"))
        return f"{self._asked(question)} {', '.join(offered)}."


class HandoffQuestion(Asking):
    """Does the receiver already know what the giver knows? j or y, n, ? or Enter; writing goes on too.

    Small letters answer; a capital begins the next line, as a step's title does. So does "? ": the
    blank behind the sign tells a parked thought from an answer.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._queue: list[OpenHandoff] = []
        self.sign = ""
        """The sign pressed last, while nothing but a blank may follow it."""

    def ask(self, handoffs: tuple[OpenHandoff, ...]) -> None:
        """Ask about these, one after the other."""
        self._queue, self.sign = list(handoffs), ""
        self._next()

    def _next(self) -> None:
        steps = self._desk.journey.steps
        while self._queue and not (self._queue[0].source in steps and self._queue[0].target in steps):
            self._queue.pop(0)
        if not self._queue:
            self.hide()
            self.over.emit("")
            return
        self._show(self._queue[0])

    def _show(self, one: OpenHandoff) -> None:
        t, look = self._desk.t, self._desk.look
        giver, receiver = (unit_of_step(self._desk.journey, id) for id in (one.source, one.target))
        asked = t("Does {receiver} already know what {giver} knows?", receiver=receiver, giver=giver)
        yes = "y" if t.language == "en" else "j"
        offers = row(
            *(self._key(key, words, said) for key, words, said in (
                (yes, t("yes"), yes), ("n", t("no"), "n"), ("?", t("don't know"), "?"),
            )),
            None,
            label(t("Esc: ask later"), "caption"),
            gap=14,
        )  # fmt: skip
        self.setAccessibleName(asked)
        head = row(sign(look, "brick-wall", 18, "text2"), (label(asked, "rowbold", wrap=True), 1), gap=10)
        self.show_parts(head, offers)

    def _key(self, shown: str, words: str, key: str) -> QWidget:
        made = button(self._desk.look, words, lambda: self.click(key), role="figure")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return row(label(shown, "key"), made, gap=2)

    @property
    def is_void(self) -> bool:
        steps = self._desk.journey.steps
        return not any(one.source in steps and one.target in steps for one in self._queue)

    def press(self, key: str) -> None:
        begun, self.sign = self.sign, "?" if key == "?" else ""
        said = {"j": "yes", "y": "yes", "n": "no", "?": "unknown", ENTER: "unknown"}.get(key)
        if said is None:
            self._queue.clear()
            self.hide()
            letters = key if key.isprintable() else ""
            self.over.emit(f"{begun} " if letters == " " else letters)
            return
        one = self._queue.pop(0)
        verbs.answer_handoff(self._desk.document, one.source, one.target, said, one.last_links)  # type: ignore[arg-type]
        self._next()
