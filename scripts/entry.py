"""Where the one-folder app begins: imports the program by name, so that all of it is found."""

import sys

from journeymap.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
