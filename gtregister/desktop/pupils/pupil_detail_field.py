"""One detail of a pupil to type or to choose; leaving it saves it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from gtregister.core.register import Register, Stored
from gtregister.core.roll import field_words, pupils
from gtregister.desktop import style
from gtregister.desktop.pupils.pupil_lines import text
from gtregister.desktop.widgets.text_field import TextField
from gtregister.errors import UserError
from gtregister.i18n import _, translated

Choice = tuple[Stored, str]


class DetailText(TextField):
    """What is typed; Esc goes back to what is saved."""

    saved = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self.saved:
            self.setText(self.saved)
            return
        super().keyPressEvent(event)


class DetailChoice(QComboBox):
    """What is chosen; the wheel scrolls past it, and never changes it unseen."""

    def offer(self, choices: Sequence[Choice], stored: Stored) -> None:
        """Offer (value, words) pairs, of which one is saved."""
        self.blockSignals(True)
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        self.setCurrentIndex([value for value, _words in choices].index(stored))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class PupilDetailField(QWidget):
    """A box with room for a sentence under it, if there is something to say."""

    def __init__(
        self, register: Register, field: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._register = register
        self.field = field
        self._pupil_id = 0
        self._wrong = text("")
        self._wrong.hide()
        self.box = self._box()
        self.box.setAccessibleName(field_words.title(field))
        self.box.setMaximumWidth(style.scaled(360))
        self.setFocusProxy(self.box)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        down.addWidget(self.box)
        down.addWidget(self._wrong)

    def _box(self) -> DetailText | DetailChoice:
        if _is_choice(self.field):
            choice = DetailChoice(self)
            choice.currentIndexChanged.connect(self.settle)
            return choice
        typed = DetailText(parent=self)
        typed.editingFinished.connect(self.settle)
        return typed

    def show_value(self, pupil_id: int, stored: Stored, years: Sequence[int]) -> None:
        """Show what is saved, but leave what the person is still mending."""
        same = pupil_id == self._pupil_id
        self._pupil_id = pupil_id
        if isinstance(self.box, DetailChoice):
            self.box.offer(_choices(self.field, stored, years), stored)
            return
        unsaved = same and self.box.text() != self.box.saved
        self.box.saved = _typed(self.field, stored)
        if not unsaved:
            self.box.setText(self.box.saved)
            self.box.setCursorPosition(0)
            self._say("", "error")

    def settle(self) -> str:
        """Save what was typed or chosen; give a sentence if it cannot be."""
        box = self.box
        if isinstance(box, DetailText) and box.text() == box.saved:
            self._say("", "error")
            return ""
        try:
            look = self._save()
        except UserError as error:
            self._say(error.text, "error")
            return error.text
        self._say(look or "", "warning")
        return ""

    def _save(self) -> str | None:
        box = self.box
        if isinstance(box, DetailChoice):
            return self._change(box.currentData())
        before, box.saved = box.saved, box.text()
        try:
            # The register tells its watchers meanwhile, who have this shown again.
            return self._change(box.text())
        except UserError:
            box.saved = before
            raise

    def _change(self, value: Stored) -> str | None:
        return pupils.change(self._register, self._pupil_id, self.field, value)

    def _say(self, words: str, tone: str) -> None:
        palette = self._wrong.palette()
        ink = QColor(getattr(style.colours(), tone))
        palette.setColor(QPalette.ColorRole.WindowText, ink)
        self._wrong.setPalette(palette)
        self._wrong.setText(f"⚠ {words}" if words else "")
        self._wrong.setVisible(bool(words))
        self.box.setAccessibleDescription(words)


def _is_choice(field: str) -> bool:
    return field in field_words.YES_NO | {"sex", "sen", "year_group"}


def _choices(field: str, stored: Stored, years: Sequence[int]) -> list[Choice]:
    """Offer what a field can be, with what it is now, should that be something else."""
    known: list[Choice] = []
    if field in field_words.YES_NO:
        known = [(1, _("Yes")), (0, _("No"))]
    elif field == "year_group":
        known = [(year, field_words.year(year)) for year in years]
    elif field == "sex":
        known = [(key, translated(words)) for key, words in field_words.SEXES.items()]
    else:
        known = [(key, translated(field_words.SEN[key])) for key in ("N", "K", "E")]
    if stored is not None and stored not in [value for value, _words in known]:
        known.append((stored, field_words.value(field, stored)))
    return [(None, _("Not known")), *known]


def _typed(field: str, stored: Stored) -> str:
    """Write a detail as one would type it: 27/03/2015."""
    if stored is not None and field in field_words.DAYS:
        year, month, day = str(stored).split("-")
        return f"{day}/{month}/{year}"
    return "" if stored is None else str(stored)
