"""A table on the clipboard, as Excel and as Word take it."""

from gtregister.desktop.widgets import clipboard
from gtregister.table import Column, Table
from tests.desktop.widgets.test_table_model import COLUMNS, ROWS


def test_a_spreadsheet_gets_tabs_and_a_letter_gets_a_table(qapp: object) -> None:
    content = clipboard.of(Table("Pupils", COLUMNS, ROWS))
    lines = content.text().splitlines()
    assert lines[0].split("\t")[:3] == ["Surname", "Forename", "Year"]
    assert lines[1].split("\t") == [
        *("O’Neill", "Ben", "8", "7A", "01/09/2026", "On", "Yes"),
    ]
    assert len(lines) == 1 + len(ROWS)
    html = content.html()
    assert html.count("<tr>") == 1 + len(ROWS)
    assert '<th align="left">Surname</th>' in html
    assert '<td align="right">8</td>' in html


def test_excel_is_told_which_cells_are_text(qapp: object) -> None:
    table = Table("Forms", (Column("form", "Form"),), [("=1+1",), ("3/4",)])
    content = clipboard.of(table)
    assert content.html().count("mso-number-format:'\\@'") == 2
    assert content.text().splitlines()[1] == "'=1+1"


def test_markup_in_a_name_stays_text(qapp: object) -> None:
    table = Table("Names", (Column("name", "Name"),), [("<b>Ben</b>",)])
    content = clipboard.of(table)
    assert "&lt;b&gt;Ben&lt;/b&gt;" in content.html()
    assert content.text().splitlines()[1] == "<b>Ben</b>"
