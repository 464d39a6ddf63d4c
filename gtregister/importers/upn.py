"""Unique pupil numbers: a check letter, LA, school, year and serial number.

13 characters; a temporary UPN ends in a letter. The letters leave out I, O and S. The
check letter is the sum of the other twelve characters, each times its place (2 to 13),
modulo 23 (govtalk, UniquePupilNumber 2.0).
"""

import re
from operator import mul

from gtregister.i18n import _
from gtregister.importers import Cell
from gtregister.importers.cells import Found, look, of_text, problem

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_SHAPE = re.compile(f"[{_LETTERS}][0-9]{{11}}[0-9{_LETTERS}]")
_WEIGHTS = (0, *range(2, 14))
# What the character codes add to the sum beyond the digits: "0" is 48.
_SURPLUS = ord("0") * sum(_WEIGHTS) % 23


def check_letter(upn: str) -> str:
    """Work out the letter that a UPN of the right shape should begin with."""
    total = sum(map(mul, upn.encode(), _WEIGHTS)) - _SURPLUS
    if not upn[-1].isdigit():
        total += (_LETTERS.index(upn[-1]) - ord(upn[-1]) + ord("0")) * _WEIGHTS[-1]
    return _LETTERS[total % 23]


def parse(cell: Cell) -> Found[str]:
    """Read a UPN, in capitals and without spaces; keep one with a wrong letter."""
    # Every UPN of a file is another one: those that are all right come off quickly.
    if not isinstance(cell, str) or not _SHAPE.fullmatch(cell):
        return _parse(cell)
    return (cell, None) if check_letter(cell) == cell[0] else _parse(cell)


@of_text
def _parse(text: str) -> Found[str]:
    upn = "".join(text.split()).upper()
    if not _SHAPE.fullmatch(upn):
        said = _(
            "“{value}” is not a UPN: it has a letter and 12 digits, or a letter, 11 "
            "digits and a letter."
        )
        return problem(said, text)
    if check_letter(upn) != upn[0]:
        said = _("The first letter of the UPN {value} does not fit its digits.")
        return upn, look(said, text)
    return upn, None
