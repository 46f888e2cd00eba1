"""The room: the map, the line and a clock over the whole screen, while a group tells what happens."""
