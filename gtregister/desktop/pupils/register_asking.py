"""What the register page asks: the name of a view, and a day of the past."""

from collections.abc import Callable
from datetime import date

from gtregister import options
from gtregister.core.roll import details
from gtregister.desktop.page import Desk
from gtregister.desktop.pupils import pupil_deeds
from gtregister.desktop.widgets.list_memory import ListMemory
from gtregister.desktop.widgets.question_dialog import Answers
from gtregister.errors import UserError
from gtregister.i18n import N_, _, format_date, format_short_date


def save_view(desk: Desk, memory: ListMemory) -> None:
    """Ask for a name, and save the list as it stands as a view of that name."""

    def answer(answers: Answers) -> None:
        name = pupil_deeds.said(answers["name"])
        memory.save(name)
        desk.notices.say(_("Saved the view “{name}”.").format(name=name), "success")

    hint = _(
        "It keeps the filters, the columns and the order, for you on this computer."
    )
    _ask_name(desk, _("Save this view"), "", _("&Save"), answer, hint)


def rename_view(desk: Desk, memory: ListMemory, name: str) -> None:
    """Ask for another name of a view."""

    def answer(answers: Answers) -> None:
        memory.rename(name, pupil_deeds.said(answers["name"]))

    title = _("Rename “{name}”").format(name=name)
    _ask_name(desk, title, name, _("&Rename"), answer)


def _ask_name(
    desk: Desk,
    title: str,
    name: str,
    words: str,
    answer: Callable[[Answers], None],
    hint: str = "",
) -> None:
    asked = [options.text("name", N_("Name of the view"), name)]
    pupil_deeds.ask(desk, title, asked, words, answer, hint)


def ask_day(desk: Desk, now: date, show: Callable[[date], None]) -> None:
    """Ask as at which day the register is to be shown."""

    def answer(answers: Answers) -> None:
        day = details.day(pupil_deeds.said(answers["day"]), "day")
        if day > desk.register.today:
            said = _("{day} is still to come. Choose today or an earlier day.")
            raise UserError(said.format(day=format_date(day)), "day")
        show(day)

    asked = [options.text("day", N_("Day, such as 27 3 2026"), format_short_date(now))]
    hint = _("Shows who was on the register on that day. Nothing is changed.")
    title = _("The register as at a date")
    pupil_deeds.ask(desk, title, asked, _("&Show"), answer, hint)
