"""The place beside the map for what is held against it: another map, or what would be if."""
