"""The parts of the Letters page: what to print, who was not told, what came back."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gtregister.core.telling import letter_lists
from gtregister.core.telling.letter_lists import Lists
from gtregister.core.telling.owed import Owed
from gtregister.desktop.letters import lists_words, notice_words, part_lists
from gtregister.desktop.letters.kind_lines import KindLines
from gtregister.desktop.letters.letters_deeds import LettersDeeds
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
        self.does = LettersDeeds(desk, self, self)
        self.does.opened_replies.connect(self._wait)
        self.does.closed_replies.connect(self._catch_up)
        self._only = NoticeBar(self, can_go=False)
        titles = {key: translated(k.title) for key, k in part_lists.KINDS.items()}
        self.parts = ChoiceBar(_("Lists of letters"), titles)
        self.parts.chosen.connect(self._turn)
        self.kinds = KindLines(self)
        self.kinds.asked_for.connect(self.does.preview)
        self._stack = QStackedWidget(self)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        for part in (self._only, self.parts, self.kinds):
            down.addWidget(part)
        down.addWidget(self._stack, 1)
        self._stack.addWidget(self._list("ready"))

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
            self._deeds[part] = self.does.of(part)
            make_panel = partial(self._make_panel, part)
            listing = part_lists.make(part, self._deeds[part], make_panel, self)
            listing.current_changed.connect(partial(self._show_current, part))
            listing.counted.connect(self.turned)
            self._made[part] = listing
        return self._made[part]

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
            words = lists_words.only(self.register, pupil_ids)
            self._only.say(words, "note", self._of_some(sorted(pupil_ids)))
        self.refresh()

    def _of_some(self, pupil_ids: Sequence[int]) -> list[QAction]:
        """Offer what is written for chosen pupils alone, and to see everybody again."""
        everybody = partial(self._show_only, None)
        return [
            *self.does.of_pupils(pupil_ids),
            self.does.action(_("Show every&body"), everybody),
        ]

    def in_words(self) -> str:
        """Say how things stand in one line."""
        if self._lists is None:
            return ""
        is_whole = self._pupil_ids is None
        return lists_words.of(self._lists, self.register.today, is_whole=is_whole)

    def chosen(self) -> list[int]:
        """Give the keys of the rows that are chosen in the list that is shown."""
        return self.listing.chosen()

    def pupil_at(self, key: int) -> int | None:
        """Say whom a row of the list that is shown is about."""
        told = self._told(self.parts.key, key)
        return told.pupil_id if told is not None else None

    def _wait(self) -> None:
        self._is_waiting = True

    def _catch_up(self) -> None:
        self._is_waiting = False
        self.refresh()
