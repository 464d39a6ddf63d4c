"""Tables of the import's pages: how they look, and what their statuses are called."""

from PySide6.QtWidgets import QAbstractItemView, QWidget

from gtregister.core.roll import pupils
from gtregister.desktop import style
from gtregister.desktop.widgets.table_model import Mark, TableModel
from gtregister.desktop.widgets.table_view import TableView
from gtregister.i18n import N_, translated

SURE = {"sure": N_("Sure"), "check": N_("Check this"), "unused": N_("Not used")}
LEVELS = {
    "problem": N_("Problem"),
    "look": N_("Look"),
    "note": N_("Note"),
    "fixed": N_("Fixed"),
    "skipped": N_("Left out"),
}
ANSWERS = {
    "none": N_("Not answered"),
    "same": N_("Same pupil"),
    "new": N_("New pupil"),
    "skip": N_("Left out"),
}
_MARKS = {
    SURE["sure"]: Mark("●", "success"),
    SURE["check"]: Mark("◐", "warning"),
    SURE["unused"]: Mark("○", "quiet"),
    LEVELS["problem"]: Mark("▲", "error"),
    LEVELS["look"]: Mark("◐", "warning"),
    LEVELS["note"]: Mark("○", "quiet"),
    LEVELS["fixed"]: Mark("●", "success"),
    LEVELS["skipped"]: Mark("–", "quiet"),
    ANSWERS["none"]: Mark("?", "warning"),
    ANSWERS["same"]: Mark("=", "success"),
    ANSWERS["new"]: Mark("+", "note"),
}
_LEAST = 120  # pixels of height at a text size of 100 %: headings and two rows


def view(name: str, parent: QWidget) -> TableView:
    """Make a table in which one row is chosen at a time."""
    marks = {translated(words): mark for words, mark in _MARKS.items()}
    made = TableView(TableModel(pupils.folded, marks, parent), name, parent)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setMinimumHeight(style.scaled(_LEAST))
    return made


def go_to(table: TableView, key: int | None) -> None:
    """Make the row of a key the current one; the first if it is not shown."""
    row = None if key is None else table.table_model.row_of(key)
    if table.table_model.rowCount():
        table.selectRow(row or 0)
