"""The menus: the order that people know, keys that do not clash, honest dots."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gtregister import settings
from gtregister.core.register import Register
from gtregister.desktop import recent_menu
from gtregister.desktop.main_window import MainWindow
from gtregister.discovery import discover
from gtregister.reports import Report
from tests import builders
from tests.desktop.conftest import Opens

# What opens a dialog that needs an answer before anything is done, by its words.
ASKS = {
    *("New register…", "Open…", "Import…", "Export…", "Print…", "Save a copy…"),
    *("Restore a backup…", "Roster of the next activity…", "New activity…"),
    "Start the new school year…",
}


def menus(window: MainWindow) -> list[QMenu]:
    found = window.menuBar().findChildren(QMenu)
    for menu in list(found):
        menu.aboutToShow.emit()
    return window.menuBar().findChildren(QMenu)


def menu(window: MainWindow, title: str) -> QMenu:
    return next(m for m in menus(window) if m.title() == title)


def words(menu: QMenu) -> list[str]:
    return [a.text().replace("&", "") for a in menu.actions() if not a.isSeparator()]


def test_the_menus_stand_in_the_order_of_windows_programs(window: MainWindow) -> None:
    assert [action.text() for action in window.menuBar().actions()] == [
        *("&File", "&Edit", "&View", "&Pupil", "&Activities", "&Reports", "&Tools"),
        "&Help",
    ]


def test_access_keys_do_not_clash_in_any_menu(window: MainWindow) -> None:
    for found in menus(window):
        keys = [
            text[text.index("&") + 1].casefold()
            for action in found.actions()
            if "&" in (text := action.text().replace("&&", ""))
        ]
        assert len(keys) == len(set(keys)), (found.title(), keys)


def test_every_entry_has_words_and_all_but_lists_an_access_key(
    window: MainWindow,
) -> None:
    lists = {"&Columns", "&Sort by"}
    unkeyed = {"&Pupil", *reports(window)}
    for found in menus(window):
        for action in found.actions():
            if action.isSeparator() or found.title() in lists:
                continue
            assert action.text().strip(), found.title()
            if action.isEnabled() and found.title() not in unkeyed:
                assert "&" in action.text(), (found.title(), action.text())


def test_three_dots_stand_where_more_is_asked_and_nowhere_else(
    window: MainWindow,
) -> None:
    unkeyed = {"&Pupil", *reports(window)}
    for found in menus(window):
        if found.title() in unkeyed:
            continue
        dotted = {text for text in words(found) if text.endswith("…")}
        assert dotted <= ASKS, found.title()
    everywhere = {text for found in menus(window) for text in words(found)}
    assert everywhere >= ASKS


def test_the_pupil_menu_shows_what_the_page_can_do(window: MainWindow) -> None:
    deed = QAction("&Add to activity…", window)
    window.page.deeds = [deed]
    assert words(menu(window, "&Pupil"))[:3] == [
        *("Add pupil…", "New referral…", "Add to activity…"),
    ]
    window.go_to("settings")
    assert words(menu(window, "&Pupil"))[:3] == [
        *("Add pupil…", "New referral…", "Nothing can be done to pupils on this page"),
    ]


def test_who_may_only_read_is_told_why_nothing_new_begins(
    window: MainWindow, opens: Opens
) -> None:
    reading = opens(Register.open_to_read(window.register.path, "B Patel"))
    actions = reading.desk.actions
    for begin in (actions.add_pupil, actions.new_referral, actions.new_activity):
        assert not begin.isEnabled()


def test_the_reports_menu_names_every_report_under_its_topic(
    window: MainWindow,
) -> None:
    assert words(menu(window, "&Reports")) == [
        *("All reports", "1 The register", "2 Identification", "3 Enrichment"),
        *("4 Telling families", "5 The whole school"),
    ]
    menu(window, "&1 The register").actions()[-2].trigger()
    assert window.place == "reports"
    everything = " ".join(text for found in menus(window) for text in words(found))
    for report in discover("gtregister.reports", "REPORT", Report).values():
        assert report.title in everything


def reports(window: MainWindow) -> set[str]:
    """Name the menus of reports."""
    whole = menu(window, "&Reports")
    inside = {action.text() for action in whole.actions() if action.menu()}
    return {"&Reports", *inside}


def test_recent_files_are_numbered_and_missing_ones_are_grey(
    window: MainWindow, school: Path, tmp_path: Path
) -> None:
    settings.remember_opened(tmp_path / "Gone.gtreg")
    settings.remember_opened(school)
    recent = [a for a in menu(window, "&File").actions() if "(" in a.text()]
    assert [(a.text()[:13], a.isEnabled()) for a in recent] == [
        ("&1 Greenfield", True),
        ("&2 Gone  (/tm", False) if str(tmp_path).startswith("/tm") else recent[1],
    ]
    assert recent[1].toolTip() == str(tmp_path / "Gone.gtreg")


def test_a_drive_that_does_not_answer_counts_as_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(recent_menu, "_PATIENCE", 0)
    monkeypatch.setattr(Path, "is_file", lambda _path: _never())
    assert recent_menu.found([tmp_path]) == {tmp_path}


def _never() -> bool:
    import time

    time.sleep(0.3)
    return True


def test_back_goes_to_the_page_before(window: MainWindow) -> None:
    back = window.desk.actions.back
    assert not back.isEnabled()
    window.go_to("settings")
    window.go_to("today")
    back.trigger()
    assert window.place == "settings"
    back.trigger()
    assert window.place == "register"
    assert not back.isEnabled()


def test_ctrl_s_says_that_all_is_saved_and_offers_a_copy(window: MainWindow) -> None:
    window.desk.actions.save.trigger()
    said = window.notices.text()
    assert said == "Already saved. Every change is saved at once."
    assert [b.text() for b in window.notices._buttons] == ["Save a copy…"]


def test_redo_is_named_and_ends_with_the_next_change(qtbot, window: MainWindow) -> None:
    from tests.desktop import given

    builders.pupil(window.register)
    actions = window.desk.actions
    assert not actions.redo.isEnabled()
    actions.undo.trigger()
    qtbot.waitUntil(actions.redo.isEnabled)
    assert actions.redo.text() == "&Redo Pupil added"
    actions.redo.trigger()
    qtbot.waitUntil(lambda: not actions.redo.isEnabled())
    qtbot.waitUntil(lambda: window.notices.text() == "Done again: Pupil added.")
    assert actions.undo.text() == "&Undo Pupil added"
    actions.undo.trigger()
    qtbot.waitUntil(actions.redo.isEnabled)
    given.fill(window.register, 1, 1)
    assert not actions.redo.isEnabled()
