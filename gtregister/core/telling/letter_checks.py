"""What to know before letters go out: who gets none, and what is special about some."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from gtregister.core.register import Register
from gtregister.core.telling import templates
from gtregister.core.telling.letter_writing import Written
from gtregister.core.telling.letters import Prepared, Stopped
from gtregister.i18n import ngettext

_MOST = 5  # reasons that are said in full


class Check(NamedTuple):
    """A sentence about a batch; a `stop` says that somebody gets no letter."""

    said: str
    is_stop: bool = False


def of(register: Register, prepared: Prepared) -> list[Check]:
    """Say what to know about a batch, the letters that are stopped first."""
    return [
        *_stopped(prepared.stopped),
        *_left_out(register, prepared),
        *_apart(prepared.letters),
        *_special(prepared.letters),
    ]


def _stopped(stopped: Sequence[Stopped]) -> list[Check]:
    reasons = Counter(one.why for one in stopped)
    if not reasons:
        return []
    said = ngettext(
        "{n} letter cannot be written:",
        "{n} letters cannot be written:",
        len(stopped),
    )
    found = [Check(said, True)]
    found += [Check(why, True) for why, _n in reasons.most_common(_MOST)]
    if (more := len(reasons) - _MOST) > 0:
        words = ngettext("… and {n} more reason.", "… and {n} more reasons.", more)
        found.append(Check(words, True))
    return found


def _left_out(register: Register, prepared: Prepared) -> list[Check]:
    """Count the contacts of these pupils who must not be written to."""
    batch = [one.owed for one in prepared.letters]
    batch += [one.owed for one in prepared.stopped]
    about = {o.event.pupil_id for o in batch if o.audience == "parents"}
    rows = register.rows("select pupil_id from contacts where no_contact = 1")
    n = sum(row["pupil_id"] in about for row in rows)
    said = ngettext(
        "{n} person who must not be contacted is left out.",
        "{n} people who must not be contacted are left out.",
        n,
    )
    return [Check(said)] if n else []


def _apart(letters: Sequence[Written]) -> list[Check]:
    homes = Counter(
        (one.owed.event.pupil_id, one.owed.event.kind, one.owed.event.about)
        for one in letters
        if one.owed.audience == "parents"
    )
    n = sum(count > 1 for count in homes.values())
    said = ngettext(
        "{n} family lives apart: each household gets its own letter.",
        "{n} families live apart: each household gets its own letter.",
        n,
    )
    return [Check(said)] if n else []


def _special(letters: Sequence[Written]) -> list[Check]:
    found = []
    languages = Counter(one.letter.language for one in letters)
    for language, n in sorted(languages.items()):
        if language != templates.ENGLISH:
            named = templates.language_name(language)
            found.append(
                ngettext(
                    "{n} letter is in {language}.",
                    "{n} letters are in {language}.",
                    n,
                    language=named,
                )
            )
    if n := sum(one.letter.large_print for one in letters):
        found.append(ngettext("{n} is in large print.", "{n} are in large print.", n))
    if n := sum(one.way == "email" for one in letters):
        found.append(
            ngettext(
                "{n} family is best written to by e-mail.",
                "{n} families are best written to by e-mail.",
                n,
            )
        )
    if n := sum(bool(one.letter.copy) for one in letters):
        found.append(
            ngettext(
                "{n} was told already, and gets a copy that says so.",
                "{n} were told already, and get a copy that says so.",
                n,
            )
        )
    return [Check(said) for said in found]
