"""The map on screen: it shows pictures, turns gestures into verbs, and is never asked what is true."""
