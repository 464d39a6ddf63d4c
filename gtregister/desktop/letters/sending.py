"""Letters to files: PDF, Word, e-mail drafts, labels, a list, and text to paste."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from gtregister import options
from gtregister.core import exports
from gtregister.core.register import Register
from gtregister.core.telling import letter_files, letter_posting
from gtregister.desktop.letters import marking
from gtregister.desktop.letters.marking import Batch
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.question_dialog import Answers, QuestionDialog
from gtregister.errors import UserError
from gtregister.i18n import N_, _, ngettext
from gtregister.options import Option


def save_pdf(desk: Desk, batch: Batch, *, two_sided: bool = False) -> bool:
    """Ask for a file, and save the letters there; say whether one was chosen."""
    path = _asked(desk, _("Save the letters as a PDF"), ".pdf", _("PDF (*.pdf)"))
    return _save(desk, batch, path, two_sided=two_sided)


def save_word(desk: Desk, batch: Batch, *, two_sided: bool = False) -> bool:
    """Ask for a file, and save the letters there for Word."""
    path = _asked(desk, _("Save the letters for Word"), ".docx", _("Word (*.docx)"))
    return _save(desk, batch, path, two_sided=two_sided)


def save_by_template(desk: Desk, batch: Batch, *, two_sided: bool = False) -> bool:
    """Ask for the school's own template and for a file, and merge the letters."""
    chosen, _kind = QFileDialog.getOpenFileName(
        desk.window,
        _("Choose the school's Word template with merge fields"),
        "",
        _("Word (*.docx)"),
    )
    if not chosen:
        return False
    path = _asked(desk, _("Save the letters for Word"), ".docx", _("Word (*.docx)"))
    return _save(desk, batch, path, template=Path(chosen), two_sided=two_sided)


def _save(
    desk: Desk,
    batch: Batch,
    path: Path | None,
    *,
    template: Path | None = None,
    two_sided: bool = False,
) -> bool:
    if path is None:
        return False

    def save(register: Register) -> Batch:
        letter_files.save(
            register,
            batch,
            path,
            template=template,
            two_sided=two_sided,
            step=desk.tasks.step,
        )
        return batch

    marking.save(desk, save, path.name, "printed")
    return True


def save_by_form(desk: Desk, batch: Batch, *, two_sided: bool = False) -> bool:
    """Ask for a folder, and save a PDF for each form there."""
    folder = _folder(desk, _("Choose a folder for the letters of each form"))
    if folder is None:
        return False

    def save(register: Register) -> Batch:
        letter_files.save_by_form(
            register, batch, folder, two_sided=two_sided, step=desk.tasks.step
        )
        return batch

    marking.save(desk, save, folder.name, "printed")
    return True


def save_drafts(desk: Desk, batch: Batch, *, two_sided: bool = False) -> bool:
    """Ask for a folder, and save an e-mail draft for each family there."""
    del two_sided
    folder = _folder(desk, _("Choose a folder for the e-mail drafts"))
    if folder is None:
        return False

    def save(register: Register) -> Batch:
        done, problems = letter_posting.save_drafts(
            register, batch, folder, desk.tasks.step
        )
        if not done:
            raise UserError(problems[0] if problems else _("There is no letter."))
        return done

    marking.save(desk, save, folder.name, "sent", of=len(batch))
    return True


def save_messages(desk: Desk, batch: Batch, *, two_sided: bool = False) -> bool:
    """Ask for a file, and list the letters there for a messaging system."""
    del two_sided
    path = _asked(desk, _("Save a list for a messaging system"), ".csv", "CSV (*.csv)")
    if path is None:
        return False

    def save(register: Register) -> Batch:
        table = letter_posting.messages(register, batch)
        exports.save(register, table, path, sensitive=True, step=desk.tasks.step)
        return [one for one in batch if one.owed.household is not None]

    marking.save(desk, save, path.name, "message", of=len(batch))
    return True


def save_labels(desk: Desk, batch: Batch, *, two_sided: bool = False) -> bool:
    """Ask which sheet of labels, and where its first free label is."""
    del two_sided

    def make(answers: Answers) -> None:
        first = answers["first"]
        if not isinstance(first, int) or isinstance(first, bool):
            raise UserError(_("Say at which label to begin, such as 1."), "first")
        sheet = str(answers["sheet"])
        most = letter_posting.SHEETS[sheet].across * letter_posting.SHEETS[sheet].down
        if not 1 <= first <= most:
            said = _("The sheet has labels 1 to {most}. Begin at one of them.")
            raise UserError(said.format(most=most), "first")
        path = _asked(desk, _("Save the labels as a PDF"), ".pdf", _("PDF (*.pdf)"))
        if path is not None:
            _make_labels(desk, batch, path, sheet, first)

    sheets = [(key, sheet.title) for key, sheet in letter_posting.SHEETS.items()]
    asked: tuple[Option, ...] = (
        options.choice("sheet", N_("Sheet of labels"), sheets, sheets[0][0]),
        options.number("first", N_("First free label, counted by rows"), 1),
    )
    hint = _("A part-used sheet can be used up: count its labels from the top left.")
    QuestionDialog(
        _("Address labels"), asked, _("&Save the labels…"), make, desk.window, hint=hint
    ).open()
    return False  # the letters themselves are still to be sent


def _make_labels(desk: Desk, batch: Batch, path: Path, sheet: str, first: int) -> None:
    def say(n: int) -> None:
        said = ngettext(
            "{n} label in {name}.", "{n} labels in {name}.", n, name=path.name
        )
        desk.notices.say(said, "success")

    desk.tasks.run(
        lambda register: letter_posting.save_labels(
            register, batch, path, sheet=sheet, first=first, step=desk.tasks.step
        ),
        then=say,
        what=_("Making the labels…"),
    )


def copy_text(desk: Desk, batch: Batch, *, two_sided: bool = False) -> bool:
    """Copy the letters as text, to paste them somewhere else."""
    del two_sided
    pages = "\n\f".join(one.letter.text for one in batch)
    QGuiApplication.clipboard().setText(pages)
    n = len(batch)
    said = ngettext("{n} letter is copied.", "{n} letters are copied.", n)
    desk.notices.say(said, "success")
    return False


def _asked(desk: Desk, title: str, suffix: str, kind: str) -> Path | None:
    name = _("Letters") + suffix
    chosen, _kind = QFileDialog.getSaveFileName(desk.window, title, name, kind)
    return Path(chosen).with_suffix(suffix) if chosen else None


def _folder(desk: Desk, title: str) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(desk.window, title)
    return Path(chosen) if chosen else None
