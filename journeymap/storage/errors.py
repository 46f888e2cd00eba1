"""Why a map could not be opened or saved: a kind for programs, one clear sentence for people."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.i18n import N_, Catalogue, catalogue

SENTENCES: Mapping[str, str] = {
    # opening
    "missing": N_("There is no file {file}. It may have been moved or renamed."),
    "folder": N_("{file} is a folder, not a map. Open a .journey file in it."),
    "not_regular": N_(
        "{file} is not an ordinary file and cannot be opened as a map. "
        "Copy what it holds to an ordinary file."
    ),
    "may_not_read": N_(
        "{file} may not be read by this user. Ask its owner, or copy it to a folder of your own."
    ),
    "unreadable": N_("{file} could not be read from the disk: {reason}. Try again, or open a copy."),
    "too_large": N_(
        "{file} is larger than 200 MB and cannot be opened. "
        "Open another copy of the map, with fewer pictures."
    ),
    "too_deep": N_(
        "{file} is nested deeper than 64 levels, as no map is, and cannot be opened. "
        "Open another copy of the map."
    ),
    "empty": N_(
        "{file} is empty. A crash or a full disk may have emptied it; look for it under Earlier versions."
    ),
    "zeros": N_(
        "{file} holds nothing but zeros. A crash or a full disk may have done it; "
        "look for the map under Earlier versions."
    ),
    "cut_short": N_(
        "{file} ends in the middle, at line {line}. A copy may have been broken off; "
        "look for the map under Earlier versions."
    ),
    "holed": N_(
        "{file} has a hole at line {line}: zeros stand where the map should go on. A crash or a full disk "
        "may have done it; look for the map under Earlier versions."
    ),
    "more_behind": N_(
        "{file} holds a whole map, but goes on behind its end, at line {line}, with something that does not "
        "belong there. The editor can take the map out of it."
    ),
    "damaged_text": N_(
        "{file} has damaged letters, the first at line {line}. The editor can read the map without them; "
        "an undamaged one may stand under Earlier versions."
    ),
    "git_markers": N_(
        "{file} holds two versions of the map that Git could not merge, from line {line}. "
        "Merge the two versions with the merge command, then open the result."
    ),
    "utf16": N_("{file} is written as UTF-16 or UTF-32 text. Save it as UTF-8 and open it again."),
    "not_utf8": N_("{file} is not written as UTF-8 text. Save it as UTF-8 and open it again."),
    "not_ours": N_("{file} is not a map. Open a .journey file, or bring in a table from Excel or CSV."),
    "not_json": N_(
        "{file} cannot be read as a map: line {line}, column {column} is not JSON. Mend that place in a text "
        "editor, or look for the map under Earlier versions."
    ),
    "not_object": N_(
        "{file} holds no map: its top level is not an object. "
        "Open a .journey file, or bring in a table from Excel or CSV."
    ),
    "bad_version": N_(
        "{file} does not say which version of the format it has: version must be a whole number from 1 up. "
        "Mend that in a text editor, or open another copy of the map."
    ),
    "zip_damaged": N_(
        "{file} is damaged: the map inside it cannot be read. Look for it under Earlier versions."
    ),
    "zip_locked": N_(
        "{file} is a zip file with a password and cannot be opened. Unpack it first, and open the map in it."
    ),
    "zip_doubled": N_(
        "{file} holds {name} twice, so it is not clear which one counts. It is not opened. "
        "Open another copy of the map."
    ),
    "zip_too_large": N_(
        "{file} unpacks to more than a map can hold and is not opened. Open another copy of the map."
    ),
    # saving
    "disk_full": N_("The disk is full. Everything is still here. Free {n} MB or save {file} somewhere else."),
    "quota": N_(
        "Your share of the disk is used up. Everything is still here. "
        "Free {n} MB or save {file} somewhere else."
    ),
    "too_big": N_(
        "{file} has become larger than this disk allows. Everything is still here. "
        "Save a copy on another disk."
    ),
    "disk_read_only": N_(
        "The disk with {folder} can only be read. Everything is still here. Save a copy of {file} "
        "somewhere else."
    ),
    "folder_gone": N_(
        "The folder {folder} is no longer there. Everything is still here. Save a copy of {file} "
        "somewhere else."
    ),
    "may_not_write": N_(
        "{file} in {folder} may not be changed by this user. Everything is still here. "
        "Save a copy somewhere else."
    ),
    "locked": N_(
        "Another program holds {file}. Everything is still here. Try again in a moment, or save a "
        "copy somewhere else."
    ),
    "name_too_long": N_(
        "The name {file} is too long for this disk. Everything is still here. Choose a shorter name."
    ),
    "share_gone": N_(
        "The network folder {folder} does not answer. Everything is still here. "
        "Save a copy of {file} on this computer."
    ),
    "save_on_folder": N_("{file} is a folder. Everything is still here. Choose another name."),
    "save_on_special": N_("{file} is not an ordinary file. Everything is still here. Choose another name."),
    "no_replace": N_(
        "{folder} does not allow a file to be replaced safely. Everything is still here. "
        "Save a copy of {file} in another folder."
    ),
    "not_saved": N_(
        "Could not save {file} in {folder}: {reason}. Everything is still here. Save a copy somewhere else."
    ),
    "changed_on_disk": N_(
        "{file} was changed by someone else while you worked. Everything is still here. "
        "Merge the two, or save yours as a copy."
    ),
    "not_verified": N_(
        "{file} was written but could not be read back whole. Everything is still here. Save a "
        "copy somewhere else."
    ),
    "unsound": N_(
        "The map would not be whole when opened again, so {file} was left as it was. Everything "
        "is still here."
    ),
    "journal_failed": N_(
        "The last changes could not be put in safety: {reason}. Save the map now, or free some "
        "space on the disk."
    ),
    "picture_unreadable": N_("{file} is not a picture that can be read. Attach a JPEG or PNG file."),
    "picture_kind": N_(
        "{file} is a {form} file, which cannot be shown here. Save it as JPEG or PNG and attach that."
    ),
    "picture_too_large": N_("{file} is too large a picture. Make it smaller than 200 million pixels first."),
    "newer_file": N_("This map was made in a newer version. It can be read, not changed."),
}


class StorageError(Exception):
    """Opening or saving did not work. `kind` is a key of SENTENCES; nothing was changed on the disk."""

    def __init__(self, kind: str, **values: object) -> None:
        super().__init__(kind)
        self.kind = kind
        self.values = values

    def sentence(self, t: Catalogue) -> str:
        """What happened and what to do, in the catalogue's language."""
        return t(SENTENCES[self.kind], **self.values)

    def __str__(self) -> str:
        return self.sentence(catalogue("en"))
