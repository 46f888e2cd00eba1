"""The figures of the program, run by hand: what we take beside what a simpler or barer way takes."""
