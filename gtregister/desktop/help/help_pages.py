"""The pages of the manual: found by place, searched by words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QAction, QKeySequence

from gtregister import resources
from gtregister.i18n import _

FOLDER = resources.ROOT / "help" / "en"
START = "start"
_HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Found:
    """A page of the manual in which what is sought occurs, and the line it is in."""

    key: str
    title: str
    line: str


def text_of(key: str) -> str:
    """Read a page of the manual; the first page stands in for one that is missing."""
    return _read().get(key) or _read()[START]


def title_of(key: str) -> str:
    """Read the title of a page of the manual."""
    heading = _HEADING.search(text_of(key))
    return heading[1] if heading else key


def every() -> list[str]:
    """Name every page of the manual, the first page first, then by their titles."""
    return sorted(_read(), key=lambda key: (key != START, title_of(key)))


def search(sought: str) -> Iterator[Found]:
    """Find the pages in which every word occurs, those first whose title has them."""
    words = sought.casefold().split()
    if not words:
        return
    hits = [
        key for key in every() if all(word in text_of(key).casefold() for word in words)
    ]
    in_title = {key for key in hits if words[0] in title_of(key).casefold()}
    for key in sorted(hits, key=lambda key: key not in in_title):
        yield Found(key, title_of(key), _line(text_of(key), words[0]))


def _line(text: str, word: str) -> str:
    lines = (line.strip("#*-| ") for line in text.splitlines())
    return next((line for line in lines if word in line.casefold()), "")


@cache
def _read() -> dict[str, str]:
    paths = sorted(FOLDER.glob("*.md"))
    return {path.stem: path.read_text(encoding="utf-8") for path in paths}


def shortcuts(actions: Sequence[QAction]) -> str:
    """Write the page of every key, from the actions themselves."""
    native = QKeySequence.SequenceFormat.NativeText
    rows = [
        f"| {str(action.data()).replace('&', '').rstrip('…')} | {keys} |"
        for action in actions
        if (keys := action.shortcut().toString(native))
    ]
    head = _("# Keyboard shortcuts\n\n| What | Keys |\n| --- | --- |")
    own = [
        _("| Pages, from the top | Ctrl+1 to Ctrl+9 |"),
        _("| Open a row | Enter |"),
        _("| Open a row in a window of its own | Ctrl+Enter |"),
        _("| Tick a row | Space |"),
        _("| New: a pupil, a referral or an activity, by page | Ctrl+N |"),
        _("| Type over a cell of the register | F2 |"),
        _("| Candidates: add, not now, no, compare | A, N, X, C |"),
        _("| Close a panel, clear what is sought | Esc |"),
        _("| Menus | Alt and the letter that is underlined |"),
    ]
    return "\n".join([head, *own, *rows])
