"""Where letters go from the command line: files, a folder, labels, or a list."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from gtregister.core import exports
from gtregister.core.register import Register
from gtregister.core.telling import letter_files, letter_posting
from gtregister.core.telling.letter_writing import Written
from gtregister.errors import UserError
from gtregister.i18n import _

Options = Mapping[str, object]
_LISTS = (".csv", ".xlsx")


def save(
    register: Register, letters: Sequence[Written], out: Path, options: Options
) -> Sequence[Written]:
    """Write letters as the options say, and give those that were written."""
    overwrite = bool(options["overwrite"])
    if options["email"]:
        done, problems = letter_posting.save_drafts(register, letters, out)
        if not done:
            raise UserError(problems[0])
        return done
    if options["by_form"]:
        letter_files.save_by_form(register, letters, out, overwrite=overwrite)
    elif out.suffix.lower() in _LISTS:
        table = letter_posting.messages(register, letters)
        exports.save(register, table, out, sensitive=True, overwrite=overwrite)
        return [one for one in letters if one.owed.household is not None]
    else:
        template = options["template"]
        own = template if isinstance(template, Path) else None
        letter_files.save(register, letters, out, template=own, overwrite=overwrite)
    return letters


def labels(
    register: Register, letters: Sequence[Written], out: Path, options: Options
) -> list[str]:
    """Write labels in place of letters, and say so."""
    first = options["first"]
    letter_posting.save_labels(
        register,
        letters,
        out,
        sheet=str(options["sheet"]),
        first=first if isinstance(first, int) else 1,
        overwrite=bool(options["overwrite"]),
    )
    return [_("Labels in {path}.").format(path=out)]
