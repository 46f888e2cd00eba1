"""What is loaded late by name is known to whoever reads imports only: types, contracts, the bundle."""

from __future__ import annotations

import grimp

from journeymap.ui import arriving


def test_everything_that_arrives_is_imported_by_a_statement_too() -> None:
    graph = grimp.build_graph("journeymap", cache_dir=None)
    seen = graph.find_upstream_modules("journeymap.app.editor")
    late = {f"journeymap.{name}" for name in (*arriving.WORKBENCH, *arriving.NOW_AND_THEN)}
    assert late - seen == set()


def test_nothing_arrives_twice() -> None:
    names = (*arriving.WORKBENCH, *arriving.NOW_AND_THEN)
    assert len(set(names)) == len(names)
