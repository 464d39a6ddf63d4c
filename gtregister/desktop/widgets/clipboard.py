"""A Table for the clipboard: tabs for a spreadsheet, HTML for a letter or a mail."""

from html import escape

from PySide6.QtCore import QMimeData

from gtregister.table import Column, Table
from gtregister.writers import words

# Word draws the lines that it is told of. Excel takes the HTML too, and would run a
# text such as =1+1, or make a date of 3/4, if it were not told that it is text.
_TABLE = '<table border="1" cellspacing="0" style="border-collapse:collapse">'
_TEXT = "mso-number-format:'\\@'"


def of(table: Table) -> QMimeData:
    """Write a table so that both Excel and Word paste it as one."""
    heads = [words.heading(column) for column in table.columns]
    rows = [
        [
            words.plain(value, column.kind)
            for value, column in zip(row, table.columns, strict=True)
        ]
        for row in table.rows
    ]
    content = QMimeData()
    content.setText("\n".join("\t".join(map(_one_line, r)) for r in [heads, *rows]))
    head = "".join(f'<th align="left">{escape(words)}</th>' for words in heads)
    starts = [_start(column) for column in table.columns]
    body = "".join(_row(starts, row) for row in rows)
    content.setHtml(f"{_TABLE}<tr>{head}</tr>{body}</table>")
    return content


def _one_line(text: str) -> str:
    # Pasted into a spreadsheet, a text that begins like a formula would run.
    return words.harmless(" ".join(text.split()))


def _start(column: Column) -> str:
    if column.kind == "number":
        return '<td align="right">'
    return f'<td style="{_TEXT}">' if column.kind != "date" else "<td>"


def _row(starts: list[str], cells: list[str]) -> str:
    pairs = zip(starts, cells, strict=True)
    return f"<tr>{''.join(f'{start}{escape(c)}</td>' for start, c in pairs)}</tr>"
