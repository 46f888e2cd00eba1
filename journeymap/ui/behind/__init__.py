"""The back chain in the window: lit on the map, listed beside it, requirements written on the spot."""
