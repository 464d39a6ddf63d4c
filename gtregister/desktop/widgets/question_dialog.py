"""A dialog that asks a few Options and does one thing with the answers."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gtregister import options
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import OptionForm
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.options import Answer, Option

Answers = Mapping[str, Answer]


class QuestionDialog(QDialog):
    """Stays open, with a sentence, as long as the answers will not do."""

    def __init__(
        self,
        title: str,
        questions: Sequence[Option],
        words: str,
        answer: Callable[[Answers], None],
        parent: QWidget | None = None,
        *,
        hint: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._answer = answer
        self.form = OptionForm(questions, self)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(16)
        self.body.addWidget(line(title, "subtitle", folds=True))
        if hint:
            self.body.addWidget(line(hint, quiet=True, folds=True))
        # The buttons are made after the form, since Tab goes by that order.
        self.body.addWidget(_scrolled(self.form), 1)
        self.body.addWidget(self.form.wrong)
        self.ok = QPushButton(words, self)
        self.ok.setDefault(True)
        self.ok.clicked.connect(self.finish)
        cancel = QPushButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self.ok)
        foot.addWidget(cancel)
        self.body.addLayout(foot)
        sizing.fit(self, 560, 180 + 56 * len(questions))

    def finish(self) -> None:
        """Do it, or say what is wrong beside the question that it is about."""
        try:
            self._answer(self.form.answers())
        except UserError as error:
            self.form.show_error(error)
            return
        self.accept()


def ask_why(
    parent: QWidget,
    title: str,
    reasons: Sequence[str],
    words: str,
    answer: Callable[[str], None],
    *,
    hint: str = "",
) -> QuestionDialog:
    """Ask for a reason from a list, in one's own words, or both; then go on with it.

    `reasons` are marked with `N_`. What is answered may raise a UserError, which is
    shown in the dialog.
    """
    choices = [(reason, reason) for reason in reasons]
    questions = (
        options.choice("reason", N_("Reason"), [*choices, ("", N_("Another reason"))]),
        options.text("words", N_("In your own words")),
    )

    def go_on(answers: Answers) -> None:
        chosen = translated(str(answers["reason"] or ""))
        own = str(answers["words"] or "").strip()
        if not chosen and not own:
            raise UserError(_("Choose a reason, or write one."), "words")
        both = _("{reason}: {words}").format(reason=chosen, words=own)
        answer(both if chosen and own else chosen or own)

    dialog = QuestionDialog(title, questions, words, go_on, parent, hint=hint)
    dialog.open()
    return dialog


def _scrolled(form: OptionForm) -> QScrollArea:
    """Let a form be longer than its dialog, as on a small screen with large text."""
    form.setContentsMargins(2, 2, 2, 2)
    area = QScrollArea()
    area.setWidget(form)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
