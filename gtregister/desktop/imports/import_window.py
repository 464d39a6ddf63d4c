"""The window of an import: five pages about one file, then what came of it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from gtregister.core.importing import import_list
from gtregister.core.importing.imports import Applied
from gtregister.desktop.imports import recent
from gtregister.desktop.imports.check_page import CheckPage
from gtregister.desktop.imports.columns_page import ColumnsPage
from gtregister.desktop.imports.conversation import Conversation
from gtregister.desktop.imports.file_page import FilePage
from gtregister.desktop.imports.foot import Foot
from gtregister.desktop.imports.import_page import ImportPage
from gtregister.desktop.imports.page_stack import PageStack
from gtregister.desktop.imports.pupils_page import PupilsPage
from gtregister.desktop.imports.result_page import ResultPage
from gtregister.desktop.imports.step_list import StepList
from gtregister.desktop.imports.suffixes import can_read
from gtregister.desktop.imports.summary_page import SummaryPage
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.drop_overlay import DropOverlay
from gtregister.desktop.widgets.notice_bar import NoticeBar
from gtregister.i18n import _, translated

_PAGES = (FilePage, ColumnsPage, PupilsPage, CheckPage, SummaryPage)
_COLUMNS = _PAGES.index(ColumnsPage)


class ImportWindow(QDialog):
    """Leads through the pages; nothing is written before Import is pressed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setWindowTitle(_("Import pupils and results"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.conversation = Conversation(desk, self)
        self.conversation.began.connect(self._describe)
        self.conversation.planned.connect(self._show_read)
        self.conversation.refused.connect(self._say_refused)
        self.conversation.done.connect(self._show_result)
        self.pages: list[ImportPage] = [kind(self.conversation) for kind in _PAGES]
        self.place = 0
        self._furthest = 0
        self._assemble()
        self._watch_tasks()
        QShortcut(QKeySequence.StandardKey.HelpContents, self, self._show_help)
        sizing.fit(self, 1000, 700)
        self.go_to(0)

    @property
    def page(self) -> ImportPage:
        """Give the page that is shown."""
        return self.pages[self.place]

    def _assemble(self) -> None:
        self.steps = StepList([translated(page.title) for page in self.pages], self)
        self.steps.chosen.connect(self.go_to)
        self.notice = NoticeBar(self)
        self.outcome = ResultPage(self)
        self.outcome.candidates_asked.connect(self._find_candidates)
        self.outcome.list_asked.connect(self._print_list)
        self.outcome.undo_asked.connect(self._undo)
        self._stack = PageStack(self)
        for part in (*self.pages, self.outcome):
            self._stack.add(part)
        self.foot = Foot(self)
        self.cancel, self.back = self.foot.cancel, self.foot.back
        self.next = self.foot.next
        self.cancel.clicked.connect(self.reject)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 12, 20, 12)
        down.setSpacing(10)
        down.addWidget(self.steps)
        down.addWidget(self.notice)
        down.addWidget(self._stack, 1)
        down.addWidget(self.foot)
        # Enter goes on, wherever one is; Space presses the button that has the focus.
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.next.setDefault(True)
        self._overlay = DropOverlay(self, _dropping)
        self._overlay.dropped.connect(self.open_file)

    def _show_help(self) -> None:
        from gtregister.desktop.help import help_window

        help_window.show(self.desk, "import", over=self)

    def _watch_tasks(self) -> None:
        tasks, progress = self.desk.tasks, self.foot.progress
        tasks.began.connect(progress.begin)
        tasks.stepped.connect(progress.show_step)
        tasks.ended.connect(progress.end)

    def open_file(self, path: Path) -> None:
        """Take a file; what was said about another one is let go."""
        self.notice.hide()
        self._furthest = 0
        self.go_to(0)
        self.conversation.open(path)

    def go_to(self, place: int) -> None:
        """Show a page that one may go to."""
        self.place = place
        self._furthest = max(self._furthest, place)
        self._stack.setCurrentIndex(place)
        self.page.show_read()
        self.page.begin()
        self._describe()

    def _go_on(self) -> None:
        """Go to the next page on which there is something to decide, or import."""
        plan, is_last = self.conversation.plan, self.place == len(self.pages) - 1
        if plan is not None and plan.questions and self.place >= _COLUMNS:
            self.go_to(_COLUMNS)
            said = _("Answer first what the file does not say; it may be “Not known”.")
            self.notice.say(said, "warning")
            return
        if is_last:
            self.conversation.apply()
            return
        for place in range(self.place + 1, len(self.pages)):
            if self.pages[place].is_needed() or place == len(self.pages) - 1:
                self.go_to(place)
                break
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        """Go back to the page before this on which there was something to decide."""
        for place in range(self.place - 1, -1, -1):
            if self.pages[place].is_needed() or place == 0:
                self.go_to(place)
                return

    def _show_read(self) -> None:
        read = self.conversation.read
        if read is not None and read.refusal:
            self.notice.say(read.refusal, "error")
        else:
            self.notice.hide()
        self.page.show_read()
        self._describe()

    def _say_refused(self, text: str) -> None:
        self.notice.say(text, "error")
        self._describe()

    def _describe(self) -> None:
        """Say where one is and what can be pressed."""
        self.steps.show_step(self.place, self._reach())
        plan, is_busy = self.conversation.plan, self.conversation.is_busy
        if self.place == len(self.pages) - 1:
            self.foot.show_last(plan, is_busy=is_busy)
            return
        is_first = self.place == 0
        # One may choose columns although the file cannot be read as it is.
        is_read = is_first and self.conversation.read is not None
        is_ready = plan is not None or is_read
        self.foot.show_page(is_first=is_first, is_ready=is_ready and not is_busy)

    def _reach(self) -> int:
        """Say up to which step one may go: where one was, if the file can be read."""
        return self._furthest if self.conversation.plan else min(self._furthest, 1)

    def _show_result(self, applied: Applied) -> None:
        plan = self.conversation.plan
        if plan is None:
            return
        recent.remember(plan.source)
        self._applied = applied
        self.outcome.show_applied(plan.source.name, applied, len(plan.choices.left))
        self._stack.setCurrentIndex(len(self.pages))
        for part in (self.steps, self.notice):
            part.hide()
        self.foot.show_result()
        self.outcome.candidates.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find_candidates(self) -> None:
        self.accept()
        self.desk.go_to("candidates")
        if (listing := self.desk.page().listing) is not None:
            listing.view.setFocus()

    def _print_list(self) -> None:
        self.accept()
        pupils = import_list.table(self.desk.register, self._applied.change_id or 0)
        self.desk.print_list(pupils, (self.outcome.said.text(),))

    def _undo(self) -> None:
        self.accept()
        if self._applied.change_id is not None:
            self.desk.put_back(self._applied.change_id)

    def reject(self) -> None:
        """Close; while an import runs, stop that first, which puts it all back."""
        if self.conversation.is_importing:
            self.conversation.stop()
            return
        super().reject()

    def done(self, how: int) -> None:
        self.conversation.leave()
        super().done(how)


def _dropping(path: Path) -> str | None:
    if not can_read(path):
        return None
    return _("Drop to import {name}").format(name=path.name)
