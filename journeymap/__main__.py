"""`python -m journeymap`: the same as the command `journeymap`."""

import sys

from journeymap.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
