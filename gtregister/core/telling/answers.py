"""Answers on slips that came back: how they are read, kept, and what they ask for."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gtregister.core.enrichment import consents, places
from gtregister.core.register import Register, Stored, Writing
from gtregister.core.telling import slips, wishes
from gtregister.core.telling.letter_template import CONSENT, OBJECTION
from gtregister.core.telling.slips import Slip
from gtregister.errors import UserError
from gtregister.i18n import N_, _, ngettext

Standing = Literal["new", "late", "repeated", "differs"]

_YES = frozenset({"y", "yes", "1", "j", "ie", "do", "ydw", "true", "✓"})
_NO = frozenset({"n", "no", "0", "na", "nac", "false", "✗"})
_NAMED = re.compile(r"([a-z][a-z_]*)\s*:\s*(\S+)")


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back on a slip: its answers by question, and on which day it came."""

    slip: Slip
    answers: Mapping[str, bool]
    on: date

    @property
    def standing(self) -> Standing:
        """Say how it stands to the day it was due, and to what was entered before."""
        held = self.slip.answers
        if held:
            is_same = self.answers.items() <= held.items()
            return "repeated" if is_same else "differs"
        return "late" if self.on > self.slip.reply_by else "new"


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of entering a slip, in the words to show beside it.

    `is_late`: after its day; `is_repeated`: entered before, with the same answers.
    """

    slip: Slip
    is_late: bool
    is_repeated: bool
    said: str


def in_words(slip: Slip, answers: Mapping[str, bool]) -> str:
    """Write the answers down in the order of the questions; of several, each by name.

    One question is answered “yes”, several “Has read it: yes, Wants a call: no”.
    """
    yes, no = _("yes"), _("no")
    said = {key: yes if answers[key] else no for key in answers}
    if len(slip.questions) < 2:
        return ", ".join(said.values())
    named = _("{question}: {answer}")
    return ", ".join(
        named.format(question=slips.short(key), answer=said[key])
        for key, _words in slip.questions
        if key in said
    )


def is_yes(word: str) -> bool:
    """Read one answer as it is written; UserError if it is neither yes nor no."""
    plain = word.strip().casefold()
    if plain not in _YES | _NO:
        text = _("“{word}” is neither yes nor no. Write yes or no.")
        raise UserError(text.format(word=word.strip()[:20]), "answer")
    return plain in _YES


def read(slip: Slip, said: Sequence[str]) -> dict[str, bool]:
    """Read answers as they are typed: yes, no, or y and n in a row for all questions.

    Fewer answers than questions answer the first ones; “read: yes, talk: no” names
    them. UserError if one is neither yes nor no.
    """
    whole = " ".join(said).lower().replace(",", " ")
    if named := _NAMED.findall(whole):
        return _named(slip, named)
    words = whole.split()
    if len(words) == 1 and words[0] not in _YES | _NO and set(words[0]) <= {"y", "n"}:
        words = list(words[0])
    answers = [is_yes(word) for word in words]
    if not 0 < len(answers) <= len(slip.questions):
        text = ngettext(
            "Slip {number} has {n} question. Answer it by yes or no.",
            "Slip {number} has {n} questions. Answer them in their order.",
            len(slip.questions),
            number=slip.number,
        )
        raise UserError(text, "answer")
    keys = [key for key, _words in slip.questions]
    return dict(zip(keys, answers, strict=False))


def _named(slip: Slip, named: Iterable[tuple[str, str]]) -> dict[str, bool]:
    found = {key: is_yes(word) for key, word in named}
    for key in found.keys() - dict(slip.questions).keys():
        text = _("Slip {number} has no question “{question}”.")
        raise UserError(text.format(number=slip.number, question=key), "answer")
    return found


def enter(
    register: Register, number: str, said: Sequence[str], *, replace: bool = False
) -> Answered:
    """Enter a slip that came back, and do what its answers ask for.

    The same slip with the same answers again changes nothing and says so; with other
    answers it is refused, unless `replace` says that these are right. Consent goes to
    the roster; a wish not to be on the register is noted for somebody to decide.
    """
    slip = slips.find(register, number)
    reply = Reply(slip, read(slip, said), register.today)
    is_late = reply.on > slip.reply_by
    if reply.standing == "repeated" and not replace:
        text = _("Slip {number} was entered before, with the same answers.")
        return Answered(slip, is_late, True, text.format(number=slip.number))
    if reply.standing == "differs" and not replace:
        text = _(
            "Slip {number} ({child}) was entered before with other answers. "
            "Look at both, and say which is right."
        )
        raise UserError(text.format(number=slip.number, child=slip.child), "slip")
    with register.change(N_("Reply entered")) as db:
        _keep(register, db, reply)
    text = (
        _("Slip {number}: {child}, late.") if is_late else _("Slip {number}: {child}.")
    )
    said_now = text.format(number=slip.number, child=slip.child)
    return Answered(slips.find(register, number), is_late, False, said_now)


def enter_all(register: Register, replies: Sequence[Reply], about: str) -> None:
    """Enter many slips in one change; `about` says where they come from.

    What was entered before is replaced. If one cannot be entered, none is, and the
    UserError names its slip.
    """
    with register.change(N_("Replies entered"), about=about) as db:
        for reply in replies:
            try:
                _keep(register, db, reply)
            except UserError as error:
                said = _("Slip {number} ({child}) cannot be entered. {why}")
                slip = reply.slip
                text = said.format(number=slip.number, child=slip.child, why=error.text)
                raise UserError(text, "slip") from None


def _keep(register: Register, db: Writing, reply: Reply) -> None:
    slip = reply.slip
    held = register.rows("select id from answers where slip_id = :id", id=slip.id)
    db.delete("answers", [row["id"] for row in held])
    for question, said in reply.answers.items():
        row: dict[str, Stored] = {
            "slip_id": slip.id,
            "pupil_id": slip.pupil_id,
            "question": question,
            "answer": int(said),
            "answered_on": reply.on.isoformat(),
            "entered_by": register.user,
        }
        db.insert("answers", row)
    today = register.today.isoformat()
    state = {"state": "answered", "state_on": today, "state_by": register.user}
    db.update("notices", slip.notice_id, state)
    _act(register, slip, reply.answers)


def _act(register: Register, slip: Slip, answers: Mapping[str, bool]) -> None:
    if CONSENT in answers and slip.place_id is not None:
        _to_the_roster(register, slip.place_id, answers[CONSENT])
    if answers.get(OBJECTION) and not register.value(
        "select 1 from wishes where slip_id = :id", id=slip.id
    ):
        words = dict(slip.questions)[OBJECTION]
        said_by = slip.people or slip.child
        wishes.note(register, slip.pupil_id, said_by, words, slip_id=slip.id)


def _to_the_roster(register: Register, place_id: int, agrees: bool) -> None:
    """Note the consent, and take up or decline an invitation with it."""
    consents.set_consent(register, [place_id], "given" if agrees else "refused")
    (place,) = places.rows_of(register, [place_id])
    if place["state"] != "invited":
        return
    if agrees:
        places.accept(register, [place_id])
    else:
        places.decline(register, [place_id])
