"""What can be done on the Letters page to the rows that are chosen, and besides."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from gtregister.desktop.letters import telling_deeds
from gtregister.desktop.page import Desk
from gtregister.i18n import _, translated


class Shown(Protocol):
    """What the page shows: the rows that are chosen, and whom a row is about."""

    def chosen(self) -> list[int]: ...

    def pupil_at(self, key: int) -> int | None: ...


class LettersDeeds(QObject):
    """Makes the actions of each list; what takes a dialog is loaded when it opens."""

    opened_replies = Signal()
    closed_replies = Signal()

    def __init__(self, desk: Desk, shown: Shown, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = shown
        self._window = parent
        self.set_up = self.action(_("Set &up"), lambda: None)
        self.enter_replies = self.action(
            _("Enter rep&lies…"), self._enter_replies, writes=True
        )

    def action(
        self, words: str, act: Callable[[], object], *, writes: bool = False
    ) -> QAction:
        """Make an action; one that writes is there only if the register can be."""
        action = QAction(words, self)
        action.triggered.connect(lambda _on=False: act())
        action.setEnabled(self._desk.register.can_write or not writes)
        return action

    def of(self, part: str) -> list[QAction]:
        """Make what can be done to the rows of a list; the usual things first."""
        open_pupil = self.action(_("Open pupil"), self._open_pupil)
        if part == "wishes":
            return [self.action(_("Decide…"), self._decide, writes=True), open_pupil]
        if part == "replies":
            enter = self.action(_("Enter the reply…"), self._enter_one, writes=True)
            return [enter, self.action(_("Remind…"), self._remind), open_pupil]
        if part == "told":
            return [self.action(_("Print a copy…"), self._preview_chosen), open_pupil]
        return [
            self.action(_("Preview and print…"), self._preview_chosen),
            self.action(_("Told otherwise…"), self._tell, writes=True),
            self.action(_("Not needed…"), self._set_aside, writes=True),
            open_pupil,
        ]

    def of_pupils(self, pupil_ids: Sequence[int]) -> list[QAction]:
        """Make what is written for chosen pupils alone."""
        return [
            self.action(_("&Certificate…"), partial(self._certificates, pupil_ids)),
            self.action(
                _("To the ne&xt school…"), partial(self._to_next_school, pupil_ids)
            ),
        ]

    def preview(self, keys: object) -> None:
        """Show the letters of these notices, to print or send."""
        from gtregister.desktop.letters import previewing

        if isinstance(keys, tuple | list) and keys:
            previewing.show(self._desk, keys)

    def _preview_chosen(self) -> None:
        self.preview(self._shown.chosen())

    def _certificates(self, pupil_ids: Sequence[int]) -> None:
        from gtregister.desktop.letters import certificates

        certificates.ask(self._desk, pupil_ids)

    def _to_next_school(self, pupil_ids: Sequence[int]) -> None:
        from gtregister.desktop.letters import previewing

        previewing.show_on_request(self._desk, "next_school", pupil_ids)

    def _tell(self) -> None:
        telling_deeds.tell(self._desk, self._shown.chosen())

    def _set_aside(self) -> None:
        telling_deeds.set_aside(self._desk, self._shown.chosen())

    def _decide(self) -> None:
        for wish_id in self._shown.chosen()[:1]:
            telling_deeds.decide(self._desk, wish_id)

    def _open_pupil(self) -> None:
        for key in self._shown.chosen()[:1]:
            if (pupil_id := self._shown.pupil_at(key)) is not None:
                self._desk.show_pupil(pupil_id)

    def _enter_replies(self) -> None:
        from gtregister.desktop.letters.reply_dialog import ReplyDialog

        dialog = ReplyDialog(self._desk)
        dialog.finished.connect(self._go_on)
        self.opened_replies.emit()
        dialog.open()

    def _go_on(self, way: int) -> None:
        """Catch up with what was entered, or enter more in another way."""
        from gtregister.desktop.letters import reply_dialog, sheet_dialog
        from gtregister.desktop.letters.tick_dialog import TickDialog

        self.closed_replies.emit()
        if way == reply_dialog.FROM_FILE:
            sheet_dialog.choose(self._desk)
        elif way == reply_dialog.TICKED:
            TickDialog(self._desk).open()

    def _enter_one(self) -> None:
        from gtregister.desktop.letters import reply_deeds

        for slip_id in self._shown.chosen()[:1]:
            reply_deeds.enter(self._desk, slip_id)

    def _remind(self) -> None:
        from gtregister.desktop.letters import reply_deeds

        self.preview(reply_deeds.reminders(self._desk, self._shown.chosen()))

    def offer_to_set_up(self, button: QPushButton) -> None:
        """Offer what is set once: templates, offers, what is on every letter."""
        from gtregister.desktop.letters import setting_up

        menu = QMenu(self._window)
        for words, act in setting_up.DEEDS:
            menu.addAction(translated(words), partial(act, self._desk))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
