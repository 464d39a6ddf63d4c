"""Who a pupil is: to read, or to change in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gtregister.core import school
from gtregister.core.register import Row
from gtregister.core.roll import field_words, pupils
from gtregister.desktop import style
from gtregister.desktop.page import Desk
from gtregister.desktop.pupils.pupil_detail_field import PupilDetailField
from gtregister.desktop.pupils.pupil_lines import pairs, text
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _

# What is worth a line even where nobody knows it.
_ALWAYS = ("dob", "year_group", "form", "upn", "pupil_premium", "sen", "eal")
# A pupil leaves and comes back by a deed of their own.
_EDITED = tuple(field for field in field_words.PUPIL if field != "left_on")


class PupilDetailsCard(Card):
    """The details, with a button that turns each of them into a field."""

    turned = Signal(bool)  # whether they are edited from now on

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._register = desk.register
        self._pupil_id = 0
        self._fields: dict[str, PupilDetailField] = {}
        self._shown: QWidget | None = None
        self.is_edited = False
        self.edit = QPushButton(self)
        self.edit.setToolTip(_("Each change is saved at once (F2)"))
        self.edit.setVisible(self._register.can_write)
        self.edit.clicked.connect(self.turn)
        across = QHBoxLayout()
        across.addWidget(line(_("Details"), "heading"), 1)
        across.addWidget(self.edit)
        self.rows.addLayout(across)
        self._name_button()

    def show_pupil(self, pupil_id: int) -> None:
        """Show what is known of a pupil."""
        self._pupil_id = pupil_id
        pupil = pupils.get(self._register, pupil_id)
        if self.is_edited:
            self._fill(pupil)
        else:
            self._tell(pupil)

    def settle(self) -> list[str]:
        """Save what is typed and not saved yet; say why where it cannot be."""
        return [why for field in self._fields.values() if (why := field.settle())]

    def turn(self) -> None:
        """Turn the details into fields, or back."""
        self.settle()
        self.is_edited = not self.is_edited
        self._name_button()
        self.show_pupil(self._pupil_id)
        self.turned.emit(self.is_edited)
        if self.is_edited:
            first = next(iter(self._fields.values()))
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_button(self) -> None:
        self.edit.setText(_("&Done") if self.is_edited else _("&Edit details"))
        self.edit.setAccessibleName(self.edit.text().replace("&", ""))

    def _tell(self, pupil: Row) -> None:
        """Show the details to be read; in discreet view without what is sensitive."""
        self._fields.clear()
        told = []
        for field in field_words.PUPIL:
            if style.is_discreet() and field in field_words.SENSITIVE:
                continue
            words = field_words.value(field, pupil[field])
            if words or field in _ALWAYS:
                told.append((field_words.title(field), words or _("Not known")))
        read = QWidget(self)
        down = QVBoxLayout(read)
        down.setContentsMargins(0, 0, 0, 0)
        down.addLayout(pairs(told))
        if style.is_discreet():
            hidden = _(
                "UPN, date of birth, SEN and the like are hidden. F9 shows them."
            )
            down.addWidget(text(hidden, quiet=True))
        self._put(read)

    def _fill(self, pupil: Row) -> None:
        """Show the details in fields."""
        if not self._fields:
            self._put(self._make_form())
        found = school.of(self._register)
        years = range(found.lowest_year, found.highest_year + 1)
        for key, field in self._fields.items():
            field.show_value(self._pupil_id, pupil[key], years)

    def _make_form(self) -> QWidget:
        made = QWidget(self)
        down = QVBoxLayout(made)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        for key in _EDITED:
            if style.is_discreet() and key in field_words.SENSITIVE:
                continue
            field = PupilDetailField(self._register, key, made)
            label = line(field_words.title(key), folds=True)
            label.setBuddy(field.box)
            down.addWidget(label)
            down.addWidget(field)
            down.addSpacing(6)
            self._fields[key] = field
        return made

    def _put(self, shown: QWidget) -> None:
        """Show one widget in the place of the one before."""
        if shown is self._shown:
            return
        if self._shown is not None:
            self._shown.hide()
            self.rows.removeWidget(self._shown)
            self._shown.deleteLater()
        self._shown = shown
        self.rows.addWidget(shown)
        shown.show()
