"""The manual: the page of the place one is at, every other one, and every key."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gtregister.desktop import style
from gtregister.desktop.actions import Actions
from gtregister.desktop.help import help_pages, spacing
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.filter_bar import FindBox
from gtregister.desktop.widgets.row_list import RowList
from gtregister.i18n import _

KEYS = "keys"


class HelpWindow(QDialog):
    """Stays open beside the window while one works."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setWindowTitle(_("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.find_box = FindBox(_("Search the help"), self)
        self.find_box.textChanged.connect(self._list)
        self.topics = RowList(_("Pages of the help"), self)
        self.topics.setWordWrap(True)
        self.topics.currentItemChanged.connect(self._show_chosen)
        self.find_box.left.connect(self.topics.setFocus)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(_("Help"))
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(True)
        self.text.anchorClicked.connect(self._follow)
        close = QPushButton(_("Close"), self)
        close.clicked.connect(self.accept)
        self._lay_out(close)
        self._list("")
        sizing.fit(self, 820, 620)

    def _lay_out(self, close: QPushButton) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.find_box)
        left.addWidget(self.topics, 1)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addLayout(left, 2)
        across.addWidget(self.text, 5)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 20, 20, 16)
        down.setSpacing(12)
        down.addLayout(across, 1)
        down.addLayout(foot)

    def show_page(self, key: str) -> None:
        """Show a page of the manual; the first one if it has none of this key."""
        known = key if key == KEYS or key in help_pages.every() else help_pages.START
        for row in range(self.topics.count()):
            if self.topics.item(row).data(Qt.ItemDataRole.UserRole) == known:
                self.topics.setCurrentRow(row)

    def search(self) -> None:
        """Put the focus where one types what to look for."""
        self.find_box.setFocus()
        self.find_box.selectAll()

    def _list(self, sought: str) -> None:
        """List every page, or those in which what is sought occurs."""
        self.topics.clear()
        if sought.strip():
            for found in help_pages.search(sought):
                self._add(found.key, found.title, found.line)
        else:
            for key in help_pages.every():
                self._add(key, help_pages.title_of(key))
            self._add(KEYS, _("Keyboard shortcuts"))

    def _add(self, key: str, title: str, tip: str = "") -> None:
        item = QListWidgetItem(title, self.topics)
        item.setData(Qt.ItemDataRole.UserRole, key)
        item.setToolTip(tip)

    def _show_chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        key = item.data(Qt.ItemDataRole.UserRole)
        self.text.setAccessibleName(item.text())
        self.text.document().setDefaultFont(self.font())
        self.text.setMarkdown(self._words(key))
        self.text.document().setDocumentMargin(style.scaled(12))
        spacing.give_room(self.text.document())

    def _words(self, key: str) -> str:
        if key == KEYS:
            return help_pages.shortcuts(self._actions.every)
        return help_pages.text_of(key)

    def _follow(self, link: QUrl) -> None:
        """Go to another page of the manual; nothing outside it is opened."""
        name = link.path()
        if name.endswith(".md"):
            self.find_box.clear()
            self.show_page(name.removesuffix(".md"))


def show(desk: Desk, key: str, over: QWidget | None = None) -> HelpWindow:
    """Show a page of the manual beside the window, or beside the dialog it is over."""
    window = HelpWindow(desk.actions, over or desk.window)
    window.show_page(key)
    window.show()
    return window
