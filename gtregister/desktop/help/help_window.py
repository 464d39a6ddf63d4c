"""The manual of the page one is on, and every key there is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
)

from gtregister import resources
from gtregister.desktop.actions import Actions
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import sizing
from gtregister.i18n import _, translated

_PAGES = resources.ROOT / "help" / "en"


class HelpWindow(QDialog):
    """Stays open beside the window while one works."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        page = desk.page()
        title = translated(page.title)
        self.setWindowTitle(_("Help: {page}").format(page=title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = QTextBrowser(self)
        text.setOpenExternalLinks(False)
        text.setAccessibleName(self.windowTitle())
        text.setMarkdown(f"{_words_on(page.icon, title)}\n\n{_keys(desk.actions)}")
        text.setTabChangesFocus(True)
        close = QPushButton(_("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 20, 20, 16)
        down.setSpacing(12)
        down.addWidget(text, 1)
        down.addLayout(foot)
        sizing.fit(self, 640, 620)


def show(desk: Desk) -> None:
    """Show the manual of the page that is shown."""
    HelpWindow(desk).show()


def _words_on(key: str, title: str) -> str:
    path = _PAGES / f"{key}.md"
    if path.is_file():
        return path.read_text(encoding="utf-8")
    said = _(
        "# {page}\n\nEvery change is saved at once, and Edit > Undo puts the last one "
        "back. Drop a spreadsheet anywhere on the window to see what importing it "
        "would do; nothing is changed before you agree.\n\nType in the find box to "
        "search: accents, capitals and apostrophes do not matter. Press a heading to "
        "sort by it. View > Columns shows more columns."
    )
    return said.format(page=title)


def _keys(actions: Actions) -> str:
    """List every key, from the actions themselves."""
    native = QKeySequence.SequenceFormat.NativeText
    rows = [
        f"| {action.data().replace('&', '').rstrip('…')} | {keys} |"
        for action in actions.every
        if (keys := action.shortcut().toString(native))
    ]
    pages = _("| Pages, from the top | Ctrl+1 to Ctrl+9 |")
    head = _("## Keys\n\n| What | Keys |\n| --- | --- |")
    return "\n".join([head, pages, *rows])
