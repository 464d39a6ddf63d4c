"""A Table for the clipboard: tabs for a spreadsheet, HTML for a letter or a mail."""

from html import escape

from PySide6.QtCore import QMimeData

from gtregister.table import Table
from gtregister.writers import words


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
    body = "".join(_html(row, "td") for row in rows)
    content.setHtml(f"<table>{_html(heads, 'th')}{body}</table>")
    return content


def _one_line(text: str) -> str:
    # Pasted into a spreadsheet, a text that begins like a formula would run.
    return words.harmless(" ".join(text.split()))


def _html(cells: list[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in cells)}</tr>"
