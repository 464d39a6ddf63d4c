"""A form drawn from Options; it puts the focus on the field that a UserError names."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gtregister.desktop import style
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.text_field import TextField
from gtregister.errors import UserError
from gtregister.i18n import translated
from gtregister.options import Answer, Option

Field = QLineEdit | QComboBox | QCheckBox


_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_LETTERS = 16  # of a choice that are seen however narrow the form is


class Choices(QComboBox):
    """Some choices; the wheel scrolls the page, and changes no answer in passing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class OptionForm(QWidget):
    """Asks some Options, one under the other, each with its label and its error."""

    def __init__(
        self, options: Sequence[Option], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._options = {option.key: option for option in options}
        self._fields = {option.key: _field(option) for option in options}
        # Where the form scrolls, its dialog puts this beside the buttons, in sight.
        self.wrong = line(folds=True)
        self.wrong.hide()
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for option in options:
            field = self._fields[option.key]
            if isinstance(field, QCheckBox):
                form.addRow(field)
            else:
                label = line(translated(option.title))
                label.setBuddy(field)
                form.addRow(label, field)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addLayout(form)
        down.addWidget(self.wrong)

    def field(self, key: str) -> Field:
        """Give the field in which an Option is answered."""
        return self._fields[key]

    def fields(self) -> list[Field]:
        """Give every field, from top to bottom."""
        return list(self._fields.values())

    def answers(self) -> dict[str, Answer]:
        """Read the answers; raises UserError for what cannot be read."""
        return {key: self._answer(option) for key, option in self._options.items()}

    def show_error(self, error: UserError) -> None:
        """Say what is wrong, above the buttons, and go to the field it is about."""
        self.wrong.setText(error.text)
        palette = self.wrong.palette()
        palette.setColor(self.wrong.foregroundRole(), style.colours().error)
        self.wrong.setPalette(palette)
        self.wrong.show()
        if error.field in self._fields:
            field = self._fields[error.field]
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.setAccessibleDescription(error.text)

    def clear_error(self) -> None:
        """Say no longer what was wrong."""
        self.wrong.hide()

    def _answer(self, option: Option) -> Answer:
        field = self._fields[option.key]
        if isinstance(field, QCheckBox):
            return field.isChecked()
        if isinstance(field, QComboBox):
            answer: str | None = field.currentData()
            return answer
        return option.parse(field.text())


def _field(option: Option) -> Field:
    title = translated(option.title)
    if option.kind == "yes_no":
        box = QCheckBox(title)
        box.setChecked(bool(option.default))
        return box
    if option.kind == "choice":
        combo = Choices()
        # Else one long choice of many makes the form wider than its dialog.
        combo.setSizeAdjustPolicy(_SHORT)
        combo.setMinimumContentsLength(_LETTERS)
        for value, words in option.choices:
            combo.addItem(translated(words), value)
        combo.setCurrentIndex(max(0, combo.findData(option.default)))
        combo.setAccessibleName(title)
        return combo
    edit = TextField(_written(option.default))
    edit.setAccessibleName(title)
    return edit


def _written(default: Answer) -> str:
    if isinstance(default, date):
        return f"{default:%d/%m/%Y}"
    return "" if default is None else str(default)
