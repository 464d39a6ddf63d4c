"""Workbooks (.xlsx, .xlsm, .xls, .ods): the cells of every sheet.

calamine, which is native code, reads on a thread of its own while this one unpacks the
same file once more to see whether it is what it says it is.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from threading import Thread

from python_calamine import (
    CalamineError,
    CalamineSheet,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from .limits import (  # noqa: TID252 - see __init__
    CELLS,
    ROWS,
    Line,
    Refused,
    Row,
    told,
)
from .oddities import Oddities  # noqa: TID252 - see __init__

_BEAT = 0.1
_LARGE = 500_000
# Merged cells matter only where headings may be.
_TOP = 30


class _Loading(Thread):
    """The library at work; `sheets` are all there, or there is a reason why not."""

    def __init__(self, content: bytes) -> None:
        super().__init__(daemon=True)
        self.content = content
        self.sheets: list[tuple[CalamineSheet, bool]] = []
        self.reason: str | None = "damaged"

    def run(self) -> None:
        try:
            book = load_workbook(BytesIO(self.content))
            cells = 0
            for about in book.sheets_metadata:
                if about.typ == SheetTypeEnum.WorkSheet:
                    sheet = book.get_sheet_by_name(about.name)
                    hidden = about.visible != SheetVisibleEnum.Visible
                    self.sheets.append((sheet, hidden))
                    last, width = sheet.end or (0, 0)
                    cells += (last + 1) * (width + 1)
                    if last > 10 * ROWS or cells > CELLS:
                        self.reason = "rows" if last > ROWS else "large"
                        return
            self.reason = None
        except PasswordError:
            self.reason = "password"
        except CalamineError:
            return


def lines(content: bytes) -> Iterator[Line]:
    """Begin to read a workbook, and give its sheets as lines."""
    loading = _Loading(content)
    if _is_long(content):
        return _told(loading, content)
    loading.start()
    return _told(loading, content)


def _is_long(content: bytes) -> bool:
    """Say whether to count the rows first, since there seem to be far too many."""
    if len(content) < _LARGE or not content.startswith(b"PK"):
        return False
    # Imported here: a small file does not wait for it.
    from .archive import is_long  # noqa: TID252 - see __init__

    return is_long(BytesIO(content))


def _told(loading: _Loading, content: bytes) -> Iterator[Line]:
    odd = _checked(content)
    if not loading.ident:
        loading.start()
    while loading.is_alive():
        yield {}
        loading.join(_BEAT)
    if loading.reason:
        raise Refused(loading.reason)
    while loading.sheets:
        sheet, hidden = loading.sheets.pop(0)
        oddities = odd.get(sheet.name) or Oddities()
        yield {
            "name": sheet.name,
            "hidden": hidden,
            "merged": _merged(sheet),
            "hidden_rows": oddities.hidden_rows,
            "hidden_columns": oddities.hidden_columns,
        }
        yield from told(_rows(sheet, oddities))


def _rows(sheet: CalamineSheet, oddities: Oddities) -> Iterator[Row]:
    """Give the rows of a sheet from its first, one at a time to spare memory."""
    _top, left = sheet.start or (0, 0)
    before = [""] * left
    for place, row in enumerate(sheet.iter_rows()):
        cells = before + row
        for column, text in oddities.cells.get(place, {}).items():
            if column < len(cells) and not cells[column]:
                cells[column] = text
        yield cells


def _checked(content: bytes) -> Mapping[str, Oddities]:
    if content.startswith(b"PK"):
        # Imported here: by now the other thread is at work.
        from .archive import inspected  # noqa: TID252 - see __init__

        return inspected(BytesIO(content))
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Refused("password")
    from .xls import inspected as inspected_xls  # noqa: TID252 - see __init__

    return inspected_xls(content)


def _merged(sheet: CalamineSheet) -> list[tuple[int, int, int]]:
    return [
        (top, left, right)
        for (top, left), (_bottom, right) in sheet.merged_cell_ranges or ()
        if top < _TOP and left < right
    ]
