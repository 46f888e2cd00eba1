"""One file a kind of thing on the map: pure functions from facts and a place to a node."""
