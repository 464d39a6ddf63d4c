"""The foot of the import: what runs, and the buttons that lead from page to page."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gtregister.core.importing.imports import Plan
from gtregister.desktop.widgets.progress import Progress
from gtregister.i18n import _, ngettext


class Foot(QWidget):
    """Shows what is running, and Cancel, Back and Next; its Cancel is the only one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress = Progress(self, has_cancel=False)
        self.cancel = QPushButton(_("Cancel"), self)
        self.back = QPushButton(_("&Back"), self)
        self.next = QPushButton(_("&Next"), self)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.progress, 1)
        across.addStretch()
        for button in (self.cancel, self.back, self.next):
            across.addWidget(button)

    def show_page(self, *, is_first: bool, is_ready: bool) -> None:
        """Show the buttons of a page that leads on to another."""
        self.back.setEnabled(not is_first and is_ready)
        self.next.setText(_("&Next"))
        self.next.setEnabled(is_ready)

    def show_last(self, plan: Plan | None, *, is_busy: bool) -> None:
        """Show the buttons of the last page: Next becomes Import."""
        about = _pupils(plan) if plan else 0
        words = ngettext("&Import {n} pupil", "&Import {n} pupils", about)
        self.back.setEnabled(not is_busy)
        self.next.setText(words if about else _("&Import"))
        is_something = plan is not None and not plan.changes_nothing
        self.next.setEnabled(is_something and not is_busy)

    def show_result(self) -> None:
        """Leave only the way out."""
        self.back.hide()
        self.next.hide()
        self.cancel.setText(_("&Close"))


def _pupils(plan: Plan) -> int:
    """Count the pupils whom an import adds, changes or gives results."""
    touched = (k for k in plan.known if k.changes or k.results or k.amended)
    return len(plan.new) + sum(1 for _known in touched)
