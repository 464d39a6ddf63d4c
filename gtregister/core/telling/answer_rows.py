"""One row of a sheet of replies: whose slip it is, what is answered, and when."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from gtregister.core.register import Register, Row
from gtregister.core.roll.pupils import folded
from gtregister.core.telling import answer_columns, answers, slip_numbers, slips
from gtregister.core.telling.answer_columns import Columns
from gtregister.core.telling.answers import Reply
from gtregister.core.telling.slips import Slip
from gtregister.errors import UserError
from gtregister.i18n import _, format_date, ngettext
from gtregister.importers import Cell, dates

Cells = Sequence[Cell]


class Slips:
    """The slips that are out, found by number, by the pupil's UPN or by name."""

    def __init__(self, register: Register) -> None:
        self._today = register.today
        self._by_id = slips.every(register)
        self._by_pupil: dict[int, list[Slip]] = defaultdict(list)
        for slip in self._by_id.values():
            if slip.is_out:
                self._by_pupil[slip.pupil_id].append(slip)
        rows = register.rows("select * from pupils")
        self._pupils = {row["id"]: row for row in rows if row["id"] in self._by_pupil}
        self._by_upn = {
            upn: pupil_id
            for pupil_id, row in self._pupils.items()
            for upn in (row["former_upn"], row["upn"])
            if upn
        }
        self._by_name: dict[str, set[int]] = defaultdict(set)
        for pupil_id, row in self._pupils.items():
            for name in _names(row):
                self._by_name[name].add(pupil_id)

    @property
    def questions(self) -> Mapping[str, str]:
        """Give the keys of questions by the headings that may stand for them."""
        return {
            answer_columns.plain(heading): key
            for slip in self._by_id.values()
            for key, words in slip.questions
            for heading in (key, words, _of_any_child(words, slip.child))
        }

    def reply(self, columns: Columns, cells: Cells) -> Reply:
        """Read a row; UserError says why it cannot be entered."""
        slip = self._slip(columns, cells)
        return Reply(slip, _answers(columns, cells, slip), self._day(columns, cells))

    def _slip(self, columns: Columns, cells: Cells) -> Slip:
        number = columns.text(cells, "slip")
        if not number:
            return self._of_pupil(columns, cells)
        slip = self._by_id.get(slip_numbers.slip_id(number))
        if slip is None:
            said = _("No letter has the slip {number}. Its letter may be undone.")
            raise UserError(said.format(number=number[:20]), "slip")
        others = self._named(columns, cells)
        if others is not None and slip.pupil_id not in others:
            said = _("Slip {number} is about {child}, and the row names somebody else.")
            raise UserError(said.format(number=slip.number, child=slip.child), "slip")
        return slip

    def _of_pupil(self, columns: Columns, cells: Cells) -> Slip:
        """Find the one slip of the pupil whom a row names that it can be about."""
        found = self._named(columns, cells)
        if found is None:
            raise UserError(_("The row does not say whose reply it is."), "slip")
        if not found:
            raise UserError(_("No slip is out about this pupil."), "slip")
        if len(found) > 1:
            said = _("Several pupils have this name. Write the number of the slip.")
            raise UserError(said, "slip")
        asked = {key for key in columns.asked(cells) if not key.isdecimal()}
        known = [
            slip
            for slip in self._by_pupil[found.pop()]
            if asked <= dict(slip.questions).keys()
        ]
        open_ones = [slip for slip in known if not slip.answers]
        several = open_ones or known
        if len(several) == 1:
            return several[0]
        if not several:
            said = _("No slip about this pupil asks this.")
            raise UserError(said, "slip")
        said = ngettext(
            "{n} slip about {child} is out. Write the number of the one that came.",
            "{n} slips about {child} are out. Write the number of the one that came.",
            len(several),
            child=several[0].child,
        )
        raise UserError(said, "slip")

    def _named(self, columns: Columns, cells: Cells) -> set[int] | None:
        """Find the pupils whom a row names; None if it names nobody."""
        if upn := columns.text(cells, "upn"):
            found = self._by_upn.get(upn.upper())
            return set() if found is None else {found}
        surname, forename = (
            columns.text(cells, key) for key in ("surname", "forename")
        )
        name = f"{forename} {surname}".strip() or columns.text(cells, "full_name")
        if not name:
            return None
        found_so = set(self._by_name.get(_folded(name), ()))
        form = columns.text(cells, "form")
        here = {p for p in found_so if form and _is_in(self._pupils[p], form)}
        return here if len(found_so) > 1 and here else found_so

    def _day(self, columns: Columns, cells: Cells) -> date:
        """Read the day on which a reply came; today if the row does not say."""
        text = columns.text(cells, "day")
        if not text:
            return self._today
        day = dates.read(text)
        if day is None:
            said = _("“{text}” is not a day. Write it like 28/03/2026.")
            raise UserError(said.format(text=text[:20]), "day")
        if day > self._today:
            said = _("{day} is yet to come. Write the day on which the slip came.")
            raise UserError(said.format(day=format_date(day)), "day")
        return day


def _answers(columns: Columns, cells: Cells, slip: Slip) -> dict[str, bool]:
    """Read the answers of a row: under the questions, else in the one column."""
    asked = columns.asked(cells)
    if not asked:
        return answers.read(slip, [columns.text(cells, "answer")])
    keys = {str(n): key for n, (key, _words) in enumerate(slip.questions, 1)}
    keys |= {key: key for key, _words in slip.questions}
    for question in asked.keys() - keys.keys():
        said = _("Slip {number} has no question “{question}”.")
        raise UserError(said.format(number=slip.number, question=question), "answer")
    return {keys[question]: answers.is_yes(text) for question, text in asked.items()}


def _of_any_child(words: str, child: str) -> str:
    """Ask a question of any child, as a form that all families fill in does."""
    forename = child.split(" ", 1)[0]
    return words.replace(child, "My child").replace(forename, "My child")


def _names(row: Row) -> Iterable[str]:
    surnames = {row["surname"], row["preferred_surname"] or row["surname"]}
    forenames = {row["forename"], row["preferred_forename"] or row["forename"]}
    for surname in surnames:
        for forename in forenames:
            yield _folded(f"{forename} {surname}")
            yield _folded(f"{surname} {forename}")


def _folded(name: str) -> str:
    return " ".join(folded(name.replace(",", " ")).split())


def _is_in(row: Row, form: str) -> bool:
    return folded(row["form"] or "") == folded(form)
