"""Every import: what each column became, and undoing it at any time."""

from gtregister.core.importing import import_history
from gtregister.core.roll import pupils
from gtregister.desktop.history import undoing
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.list_dialog import ListDialog
from gtregister.desktop.widgets.table_model import TableModel
from gtregister.desktop.widgets.table_view import TableView
from gtregister.i18n import _, translated
from gtregister.table import Table


class ImportHistoryWindow(ListDialog):
    """Lists the imports; below them the columns of the one that one is at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("Import history"),
            _(
                "Undoing an import takes back all that it brought in. What was edited "
                "since stays, and is listed."
            ),
            pupils.folded,
            _("Nothing has been imported yet."),
            desk.window,
        )
        self._desk = desk
        self._table = Table("", (), ())
        self._columns = TableModel(pupils.folded)
        self.columns = TableView(self._columns, _("What each column became"), self)
        self.body.insertWidget(3, line(_("What each column became"), "heading"))
        self.body.insertWidget(4, self.columns, 1)
        if desk.register.can_write:
            self.undo = self.add_button(_("&Undo this import"), self._undo)
        self.list.view.selectionModel().currentRowChanged.connect(self._show_columns)
        desk.tasks.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the imports again."""
        self._table = import_history.table(self._desk.register)
        self.show_table(self._table)
        self._show_columns()

    def _show_columns(self) -> None:
        key = self.list.view.current_key()
        if key is not None:
            self._columns.set_table(import_history.columns(self._desk.register, key))

    def is_allowed(self, key: int) -> bool:
        """Let only be undone what still stands."""
        row = self._table.rows[self._table.keys.index(key)]
        state = row[self._table.position("state")]
        return state == translated(import_history.STANDS)

    def _undo(self, change_id: int) -> None:
        undoing.undo_change(self._desk, change_id)


def show(desk: Desk) -> None:
    """Open the import history beside the window."""
    ImportHistoryWindow(desk).show()
