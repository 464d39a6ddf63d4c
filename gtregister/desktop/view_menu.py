"""The View menu: the pages, the columns of the list, and how things look."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from gtregister import settings
from gtregister.desktop import looks
from gtregister.desktop.page import Desk
from gtregister.i18n import _, translated


def add(bar: QMenuBar, desk: Desk, places: Sequence[QAction]) -> None:
    """Add the View menu of a window."""
    actions = desk.actions
    menu = _menu(bar, _("&View"))
    menu.addActions(list(places))
    menu.addSeparator()
    _add_columns(menu, desk)
    _add_sorting(menu, desk)
    menu.addSeparator()
    sizes = _menu(menu, _("&Text size"))
    sizes.addActions([actions.larger, actions.smaller, actions.normal])
    _add_themes(menu, desk)
    menu.addAction(actions.discreet)
    menu.addSeparator()
    menu.addActions([actions.back, actions.next_part, actions.previous_part])
    menu.addAction(actions.refresh)


def _menu(parent: QMenuBar | QMenu, words: str) -> QMenu:
    menu = parent.addMenu(words)
    menu.setToolTipsVisible(True)
    return menu


def _add_themes(menu: QMenu, desk: Desk) -> None:
    themes = _menu(menu, _("T&heme"))
    group = QActionGroup(themes)
    for theme, words in looks.THEMES:
        action = themes.addAction(translated(words))
        action.setCheckable(True)
        action.setData(theme)
        action.triggered.connect(partial(_choose_theme, desk, theme))
        group.addAction(action)

    def check() -> None:
        for action in group.actions():
            action.setChecked(action.data() == settings.load().theme)

    themes.aboutToShow.connect(check)


def _choose_theme(desk: Desk, theme: str) -> None:
    looks.choose(theme=theme)
    desk.restyle()


def _add_columns(menu: QMenu, desk: Desk) -> None:
    columns = _menu(menu, _("&Columns"))

    def fill() -> None:
        columns.clear()
        if (listed := desk.page().listing) is None:
            columns.addAction(_("This page has no list")).setEnabled(False)
            return
        for column in listed.model.table.columns:
            action = columns.addAction(translated(column.title))
            action.setCheckable(True)
            action.setChecked(listed.view.is_column_shown(column.key))
            action.triggered.connect(partial(listed.view.toggle_column, column.key))

    columns.aboutToShow.connect(fill)


def _add_sorting(menu: QMenu, desk: Desk) -> None:
    sorting = _menu(menu, _("&Sort by"))

    def fill() -> None:
        sorting.clear()
        if (listed := desk.page().listing) is None:
            sorting.addAction(_("This page has no list")).setEnabled(False)
            return
        for place, column in enumerate(listed.model.table.columns):
            if not listed.view.isColumnHidden(place):
                action = sorting.addAction(translated(column.title))
                action.triggered.connect(partial(listed.view.sort_by, place))

    sorting.aboutToShow.connect(fill)
