"""The verb about telling people: who is owed a letter, writing it, what came back."""

from pathlib import Path

import click

from gtregister.cli.session import REGISTER, Session, verb
from gtregister.core import exports
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.core.telling import letter_files, notices, offers, slips
from gtregister.core.telling import letters as writing
from gtregister.core.telling.letter_settings import ON_REQUEST
from gtregister.core.telling.letters import Prepared
from gtregister.core.telling.owed import Owed
from gtregister.errors import UserError
from gtregister.i18n import _, ngettext

_LISTS = (".csv", ".xlsx")
_HELP = """List who is owed a letter, write letters, or enter a reply slip.

\b
letters FILE due [KIND] [--form 7A]
letters FILE write KIND --out X.pdf [--form 7A] [--mark-printed]
letters FILE answer SLIP yes|no [yes|no ...]
letters FILE offer "a maths circle" --subject maths

The ending of the file chooses PDF, Word (.docx), text (.txt) or a list for the
school's messaging system (.csv). Without --mark-printed the letters are drafts.
"""


@click.command("letters", help=_HELP)
@REGISTER
@click.argument("action", type=click.Choice(["due", "write", "answer", "offer"]))
@click.argument("words", metavar="[KIND | SLIP yes|no | TEXT]", nargs=-1)
@click.option("--out", metavar="X", type=click.Path(path_type=Path), help="The file.")
@click.option("--form", metavar="7A", help="One form.")
@click.option("--upn", multiple=True, metavar="UPN", help="Pupils; may be repeated.")
@click.option("--mark-printed", is_flag=True, help="Note that these were sent.")
@click.option("--again", is_flag=True, help="Copies for those who were told already.")
@click.option("--labels", is_flag=True, help="Address labels in place of letters.")
@click.option("--first", type=int, default=1, help="The first free label of a sheet.")
@click.option(
    "--template",
    metavar="T.docx",
    type=click.Path(path_type=Path),
    help="The school's own Word template with merge fields.",
)
@click.option("--strand", metavar="KEY", help="To whom it is offered: a strand …")
@click.option("--subject", metavar="KEY", help="… or a subject.")
@click.option("--replace", is_flag=True, help="These answers are the right ones.")
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
    **options: object,
) -> None:
    """List who is owed a letter, write letters, or enter a reply slip."""
    if action == "due":
        _due(session, file, words[0] if words else None, form)
    elif action == "write":
        _write(session, file, words, form, options)
    elif action == "answer":
        _answer(session, file, words, replace)
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
        _save(register, prepared, out, options)
        if options["labels"]:
            session.answer({"out": str(out)}, [_("Labels in {path}.").format(path=out)])
            return
        if options["mark_printed"]:
            writing.mark_printed(register, prepared.letters)
        else:
            writing.draft(register, prepared.letters)
    _tell(session, prepared, out)


def _wanted(
    register: Register, kind: str, form: str | None, options: dict[str, object]
) -> list[Owed]:
    upns = options["upn"] if isinstance(options["upn"], tuple) else ()
    ids = [int(pupils.by_upn(register, upn)["id"]) for upn in upns]
    if kind in ON_REQUEST:
        return writing.on_request(register, kind, ids)
    found = writing.due(register, kind, form, again=bool(options["again"]))
    return [owed for owed in found if not ids or owed.event.pupil_id in ids]


def _save(
    register: Register, prepared: Prepared, out: Path, options: dict[str, object]
) -> None:
    overwrite, first = bool(options["overwrite"]), options["first"]
    if options["labels"] and isinstance(first, int):
        letter_files.save_labels(
            register, prepared.letters, out, first=first, overwrite=overwrite
        )
    elif out.suffix.lower() in _LISTS:
        table = letter_files.messages(register, prepared.letters)
        exports.save(register, table, out, sensitive=True, overwrite=overwrite)
    else:
        template = options["template"]
        letter_files.save(
            register,
            prepared.letters,
            out,
            template=template if isinstance(template, Path) else None,
            overwrite=overwrite,
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


def _answer(
    session: Session, file: Path, words: tuple[str, ...], replace: bool
) -> None:
    if len(words) < 2:
        raise click.UsageError(_("Write the number of the slip, then yes or no."))
    with session.writing(file) as register:
        came = slips.answer(register, words[0], words[1:], replace=replace)
    slip = came.slip
    found = {
        "slip": slip.number,
        "pupil": slip.pupil_id,
        "answers": dict(slip.answers),
        "late": came.is_late,
        "repeated": came.is_repeated,
    }
    session.answer(found, [came.said])
