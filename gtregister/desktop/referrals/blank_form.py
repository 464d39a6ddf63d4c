"""The form for referrals, as it will be printed."""

from functools import partial

from gtregister.core.identifying import referral_form
from gtregister.desktop.page import Desk
from gtregister.i18n import _


def show(desk: Desk) -> None:
    """Make the form and show it, to print or to save."""
    desk.tasks.run(
        referral_form.blank, then=partial(_preview, desk), what=_("Making the pages…")
    )


def _preview(desk: Desk, pdf: bytes) -> None:
    from gtregister.desktop.exports import printing
    from gtregister.desktop.exports.print_dialog import PrintDialog

    title = _("Referral form")
    dialog = PrintDialog(title, pdf, desk.window)
    dialog.asked_to_print.connect(partial(printing.put_on_paper, desk, title, pdf))
    dialog.saved.connect(partial(_tell_saved, desk, title))
    dialog.open()


def _tell_saved(desk: Desk, title: str, name: str) -> None:
    said = _("{title} is saved to {name}.")
    desk.notices.say(said.format(title=title, name=name), "success")
