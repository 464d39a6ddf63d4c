"""What is kept of a list for a person, from one day to the next."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gtregister import settings
from gtregister.core.roll.pupils import folded
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.list_memory import ListMemory
from gtregister.desktop.widgets.table_list import TableList
from gtregister.errors import UserError
from gtregister.table import Table
from tests.desktop.widgets.test_table_model import COLUMNS, ROWS


def listed(qtbot: QtBot) -> TableList:
    made = TableList("Pupils", "Find", folded, lambda: EmptyState("register", "Nobody"))
    qtbot.addWidget(made)
    made.add_choice("year_group", "Year")
    return made


def filled(made: TableList) -> TableList:
    made.show_table(Table("Pupils", COLUMNS, ROWS, [11, 12, 13]))
    return made


def columns(made: TableList) -> list[str]:
    return [column.key for column in made.shown().columns]


def test_columns_order_and_sorting_are_the_same_the_next_time(qtbot: QtBot) -> None:
    one = listed(qtbot)
    memory = ListMemory(one, "pupils")
    filled(one)
    one.view.toggle_column("eal")
    one.view.horizontalHeader().moveSection(1, 0)
    one.view.setColumnWidth(0, 222)
    one.view.layout_of_columns.sort(2)
    memory.keep()
    again = listed(qtbot)
    ListMemory(again, "pupils")
    filled(again)
    assert columns(again) == columns(one)
    assert columns(again)[:2] == ["forename", "surname"]
    assert "eal" not in columns(again)
    assert again.view.columnWidth(0) == 222
    assert again.model.sorting == (("year_group", False),)
    assert [row[1] for row in again.shown().rows] == ["Ahmed", "O’Neill", "Zielińska"]


def test_what_was_arranged_is_written_down_by_itself(qtbot: QtBot) -> None:
    one = listed(qtbot)
    ListMemory(one, "pupils")
    filled(one)
    one.view.toggle_column("form")
    qtbot.waitUntil(lambda: bool(settings.kept("pupils")))
    arranged = settings.kept("pupils")["arrangement"]
    assert isinstance(arranged, dict)
    assert arranged["shown"] == {"form": False}


def test_a_view_keeps_filters_what_is_sought_and_columns(qtbot: QtBot) -> None:
    one = filled(listed(qtbot))
    memory = ListMemory(one, "pupils")
    one.narrow({"year_group": [8, None]})
    one.filters.find_box.setText("z")
    one.view.toggle_column("form")
    memory.save("  Year  8 ")
    one.filters.clear()
    one.view.toggle_column("form")
    other = filled(listed(qtbot))
    again = ListMemory(other, "pupils")
    (view,) = again.views
    assert view.name == "Year 8"
    again.show(view)
    assert other.filters.find_box.text() == "z"
    assert [row[0] for row in other.shown().rows] == ["Zielińska"]
    assert "form" not in columns(other)


def test_views_are_renamed_forgotten_and_brought_back(qtbot: QtBot) -> None:
    memory = ListMemory(filled(listed(qtbot)), "pupils")
    for name in ("b", "A"):
        memory.save(name)
    memory.rename("b", "c")
    assert [view.name for view in memory.views] == ["A", "c"]
    with pytest.raises(UserError, match="There is a view “A” already"):
        memory.rename("c", "A")
    with pytest.raises(UserError, match="Enter a name"):
        memory.save("  ")
    bring_back = memory.forget("A")
    assert [view.name for view in memory.views] == ["c"]
    bring_back()
    assert [view.name for view in memory.views] == ["A", "c"]
    memory.save("A")
    assert [view.name for view in memory.views] == ["A", "c"]


@pytest.mark.parametrize(
    "damaged",
    [
        "no JSON",
        "[]",
        '{"pupils": 3}',
        '{"pupils": {"views": [1, {"name": ""}, {"name": "V", "wanted": {"x": 3}}],'
        ' "arrangement": {"shown": [], "widths": {"form": "wide"}, "sorting": [[1]]}}}',
    ],
)
def test_damaged_memories_do_no_harm(
    qtbot: QtBot, tmp_path: Path, damaged: str
) -> None:
    settings.keep("pupils", {})
    (kept,) = tmp_path.rglob("lists.json")
    kept.write_text(damaged, encoding="utf-8")
    made = listed(qtbot)
    ListMemory(made, "pupils")
    filled(made)
    assert columns(made) == [column.key for column in COLUMNS]


def test_nothing_that_is_kept_names_a_pupil(qtbot: QtBot, tmp_path: Path) -> None:
    made = filled(listed(qtbot))
    memory = ListMemory(made, "pupils")
    made.view.selectRow(0)
    memory.keep()
    (kept,) = tmp_path.rglob("lists.json")
    text = kept.read_text(encoding="utf-8")
    assert json.loads(text)
    assert "O’Neill" not in text
