"""Settings of the calendar: terms, half-terms and training days."""

from datetime import date

from gtregister import options
from gtregister.core import calendar, school
from gtregister.core.calendar import Closure, Term
from gtregister.desktop.page import Desk
from gtregister.desktop.school.form_card import Answers
from gtregister.desktop.school.list_card import ListCard
from gtregister.desktop.widgets.question_dialog import QuestionDialog
from gtregister.errors import UserError
from gtregister.i18n import N_, _

_TERMS = (N_("Autumn term"), N_("Spring term"), N_("Summer term"))


def calendar_card(desk: Desk) -> ListCard:
    """Make the card of the terms and holidays of the academic year."""
    register = desk.register

    card = ListCard(
        _("Terms and holidays"),
        lambda: calendar.table(register, school.of(register).academic_year),
        _("No terms are entered yet. Until they are, every day may be in one."),
        desk.window,
    )

    def remove(key: int | None) -> None:
        if key:
            calendar.remove_closure(register, key)

    card.add_button(_("E&nter terms…"), lambda _key: _ask_terms(desk), of_row=False)
    card.add_button(_("Add a h&oliday…"), lambda _key: _ask_closure(desk), of_row=False)
    card.add_button(_("Remove the holiday"), remove)
    return card


def _ask_terms(desk: Desk) -> None:
    register, year = desk.register, school.of(desk.register).academic_year
    known = {term.name: term for term in calendar.terms(register, year)}
    questions = [
        options.Option(f"{place}.{end}", title, "date", _day(known.get(name), end))
        for place, name in enumerate(_TERMS)
        for end, title in ((0, _first(name)), (1, _last(name)))
    ]
    QuestionDialog(
        _("Terms"),
        questions,
        _("&Save"),
        lambda answers: calendar.set_terms(register, year, _terms(answers)),
        desk.window,
        hint=_("Write dates like 3/9/2026."),
    ).open()


def _ask_closure(desk: Desk) -> None:
    questions = (
        options.text("name", N_("Name, such as Half-term"), _("Half-term")),
        options.day("first_on", N_("First day")),
        options.day("last_on", N_("Last day")),
    )
    QuestionDialog(
        _("Days on which the school is closed"),
        questions,
        _("&Save"),
        lambda answers: _add_closure(desk, answers),
        desk.window,
        hint=_("Write dates like 26/10/2026. Bank holidays are known already."),
    ).open()


def _first(name: str) -> str:
    return {
        _TERMS[0]: N_("Autumn term, first day"),
        _TERMS[1]: N_("Spring term, first day"),
        _TERMS[2]: N_("Summer term, first day"),
    }[name]


def _last(name: str) -> str:
    return {
        _TERMS[0]: N_("Autumn term, last day"),
        _TERMS[1]: N_("Spring term, last day"),
        _TERMS[2]: N_("Summer term, last day"),
    }[name]


def _day(term: Term | None, end: int) -> date | None:
    if term is None:
        return None
    return term.last_on if end else term.first_on


def _terms(answers: Answers) -> list[Term]:
    terms = []
    for place, name in enumerate(_TERMS):
        first, last = answers[f"{place}.0"], answers[f"{place}.1"]
        if isinstance(first, date) and isinstance(last, date):
            terms.append(Term(name, first, last))
        elif first or last:
            raise UserError(_("Enter both days of a term."), f"{place}.0")
    return terms


def _add_closure(desk: Desk, answers: Answers) -> None:
    first, last = answers["first_on"], answers["last_on"]
    if not isinstance(first, date):
        raise UserError(_("Enter the first day."), "first_on")
    last = last if isinstance(last, date) else first
    calendar.add_closure(
        desk.register, Closure(str(answers["name"] or ""), first, last)
    )
