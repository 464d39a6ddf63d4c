"""Letters as pages to look at before anything leaves: nothing is kept or logged."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from gtregister.core.register import Register
from gtregister.core.telling import letter_batches, letters
from gtregister.core.telling.letter_writing import Written
from gtregister.writers import Step, letter_pdf, no_step


def of(
    register: Register,
    written: Sequence[Written],
    *,
    two_sided: bool = False,
    step: Step = no_step,
) -> bytes:
    """Draw letters as they will be printed, as a PDF; nothing if there are none."""
    if not written:
        return b""
    # Writers write to files; this one is gone again before the pages are shown.
    with TemporaryDirectory() as folder:
        path = Path(folder, "pages.pdf")
        batch = letter_batches.of(register, written)
        letter_pdf.write(batch, path, two_sided=two_sided, step=step)
        return path.read_bytes()


def in_large_print(written: Sequence[Written]) -> list[Written]:
    """Put all of these letters in large print, 18 points."""
    return [
        replace(one, letter=replace(one.letter, large_print=True)) for one in written
    ]


def of_template(register: Register, key: str, language: str, source: str) -> bytes:
    """Draw a template that is being edited, for a made-up pupil.

    UserError says what is wrong with it.
    """
    return of(register, [letters.preview(register, key, language, source)])
