"""Lists to write: one that is as it should be, and texts that no list should have."""

from datetime import date

from gtregister.table import Column, Imprint, Table

COLUMNS = (
    Column("upn", "UPN", sensitive=True),
    Column("surname", "Surname"),
    Column("year", "Year", "number"),
    Column("born", "Date of birth", "date"),
    Column("status", "Status", "status"),
    Column("eal", "EAL", "yes_no", sensitive=True),
)
IMPRINT = Imprint(
    "Ysgol Dyfrig",
    "C Hall",
    date(2026, 11, 26),
    ("As at 26 November 2026.", "Policy: Top tenth, version 3."),
)
HOSTILE = (
    "=1+1",
    "+44 1632 960001",
    "-Smith",
    "@SUM(A1)",
    "\t=1",
    "  =1",
    "\r=1",
    "＝1",
    "'=1",
    "''-",
    "#N/A",
    "TRUE",
    "007",
    "1e5",
    "a;=1",
    'a"b,c',
    "line\nbreak\r\nand\rmore",
    " spaces ",
    "\x00\x07\x0b\x1b",
    "\ud800",
    "\ufffe\uffff",
    "_x0041_",
    "\u202eevil\u200b\ufeff",
    "(parens\\) Tj ET",
    "<b>&amp;</b>",
    "{name} %s",
    "Łęczyński Ŵyn Nguyễn Thị Hồng Шевченко Παππάς",
    "محمد العلي",
    "فاطمہ ہے (7B)",
    "אברהם",
    "李小明 🎻",
    "e\u0301\u0323" * 40,
    "word " * 400,
    "unbroken" * 500,
    "x" * 40_000,
    "🎻" * 20_000,
)


def register(rows: int) -> Table:
    """Make a register whose pupils are called Pupil-0001 and so on."""
    return Table(
        "Gifted and talented register",
        COLUMNS,
        [
            (
                f"A{row:012}",
                f"Pupil-{row:05}",
                7 + row % 5,
                date(2014, 1 + row % 12, 1 + row % 28),
                ("On the register", "Candidate")[row % 2],
                (1, 0, None)[row % 3],
            )
            for row in range(1, rows + 1)
        ],
    )


def texts(*words: str) -> Table:
    """Make a list of one column of texts."""
    return Table("List", (Column("text", "Text"),), [(text,) for text in words])
