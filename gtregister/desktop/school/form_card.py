"""A card of settings, each saved as soon as it is answered."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import OptionForm
from gtregister.errors import UserError
from gtregister.options import Answer, Option

Answers = Mapping[str, Answer]


class FormCard(Card):
    """Asks Options under a title; `read` gives the answers now, `save` keeps new ones.

    What is wrong with an answer is said below, and what was typed stays.
    """

    def __init__(
        self,
        title: str,
        questions: Sequence[Option],
        read: Callable[[], Answers],
        save: Callable[[Answers], None],
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self._read = read
        self._save = save
        self.form = OptionForm(questions, self)
        self._keys = [question.key for question in questions]
        self.rows.setSpacing(12)
        self.rows.addWidget(self.form)
        if hint:
            self.rows.addWidget(line(hint, "caption", quiet=True, folds=True))
        self.refresh()
        for key in self._keys:
            field = self.form.field(key)
            if isinstance(field, QComboBox):
                field.activated.connect(self.save)
            elif isinstance(field, QCheckBox):
                field.clicked.connect(self.save)
            else:
                field.editingFinished.connect(self.save)

    def refresh(self) -> None:
        """Show the settings as they are, unless one is being typed in."""
        answers = self._read()
        for key in self._keys:
            field = self.form.field(key)
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(answers[key])))
            elif isinstance(field, QCheckBox):
                field.setChecked(bool(answers[key]))
            elif not (field.hasFocus() and field.isModified()):
                field.setText(str("" if answers[key] is None else answers[key]))

    def save(self) -> None:
        """Keep what is answered, or say what is wrong with it."""
        try:
            answers = self.form.answers()
            if dict(answers) != dict(self._read()):
                self._save(answers)
        except UserError as error:
            self.form.show_error(error)
            return
        self.form.clear_error()
        for key in self._keys:
            field = self.form.field(key)
            if not isinstance(field, QComboBox | QCheckBox):
                field.setModified(False)
