"""Making the letters that somebody asks to see, off the window's thread."""

from collections.abc import Callable, Sequence
from functools import partial

from gtregister.core.register import Register
from gtregister.core.telling import letter_checks, letter_pages, letters, notices
from gtregister.core.telling.owed import Owed
from gtregister.desktop.letters.made import Made
from gtregister.desktop.page import Desk
from gtregister.i18n import _

Step = Callable[[int, int], None]


def show(desk: Desk, keys: Sequence[int]) -> None:
    """Show the letters of notices; copies of those that went out already."""
    _show(desk, partial(notices.chosen, keys=list(keys)))


def show_on_request(desk: Desk, kind: str, pupil_ids: Sequence[int]) -> None:
    """Show letters of a kind that is written when somebody asks for it."""
    _show(desk, partial(letters.on_request, kind=kind, pupil_ids=list(pupil_ids)))


def _show(desk: Desk, wanted: Callable[[Register], list[Owed]]) -> None:
    desk.tasks.run(
        partial(_made, wanted=wanted, step=desk.tasks.step),
        then=partial(_open, desk),
        what=_("Writing the letters…"),
    )


def _made(
    register: Register, wanted: Callable[[Register], list[Owed]], step: Step
) -> Made:
    prepared = letters.write(register, wanted(register))
    pdf = letter_pages.of(register, prepared.letters, step=step)
    return Made(prepared, letter_checks.of(register, prepared), pdf)


def _open(desk: Desk, made: Made) -> None:
    if not made.prepared.letters:
        said = _("No letter can be written. {why}")
        why = made.prepared.stopped[0].why if made.prepared.stopped else ""
        desk.notices.say(said.format(why=why), "warning")
        return
    from gtregister.desktop.letters.letters_dialog import LettersDialog

    LettersDialog(desk, made).open()
