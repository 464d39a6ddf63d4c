"""Letters: written from what the register knows, kept as they were sent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gtregister.core.register import Register, Stored, Writing
from gtregister.core.telling import letter_template, notices, owed, templates
from gtregister.core.telling.letter_facts import Facts
from gtregister.core.telling.letter_settings import KINDS
from gtregister.core.telling.letter_writing import Written, made_up, written
from gtregister.core.telling.owed import Owed
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.table import Column, Table
from gtregister.writers import Step, no_step

__all__ = ["KINDS", "Stopped", "Written"]

_SENT = ("printed", "sent", "answered", "chased")
_COLUMNS = (
    Column("written_on", N_("Day"), "date"),
    Column("kind", N_("Letter")),
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("form", N_("Form")),
    Column("addressee", N_("To")),
    Column("language", N_("Language")),
    Column("is_copy", N_("Copy"), "yes_no"),
    Column("written_by", N_("By")),
)


@dataclass(frozen=True, slots=True)
class Stopped:
    """A letter that cannot be written, and the reason in a sentence."""

    owed: Owed
    why: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """Letters that may go out, in the order of forms, and those that may not."""

    letters: tuple[Written, ...]
    stopped: tuple[Stopped, ...]


def due(
    register: Register,
    kind: str | None = None,
    form: str | None = None,
    *,
    again: bool = False,
) -> list[Owed]:
    """Find the notices that nobody has been told of yet, in the order of forms.

    `again` finds those whose letters went out, to write copies of them.
    """
    _known(kind)
    forms = dict(map(tuple, register.rows("select id, form from pupils")))
    return [
        found
        for found in owed.every(register)
        if (found.state in _SENT if again else not found.is_told)
        and kind in (None, found.event.kind)
        and form in (None, forms[found.event.pupil_id])
    ]


def write(register: Register, wanted: Iterable[Owed], step: Step = no_step) -> Prepared:
    """Write letters without keeping anything: what a preview shows.

    Who was told already gets a copy that says so. The numbers of new slips stand from
    when the letters are kept, as long as no others are kept in between.
    """
    batch = list(wanted)
    facts = Facts(register, batch)
    known = templates.compiled(register)
    slips = {row["notice_id"]: row for row in register.rows("select * from slips")}
    following = _next_slip(register)
    letters, stopped = [], []
    for number, one in enumerate(batch):
        step(number, len(batch))
        if one.state == "stopped" or (one.household and one.household.stop):
            why = one.household.stop if one.household else ""
            stopped.append(Stopped(one, why or one.why))
            continue
        held = slips.get(one.event.reminds or one.notice_id or 0)
        letter = written(facts, known, one, following, held)
        if letter.slip_id == following:
            following += 1
        letters.append(letter)
    return Prepared(tuple(letters), tuple(stopped))


def draft(register: Register, letters: Sequence[Written]) -> None:
    """Keep letters that were put into a file to be looked at or sent later.

    What nobody is owed, such as a certificate, has no list to wait on: it is kept as
    printed.
    """
    fresh = [one for one in letters if not one.owed.is_told]
    with register.change(N_("Letters drafted"), about=_about(letters)) as db:
        for one in fresh:
            is_owed = one.owed.key != 0
            state, way = ("drafted", None) if is_owed else ("printed", one.way)
            _keep(register, db, one, state, way)


def mark_printed(
    register: Register, letters: Sequence[Written], way: str | None = None
) -> None:
    """Note that letters were printed, and keep what each of them says.

    Without `way` (a key of notices.WAYS) each goes as its people like best. A copy of
    a letter that was sent is kept too, and changes nothing else.
    """
    with register.change(N_("Letters printed"), about=_about(letters)) as db:
        for one in letters:
            _keep(register, db, one, "printed", way or one.way)


def mark_sent(
    register: Register, letters: Sequence[Written], way: str | None = None
) -> None:
    """Note that letters were sent, such as by e-mail, and keep what they say."""
    with register.change(N_("Letters sent"), about=_about(letters)) as db:
        for one in letters:
            _keep(register, db, one, "sent", way or one.way)


def _keep(
    register: Register, db: Writing, one: Written, state: str, way: str | None
) -> None:
    notice_id = one.owed.notice_id
    if not one.owed.is_told:
        notice_id = notices.note(register, db, one.owed, state, way=way)
    asked: dict[str, Stored] = {
        "questions": one.questions_as_json,
        "reply_by": one.reply_by_as_text,
    }
    if one.letter.slip is not None and one.is_new_slip:
        if one.slip_id < db.next_id("slips"):
            said = _("Others have printed letters since. Make these letters again.")
            raise UserError(said)
        owner = {"notice_id": notice_id, "pupil_id": one.owed.event.pupil_id}
        db.insert("slips", {"id": one.slip_id} | owner | asked)
    if state == "drafted":
        return
    if one.reply_by and one.owed.event.reminds is not None and not one.owed.is_told:
        db.update("slips", one.slip_id, {"reply_by": one.reply_by_as_text})
    db.insert(
        "letters",
        {
            "notice_id": notice_id,
            "pupil_id": one.owed.event.pupil_id,
            "kind": one.owed.event.kind,
            "language": one.letter.language,
            "addressee": "\n".join(one.letter.address),
            "text": one.letter.text,
            "written_on": register.today.isoformat(),
            "written_by": register.user,
            "is_copy": int(bool(one.letter.copy)),
        },
    )


def table(register: Register, pupil_id: int | None = None) -> Table:
    """List the letters as they were written, newest first; keys are ids of letters."""
    rows = register.rows(
        """
        select
            letters.*,
            coalesce(pupils.preferred_surname, pupils.surname) as surname,
            coalesce(pupils.preferred_forename, pupils.forename) as forename,
            pupils.form
        from letters
        join pupils on pupils.id = letters.pupil_id
        where :pupil_id is null or letters.pupil_id = :pupil_id
        order by letters.id desc
        """,
        pupil_id=pupil_id,
    )
    shown = [
        (
            date.fromisoformat(row["written_on"]),
            translated(KINDS[row["kind"]]),
            row["surname"],
            row["forename"],
            row["form"],
            row["addressee"].partition("\n")[0],
            templates.language_name(row["language"]),
            row["is_copy"],
            row["written_by"],
        )
        for row in rows
    ]
    return Table(N_("Letters"), _COLUMNS, shown, [row["id"] for row in rows])


def text(register: Register, letter_id: int) -> str:
    """Read a letter as it was sent, the addressee over it."""
    row = register.row("select * from letters where id = :id", id=letter_id)
    if row is None:
        raise UserError(_("This letter is not kept any more. Look at the list again."))
    return f"{row['addressee']}\n\n{row['text']}"


def preview(register: Register, key: str, language: str, source: str) -> Written:
    """Write one letter from a template that is being edited, for a made-up pupil.

    UserError says what is wrong with the template.
    """
    templates.of(register, key, language)
    template = letter_template.parse(source)
    return made_up(Facts(register, ()), key, language, template)


def _next_slip(register: Register) -> int:
    """Say which number the next slip gets; no number is ever used twice."""
    seen = register.value("select seq from sqlite_sequence where name = 'slips'")
    return int(seen or 0) + 1


def _known(kind: str | None) -> None:
    if kind is not None and kind not in KINDS:
        said = _("There is no letter “{kind}”. There are: {kinds}.")
        raise UserError(said.format(kind=kind, kinds=", ".join(KINDS)), "kind")


def _about(letters: Sequence[Written]) -> str:
    return ", ".join(
        sorted({translated(KINDS[one.owed.event.kind]) for one in letters})
    )
