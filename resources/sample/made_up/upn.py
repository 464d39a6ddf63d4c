"""Unique pupil numbers."""

from made_up import LA

# Positions 2 to 13 count as much as their number, letters by their place in here; the
# sum modulo 23 is the place of the check letter (DfE, unique pupil numbers).
LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def permanent(establishment: int, year: int, serial: int) -> str:
    """Write the number that a school gave in a calendar year to its nth pupil."""
    return _checked(f"{LA}{establishment}{year % 100:02}{serial:03}")


def temporary(establishment: int, year: int, serial: int) -> str:
    """Write the number for a pupil whose permanent one is not known yet."""
    letter = LETTERS[serial % len(LETTERS)]
    return _checked(f"{LA}{establishment}{year % 100:02}{serial:02}{letter}")


def _checked(body: str) -> str:
    values = [int(sign) if sign.isdigit() else LETTERS.index(sign) for sign in body]
    total = sum(place * value for place, value in enumerate(values, start=2))
    return LETTERS[total % len(LETTERS)] + body
