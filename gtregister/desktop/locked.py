"""A register that is open only to be read: why, in a sentence, and what can be done."""

from collections.abc import Callable

from PySide6.QtGui import QAction

from gtregister import settings
from gtregister.core.register import Owner, Register
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.notice_bar import NoticeBar
from gtregister.i18n import _, format_moment


def say_so(
    desk: Desk,
    bar: NoticeBar,
    try_again: Callable[[], None],
    take_over: Callable[[], None],
) -> None:
    """Say who has the register, and disable whatever would change it."""
    said = reason(desk.register)
    desk.actions.forbid_writing(said)
    offers = [_offer(desk, _("Tr&y again"), try_again)]
    if may_be_put_out(desk.register):
        offers.append(_offer(desk, _("Take &over…"), take_over))
    bar.say(said, "note", offers)


def _offer(desk: Desk, words: str, deed: Callable[[], None]) -> QAction:
    action = QAction(words, desk.window)
    action.triggered.connect(deed)
    return action


def reason(register: Register) -> str:
    """Say who has the register, on which computer and since when."""
    if register.holder is None:
        return _(
            "The folder of this register cannot be written to, so you can look and "
            "print, but not change anything."
        )
    said = _(
        "{person} has had this register open on {computer} since {moment}. You can "
        "look and print, but not change anything, until it is closed there."
    )
    return said.format(**names(register.holder))


def names(owner: Owner) -> dict[str, str]:
    """Give person, computer and moment, for a sentence about an owner."""
    here = owner.computer == settings.computer()
    return {
        "person": owner.person,
        "computer": _("this computer") if here else owner.computer,
        "moment": format_moment(owner.since_when()),
    }


def may_be_put_out(register: Register) -> bool:
    """Say whether the one who has it could be on a computer that is switched off."""
    holder = register.holder
    return holder is not None and holder.computer != settings.computer()
