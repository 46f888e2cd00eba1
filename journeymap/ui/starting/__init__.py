"""The parts of the start page: a new map, maps opened lately, finished ones, templates."""
