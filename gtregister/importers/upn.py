"""Unique pupil numbers: a check letter, LA, school, year and serial number.

13 characters; a temporary UPN ends in a letter. The letters leave out I, O and S. The
check letter is the sum of the other twelve characters, each times its place (2 to 13),
modulo 23 (govtalk, UniquePupilNumber 2.0).
"""

import re
from collections.abc import Iterable
from operator import mul

from gtregister.i18n import _
from gtregister.importers import Cell
from gtregister.importers.cells import Found, look, of_text, problem

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_SHAPE = re.compile(f"[{_LETTERS}][0-9]{{11}}[0-9{_LETTERS}]")
_LENGTH = 13
_WEIGHTS = range(2, 14)

# Bytes to bytes: a digit times a weight, modulo 23; a sum modulo 23; a sum's letter.
_TIMES = {
    weight: bytes((byte - ord("0")) * weight % 23 for byte in range(256))
    for weight in _WEIGHTS
}
_MODULO = bytes(byte % 23 for byte in range(256))
_TO_LETTER = bytes(ord(_LETTERS[byte % 23]) for byte in range(256))


def check_letter(upn: str) -> str:
    """Work out the letter that a UPN of the right shape should begin with."""
    last = int(upn[-1]) if upn[-1].isdigit() else _LETTERS.index(upn[-1])
    total = sum(map(mul, map(int, upn[1:-1]), _WEIGHTS)) + last * _WEIGHTS[-1]
    return _LETTERS[total % 23]


def right(cells: Iterable[Cell]) -> list[str]:
    """Give those cells that are UPNs with nothing odd about them, all in one go.

    Every UPN of a file is another one, so that checking them singly is what takes the
    longest of all. Here one number holds a digit of each of them in a byte of its own,
    and a sum is the sums of all of them.
    """
    upns = [
        cell
        for cell in cells
        if isinstance(cell, str)
        and len(cell) == _LENGTH
        and cell.isascii()
        and cell[1:].isdigit()
    ]
    text = "".join(upns).encode()
    total = 0
    for place, weight in enumerate(_WEIGHTS, 1):
        digits = text[place::_LENGTH].translate(_TIMES[weight])
        # At most 22 and 22: no byte ever carries over into the next.
        total += int.from_bytes(digits, "big")
        total = int.from_bytes(
            total.to_bytes(len(upns), "big").translate(_MODULO), "big"
        )
    letters = total.to_bytes(len(upns), "big").translate(_TO_LETTER).decode()
    return [upn for upn, letter in zip(upns, letters, strict=True) if upn[0] == letter]


@of_text
def parse(text: str) -> Found[str]:
    """Read a UPN, in capitals and without spaces; keep one with a wrong letter."""
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
