"""Web pages that call themselves spreadsheets: the cells of their tables.

Some systems export a page with a table in it as .xls, and Excel opens it.
"""

from html.parser import HTMLParser

from .limits import (  # noqa: TID252 - see __init__
    CELLS,
    COLUMNS,
    ROWS,
    Line,
    Refused,
    is_blank,
    told,
)

_CELLS = frozenset(("td", "th"))
# What begins a new line in a cell.
_BREAKS = frozenset(("br", "p", "div"))


class _Tables(HTMLParser):
    """The tables of a page; what stands in a table within a cell is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.depth = 0
        self.texts: list[str] | None = None
        self.across = 1
        self.cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.depth += 1
            if self.depth == 1:
                self.tables.append([])
        if self.depth != 1:
            return
        if tag == "tr":
            self._end_cell()
            self.tables[-1].append([])
        elif tag in _CELLS and self.tables[-1]:
            self._end_cell()
            across = dict(attrs).get("colspan") or "1"
            self.texts, self.across = [], int(across) if across.isdigit() else 1
        elif tag in _BREAKS and self.texts:
            self.texts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self.depth == 1 and (tag in _CELLS or tag in {"tr", "table"}):
            self._end_cell()
        if tag == "table":
            self.depth = max(self.depth - 1, 0)

    def handle_data(self, data: str) -> None:
        if self.texts is not None:
            self.texts.append(data)

    def _end_cell(self) -> None:
        if self.texts is None:
            return
        row = self.tables[-1][-1]
        if self.across > COLUMNS or len(row) > COLUMNS or len(self.tables[-1]) > ROWS:
            raise Refused("columns" if self.across + len(row) > COLUMNS else "rows")
        self.cells += self.across
        if self.cells > CELLS:
            raise Refused("large")
        row += [" ".join("".join(self.texts).split()), *[""] * (self.across - 1)]
        self.texts = None


def lines(text: str) -> list[Line]:
    """Read every table of a page that has a row; Refused if there is none."""
    page = _Tables()
    page.feed(text)
    page.close()
    found = [table for table in page.tables if not all(map(is_blank, table))]
    if not found:
        raise Refused("kind")
    said: list[Line] = []
    for number, table in enumerate(found, 1):
        name = f"Table {number}" if len(found) > 1 else ""
        said += [{"name": name, "hidden": False, "merged": []}, *told(table)]
    return said
