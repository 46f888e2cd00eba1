"""Forbids the whole test run to open a network socket, below everything that could get round it.

An audit hook is heard by the interpreter itself: it catches `socket.socket`, `_socket.socket` and
whatever a library does with them. Local sockets (between processes of this computer) are let pass.
"""

from __future__ import annotations

import sys

NETWORK = {"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}
OPENED: list[str] = []
"""What was tried: told once more at the end of the run, in case somebody swallowed the error."""


class NetworkError(AssertionError):
    """The program tried to reach the network."""


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if not event.startswith("socket."):
        return
    if event == "socket.__new__" and _is_local(arguments[1]):
        return
    if event in NETWORK and _is_local(getattr(arguments[0], "family", None)):
        return
    if event == "socket.__new__" or event in NETWORK:
        OPENED.append(f"{event}{arguments[1:]}")
        raise NetworkError(f"{event}: nothing may reach the network")


def _is_local(family: object) -> bool:
    return family is not None and int(family) == 1  # type: ignore[call-overload] # AF_UNIX


def forbid() -> None:
    """From now on, for the whole life of this process."""
    sys.addaudithook(_hear)
