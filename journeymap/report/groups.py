"""The names of the report's sections and the groups in which they can be chosen; no section is imported."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

GROUP_OF: Mapping[str, str] = MappingProxyType(
    {
        "map": "map",
        "ranking": "frictions",
        "hours": "frictions",
        "frictions": "frictions",
        "walls": "walls",
        "moments": "walls",
        "high_points": "walls",
        "suppliers": "answers",
        "lanes": "answers",
        "four": "answers",
        "once": "answers",
        "conditions": "answers",
        "orders": "answers",
        "measuring": "answers",
        "lead_times": "answers",
        "actions": "actions",
        "since": "actions",
        "method": "",
        "steps": "tables",
        "links": "tables",
        "inputs": "tables",
    }
)
"""In the report's order. The method belongs to no group: it is never left out."""
