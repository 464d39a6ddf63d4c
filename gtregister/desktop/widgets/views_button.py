"""The button that opens saved views, and what can be done with them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gtregister.desktop.widgets.arrangement import Arrangement
from gtregister.desktop.widgets.list_memory import ListMemory
from gtregister.desktop.widgets.menu_button import MenuButton
from gtregister.desktop.widgets.saved_view import SavedView
from gtregister.i18n import _


class ViewsButton(MenuButton):
    """Opens a menu of views: shipped ones, one's own, and how to arrange the list.

    `shipped` gives the views that come with the program, in the language spoken now.
    """

    asked_to_save = Signal()
    asked_to_rename = Signal(str)
    forgot = Signal(str, object)  # a view's name, and what brings it back
    asked_to_arrange = Signal()

    def __init__(
        self,
        memory: ListMemory,
        shipped: Callable[[], Sequence[SavedView]],
        parent: QWidget | None = None,
        more: Sequence[QAction] = (),
    ) -> None:
        super().__init__(_("&Saved views"), parent)
        self.setToolTip(_("Show a saved view, save this one, or arrange the columns"))
        self._memory = memory
        self._shipped = shipped
        self._more = list(more)
        self.clicked.connect(self._open)

    def menu_now(self) -> QMenu:
        """Make the menu as it stands now."""
        memory = self._memory
        menu = QMenu(self)
        every = menu.addAction(_("&Everyone, and the usual columns"))
        whole = SavedView("", arrangement=Arrangement())
        every.triggered.connect(partial(memory.show, whole))
        menu.addSeparator()
        self._add_views(menu, memory, self._shipped())
        if memory.views:
            menu.addSeparator()
            self._add_views(menu, memory, memory.views)
        menu.addSeparator()
        menu.addAction(_("&Save this view…"), self.asked_to_save.emit)
        if memory.views:
            rename, forget = menu.addMenu(_("&Rename")), menu.addMenu(_("&Forget"))
            for view in memory.views:
                name = view.name
                ask = partial(self.asked_to_rename.emit, name)
                rename.addAction(_plain(_("{name}…").format(name=name)), ask)
                forget.addAction(_plain(name), partial(self._forget, memory, name))
        menu.addSeparator()
        menu.addAction(_("&Columns and sorting…"), self.asked_to_arrange.emit)
        menu.addActions(self._more)
        return menu

    def _open(self) -> None:
        self.open(self.menu_now())

    def _add_views(
        self, menu: QMenu, memory: ListMemory, views: Sequence[SavedView]
    ) -> None:
        for view in views:
            menu.addAction(_plain(view.name), partial(memory.show, view))

    def _forget(self, memory: ListMemory, name: str) -> None:
        self.forgot.emit(name, memory.forget(name))


def _plain(name: str) -> str:
    return name.replace("&", "&&")
