"""The menus of the windows, in the order that Windows programs keep."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from gtregister import settings
from gtregister.desktop import looks
from gtregister.desktop.actions import Actions
from gtregister.desktop.widgets.table_list import TableList
from gtregister.i18n import _, translated


def add_file(
    bar: QMenuBar, actions: Actions, open_path: Callable[[Path], None]
) -> None:
    """Add the File menu of a window that shows a register."""
    menu = _menu(bar, _("&File"))
    menu.addActions([actions.new, actions.open])
    _add_recent(menu, open_path)
    menu.addSeparator()
    menu.addActions([actions.bring_in, actions.export, actions.print])
    menu.addSeparator()
    menu.addActions([actions.close, actions.exit])


def add_short_file(
    bar: QMenuBar, actions: Actions, open_path: Callable[[Path], None]
) -> None:
    """Add the File menu of a window that shows no register yet."""
    menu = _menu(bar, _("&File"))
    menu.addActions([actions.new, actions.open])
    _add_recent(menu, open_path)
    menu.addSeparator()
    menu.addAction(actions.exit)


def add_edit(bar: QMenuBar, actions: Actions) -> None:
    """Add the Edit menu."""
    menu = _menu(bar, _("&Edit"))
    menu.addAction(actions.undo)
    menu.addSeparator()
    menu.addActions([actions.copy, actions.select_all])
    menu.addSeparator()
    menu.addAction(actions.find)


def add_view(
    bar: QMenuBar,
    actions: Actions,
    pages: Sequence[QAction],
    listing: Callable[[], TableList | None],
    choose_theme: Callable[[str], None],
) -> None:
    """Add the View menu: the pages, the columns of the list, and how things look."""
    menu = _menu(bar, _("&View"))
    menu.addActions(list(pages))
    menu.addSeparator()
    _add_columns(menu, listing)
    _add_sorting(menu, listing)
    menu.addSeparator()
    sizes = _menu(menu, _("&Text size"))
    sizes.addActions([actions.larger, actions.smaller, actions.normal])
    _add_themes(menu, choose_theme)
    menu.addSeparator()
    menu.addActions([actions.next_part, actions.refresh])


def add_help(bar: QMenuBar, actions: Actions) -> None:
    """Add the Help menu."""
    _menu(bar, _("&Help")).addActions([actions.help, actions.about])


def _menu(parent: QMenuBar | QMenu, words: str) -> QMenu:
    menu = parent.addMenu(words)
    menu.setToolTipsVisible(True)
    return menu


def _add_recent(menu: QMenu, open_path: Callable[[Path], None]) -> None:
    recent = _menu(menu, _("Open &recent"))

    def fill() -> None:
        recent.clear()
        for number, text in enumerate(settings.load().recent, 1):
            path = Path(text)
            words = _("&{number} {name}  ({folder})")
            folder = str(path.parent).replace("&", "&&")
            name = path.stem.replace("&", "&&")
            action = recent.addAction(
                words.format(number=number, name=name, folder=folder)
            )
            # Not asked whether it is still there: a lost drive would hold the menu up.
            action.triggered.connect(partial(open_path, path))
        if recent.isEmpty():
            recent.addAction(_("No register was opened here yet")).setEnabled(False)

    recent.aboutToShow.connect(fill)


def _add_themes(menu: QMenu, choose_theme: Callable[[str], None]) -> None:
    themes = _menu(menu, _("T&heme"))
    group = QActionGroup(themes)
    for theme, words in looks.THEMES:
        action = themes.addAction(translated(words))
        action.setCheckable(True)
        action.setData(theme)
        action.triggered.connect(partial(choose_theme, theme))
        group.addAction(action)

    def check() -> None:
        for action in group.actions():
            action.setChecked(action.data() == settings.load().theme)

    themes.aboutToShow.connect(check)


def _add_columns(menu: QMenu, listing: Callable[[], TableList | None]) -> None:
    columns = _menu(menu, _("&Columns"))

    def fill() -> None:
        columns.clear()
        if (listed := listing()) is None:
            return
        for column in listed.model.table.columns:
            action = columns.addAction(translated(column.title))
            action.setCheckable(True)
            action.setChecked(listed.view.is_column_shown(column.key))
            action.triggered.connect(partial(listed.view.toggle_column, column.key))

    columns.aboutToShow.connect(fill)


def _add_sorting(menu: QMenu, listing: Callable[[], TableList | None]) -> None:
    sorting = _menu(menu, _("&Sort by"))

    def fill() -> None:
        sorting.clear()
        if (listed := listing()) is None:
            return
        for place, column in enumerate(listed.model.table.columns):
            if not listed.view.isColumnHidden(place):
                action = sorting.addAction(translated(column.title))
                action.triggered.connect(partial(listed.view.sort_by, place))

    sorting.aboutToShow.connect(fill)
