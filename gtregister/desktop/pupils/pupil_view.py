"""A pupil on one page: the details panel of the register, or a window."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gtregister.core.identifying import pupil_entries
from gtregister.core.register import Row
from gtregister.core.roll import field_words, pupils
from gtregister.desktop import style
from gtregister.desktop.page import Desk
from gtregister.desktop.pupils import pupil_deeds, pupil_printing
from gtregister.desktop.pupils.pupil_contacts_part import PupilContactsPart
from gtregister.desktop.pupils.pupil_entries_part import PupilEntriesPart
from gtregister.desktop.pupils.pupil_evidence_part import PupilEvidencePart
from gtregister.desktop.pupils.pupil_history_part import PupilHistoryPart
from gtregister.desktop.pupils.pupil_letters_part import PupilLettersPart
from gtregister.desktop.pupils.pupil_lines import button, row_of, text
from gtregister.desktop.pupils.pupil_part import PupilPart
from gtregister.desktop.pupils.pupil_summary_part import PupilSummaryPart
from gtregister.desktop.pupils.pupil_tabs import PupilTabs
from gtregister.desktop.widgets.menu_button import MenuButton
from gtregister.errors import UserError
from gtregister.i18n import _, format_date

_YEARS = frozenset({"pupils", "results"})  # what the numbers of a year are made of


class PupilView(QWidget):
    """Shows one pupil in parts, of which only the one in sight is read.

    It hears of every change by itself, and reads the pupil again.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.register = desk.register
        self.pupil_id: int | None = None
        self.offers_window = True
        self._is_stale = False
        self._look: tuple[object, ...] = ()
        self._name = text("", "subtitle")
        self._line = text("", quiet=True)
        self._nobody = text("", quiet=True)
        self.buttons = self._make_buttons()
        self.summary = PupilSummaryPart(desk, _("Summary"))
        self.evidence = PupilEvidencePart(desk, _("Evidence"))
        self.parts: list[PupilPart] = [
            self.summary,
            self.evidence,
            PupilEntriesPart(desk, _("Entries and decisions")),
            PupilContactsPart(desk, _("Contacts")),
            PupilLettersPart(desk, _("Letters")),
            PupilHistoryPart(desk, _("History")),
        ]
        names = [part.accessibleName() for part in self.parts]
        names[2] = _("Entries")
        self.tabs = PupilTabs(names)
        self.tabs.chosen.connect(self._turn)
        self._stack = QStackedWidget()
        for part in self.parts:
            self._stack.addWidget(part)
            part.left.connect(self._go_to_tabs)
        self._assemble()
        self._add_keys()
        self._listen()
        self.show_pupil(None)

    def _assemble(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(6)
        self.head = QHBoxLayout()
        self.head.addWidget(self._name, 1)
        down.addWidget(self._nobody)
        down.addLayout(self.head)
        down.addWidget(self._line)
        down.addWidget(row_of(self.buttons))
        down.addWidget(self.tabs)
        down.addWidget(self._stack, 1)
        down.addStretch(0)

    def _make_buttons(self) -> list[QWidget]:
        self.print_button = MenuButton(_("&Print…"))
        self.print_button.setAccessibleName(_("Print"))
        self.print_button.clicked.connect(self._offer_to_print)
        self._window_button = button(_("Own window"), self._open, "window")
        self._leave_button = button(_("Mark as left…"), self._leave, "leave")
        self._back_button = button(_("Put back on the roll"), self._come_back, "back")
        return [
            self.print_button,
            self._window_button,
            self._leave_button,
            self._back_button,
        ]

    def _add_keys(self) -> None:
        around = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, do in (
            ("F2", self.edit_details),
            ("Ctrl+Tab", partial(self._go_on, 1)),
            ("Ctrl+Shift+Tab", partial(self._go_on, -1)),
        ):
            # Said afterwards: as an argument PySide takes no heed of it.
            QShortcut(QKeySequence(keys), self, do).setContext(around)

    def _listen(self) -> None:
        watchers = self.register.watchers
        watchers.append(self.heed)
        self.desk.tasks.changed.connect(self.heed)
        self.destroyed.connect(partial(watchers.remove, self.heed))

    def show_pupil(self, pupil_id: int | None) -> None:
        """Show a pupil, or that none is chosen."""
        if pupil_id != self.pupil_id:
            self.settle()
        self.pupil_id = pupil_id
        self.refresh()

    def settle(self) -> None:
        """Save what is typed and not saved yet; say so where it cannot be."""
        if self.pupil_id is not None and (lost := self.summary.details.settle()):
            said = _("One detail was not saved. {why}")
            self.desk.notices.say(said.format(why=" ".join(lost)), "warning")

    def refresh(self) -> None:
        """Read the pupil again; once the view is seen, if it is hidden now."""
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        self._look = _look()
        self._nobody.setText(_("Choose a pupil to see who it is."))
        pupil = None
        try:
            if self.pupil_id is not None:
                pupil = pupils.get(self.register, self.pupil_id)
        except UserError as error:
            self._nobody.setText(error.text)
        self._show_parts(pupil)
        if pupil is not None:
            self._tell(pupil)
            self._show_part(pupil["id"])

    def _show_parts(self, pupil: Row | None) -> None:
        there = pupil is not None
        can_write = there and self.register.can_write
        is_gone = pupil is not None and pupil["left_on"] is not None
        for part in (self._name, self._line, self.tabs, self._stack, self.print_button):
            part.setVisible(there)
        self._nobody.setVisible(not there)
        self._window_button.setVisible(there and self.offers_window)
        self._leave_button.setVisible(can_write and not is_gone)
        self._back_button.setVisible(can_write and is_gone)

    def _part(self) -> PupilPart:
        return self.parts[self.tabs.place()]

    def _tell(self, pupil: Row) -> None:
        self._name.setText(pupils.name(pupil))
        left = pupil["left_on"]
        said = [field_words.value("year_group", pupil["year_group"]), pupil["form"]]
        if left is not None:
            said.append(
                _("left on {day}").format(day=field_words.value("left_on", left))
            )
        since = pupil_entries.since(self.register, pupil["id"])
        if since is not None:
            day = format_date(since)
            said.append(_("on the register since {day}").format(day=day))
        self._line.setText(" · ".join(filter(None, said)))

    @Slot(object)
    def heed(self, tables: frozenset[str]) -> None:
        """Read the pupil again, since something was changed."""
        if tables & _YEARS:
            self.evidence.forget()
        if tables:
            self.desk.notices.hide()  # it is about the change before
            self.refresh()

    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        if self.pupil_id is not None and self.isVisible():
            self._show_part(self.pupil_id)

    def _show_part(self, pupil_id: int) -> None:
        self._part().show_pupil(pupil_id)
        self._part().follow_in_order(self.tabs.last_button())

    def _go_on(self, steps: int) -> None:
        self.tabs.choose(self.tabs.place() + steps)
        self._go_to_tabs()

    def _go_to_tabs(self) -> None:
        self.tabs.chosen_button().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # So that what is longer than its room can be read without a mouse.
        if not self._part().scroll_by(event.key()):
            super().keyPressEvent(event)

    def edit_details(self) -> None:
        """Turn the details into fields, or back."""
        if self.pupil_id is not None and self.register.can_write:
            self.tabs.choose(0)
            self.summary.details.turn()

    def print(self) -> None:
        """Preview the page of the pupil."""
        if self.pupil_id is not None:
            pupil_printing.show(self.desk, self.pupil_id)

    def print_whole(self) -> None:
        """Preview the page of the pupil with what is sensitive."""
        if self.pupil_id is not None:
            pupil_printing.show(self.desk, self.pupil_id, sensitive=True)

    def _offer_to_print(self) -> None:
        menu = QMenu(self)
        menu.addAction(_("&Print…"), self.print)
        whole = _("Print with UPN, SEN and &addresses…")
        menu.addAction(whole, self.print_whole).setEnabled(not style.is_discreet())
        self.print_button.open(menu)

    def _open(self) -> None:
        if self.pupil_id is not None:
            self.desk.show_pupil(self.pupil_id)

    def _leave(self) -> None:
        if self.pupil_id is not None:
            pupil_deeds.leave(self.desk, [self.pupil_id])

    def _come_back(self) -> None:
        if self.pupil_id is not None:
            pupil_deeds.come_back(self.desk, [self.pupil_id])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # Everything is painted again when the colours or the discreet view change.
        if self._look != _look():
            self._look = _look()
            QTimer.singleShot(0, self.refresh)


def _look() -> tuple[object, ...]:
    return style.colours(), style.is_discreet()
