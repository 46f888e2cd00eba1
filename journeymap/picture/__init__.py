"""The one picture of a journey: what is drawn where, for screen, PDF, SVG and PNG alike."""
