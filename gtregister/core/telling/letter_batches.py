"""Letters put together under the school's letterhead, ready for paper."""

import base64
import binascii
from collections import defaultdict
from collections.abc import Sequence

from gtregister.core import school
from gtregister.core.register import Register
from gtregister.core.telling import letter_settings
from gtregister.core.telling.letter_writing import Written
from gtregister.writers.letter import Batch, Letterhead


def of(register: Register, letters: Sequence[Written]) -> Batch:
    """Give letters their letterhead; those of siblings together, if it is set so."""
    settings = letter_settings.of(register)
    if settings.siblings_together:
        letters = together(letters)
    logo = register.value("select logo from school")
    head = Letterhead(
        school.of(register).name,
        tuple(settings.letterhead.splitlines()),
        _decoded(str(logo)) if logo else None,
    )
    return Batch(head, [one.letter for one in letters], register.today)


def together(letters: Sequence[Written]) -> list[Written]:
    """Put the letters to one household one after the other, for one envelope."""
    homes: dict[tuple[str, int], list[Written]] = defaultdict(list)
    for one in letters:
        homes[envelope(one)].append(one)
    return [one for theirs in homes.values() for one in theirs]


def envelope(one: Written) -> tuple[str, int]:
    """Name the envelope that a letter goes into; a pupil has one of their own."""
    home = one.owed.household
    return ("pupil", one.owed.event.pupil_id) if home is None else ("home", home.id)


def _decoded(logo: str) -> bytes | None:
    try:
        return base64.b64decode(logo, validate=True)
    except (binascii.Error, ValueError):
        return None
