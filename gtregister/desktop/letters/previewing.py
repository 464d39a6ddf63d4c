"""Making the letters that somebody asks to see, off the window's thread."""

from collections.abc import Callable, Sequence
from functools import partial

from gtregister.core.register import Register
from gtregister.core.telling import (
    letter_checks,
    letter_pages,
    letters,
    notices,
    on_request,
)
from gtregister.core.telling.owed import Owed
from gtregister.desktop.letters.made import Made
from gtregister.desktop.page import Desk
from gtregister.i18n import _
from gtregister.writers import Step


def show(desk: Desk, keys: Sequence[int]) -> None:
    """Show the letters of notices; copies of those that went out already."""
    _show(desk, partial(notices.chosen, keys=list(keys)))


def show_on_request(desk: Desk, kind: str, pupil_ids: Sequence[int]) -> None:
    """Show letters of a kind that is written when somebody asks for it."""
    _show(desk, partial(on_request.notices, kind=kind, pupil_ids=list(pupil_ids)))


def show_certificates(
    desk: Desk, pupil_ids: Sequence[int], activity_id: int | None, award: str
) -> None:
    """Show certificates: for an activity, for own words, or for what each earned."""
    wanted = partial(
        on_request.certificates,
        pupil_ids=list(pupil_ids),
        activity_id=activity_id,
        award=award,
    )
    _show(desk, wanted)


def _show(desk: Desk, wanted: Callable[[Register], list[Owed]]) -> None:
    desk.tasks.run(
        partial(_made, wanted=wanted, step=desk.tasks.step),
        then=partial(_open, desk),
        what=_("Writing the letters…"),
    )


def _made(
    register: Register, wanted: Callable[[Register], list[Owed]], step: Step
) -> Made:
    """Write the letters, which is half the work, and draw them, which is the other."""
    prepared = letters.write(
        register, wanted(register), lambda done, of: step(done, 2 * of)
    )
    pdf = letter_pages.of(
        register, prepared.letters, step=lambda done, of: step(of + done, 2 * of)
    )
    return Made(prepared, letter_checks.of(register, prepared), pdf)


def _open(desk: Desk, made: Made) -> None:
    if not made.prepared.letters:
        said = _("No letter can be written. {why}")
        why = made.prepared.stopped[0].why if made.prepared.stopped else ""
        desk.notices.say(said.format(why=why), "warning")
        return
    from gtregister.desktop.letters.letters_dialog import LettersDialog

    LettersDialog(desk, made).open()
