"""The lists on the left: frictions, walls, findings, outline. They speak of what the map tells."""
