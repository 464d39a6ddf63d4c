"""Settings of the school: whose register it is, and what things are called there."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from gtregister import options
from gtregister.core import school, words
from gtregister.desktop.page import Desk
from gtregister.desktop.school.form_card import Answers, FormCard
from gtregister.desktop.school.list_card import ListCard
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.question_dialog import QuestionDialog
from gtregister.i18n import N_, _, format_academic_year, format_date

_YEARS = tuple(
    (str(year), N_("Reception") if not year else str(year)) for year in range(14)
)


class SchoolCard(FormCard):
    """The school itself; its academic year is shown, and changes with its pupils."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._year = line(folds=True)
        questions = (
            options.text("school", N_("Name of the school")),
            options.text("dfe", N_("DfE number")),
            options.choice("lowest_year", N_("Lowest year group"), _YEARS),
            options.choice("highest_year", N_("Highest year group"), _YEARS),
        )
        super().__init__(_("School"), questions, self._answers, self._keep)
        start = ActionButton(desk.actions.new_year, self)
        self.rows.addWidget(self._year)
        self.rows.addWidget(start, alignment=Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Show the school as it is, and say which academic year it is in."""
        super().refresh()
        year = school.of(self._desk.register).academic_year
        said = _("Academic year: {year}. The next one can be started from {day}.")
        begins = format_date(date(year + 1, 9, 1))
        self._year.setText(said.format(year=format_academic_year(year), day=begins))

    def _answers(self) -> Answers:
        found = school.of(self._desk.register)
        return {
            "school": found.name,
            "dfe": found.dfe_number,
            "lowest_year": str(found.lowest_year),
            "highest_year": str(found.highest_year),
        }

    def _keep(self, answers: Answers) -> None:
        said = replace(
            school.of(self._desk.register),
            name=str(answers["school"] or ""),
            dfe_number=str(answers["dfe"]).replace("/", "") if answers["dfe"] else None,
            lowest_year=int(str(answers["lowest_year"])),
            highest_year=int(str(answers["highest_year"])),
        )
        school.amend(self._desk.register, said)


def words_card(desk: Desk) -> FormCard:
    """Make the card of what the school calls its register and the two strands."""
    questions = (
        options.text("register_words", N_("The register is called")),
        options.text("gifted", N_("Academic subjects are called")),
        options.text("talented", N_("Art, music, sport and drama are called")),
    )

    def read() -> Answers:
        found = school.of(desk.register)
        strands = school.strands(desk.register)
        return {"register_words": found.register_words, **strands}

    def save(answers: Answers) -> None:
        found = school.of(desk.register)
        called = str(answers["register_words"] or "")
        school.amend(desk.register, replace(found, register_words=called))
        for strand in ("gifted", "talented"):
            school.name_strand(desk.register, strand, str(answers[strand] or ""))

    hint = _(
        "Pages, letters and reports use these words. What was written before keeps "
        "the words it was written in."
    )
    return FormCard(_("Register name and strands"), questions, read, save, hint=hint)


def tiers_card(desk: Desk) -> ListCard:
    """Make the card of what the school calls the tiers of its policy."""
    register = desk.register
    card = ListCard(
        _("Tiers"),
        lambda: words.tiers(register),
        _("Your policy has no tiers. Some have, such as the top 5% of a year."),
        desk.window,
    )

    def rename(number: int | None) -> None:
        tier, called, _entries = words.tiers(register).rows[(number or 0) - 1]

        def answer(answers: Answers) -> None:
            words.call_tier(register, str(tier), str(answers["words"] or ""))

        asked = [options.text("words", N_("Call it"), str(called or tier))]
        title = _("What do you call {tier}?").format(tier=tier)
        hint = _("Empty gives it back the name that it has in the policy.")
        dialog = QuestionDialog(
            title, asked, _("&Save"), answer, desk.window, hint=hint
        )
        dialog.open()

    card.add_button(_("Rename…"), rename)
    return card
