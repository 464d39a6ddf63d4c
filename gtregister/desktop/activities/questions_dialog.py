"""The school's questions to pupils: added, worded anew, put in another order."""

from collections.abc import Callable

from gtregister import options
from gtregister.core.enrichment import questions
from gtregister.core.enrichment.questions import KINDS, Question
from gtregister.core.roll import pupils
from gtregister.desktop.activities import part, telling
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import folded_row
from gtregister.desktop.widgets.list_dialog import ListDialog
from gtregister.desktop.widgets.question_dialog import Answers, QuestionDialog
from gtregister.i18n import N_, _, translated
from gtregister.table import Column, Table

_COLUMNS = (
    Column("number", N_("Number"), "number"),
    Column("question", N_("Question")),
    Column("kind", N_("Answered by")),
)


class QuestionsDialog(ListDialog):
    """A row is a question; each change is kept at once and can be undone."""

    def __init__(self, desk: Desk) -> None:
        hint = _(
            "The same questions are asked about every activity, so that answers can be "
            "compared. Answers to questions that are no longer asked are kept."
        )
        title = _("Questions to pupils")
        none = _("No question is asked.")
        super().__init__(title, hint, pupils.folded, none, desk.window)
        self._desk = desk
        self._asked: list[Question] = []
        self.add = part.action(self, _("&Add a question…"), self._add)
        self._of_row = [
            part.action(self, _("&Change…"), self._change),
            part.action(self, _("&Earlier"), lambda: self._move(-1)),
            part.action(self, _("&Later"), lambda: self._move(1)),
            part.action(self, _("&Take out"), self._take_out),
        ]
        row = folded_row.of_actions([self.add, *self._of_row], self)
        self.body.insertWidget(self.body.count() - 1, row)
        self.list.current_changed.connect(lambda _key: self._follow())
        self.list.opened.connect(lambda _key: self._change())
        self.refresh()

    def refresh(self) -> None:
        """Read the questions again."""
        self._asked = questions.now(self._desk.register)
        rows = [
            (number, question, translated(KINDS[kind]))
            for number, (question, kind) in enumerate(self._asked, 1)
        ]
        keys = [number for number, _question, _kind in rows]
        self.show_table(Table(N_("Questions to pupils"), _COLUMNS, rows, keys))
        self._follow()

    def _follow(self) -> None:
        is_one = self.list.view.current_key() is not None
        for each in self._of_row:
            each.setEnabled(is_one)

    def _at(self) -> int | None:
        """Say in which place the question stands that one is at."""
        key = self.list.view.current_key()
        return None if key is None else key - 1

    def _add(self) -> None:
        def keep(question: Question) -> None:
            self._keep([*self._asked, question])

        self._ask(_("A new question"), ("", "scale"), keep)

    def _change(self) -> None:
        if (at := self._at()) is None:
            return

        def keep(question: Question) -> None:
            self._keep([*self._asked[:at], question, *self._asked[at + 1 :]], at)

        self._ask(_("Change a question"), self._asked[at], keep)

    def _ask(
        self, title: str, known: Question, keep: Callable[[Question], None]
    ) -> None:
        text, kind = known
        asked = (
            options.text("question", N_("Question"), text),
            options.choice("kind", N_("Answered by"), tuple(KINDS.items()), kind),
        )

        def answer(answers: Answers) -> None:
            keep((str(answers["question"] or ""), str(answers["kind"])))

        QuestionDialog(title, asked, _("&Keep it"), answer, self).open()

    def _move(self, step: int) -> None:
        at = self._at()
        if at is None or not 0 <= at + step < len(self._asked):
            return
        order = list(self._asked)
        order.insert(at + step, order.pop(at))
        self._keep(order, at + step)

    def _take_out(self) -> None:
        if (at := self._at()) is not None:
            self._keep([*self._asked[:at], *self._asked[at + 1 :]], at)

    def _keep(self, wanted: list[Question], at: int | None = None) -> None:
        """Ask these from now on, and stay at one of them."""
        questions.ask(self._desk.register, wanted)
        self.refresh()
        last = len(self._asked) - 1
        self.list.view.selectRow(last if at is None else min(at, last))
        telling.told(self._desk, _("Pupils are asked this from now on."))
