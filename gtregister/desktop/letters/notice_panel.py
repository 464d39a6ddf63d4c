"""One letter, slip or wish beside its list: what it says, or why it cannot go out."""

from collections.abc import Sequence
from functools import partial
from html import escape

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gtregister.desktop import style
from gtregister.desktop.letters.notice_words import Told
from gtregister.desktop.widgets.pupil_text import PupilText
from gtregister.i18n import _


class NoticePanel(PupilText):
    """Shows what is told, with the buttons that are most often pressed."""

    def __init__(self, deeds: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(_("What is told"), deeds, parent)

    def show_told(self, told: Told | None) -> None:
        """Show what is told of a pupil; None shows nothing."""
        if told is None:
            self.show_nothing()
            return
        self.show_text(told.pupil_id, told.title, partial(_page, told))


def _page(told: Told) -> str:
    """Write it down; the names in it are text, whatever signs stand in them."""
    colours = style.colours()
    parts = [_line(escape(words)) for words in told.facts]
    if told.stop:
        words = f"⚠ {escape(told.stop)}"
        parts.append(_line(f"<b style='color: {colours.error}'>{words}</b>"))
        parts.append(_line(escape(told.mend)))
    if told.letter and not style.is_discreet():
        parts.append(f"<hr><div style='white-space: pre-wrap'>{escape(told.letter)}")
        parts.append("</div>")
    return "".join(parts)


def _line(html: str) -> str:
    return f"<p style='margin: 0 0 8px 0'>{html}</p>"
