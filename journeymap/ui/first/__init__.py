"""The first map in five minutes: five tasks beside a real map, each of which ticks itself."""
