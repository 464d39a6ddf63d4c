"""A template's text with its fields as chips, what is wrong, and how it reads."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from gtregister.core.telling import templates
from gtregister.desktop import style
from gtregister.desktop.letters.field_chips import FieldChips
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _


class TemplateEditor(QWidget):
    """Says at each key what is wrong, and how old a reader has to be."""

    edited = Signal()

    def __init__(self, *, can_write: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._language = ""
        self._shown = ""
        self.field = QPlainTextEdit(self)
        self.field.setAccessibleName(_("The text of the letter"))
        self.field.setTabChangesFocus(True)
        self.field.setReadOnly(not can_write)
        self.field.textChanged.connect(self._check)
        self.chips = FieldChips(self)
        self.chips.setEnabled(can_write)
        self.chips.chosen.connect(self.put_in)
        self.wrong = line(folds=True)
        self.reads = line(quiet=True, folds=True)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(6)
        down.addWidget(self.chips)
        down.addWidget(self.field, 1)
        down.addWidget(self.wrong)
        down.addWidget(self.reads)

    def show_text(self, key: str, language: str, text: str) -> None:
        """Show the text of a template."""
        self._key, self._language, self._shown = key, language, text
        self.field.blockSignals(True)
        self.field.setPlainText(text)
        self.field.blockSignals(False)
        self._tell()

    def text(self) -> str:
        """Read what is typed."""
        return self.field.toPlainText()

    def is_changed(self) -> bool:
        """Say whether anything was typed."""
        return self.text().strip() != self._shown.strip()

    def problems(self) -> list[str]:
        """Say what is wrong with what is typed."""
        return templates.problems(self._key, self.text())

    def put_in(self, field: str) -> None:
        """Put a field in where the cursor stands."""
        self.field.insertPlainText(f"{{{{{field}}}}}")
        self.field.setFocus()

    def go_to_problems(self) -> None:
        """Put the focus where something has to be put right."""
        self.field.setFocus()

    def say(self, words: str, colour: str = "success") -> None:
        """Say something in the place of what is wrong."""
        self.wrong.setText(words)
        self._ink(colour)

    def _check(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        found = self.problems()
        self.wrong.setText("\n".join(f"✕ {said}" for said in found))
        self._ink("error")
        self.field.setAccessibleDescription(" ".join(found))
        reads = "" if found else templates.about(self.text(), self._language)
        self.reads.setText(reads)
        self.reads.setVisible(bool(reads))

    def _ink(self, colour: str) -> None:
        palette = self.wrong.palette()
        ink = QColor(getattr(style.colours(), colour))
        palette.setColor(QPalette.ColorRole.WindowText, ink)
        self.wrong.setPalette(palette)
        self.wrong.setVisible(bool(self.wrong.text()))
