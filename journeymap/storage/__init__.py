"""The file on disk: reading, saving, journal, earlier versions, merge. Nothing is ever lost in silence."""
