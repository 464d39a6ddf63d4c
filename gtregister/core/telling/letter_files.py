"""Letters to files, as one or one for each form: PDF, Word and text."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from gtregister.core import exports
from gtregister.core.register import Register
from gtregister.core.telling import letter_batches
from gtregister.core.telling.letter_writing import Written
from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.writers import Step, letter_docx, letter_merge, letter_pdf, no_step

SUFFIXES = (".pdf", ".docx", ".txt")


def save(
    register: Register,
    letters: Sequence[Written],
    path: Path,
    *,
    template: Path | None = None,
    two_sided: bool = False,
    overwrite: bool = True,
    step: Step = no_step,
) -> None:
    """Write letters to one file, whole or not at all; its ending says which kind.

    `template` is a .docx of the school's own with merge fields. `step` hears how many
    letters are done, of how many, and may raise Cancelled.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        said = _("Letters go to a file that ends in {endings}, not to “{name}”.")
        raise UserError(said.format(endings=", ".join(SUFFIXES), name=path.name), "out")
    if not letters:
        raise UserError(_("There is no letter to write. Look at who is to be told."))
    batch = letter_batches.of(register, letters)
    with exports.leaving(register, _("Letters"), path, overwrite=overwrite) as part:
        if suffix == ".pdf":
            letter_pdf.write(batch, part, two_sided=two_sided, step=step)
        elif suffix == ".docx" and template is not None:
            letter_merge.write(batch, part, template, step)
        elif suffix == ".docx":
            letter_docx.write(batch, part, step=step)
        else:
            text = "\n\f".join(letter.text for letter in batch.letters)
            part.write_text(text, encoding="utf-8", errors="replace")


def save_by_form(
    register: Register,
    letters: Sequence[Written],
    folder: Path,
    suffix: str = ".pdf",
    *,
    two_sided: bool = False,
    overwrite: bool = True,
    step: Step = no_step,
) -> list[Path]:
    """Write one file for each form into a folder, and return the files.

    If it is stopped on the way, none of them stays.
    """
    forms: dict[str, list[Written]] = defaultdict(list)
    for one in letters:
        forms[one.letter.form].append(one)
    done = 0
    with into_folder(register, _("Letters"), folder) as made:
        for form, theirs in forms.items():
            before = done

            def of_all(so_far: int, _of: int, before: int = before) -> None:
                step(before + so_far, len(letters))

            name = "".join(c if c.isalnum() else "-" for c in form) or "no-form"
            path = folder / f"letters-{name}{suffix}"
            save(
                register,
                theirs,
                path,
                two_sided=two_sided,
                overwrite=overwrite,
                step=of_all,
            )
            made.append(path)
            done += len(theirs)
    return made


@contextmanager
def into_folder(register: Register, title: str, folder: Path) -> Iterator[list[Path]]:
    """Write several files, named in the list that this gives, as one export.

    If it does not come to its end, the files are taken away again.
    """
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        said = _("{name} cannot be made: {why}. Choose another folder.")
        why = error.strerror or str(error)
        raise UserError(said.format(name=folder.name, why=why), "out") from None
    try:
        if not register.can_write:
            yield made
            return
        about = _("{title}, to {name}").format(title=title, name=folder.name)
        with register.change(N_("Exported"), about=about):
            yield made
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise
