"""Numbers of reply slips, with a check digit that catches slips of the finger.

The check digit is that of H. M. Damm, “Total anti-symmetrische Quasigruppen”
(Marburg, 2004): over a totally anti-symmetric quasigroup of order 10 every wrong digit
and every swap of two neighbours is found, those of the check digit among them.
"""

from gtregister.errors import UserError
from gtregister.i18n import _

_FIRST = 1000  # the first slip is 1001, so that no number is short

_QUASIGROUP = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


def number(slip_id: int) -> str:
    """Write the number of a slip: 10019 for the first."""
    digits = str(_FIRST + slip_id)
    return f"{digits}{_check(digits)}"


def slip_id(said: str) -> int:
    """Read a number that somebody typed; UserError if a digit of it is wrong."""
    digits = "".join(said.split()).replace("-", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) >= 5):
        text = _("“{number}” is not the number of a slip. It has 5 digits or more.")
        raise UserError(text.format(number=said.strip()[:20]), "slip")
    found = int(digits[:-1]) - _FIRST
    if _check(digits) or found < 1 or digits.startswith("0"):
        text = _("{number} is not the number of any slip. Check each digit of it.")
        raise UserError(text.format(number=digits[:20]), "slip")
    return found


def _check(digits: str) -> int:
    """Give the check digit; of a number with its right check digit it is 0."""
    interim = 0
    for digit in digits:
        interim = _QUASIGROUP[interim][int(digit)]
    return interim
