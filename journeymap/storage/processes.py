"""Whether a process that left a file behind is still running."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from pathlib import Path


def host() -> str:
    """This computer's name."""
    return socket.gethostname()


def is_running(pid: int) -> bool:
    """Whether a process with this number runs on this computer."""
    if pid <= 0:
        return False
    if sys.platform == "win32":  # os.kill(pid, 0) would end the process there
        return _is_running_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return pid < 1 << 31
    return True


def began(pid: int) -> str:
    """Something that differs when the number was given to another process later; "" where unknown."""
    try:
        with Path(f"/proc/{pid}/stat").open("rb") as stream:
            return stream.read().rpartition(b")")[2].split()[19].decode()
    except (OSError, IndexError):
        return ""


def _is_running_on_windows(pid: int) -> bool:
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    handle = kernel.OpenProcess(0x1000, False, pid)
    if not handle:
        return bool(kernel.GetLastError() == 5)
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == 259
