"""Qt speaks the window's language: our catalogues handed to it as one compiled message file in memory.

Not a translator written in Python: Qt also asks for words from its own threads (the file dialogue's), which
would wait there for the interpreter.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from itertools import accumulate

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from journeymap.i18n import Catalogue
from journeymap.ui.keynames import ARROWS, NAMES
from journeymap.ui.qtsources import QT_WORDS

THE_REST = {"sv": "qtbase_sv", "nb": "qtbase_nn"}
"""What Qt brings itself, for what we have no words of: paper sizes, system errors."""
MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES = 0x42, 0x69
_END, _TRANSLATION, _SOURCE, _CONTEXT = b"\x01", b"\x03", b"\x06", b"\x07"
Word = tuple[str, str]
"""Qt's context (empty: wherever it stands) and the English words."""


def words(t: Catalogue) -> dict[Word, str]:
    """All that Qt is told to say in a language; in English only how keys are called, as our chart does."""
    keys = {**ARROWS, **{key: t(name) for key, name in NAMES.items()}}
    said = {("QShortcut", key): name for key, name in keys.items()}
    if t.language == "en":
        return said
    return said | {("", source): t.context(context, source) for context, source in QT_WORDS}


def compiled(words: Mapping[Word, str]) -> bytes:
    """The words as a .qm file: hashes of the English words, sorted, and the messages they lead to."""
    messages = [_message(*word, said) for word, said in words.items()]
    starts = accumulate((len(one) for one in messages[:-1]), initial=0)
    hashes = sorted(zip((_hash(source.encode()) for _, source in words), starts, strict=True))
    return b"".join(
        (
            MAGIC,
            _part(_HASHES.to_bytes(1, "big"), b"".join(struct.pack(">II", *one) for one in hashes)),
            _part(_MESSAGES.to_bytes(1, "big"), b"".join(messages)),
        )
    )


def _message(context: str, source: str, said: str) -> bytes:
    where = _part(_CONTEXT, context.encode()) if context else b""
    return _part(_TRANSLATION, said.encode("utf-16-be")) + _part(_SOURCE, source.encode()) + where + _END


def _part(tag: bytes, content: bytes) -> bytes:
    return tag + struct.pack(">I", len(content)) + content


def _hash(source: bytes) -> int:
    """The ELF hash by which Qt looks words up; never 0."""
    found = 0
    for byte in source:
        found = (found << 4) + byte & 0xFFFFFFFF
        high = found & 0xF0000000
        found = (found ^ high >> 24) & ~high
    return found or 1


class QtWords:
    """The translators of a program, exchanged when it speaks another language."""

    def __init__(self) -> None:
        self._language = ""
        self._worn: list[QTranslator] = []
        self._ours = b""
        """Qt reads the words where they lie: they stay as long as their translator."""

    def speak(self, app: QCoreApplication, t: Catalogue) -> None:
        """Let Qt say its own words in this language from now on; what it made before keeps its words."""
        if t.language == self._language:
            return
        QLocale.setDefault(QLocale(t.locale))
        for one in self._worn:
            app.removeTranslator(one)
        self._language, self._ours = t.language, compiled(words(t))
        self._worn = [*_translators(app, t, self._ours)]
        for one in self._worn:
            app.installTranslator(one)


def _translators(app: QCoreApplication, t: Catalogue, ours: bytes) -> Iterable[QTranslator]:
    """Those asked last come first: our words are installed after Qt's own."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    theirs, own = QTranslator(app), QTranslator(app)
    if t.language in THE_REST and theirs.load(THE_REST[t.language], folder):
        yield theirs
    if own.load(ours):
        yield own


QT = QtWords()
"""Those of this program: Qt has one set of translators however many windows there are."""
