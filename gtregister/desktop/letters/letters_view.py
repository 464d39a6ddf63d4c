"""The parts of the Letters page: what to print, who was not told, what came back."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gtregister.core.telling import letter_lists
from gtregister.core.telling.letter_lists import Lists
from gtregister.core.telling.owed import Owed
from gtregister.desktop.letters import (
    lists_words,
    notice_words,
    part_lists,
    telling_deeds,
)
from gtregister.desktop.letters.kind_lines import KindLines
from gtregister.desktop.letters.notice_panel import NoticePanel
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.choice_bar import ChoiceBar
from gtregister.desktop.widgets.notice_bar import NoticeBar
from gtregister.desktop.widgets.table_list import TableList
from gtregister.i18n import _, format_number, translated
from gtregister.table import Table

# What another page may ask to see, and the part that shows it.
_SHOWS = {"not told": "untold", "to print": "ready", "sent": "told"}


class LettersView(QWidget):
    """Buttons for the parts, and under them the list of the part that is chosen."""

    turned = Signal()  # another part is shown

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.register = desk.register
        self._pupil_ids: frozenset[int] | None = None
        self._is_waiting = False
        self._lists: Lists | None = None
        self._owed: dict[int, Owed] = {}
        self._made: dict[str, TableList] = {}
        self._deeds: dict[str, list[QAction]] = {}
        self._panels: dict[str, NoticePanel] = {}
        self.set_up = self._action(_("Set &up"), lambda: None)
        self.enter_replies = self._action(
            _("Enter rep&lies…"), self._enter_replies, writes=True
        )
        self._only = NoticeBar(self, can_go=False)
        titles = {key: translated(k.title) for key, k in part_lists.KINDS.items()}
        self.parts = ChoiceBar(_("Lists of letters"), titles)
        self.parts.chosen.connect(self._turn)
        self.kinds = KindLines(self)
        self.kinds.asked_for.connect(self.preview)
        self._stack = QStackedWidget(self)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        for part in (self._only, self.parts, self.kinds):
            down.addWidget(part)
        down.addWidget(self._stack, 1)
        self._stack.addWidget(self._list("ready"))

    def _action(
        self, words: str, act: Callable[[], object], *, writes: bool = False
    ) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(lambda _on=False: act())
        action.setEnabled(self.register.can_write or not writes)
        return action

    @property
    def listing(self) -> TableList:
        """Give the list that is shown."""
        return self._list(self.parts.key)

    @property
    def deeds(self) -> list[QAction]:
        """Name what can be done to the chosen rows of the list that is shown."""
        return self._deeds[self.parts.key]

    def _list(self, part: str) -> TableList:
        if part not in self._made:
            self._deeds[part] = self._make_deeds(part)
            make_panel = partial(self._make_panel, part)
            listing = part_lists.make(part, self._deeds[part], make_panel, self)
            listing.current_changed.connect(partial(self._show_current, part))
            listing.counted.connect(self.turned)
            self._made[part] = listing
        return self._made[part]

    def _make_deeds(self, part: str) -> list[QAction]:
        open_pupil = self._action(_("Open pupil"), self._open_pupil)
        if part == "wishes":
            return [self._action(_("Decide…"), self._decide, writes=True), open_pupil]
        if part == "replies":
            enter = self._action(_("Enter the reply…"), self._enter_one, writes=True)
            return [enter, self._action(_("Remind…"), self._remind), open_pupil]
        if part == "told":
            copy = self._action(_("Print a copy…"), self._preview_chosen)
            return [copy, open_pupil]
        return [
            self._action(_("Preview and print…"), self._preview_chosen),
            self._action(_("Told otherwise…"), self._tell, writes=True),
            self._action(_("Not needed…"), self._set_aside, writes=True),
            open_pupil,
        ]

    def _make_panel(self, part: str) -> NoticePanel:
        panel = NoticePanel(self._deeds[part][:2])
        panel.opened.connect(self.desk.show_pupil)
        self._panels[part] = panel
        self._show_current(part, self._made[part].view.current_key())
        return panel

    def refresh(self) -> None:
        """Read again who is to be told, and what came back.

        Not behind somebody who types replies: it would hold up each of them.
        """
        if self._is_waiting:
            return
        found = self._lists = letter_lists.of(self.register, self._pupil_ids)
        self._owed = {one.key: one for one in found.every}
        self._say_counts(found)
        self.kinds.show_groups(found.groups)
        self._show_part()

    def _say_counts(self, found: Lists) -> None:
        counts = {
            "ready": len(found.ready.rows),
            "untold": len(found.untold.rows),
            "told": len(found.told.rows),
            "replies": len(self._slips(is_open=True).rows),
            "wishes": len(self._wishes(is_open=True).rows),
        }
        said = _("{list} {count}")
        for key, kind in part_lists.KINDS.items():
            count = format_number(counts[key])
            self.parts.say(key, said.format(list=translated(kind.title), count=count))

    def _slips(self, *, is_open: bool = False) -> Table:
        return letter_lists.slips_of(self.register, self._pupil_ids, is_open=is_open)

    def _wishes(self, *, is_open: bool = False) -> Table:
        return letter_lists.wishes_of(self.register, self._pupil_ids, is_open=is_open)

    def _show_part(self) -> None:
        if (found := self._lists) is None:
            return
        part = self.parts.key
        tables: dict[str, Callable[[], Table]] = {
            "ready": lambda: found.ready,
            "untold": lambda: found.untold,
            "told": lambda: found.told,
            "replies": self._slips,
            "wishes": self._wishes,
        }
        self.kinds.setVisible(part == "ready" and bool(found.groups))
        listing = self._list(part)
        listing.show_table(tables[part]())
        if not listing.chosen():
            listing.view.show_first()
        self._show_current(part, listing.view.current_key())

    def _turn(self, part: str) -> None:
        listing = self._list(part)
        if self._stack.indexOf(listing) < 0:
            self._stack.addWidget(listing)
        self._stack.setCurrentWidget(listing)
        self._show_part()
        self.turned.emit()

    def _show_current(self, part: str, key: int | None) -> None:
        if part in self._panels:
            self._panels[part].show_told(self._told(part, key) if key else None)

    def _told(self, part: str, key: int) -> notice_words.Told | None:
        if part == "replies":
            return notice_words.of_slip(self.register, key)
        if part == "wishes":
            return notice_words.of_wish(self.register, key)
        owed = self._owed.get(key)
        return notice_words.of_notice(self.register, owed) if owed else None

    def narrow(self, wanted: Mapping[str, object]) -> None:
        """Show one part, or only the letters about some pupils."""
        ids = wanted.get("pupils")
        several = ids if isinstance(ids, list | tuple | set | frozenset) else ()
        self._show_only(frozenset(several) or None)
        show = str(wanted.get("show") or ("not told" if ids else "to print"))
        part = _SHOWS.get(show, show)
        if part in part_lists.KINDS:
            self.parts.choose(part)
        self.listing.narrow(wanted)

    def _show_only(self, pupil_ids: frozenset[int] | None) -> None:
        if pupil_ids == self._pupil_ids:
            return
        self._pupil_ids = pupil_ids
        self._only.setVisible(pupil_ids is not None)
        if pupil_ids is not None:
            self._only.say(
                lists_words.only(self.register, pupil_ids), "note", self._of_some()
            )
        self.refresh()

    def _of_some(self) -> list[QAction]:
        """Offer what is written for chosen pupils alone, and to see everybody again."""
        return [
            self._action(_("&Certificate…"), partial(self._write, "certificate")),
            self._action(
                _("To the ne&xt school…"), partial(self._write, "next_school")
            ),
            self._action(_("Show every&body"), partial(self._show_only, None)),
        ]

    def in_words(self) -> str:
        """Say how things stand in one line."""
        if self._lists is None:
            return ""
        is_whole = self._pupil_ids is None
        return lists_words.of(self._lists, self.register.today, is_whole=is_whole)

    def preview(self, keys: object) -> None:
        """Show the letters of these notices, to print or send."""
        from gtregister.desktop.letters import previewing

        if isinstance(keys, tuple | list) and keys:
            previewing.show(self.desk, keys)

    def _preview_chosen(self) -> None:
        self.preview(self.listing.chosen())

    def _write(self, kind: str) -> None:
        from gtregister.desktop.letters import previewing

        previewing.show_on_request(self.desk, kind, sorted(self._pupil_ids or ()))

    def _tell(self) -> None:
        telling_deeds.tell(self.desk, self.listing.chosen())

    def _set_aside(self) -> None:
        telling_deeds.set_aside(self.desk, self.listing.chosen())

    def _decide(self) -> None:
        for wish_id in self.listing.chosen()[:1]:
            telling_deeds.decide(self.desk, wish_id)

    def _open_pupil(self) -> None:
        for key in self.listing.chosen()[:1]:
            if (told := self._told(self.parts.key, key)) is not None:
                self.desk.show_pupil(told.pupil_id)

    def _enter_replies(self) -> None:
        from gtregister.desktop.letters.reply_dialog import ReplyDialog

        dialog = ReplyDialog(self.desk)
        dialog.finished.connect(self._catch_up)
        self._is_waiting = True
        dialog.open()

    def _catch_up(self) -> None:
        self._is_waiting = False
        self.refresh()

    def _enter_one(self) -> None:
        from gtregister.desktop.letters import reply_deeds

        for slip_id in self.listing.chosen()[:1]:
            reply_deeds.enter(self.desk, slip_id)

    def _remind(self) -> None:
        from gtregister.desktop.letters import reply_deeds

        self.preview(reply_deeds.reminders(self.desk, self.listing.chosen()))

    def offer_to_set_up(self, button: QPushButton) -> None:
        """Offer what is set once: templates, offers, what is on every letter."""
        from gtregister.desktop.letters import setting_up

        menu = QMenu(self)
        for words, act in setting_up.DEEDS:
            menu.addAction(translated(words), partial(act, self.desk))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
