"""The verb about telling people: who is owed a letter, writing it, what came back."""

from dataclasses import replace as changed
from pathlib import Path

import click

from gtregister.cli import letter_answers, letter_out
from gtregister.cli.session import REGISTER, Session, verb
from gtregister.core.enrichment import activities
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.core.telling import letters as writing
from gtregister.core.telling import notices, offers, on_request
from gtregister.core.telling.letter_settings import ON_REQUEST
from gtregister.core.telling.letters import Prepared
from gtregister.core.telling.owed import Owed
from gtregister.errors import UserError
from gtregister.i18n import _, ngettext

_ACTIONS = ["due", "write", "answer", "answers", "offer"]
_HELP = """List who is owed a letter, write letters, or enter what came back.

\b
letters FILE due [KIND] [--form 7A]
letters FILE write KIND --out X.pdf [--form 7A] [--mark-printed]
letters FILE write certificate --activity "Chess club" --out X.pdf
letters FILE answer SLIP yes|no [yes|no ...]
letters FILE answers SHEET.xlsx [--dry-run] [--replace]
letters FILE offer "a maths circle" --subject maths

The ending of the file chooses PDF, Word (.docx), text (.txt) or a list for the
school's messaging system (.csv); a folder takes e-mail drafts with --email, or a
file for each form with --by-form. Without --mark-printed the letters are drafts.
"""


@click.command("letters", help=_HELP)
@REGISTER
@click.argument("action", type=click.Choice(_ACTIONS))
@click.argument("words", metavar="[KIND | SLIP yes|no | SHEET | TEXT]", nargs=-1)
@click.option("--out", metavar="X", type=click.Path(path_type=Path), help="The file.")
@click.option("--form", metavar="7A", help="One form.")
@click.option("--upn", multiple=True, metavar="UPN", help="Pupils; may be repeated.")
@click.option("--activity", metavar="NAME", help="Certificates: for which activity.")
@click.option("--for", "award", metavar="TEXT", help="Certificates: in other words.")
@click.option("--mark-printed", is_flag=True, help="Note that these were sent.")
@click.option("--again", is_flag=True, help="Copies for those who were told already.")
@click.option("--labels", is_flag=True, help="Address labels in place of letters.")
@click.option("--sheet", default="21", help="The sheet of labels: 14, 21 or 24.")
@click.option("--first", type=int, default=1, help="The first free label of a sheet.")
@click.option("--email", is_flag=True, help="E-mail drafts, into the folder --out.")
@click.option("--by-form", is_flag=True, help="A PDF a form, into the folder --out.")
@click.option(
    "--template",
    metavar="T.docx",
    type=click.Path(path_type=Path),
    help="The school's own Word template with merge fields.",
)
@click.option("--strand", metavar="KEY", help="To whom it is offered: a strand …")
@click.option("--subject", metavar="KEY", help="… or a subject.")
@click.option("--replace", is_flag=True, help="These answers are the right ones.")
@click.option("--dry-run", is_flag=True, help="Only say what a sheet would enter.")
@click.option("--overwrite", is_flag=True, help="Replace a file.")
@verb
def letters(
    session: Session,
    file: Path,
    action: str,
    words: tuple[str, ...],
    form: str | None,
    strand: str | None,
    subject: str | None,
    replace: bool,
    dry_run: bool,
    **options: object,
) -> None:
    """List who is owed a letter, write letters, or enter what came back."""
    if action == "due":
        _due(session, file, words[0] if words else None, form)
    elif action == "write":
        _write(session, file, words, form, options)
    elif action == "answer":
        letter_answers.enter_one(session, file, words, replace=replace)
    elif action == "answers":
        letter_answers.enter_sheet(
            session, file, words, replace=replace, dry_run=dry_run
        )
    else:
        with session.writing(file) as register:
            said = " ".join(words)
            number = offers.add(register, said, strand=strand, subject=subject)
        session.answer({"offer": number}, [_("Noted what is offered.")])


def _due(session: Session, file: Path, kind: str | None, form: str | None) -> None:
    with session.reading(file) as register:
        writing.due(register, kind)  # says which kinds there are
        table = notices.table(register, states=notices.UNTOLD, kind=kind, form=form)
        session.answer_table(table)


def _write(
    session: Session,
    file: Path,
    words: tuple[str, ...],
    form: str | None,
    options: dict[str, object],
) -> None:
    out = options["out"]
    if len(words) != 1 or not isinstance(out, Path):
        raise click.UsageError(_("Say which letters, and where to: KIND --out X.pdf."))
    with session.writing(file) as register:
        prepared = writing.write(register, _wanted(register, words[0], form, options))
        if not prepared.letters:
            raise UserError(_nothing(prepared))
        if options["labels"]:
            said = letter_out.labels(register, prepared.letters, out, options)
            session.answer({"out": str(out)}, said)
            return
        saved = letter_out.save(register, prepared.letters, out, options)
        if not options["mark_printed"]:
            writing.draft(register, saved)
        elif options["email"]:
            writing.mark_sent(register, saved, "email")
        else:
            writing.mark_printed(register, saved)
    _tell(session, changed(prepared, letters=tuple(saved)), out)


def _wanted(
    register: Register, kind: str, form: str | None, options: dict[str, object]
) -> list[Owed]:
    upns = options["upn"] if isinstance(options["upn"], tuple) else ()
    ids = [int(pupils.by_upn(register, upn)["id"]) for upn in upns]
    if kind == "certificate":
        return _certificates(register, ids, form, options)
    if kind in ON_REQUEST:
        return on_request.notices(register, kind, ids)
    found = writing.due(register, kind, form, again=bool(options["again"]))
    return [owed for owed in found if not ids or owed.event.pupil_id in ids]


def _certificates(
    register: Register, ids: list[int], form: str | None, options: dict[str, object]
) -> list[Owed]:
    """Find who gets a certificate: those named, of a form, or of an activity."""
    named, award = options["activity"], str(options["award"] or "")
    if not (ids or form or named):
        said = _("Say who gets a certificate: --activity NAME, --form 7A or --upn UPN.")
        raise click.UsageError(said)
    activity = activities.find(register, str(named)).id if named else None
    return on_request.certificates(
        register, ids, form=form, activity_id=activity, award=award
    )


def _nothing(prepared: Prepared) -> str:
    if prepared.stopped:
        said = _("No letter can be written. {why}")
        return said.format(why=prepared.stopped[0].why)
    return _("Nobody is owed such a letter. “letters FILE due” lists who is owed one.")


def _tell(session: Session, prepared: Prepared, out: Path) -> None:
    n, stopped = len(prepared.letters), prepared.stopped
    lines = [ngettext("{n} letter in {path}.", "{n} letters in {path}.", n, path=out)]
    lines += dict.fromkeys(
        _("Not written: {why}").format(why=one.why) for one in stopped
    )
    found = {
        "out": str(out),
        "letters": n,
        "slips": [
            one.letter.slip.number for one in prepared.letters if one.letter.slip
        ],
        "stopped": [
            {"pupil": one.owed.event.pupil_id, "why": one.why} for one in stopped
        ],
    }
    session.answer(found, lines)
