"""What no line of the program may do: unpickle, evaluate, unpack by name, phone, show data as markup."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
SOURCES = sorted((TOP / "journeymap").rglob("*.py"))

MODULES = {
    "pickle", "cPickle", "dill", "marshal", "shelve", "yaml",  # a file that runs code when it is read
    "http", "urllib.request", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc", "socketserver",
    "asyncio", "requests", "aiohttp", "httpx", "webbrowser",
    "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets",
}  # fmt: skip
CALLS = {
    "eval": "runs what stands in a text",
    "exec": "runs what stands in a text",
    "__import__": "runs what stands in a text",
    "extractall": "unpacks under names that a file gives",
    "extract": "unpacks under names that a file gives",
    "setHtml": "shows data as markup",
    "insertHtml": "shows data as markup",
    "appendHtml": "shows data as markup",
    "setMarkdown": "shows data as markup",
    "QTextEdit": "takes markup from the clipboard; use QPlainTextEdit",
    "QTextBrowser": "shows data as markup and follows links",
    "QMessageBox": "guesses whether a text is markup; use dialogs.ask",
    "QSettings": "unpickles; use storage.settings",
    "setOpenExternalLinks": "follows any link",
    "fromUserInput": "guesses at schemes; read strictly",
    "setStatusTip": "guesses whether a text is markup",
    "setWhatsThis": "guesses whether a text is markup",
}
ALLOWED = {
    ("journeymap/ui/label.py", "QLabel"), ("journeymap/ui/label.py", "setToolTip"),
    ("journeymap/ui/dialogs/report.py", "openUrl"),  # a file this program has just written
    ("journeymap/ui/dialogs/keys.py", "openUrl"),  # the same
    ("journeymap/ui/help/rendering.py", "setMarkdown"),  # the guide's own pages, never data; HTML is not read
    ("journeymap/app/ears.py", "socket"), ("journeymap/storage/processes.py", "socket"),
}  # fmt: skip
"""The one place each where what would be a danger elsewhere has its home."""
SOCKETS = {"socketpair", "gethostname"}
"""A pair of ends within the process wakes Qt at a signal; the computer's name stands in locks."""


def imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        yield node.module or ""
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def dangers(path: str, source: str) -> list[str]:
    """Everything in a module that it must not do, with its line."""
    found = []
    for node in ast.walk(ast.parse(source)):
        for name in imported(node):
            if name in MODULES or name.split(".")[0] in MODULES:
                found.append((node, f"imports {name}"))
            if name == "socket" and (path, "socket") not in ALLOWED:
                found.append((node, "imports socket"))
        if isinstance(node, ast.Call):
            found += [(node, what) for what in called(path, node)]
    return [f"{path}:{getattr(node, 'lineno', 0)}: {what}" for node, what in found]


def called(path: str, call: ast.Call) -> Iterator[str]:
    function = call.func
    name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
    on = ast.unparse(function.value) if isinstance(function, ast.Attribute) else ""
    if (path, name) in ALLOWED:
        return
    if name in CALLS and not _is_harmless(name, isinstance(function, ast.Attribute)):
        yield f"{name}: {CALLS[name]}"
    if on in CALLS:
        yield f"{on}: {CALLS[on]}"
    if on == "os" and (name in ("system", "popen") or name.startswith(("exec", "spawn"))):
        yield "gives words to a shell"
    if name in ("QLabel", "setToolTip", "openUrl") and not says_nothing(call):
        yield f"{name} outside its one place: use label(), tip() or a checked address"
    if on == "socket" and name not in SOCKETS:
        yield f"socket.{name}"
    if name in ("run", "Popen", "call", "check_output") and any(k.arg == "shell" for k in call.keywords):
        yield "gives words to a shell"


def _is_harmless(name: str, is_method: bool) -> bool:
    """`exec` as a method is Qt's loop; `extract` as a function is one of ours."""
    return is_method if name == "exec" else name == "extract" and not is_method


def says_nothing(call: ast.Call) -> bool:
    """Whether no text of anybody's is handed over: no argument at all, or only constants."""
    return all(isinstance(argument, ast.Constant) for argument in call.args)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(TOP)))
def test_no_danger(path: Path) -> None:
    assert dangers(path.relative_to(TOP).as_posix(), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    ["import pickle", "from pickle import loads", "import urllib.request", "from urllib import request",
     "from PySide6 import QtNetwork", "from PySide6.QtNetwork import QTcpSocket", "import socket",
     "eval(x)", "exec(x)", "builtins.eval(x)", "archive.extractall()", "archive.extract(name)",
     "os.system(x)", "field.setHtml(x)", "QTextEdit()", "QLabel(title)", "widget.setToolTip(title)",
     "QDesktopServices.openUrl(QUrl(x))", "QSettings()", "QMessageBox.critical(None, x, y)",
     "subprocess.run(x, shell=True)"],
)  # fmt: skip
def test_the_search_finds_each_danger(source: str) -> None:
    assert dangers("journeymap/x.py", source)


def test_the_search_lets_sound_lines_pass() -> None:
    sound = 'dialog.exec()\nQLabel()\nitem.setToolTip(0, "")\nlabel(title)\nimport socketio\n'
    assert dangers("journeymap/x.py", sound) == []
    assert dangers("journeymap/app/ears.py", "import socket\nsocket.socketpair()") == []
    assert dangers("journeymap/app/ears.py", "import socket\nsocket.create_connection(x)")


def test_labels_without_words_are_filled_as_plain_text_only() -> None:
    """A label made bare may be given words later: then its format must have been set before."""
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        if "QLabel()" in text and path.name != "label.py":
            assert "setText(" not in text or "PlainText" in text, path
