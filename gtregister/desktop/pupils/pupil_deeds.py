"""What can be done about a pupil: each asks what it must, does it, and says so."""

from collections.abc import Callable, Iterable, Sequence

from gtregister import options
from gtregister.core.identifying import entries, pupil_entries
from gtregister.core.identifying.pupil_entries import Episode
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.question_dialog import Answers, QuestionDialog
from gtregister.i18n import N_, _, format_short_date, ngettext, translated
from gtregister.options import Answer, Option

_REASON = options.text("reason", N_("Reason"))


def told(desk: Desk, said: str, looks: Iterable[str] = ()) -> None:
    """Say what was done, what to look at again, and offer to undo it."""
    more = [*looks]
    desk.notices.say(
        " ".join([said, *more]),
        "warning" if more else "success",
        [desk.actions.undo],
    )


def ask(
    desk: Desk,
    title: str,
    asked: Sequence[Option],
    words: str,
    answer: Callable[[Answers], None],
    hint: str = "",
) -> None:
    """Open a dialog that asks."""
    QuestionDialog(title, asked, words, answer, desk.window, hint=hint).open()


def said(answer: Answer) -> str:
    """Give an answer as it was typed; nothing for none."""
    return "" if answer is None else str(answer)


def leave(desk: Desk, pupil_ids: Sequence[int]) -> None:
    """Ask on which day pupils leave the school, and mark them."""

    def answer(answers: Answers) -> None:
        from gtregister.core.roll import details

        on = details.day(said(answers["left_on"]), "left_on")
        n = pupils.leave(desk.register, pupil_ids, on)
        told(
            desk, ngettext("Marked {n} pupil as left.", "Marked {n} pupils as left.", n)
        )

    today = format_short_date(desk.register.today)
    asked = [options.text("left_on", N_("First day no longer at the school"), today)]
    hint = _("Their entries, results and history are kept, and they can be put back.")
    ask(desk, _("Mark as left"), asked, _("&Mark as left"), answer, hint)


def come_back(desk: Desk, pupil_ids: Sequence[int]) -> None:
    """Put pupils who left back on the roll."""
    n = pupils.come_back(desk.register, pupil_ids)
    told(
        desk,
        ngettext(
            "{n} pupil is back on the roll.", "{n} pupils are back on the roll.", n
        ),
    )


def add_entry(desk: Desk, pupil_id: int) -> None:
    """Ask for what a pupil goes on the register, and why."""
    from gtregister.core.identifying import episodes

    def answer(answers: Answers) -> None:
        strand, subject = _area(answers["area"])
        why = said(answers["reason"])
        episodes.add(desk.register, pupil_id, strand, subject, why)
        told(desk, _("Added to the register."))

    asked = [options.choice("area", N_("For"), _areas(desk.register)), _REASON]
    title = _("Add to the register")
    hint = _(
        "A person decides, whatever the policy says. The evidence of today is kept."
    )
    ask(desk, title, asked, _("&Add to the register"), answer, hint)


def set_status(desk: Desk, episode: Episode) -> None:
    """Ask which status an entry goes to, and why."""
    from gtregister.core.identifying import episodes

    def answer(answers: Answers) -> None:
        status, why = said(answers["status"]), said(answers["reason"])
        episodes.set_status(desk.register, episode.id, status, why)
        words = translated(entries.STATUSES[status])
        told(desk, _("{area}: {status}.").format(area=episode.area, status=words))

    to = [(key, entries.STATUSES[key]) for key in episodes.MOVES[episode.status]]
    asked = [options.choice("status", N_("Status"), to, to[0][0]), _REASON]
    title = _("Change the status: {area}").format(area=episode.area)
    ask(desk, title, asked, _("&Change the status"), answer)


