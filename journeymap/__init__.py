"""journeymap: customer journeys with lanes, hand-off walls and ranked frictions."""

__version__ = "0.1.0"
