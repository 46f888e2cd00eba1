"""Three painters of one picture: Qt, PDF and SVG. None knows another; all draw the same shapes."""
