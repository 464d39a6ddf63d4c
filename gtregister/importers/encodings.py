"""How the letters of a text file may be written, and what people call it.

Python's names of encodings are the keys. A file that is not Unicode does not say how it
is written, so that a person may have to choose: names show whether it is right.
"""

from collections.abc import Mapping

from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated

TITLES: Mapping[str, str] = {
    "utf-8": N_("Unicode (UTF-8)"),
    "utf-16": N_("Unicode (UTF-16)"),
    "cp1252": N_("Western European (Windows)"),
    "cp1250": N_("Central European (Windows)"),
    "cp1254": N_("Turkish (Windows)"),
    "mac-roman": N_("Western European (Macintosh)"),
    "cp850": N_("Western European (DOS)"),
}
# What tells one way round from the other is of no use to people.
_SAME = {"utf-16-le": "utf-16", "utf-16-be": "utf-16"}


def title(encoding: str) -> str:
    """Name an encoding in words; nothing for that of a file that is no text."""
    return translated(TITLES[encoding]) if encoding else ""


def found(encoding: str) -> str:
    """Give the key of `TITLES` that stands for an encoding that was found out."""
    return _SAME.get(encoding, encoding)


def checked(encoding: str | None) -> str:
    """Give an encoding that a person has asked for, or nothing if none was.

    Raises UserError if there is none of this name.
    """
    if not encoding:
        return ""
    if encoding.lower() in TITLES:
        return encoding.lower()
    said = _("There is no encoding “{encoding}”. The encodings are: {encodings}.")
    known = ", ".join(TITLES)
    raise UserError(said.format(encoding=encoding, encodings=known), "encoding")
