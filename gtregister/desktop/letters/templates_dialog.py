"""The letters' templates: read them, edit them, and see each as it will look."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
)

from gtregister.core.telling import letter_pages, templates
from gtregister.core.telling.templates import Source
from gtregister.desktop import style
from gtregister.desktop.letters.template_editor import TemplateEditor
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.pdf_preview import PdfPreview
from gtregister.desktop.widgets.row_list import RowList
from gtregister.i18n import _

_REST = 500  # milliseconds after the last key before the page is made again
_SHARES = (330, 470, 400)  # pixels of the list, the text and the page
_ROLE = Qt.ItemDataRole.UserRole


class TemplatesDialog(QDialog):
    """The list on the left, the text in the middle, the page on the right.

    A text that can be used is kept when one goes on to another letter or closes; what
    was typed and cannot be used stays in the window, and says why.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self.setWindowTitle(_("Templates of letters"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self.register = desk.register
        self._source: Source | None = None
        self._has_warned = False
        self.list = RowList(_("Templates"), self)
        self.list.setWordWrap(True)
        self.editor = TemplateEditor(can_write=self.register.can_write)
        self.editor.edited.connect(self._wait)
        self.preview = PdfPreview(b"", _("The letter as it will look"), self)
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self._draw)
        across = QSplitter(Qt.Orientation.Horizontal, self)
        across.setChildrenCollapsible(False)
        for part in (self.list, self.editor, self.preview):
            across.addWidget(part)
        across.setSizes([style.scaled(wide) for wide in _SHARES])
        hint = _("Edit any letter. Your copy belongs to this register alone.")
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 16, 20, 16)
        down.setSpacing(8)
        down.addWidget(line(_("Templates of letters"), "subtitle"))
        down.addWidget(line(hint, quiet=True, folds=True))
        down.addWidget(across, 1)
        down.addLayout(self._foot())
        sizing.fit(self, 1240, 760)
        self._fill()
        self.list.currentRowChanged.connect(self._turn)
        self.list.setCurrentRow(0)

    def _foot(self) -> QHBoxLayout:
        self.save_button = QPushButton(_("&Keep this text"), self)
        self.save_button.clicked.connect(self.keep)
        self.back_button = QPushButton(_("&Back to the shipped text"), self)
        self.back_button.clicked.connect(self._restore)
        close = QPushButton(_("Close"), self)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        for button in (self.save_button, self.back_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(close)
        return foot

    def _fill(self) -> None:
        for row in templates.in_order(self.register):
            item = QListWidgetItem(self.list)
            item.setData(_ROLE, (row.key, row.language))
            self._name(item, row.is_own)

    def _name(self, item: QListWidgetItem, is_own: bool) -> None:
        key, language = item.data(_ROLE)
        named = templates.name(key, language)
        own = _("{letter} ✎ edited here").format(letter=named)
        item.setText(own if is_own else named)

    def _turn(self, row: int) -> None:
        """Show another template; what was typed is kept first."""
        if self._source is not None and not self.keep():
            with QSignalBlocker(self.list):
                self.list.setCurrentRow(self._row_of(self._source))
            return
        key, language = self.list.item(row).data(_ROLE)
        self._show(templates.of(self.register, key, language))

    def _row_of(self, source: Source) -> int:
        keys = [self.list.item(row).data(_ROLE) for row in range(self.list.count())]
        return keys.index((source.key, source.language))

    def _show(self, source: Source) -> None:
        self._source = source
        self._has_warned = False
        self.editor.show_text(source.key, source.language, source.text)
        self._enable()
        self._draw()

    def _wait(self) -> None:
        self._has_warned = False
        self._enable()
        self._soon.start()

    def _enable(self) -> None:
        can = self.register.can_write and self._source is not None
        changed = self.editor.is_changed()
        self.save_button.setEnabled(can and changed and not self.editor.problems())
        self.back_button.setEnabled(
            can and self._source is not None and (self._source.is_own or changed)
        )

    def _draw(self) -> None:
        """Make the page of what is typed, if it can be used."""
        source = self._source
        if source is None or self.editor.problems():
            return
        text = self.editor.text()
        self.desk.tasks.run(
            partial(
                letter_pages.of_template,
                key=source.key,
                language=source.language,
                source=text,
            ),
            then=partial(self._show_page, text),
        )

    def _show_page(self, text: str, pdf: bytes) -> None:
        if text == self.editor.text():
            self.preview.show_pdf(pdf)

    def keep(self) -> bool:
        """Keep the text as the school's own; False if it cannot be used as it is."""
        source, text = self._source, self.editor.text()
        if source is None or not self.editor.is_changed():
            return True
        if self.editor.problems():
            self.editor.go_to_problems()
            return False
        templates.keep(self.register, source.key, source.language, text)
        self._read_again(_("Kept: {letter}."))
        return True

    def _restore(self) -> None:
        source = self._source
        if source is None:
            return
        if source.is_own:
            templates.restore(self.register, source.key, source.language)
            self._read_again(_("Back to the shipped text: {letter}."))
        else:
            self._show(source)

    def _read_again(self, said: str) -> None:
        source = self._source
        if source is None:
            return
        key, language = source.key, source.language
        named = templates.name(key, language)
        words = said.format(letter=named)
        self.desk.notices.say(words, "success", [self.desk.actions.undo])
        found = templates.of(self.register, key, language)
        self._name(self.list.item(self._row_of(source)), found.is_own)
        self._show(found)
        self.editor.say(words)

    def reject(self) -> None:
        if self._may_go():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_go():
            super().closeEvent(event)
        else:
            event.ignore()

    def _may_go(self) -> bool:
        """Keep what was typed; what cannot be used is dropped at the second press."""
        if self._has_warned or self.keep():
            return True
        self._has_warned = True
        said = _("This text is not kept: put it right, or close again to drop it.")
        self.editor.say(said, "error")
        return False
