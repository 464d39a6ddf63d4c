"""What can be done to the rows that are chosen: a bar, a menu, and when it can be."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout

from gtregister.desktop.widgets.table_view import TableView

if TYPE_CHECKING:
    from gtregister.desktop.widgets.selection_bar import SelectionBar


class Deeds(QObject):
    """Offers actions on the rows that are chosen in a view.

    They are enabled only while rows are chosen. An action that is disabled when it is
    handed over, such as one that would write to a register that is only read, stays so.
    """

    def __init__(
        self, actions: Sequence[QAction], view: TableView, room: QVBoxLayout
    ) -> None:
        super().__init__(view)
        self._actions = list(actions)
        self._able = [action for action in actions if action.isEnabled()]
        self._view = view
        self._room = room
        self._bar: SelectionBar | None = None
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        self.follow()

    @property
    def bar(self) -> "SelectionBar | None":
        """Give the bar, once there was a row to do something to."""
        return self._bar

    def follow(self) -> None:
        """Offer what can be done to the rows that are chosen now."""
        chosen = len(self._view.chosen())
        for action in self._able:
            action.setEnabled(chosen > 0)
        if self._bar is None and chosen:
            self._bar = self._build_bar()
        if self._bar is not None:
            ticked = len(self._view.table_model.ticked())
            hidden = ticked - len(self._view.table_model.ticked_rows())
            self._bar.show_count(chosen, hidden, ticked=ticked > 0)

    def _build_bar(self) -> "SelectionBar":
        from gtregister.desktop.widgets.selection_bar import SelectionBar

        bar = SelectionBar(self._actions, self._view.window())
        bar.cleared.connect(self._view.untick)
        self._room.addWidget(bar)
        return bar

    def _show_menu(self, at: QPoint) -> None:
        """Offer the deeds where one pressed; on a row without a tick, for that row."""
        row = self._view.indexAt(at).row()
        if row < 0:
            return
        model = self._view.table_model
        if model.ticked() and not model.is_ticked(row):
            self._view.choose_only(row)
        menu = QMenu(self._view)
        menu.setToolTipsVisible(True)
        menu.addActions(self._actions)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._view.viewport().mapToGlobal(at))
