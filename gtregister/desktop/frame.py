"""What stands in a window of a register: the rail, the notices, and the page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from gtregister.desktop.page_stack import PageStack
from gtregister.desktop.place import places
from gtregister.desktop.widgets.notice_bar import NoticeBar
from gtregister.desktop.widgets.rail import Rail
from gtregister.i18n import _, translated


class Frame(QWidget):
    """The rail on the left; on the right what is to be known, over the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rail = Rail(_("Pages"), self)
        self.stack = PageStack()
        for key, place in places().items():
            title = translated(place.title)
            self.rail.add(key, place.icon, title, at_foot=place.at_foot)
        self.locked = NoticeBar(self, can_go=False, icon="locked")
        self.notices = NoticeBar(self)
        right = QVBoxLayout()
        right.setSpacing(0)
        for part in (self.locked, self.notices):
            right.addWidget(part)
        right.addWidget(self.stack, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(right, 1)

    def parts(self) -> list[QWidget]:
        """Name the parts that F6 goes through: the rail, and those of the page."""
        return [self.rail.chosen_button(), *self.stack.page.parts()]

    def go_on(self, steps: int) -> None:
        """Move the focus so many parts on, or back, and round."""
        parts = self.parts()
        here = _place_of(QApplication.focusWidget(), parts)
        if here is None:
            here = -1 if steps > 0 else 0
        following = parts[(here + steps) % len(parts)]
        following.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _place_of(focus: QWidget | None, parts: Sequence[QWidget]) -> int | None:
    """Say in which part the focus is."""
    if focus is None:
        return None
    inside = (
        at for at, part in enumerate(parts) if part is focus or part.isAncestorOf(focus)
    )
    return next(inside, None)