def set_review(desk: Desk, episode: Episode) -> None:
    """Ask when an entry is to be looked at again."""
    from gtregister.core.identifying import episodes
    from gtregister.core.roll import details

    def answer(answers: Answers) -> None:
        typed = said(answers["review_due"])
        day = details.day(typed, "review_due") if typed.strip() else None
        episodes.set_review(desk.register, episode.id, day)
        told(desk, _("{area}: review date set.").format(area=episode.area))

    due = episode.review_due
    now = format_short_date(due) if due else None
    asked = [options.text("review_due", N_("Review due"), now)]
    title = _("Set the review date: {area}").format(area=episode.area)
    hint = _("Write it like 27 3 2027. Leave it empty if no review is due.")
    ask(desk, title, asked, _("&Set the date"), answer, hint)


def move(desk: Desk, episode: Episode) -> None:
    """Ask for what an entry really is, and why."""
    from gtregister.core.identifying import episodes

    def answer(answers: Answers) -> None:
        strand, subject = _area(answers["area"])
        why = said(answers["reason"])
        episodes.move(desk.register, episode.id, strand, subject, why)
        told(desk, _("The entry is moved."))

    now = f"{episode.strand_key}|{episode.subject_key or ''}"
    to = _areas(desk.register)
    asked = [options.choice("area", N_("For"), to, now), _REASON]
    title = _("Move to another strand or subject: {area}").format(area=episode.area)
    ask(desk, title, asked, _("&Move"), answer)


def _areas(register: Register) -> list[tuple[str, str]]:
    """Offer what a pupil can be on for: *strand|subject*, and its words."""
    area = _("{strand}: {subject}")
    return [
        (f"{strand}|{key or ''}", area.format(strand=words, subject=subject))
        for strand, key, words, subject in pupil_entries.areas(register)
    ]


def _area(answer: Answer) -> tuple[str, str | None]:
    strand, _bar, subject = said(answer).partition("|")
    return strand, subject or None


def add_result(desk: Desk, pupil_id: int) -> None:
    """Ask for a result that stands in no file."""
    # What reads cells is slow to load.
    from gtregister.core import school
    from gtregister.core.roll import results, results_by_hand

    def answer(answers: Answers) -> None:
        field, value, year = (
            said(answers[key]) for key in ("field", "value", "academic_year")
        )
        added = results_by_hand.add(desk.register, pupil_id, field, value, year)
        told(desk, _("The result is kept."), added.looks)

    pupil = pupils.get(desk.register, pupil_id)
    now = school.of(desk.register).academic_year
    start = results.ks2_year(pupil["year_group"], pupil["dob"], now) or now
    asked = [
        options.choice("field", N_("Result"), results_by_hand.kinds(), _USUAL),
        options.text("value", N_("Value, such as 118")),
        options.text(
            "academic_year", N_("Academic year of the test"), f"{start}/{start + 1}"
        ),
    ]
    ask(desk, _("Add a result"), asked, _("&Add the result"), answer)


_USUAL = "ks2.maths.scaled_score"


def remove_result(desk: Desk, result_id: int) -> None:
    """Take out a result that was typed in."""
    from gtregister.core.roll import results_by_hand

    results_by_hand.remove(desk.register, result_id)
    told(desk, _("The result is removed."))


def add_pupil(desk: Desk) -> None:
    """Ask for a pupil who is in no file, and show the page of the new one."""

    def answer(answers: Answers) -> None:
        typed = {key: said(answer) for key, answer in answers.items()}
        added = pupils.add(desk.register, typed)
        told(desk, _("The pupil is added to the roll."), added.looks)
        desk.show_pupil(added.pupil_id)

    asked = [
        options.text("surname", N_("Surname")),
        options.text("forename", N_("Forename")),
        options.text("dob", N_("Date of birth, such as 27 3 2015")),
        options.text("year_group", N_("Year group")),
        options.text("form", N_("Form")),
        options.text("upn", N_("UPN, if you know it")),
    ]
    hint = _("For one pupil. Import a list for many.")
    ask(desk, _("Add a pupil"), asked, _("&Add the pupil"), answer, hint)
