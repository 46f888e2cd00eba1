"""Addresses within texts: only plain web and mail addresses may be clicked, read strictly.

Whoever wrote the map is not whoever opens the report: nothing but https, http and mailto is live,
no address hides a name before its host, and none carries letters that look like others.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_CANDIDATE = re.compile(r"(?<![A-Za-z0-9+.:/-])(?:https?://|mailto:)[!-~]+", re.IGNORECASE)
_WEB = re.compile(r"[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+[a-z](?:[a-z0-9-]*[a-z0-9])", re.IGNORECASE)
_LOCAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}")
_AFTER = ".,;:!?'\""
LONGEST = 2000


def parts_of(text: str) -> list[tuple[str, str]]:
    """The text in pieces, each with the address it leads to ("" for none); joined they are the text."""
    if ":" not in text:
        return [(text, "")]
    parts: list[tuple[str, str]] = []
    done = 0
    for found in _CANDIDATE.finditer(text):
        said = _without_end(found.group())
        end = found.start() + len(said)
        goes_on = text[end : end + 1] > "~" and text[end].isalnum()
        if goes_on or not is_live(said):
            continue
        if found.start() > done:
            parts.append((text[done : found.start()], ""))
        parts.append((said, said))
        done = end
    if done < len(text) or not parts:
        parts.append((text[done:], ""))
    return parts


def _without_end(said: str) -> str:
    """Without the punctuation of the sentence it stands in, and a bracket it did not open."""
    while said and (said[-1] in _AFTER or (said[-1] == ")" and said.count(")") > said.count("("))):
        said = said[:-1]
    return said


def is_live(address: str) -> bool:
    """Whether this is one whole https, http or mailto address and nothing else."""
    if len(address) > LONGEST or not _WEB.fullmatch(address):
        return False
    scheme, _, rest = address.partition(":")
    if scheme.lower() == "mailto":
        local, _, host = rest.partition("@")
        return bool(_LOCAL.fullmatch(local) and _HOST.fullmatch(host))
    try:
        split = urlsplit(address)
        host, port = split.hostname or "", split.port
    except ValueError:
        return False
    plain = "@" not in split.netloc and (port is None or port > 0)
    return scheme.lower() in ("http", "https") and plain and bool(_HOST.fullmatch(host))
