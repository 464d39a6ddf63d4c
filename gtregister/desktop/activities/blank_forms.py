"""Forms to hand out, shown as they will be printed."""

from collections.abc import Callable
from functools import partial

from gtregister.core.enrichment import activities, choice_rounds
from gtregister.core.register import Register
from gtregister.desktop.page import Desk
from gtregister.i18n import _


def feedback(desk: Desk, activity_id: int) -> None:
    """Show the form on which pupils say what they think of an activity."""
    title = activities.of(desk.register, activity_id).title
    said = _("Questions about {title}").format(title=title)
    _show(desk, said, partial(_of_feedback, activity_id=activity_id))


def choices(desk: Desk, round_id: int) -> None:
    """Show the form on which pupils rank the activities of a round."""
    title = choice_rounds.of(desk.register, round_id)["title"]
    _show(desk, title, partial(_of_choices, round_id=round_id))


def _show(desk: Desk, title: str, make: Callable[[Register], bytes]) -> None:
    preview = partial(_preview, desk, title)
    desk.tasks.run(make, then=preview, what=_("Making the pages…"))


def _of_feedback(register: Register, activity_id: int) -> bytes:
    from gtregister.core.enrichment import feedback_form

    return feedback_form.blank(register, activity_id)


def _of_choices(register: Register, round_id: int) -> bytes:
    from gtregister.core.enrichment import choice_form

    return choice_form.blank(register, round_id)


def _preview(desk: Desk, title: str, pdf: bytes) -> None:
    from gtregister.desktop.exports import printing
    from gtregister.desktop.exports.print_dialog import PrintDialog

    dialog = PrintDialog(title, pdf, desk.window)
    dialog.asked_to_print.connect(partial(printing.put_on_paper, desk, title, pdf))
    dialog.saved.connect(partial(_tell_saved, desk, title))
    dialog.open()


def _tell_saved(desk: Desk, title: str, name: str) -> None:
    said = _("{title} is saved to {name}.")
    desk.notices.say(said.format(title=title, name=name), "success")
