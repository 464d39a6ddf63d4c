"""What can be done to the entries that are chosen in the register, as actions.

Each loads what it needs when it is first used, so that the page is there sooner.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from gtregister.core.identifying import entries
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.table_list import TableList
from gtregister.i18n import _


class RegisterActions:
    """Acts on whatever is chosen in the list of the register when one is triggered.

    `deeds` are offered by the bar, the context menu and the Pupil menu; F2 edits the
    cell that one is at.
    """

    def __init__(self, desk: Desk, listing: TableList) -> None:
        self._desk = desk
        self._list = listing
        self.deeds = [
            self._deed(_("&Open in a window"), "Ctrl+Return", self._open),
            self._deed(_("&Add to activity…"), "Ctrl+M", self._invite, writes=True),
            self._deed(_("&Letter…"), "Ctrl+L", self._write),
            self._deed(_("Change &status…"), "", self._change_status, writes=True),
            self._deed(_("&Copy"), "", listing.view.copy),
            self._deed(_("&Remove…"), "Del", self._remove, writes=True),
        ]
        self._deed(_("Edit this cell"), "F2", self._edit, writes=True)

    def _deed(
        self, words: str, keys: str, do: Callable[[], None], *, writes: bool = False
    ) -> QAction:
        deed = QAction(words, self._list)
        deed.setShortcut(QKeySequence(keys))
        # Del in a field takes a letter away, not a pupil.
        deed.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        deed.setEnabled(self._desk.register.can_write or not writes)
        deed.triggered.connect(do)
        self._list.view.addAction(deed)
        return deed

    def _open(self) -> None:
        entry_id = self._list.view.current_key()
        if entry_id is None:
            return
        pupil_id = entries.pupil_of(self._desk.register, entry_id)
        if pupil_id is not None:
            self._desk.show_pupil(pupil_id)

    def _edit(self) -> None:
        from gtregister.desktop.pupils import register_editing

        register_editing.begin(self._desk, self._list.view)

    def _change_status(self) -> None:
        from gtregister.desktop.pupils import register_deeds

        register_deeds.change_status(self._desk, self._list.chosen())

    def _remove(self) -> None:
        from gtregister.desktop.pupils import register_deeds

        register_deeds.remove(self._desk, self._list.chosen())

    def _invite(self) -> None:
        from gtregister.desktop.pupils import register_deeds

        register_deeds.invite(self._desk, self._list.chosen())

    def _write(self) -> None:
        from gtregister.desktop.pupils import register_deeds

        register_deeds.write(self._desk, self._list.chosen())
