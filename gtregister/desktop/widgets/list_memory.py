"""What a person's computer keeps of a list: its columns, and views of the person's own.

It is kept for each person and not in the register: a view is a way to look, not a fact
about the school. So it needs no right to write, leaves no line in the history, cannot
be undone by accident, and tells a colleague nothing about whom somebody looks for.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from gtregister import settings
from gtregister.desktop.widgets.arrangement import Arrangement
from gtregister.desktop.widgets.saved_view import SavedView
from gtregister.desktop.widgets.table_list import TableList
from gtregister.errors import UserError
from gtregister.i18n import _

_PAUSE = 400  # milliseconds, so that dragging an edge does not write without end


class ListMemory(QObject):
    """Remembers a list under a name; the list is as it was once this is made."""

    def __init__(self, listing: TableList, name: str) -> None:
        super().__init__(listing)
        self._listing = listing
        self._name = name
        self._layout = listing.view.layout_of_columns
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.keep)
        found = settings.kept(name)
        stored = found.get("views")
        read = map(SavedView.read, stored if isinstance(stored, list) else ())
        self._views = [view for view in read if view is not None]
        self._layout.arrange(Arrangement.read(found.get("arrangement")))
        self._layout.arranged.connect(self._soon.start)
        listing.destroyed.connect(self._soon.stop)

    @property
    def views(self) -> Sequence[SavedView]:
        """Give the person's own views, in the order of their names."""
        return sorted(self._views, key=lambda view: view.name.casefold())

    def view_now(self, name: str) -> SavedView:
        """Give the list as it stands now a name."""
        sought = self._listing.filters.find_box.text().strip()
        arranged = self._layout.arrangement
        return SavedView(name, self._listing.wanted(), sought, arranged)

    def show(self, view: SavedView) -> None:
        """Show the list as a view has it."""
        if view.arrangement is not None:
            self._layout.arrange(view.arrangement)
        self._listing.narrow(view.wanted)
        self._listing.filters.find_box.setText(view.sought)
        self._listing.choices.show_only(view.those, view.name)

    def save(self, name: str) -> None:
        """Save the list as it stands now as a view; one of that name is replaced."""
        name = _checked(name)
        self._views = [v for v in self._views if v.name != name]
        self._views.append(self.view_now(name))
        self.keep()

    def rename(self, old: str, new: str) -> None:
        """Give a view another name, which no other view has."""
        new = _checked(new)
        if new != old and any(view.name == new for view in self._views):
            said = _("There is a view “{name}” already. Choose another name.")
            raise UserError(said.format(name=new), "name")
        self._views = [
            SavedView(new, v.wanted, v.sought, v.arrangement) if v.name == old else v
            for v in self._views
        ]
        self.keep()

    def forget(self, name: str) -> Callable[[], None]:
        """Forget a view; what is given brings it back."""
        before = list(self._views)
        self._views = [view for view in self._views if view.name != name]
        self.keep()

        def bring_back() -> None:
            self._views = before
            self.keep()

        return bring_back

    def keep(self) -> None:
        """Write down now what is to be remembered."""
        self._soon.stop()
        views = [view.stored() for view in self._views]
        arranged = self._layout.arrangement.stored()
        settings.keep(self._name, {"arrangement": arranged, "views": views})


def _checked(name: str) -> str:
    if not name.strip():
        raise UserError(_("Enter a name for the view."), "name")
    return " ".join(name.split())
