"""The slips that are out, letter by letter, to be answered down a list."""

from collections import defaultdict
from typing import NamedTuple

from gtregister.core.register import Register
from gtregister.core.telling import slips
from gtregister.core.telling.letter_settings import KINDS
from gtregister.core.telling.slips import Slip
from gtregister.i18n import _, translated


class Awaited(NamedTuple):
    """The slips of one letter that did not come back, in the order of forms.

    `questions` are those of each of them, by key, in the words of the first.
    """

    title: str
    questions: tuple[tuple[str, str], ...]
    slips: tuple[Slip, ...]

    def headings(self) -> list[str]:
        """Give a short heading for each question."""
        return [slips.short(key) for key, _words in self.questions]


def awaited(register: Register) -> list[Awaited]:
    """Find what was asked and not answered, the letters with most slips first."""
    asked: dict[tuple[str, tuple[str, ...]], list[Slip]] = defaultdict(list)
    for slip in slips.every(register).values():
        if slip.is_out and not slip.answers:
            keys = tuple(key for key, _words in slip.questions)
            asked[_title(slip), keys].append(slip)
    found = [
        Awaited(title, those[0].questions, tuple(those))
        for (title, _keys), those in asked.items()
    ]
    return sorted(found, key=lambda one: -len(one.slips))


def _title(slip: Slip) -> str:
    kind = translated(KINDS[slip.kind])
    if not slip.activity:
        return kind
    said = _("{letter}: {activity}")
    return said.format(letter=kind, activity=slip.activity)
