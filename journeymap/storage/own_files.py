"""Small JSON files of our own: read without ever failing, written in one step."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

_MOST_BYTES = 5_000_000


def read_own(path: Path) -> dict[str, Any]:
    """The object in the file; an empty one if there is none. A broken file is put aside, not lost."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError("too large to be ours")
        found = json.loads(path.read_bytes())
        if isinstance(found, dict):
            return found
        raise ValueError("not an object")
    except (ValueError, RecursionError):
        with contextlib.suppress(OSError):
            path.replace(path.with_name(f"{path.name}.broken"))
    except OSError:
        pass
    return {}


def write_own(path: Path, content: dict[str, Any]) -> bool:
    """Writes the file; False where the disk does not take it, which must not stop any work."""
    import secrets  # noqa: PLC0415 - a start only reads, and hashes take longer to load than the file

    from journeymap.storage import disk  # noqa: PLC0415

    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    data = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8", "replace")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        disk.write_synced(temporary, data + b"\n", None)
        disk.replace(temporary, path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        return False
    return True
