"""The menus of the windows, in the order that Windows programs keep."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from gtregister.desktop import recent_menu, view_menu
from gtregister.desktop.actions import Actions
from gtregister.desktop.page import Desk
from gtregister.desktop.place import places
from gtregister.i18n import _, translated

# The pages that the Activities menu leads to, beside what the pages themselves offer.
_ENRICHMENT = ("activities", "letters", "mentoring")


def fill(bar: QMenuBar, desk: Desk, open_path: Callable[[Path], None]) -> None:
    """Add every menu of a window that shows a register."""
    actions = desk.actions
    _add_file(bar, actions, open_path)
    _add_edit(bar, actions)
    view_menu.add(bar, desk, _places(desk))
    _add_pupil(bar, desk)
    _add_activities(bar, desk)
    _add_reports(bar, desk)
    _add_tools(bar, desk)
    helps = menu_of(bar, _("&Help"))
    helps.addActions([actions.help, actions.search_help, actions.keys])
    helps.addSeparator()
    helps.addActions([actions.sample, actions.about])


def fill_short(
    bar: QMenuBar, actions: Actions, open_path: Callable[[Path], None]
) -> None:
    """Add the menus of a window that shows no register yet."""
    menu = menu_of(bar, _("&File"))
    menu.addActions([actions.new, actions.open])
    recent_menu.add(menu, open_path)
    menu.addSeparator()
    menu.addAction(actions.exit)
    helps = menu_of(bar, _("&Help"))
    helps.addActions([actions.help, actions.search_help, actions.keys])
    helps.addSeparator()
    helps.addActions([actions.sample, actions.about])


def menu_of(parent: QMenuBar | QMenu, words: str) -> QMenu:
    """Add a menu whose tooltips say why something cannot be used."""
    menu = parent.addMenu(words)
    menu.setToolTipsVisible(True)
    return menu


def _add_file(
    bar: QMenuBar, actions: Actions, open_path: Callable[[Path], None]
) -> None:
    menu = menu_of(bar, _("&File"))
    menu.addActions([actions.new, actions.open, actions.save_copy])
    menu.addSeparator()
    menu.addActions([actions.bring_in, actions.export, actions.print])
    recent_menu.add(menu, open_path)
    menu.addSeparator()
    menu.addActions([actions.close, actions.exit])


def _add_edit(bar: QMenuBar, actions: Actions) -> None:
    menu = menu_of(bar, _("&Edit"))
    menu.addActions([actions.undo, actions.redo])
    menu.addSeparator()
    menu.addActions([actions.copy, actions.select_all])
    menu.addSeparator()
    menu.addActions([actions.find, actions.find_any])


def _places(desk: Desk) -> list[QAction]:
    actions = []
    for number, (key, place) in enumerate(places().items(), 1):
        action = QAction(f"&{number} {translated(place.title)}", desk.window)
        action.setShortcut(f"Ctrl+{number}")
        action.setProperty("page", True)  # Ctrl+K finds it by the name of the page
        action.triggered.connect(partial(desk.go_to, key))
        actions.append(action)
    return actions


def _add_pupil(bar: QMenuBar, desk: Desk) -> None:
    """Add the menu of pupils: one more, and what can be done to those one chose."""
    menu = menu_of(bar, _("&Pupil"))

    def fill_in() -> None:
        menu.clear()
        menu.addActions([desk.actions.add_pupil, desk.actions.new_referral])
        menu.addSeparator()
        if deeds := desk.page().deeds:
            menu.addActions(deeds)
        else:
            said = _("Nothing can be done to pupils on this page")
            menu.addAction(said).setEnabled(False)
        menu.addSeparator()
        menu.addAction(desk.actions.find_any)

    menu.aboutToShow.connect(fill_in)


def _add_activities(bar: QMenuBar, desk: Desk) -> None:
    menu = menu_of(bar, _("&Activities"))
    known = places()
    for key in _ENRICHMENT:
        action = QAction(f"&{translated(known[key].title)}", desk.window)
        action.triggered.connect(partial(desk.go_to, key))
        menu.addAction(action)
    menu.addSeparator()
    menu.addActions([desk.actions.new_activity, desk.actions.roster])


def _add_reports(bar: QMenuBar, desk: Desk) -> None:
    """Add a menu of every report there is; each opens on the page of reports."""
    menu = menu_of(bar, _("&Reports"))

    def fill_in() -> None:
        if not menu.isEmpty():
            return
        from gtregister.discovery import discover
        from gtregister.reports import TOPICS, Report, by_topic

        whole = menu.addAction(_("&All reports"))
        whole.triggered.connect(partial(desk.go_to, "reports"))
        menu.addSeparator()
        found = discover("gtregister.reports", "REPORT", Report)
        for place, (topic, titles) in enumerate(by_topic(found).items(), 1):
            title = translated(TOPICS[topic])
            inside = menu_of(menu, f"&{place} {title}")
            inside.menuAction().setData(title)  # Ctrl+K names it without its number
            _list_reports(inside, desk, titles)

    menu.aboutToShow.connect(fill_in)


def _list_reports(menu: QMenu, desk: Desk, titles: Mapping[str, str]) -> None:
    for place, (key, title) in enumerate(titles.items(), 1):
        number = f"&{place} " if place < 10 else ""
        action = menu.addAction(f"{number}{title}")
        action.setData(title)  # Ctrl+K finds it without its number
        action.triggered.connect(partial(desk.go_to, "reports", {"report": key}))


def _add_tools(bar: QMenuBar, desk: Desk) -> None:
    actions = desk.actions
    menu = menu_of(bar, _("&Tools"))
    menu.addActions([actions.import_history, actions.history])
    menu.addSeparator()
    menu.addActions([actions.check, actions.back_up, actions.restore])
    menu.addSeparator()
    menu.addActions([actions.new_year, actions.policy])
    settings = QAction(_("&Settings"), desk.window)
    settings.triggered.connect(partial(desk.go_to, "settings"))
    menu.addAction(settings)
