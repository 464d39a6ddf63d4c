"""Ways to spoil a table of cells, or the bytes of a file, by a seeded random."""

from datetime import date
from random import Random

ODD_CELLS = (
    *(None, "", " ", "\u00a0", "x", "0", "00", "-", "?", "N/A", "#N/A", "#REF!"),
    *(0, -1, 1e300, -0.0, 112, 112.5, 10**15, True, False, "1E+11", "8.01E+11"),
    *(date(1900, 1, 1), date(9999, 12, 31), date(2014, 9, 3), "31/02/2014", "3.9.14"),
    *("112", "112+", "112*", "AS", "GDS", "4a", "5C", "=1+1", "'=1", "UPN", "Total"),
    *("B801200005001", "b801200005001 ", "A123456789012", "Ahmed, Aisha", "O’Neill"),
    *("Ahmed\nAisha", "\u202eahsiA", "\ud800", "\x00", "\x1b[2J", "a" * 5_000, "Ⅷ"),
    *("²", "１１２", "<b>", "{file}", "%s", "%(x)s", "Surname", "KS2 Reading SS"),
    *("Contact 1 Surname", "Contact 9 Email", "KS2 MAT TT MAT NM 2026", "2025/2026"),
)
_ODD_BYTES = (
    *(b"", b"\x00", b"\xff", b"\xfe\xff", b'"', b",", b"\r", b"\n", b"<", b">", b"&"),
    *(b"</row>", b"<row>", b"]]>", b"<!--", b"&#0;", b"&lol;", b"PK\x03\x04", b"\x1a"),
    *(b"<!DOCTYPE a [", b"A" * 300, b"-1", b"99999999999", b"1e999", b"\xf0\x9f\x98"),
)

Rows = list[list[object]]


def spoil_rows(rows: Rows, dice: Random) -> Rows:
    """Change a table in a few places: cells, rows, columns, headings."""
    rows = [[*row] for row in rows]
    for _change in range(dice.randint(1, 8)):
        dice.choice(_OF_ROWS)(rows, dice)
    return rows


def spoil_bytes(content: bytes, dice: Random) -> bytes:
    """Flip, cut out, repeat or put in bytes; now and then cut the file off."""
    spoilt = bytearray(content)
    for _change in range(dice.choice((1, 1, 2, 5, 30))):
        place = dice.randrange(len(spoilt) + 1)
        end = place + dice.choice((0, 1, 2, 4, 16, 200))
        chosen = dice.randrange(6)
        if chosen == 0:
            spoilt[place : place + 1] = bytes([dice.randrange(256)])
        elif chosen == 1:
            del spoilt[place:end]
        elif chosen == 2:
            spoilt[place:place] = spoilt[place:end] * dice.choice((1, 2, 50))
        elif chosen == 3 and dice.random() < 0.1:
            del spoilt[place:]
        else:
            spoilt[place : dice.choice((place, end))] = dice.choice(_ODD_BYTES)
    return bytes(spoilt)


def _some_row(rows: Rows, dice: Random) -> int:
    # Headings are worth more than what stands below them.
    return dice.choice((0, dice.randrange(len(rows)))) if rows else -1


def _cell(rows: Rows, dice: Random) -> None:
    if (row := _some_row(rows, dice)) >= 0 and rows[row]:
        rows[row][dice.randrange(len(rows[row]))] = dice.choice(ODD_CELLS)


def _swapped(rows: Rows, dice: Random) -> None:
    cells = [(r, c) for r, row in enumerate(rows) for c in range(len(row))]
    if cells:
        (a, b), (c, d) = dice.choice(cells), dice.choice(cells)
        rows[a][b], rows[c][d] = rows[c][d], rows[a][b]


def _column(rows: Rows, dice: Random) -> None:
    width = max(map(len, rows), default=0)
    one, other = dice.randrange(width + 1), dice.randrange(width + 1)
    is_kept = dice.random() < 0.7
    for row in rows:
        taken = row[one : one + 1]
        if not is_kept:
            del row[one : one + 1]
        row[other:other] = taken if is_kept else []


def _row(rows: Rows, dice: Random) -> None:
    row = _some_row(rows, dice)
    more = [[*rows[row]]] if row >= 0 else []
    place = dice.randrange(len(rows) + 1)
    rows[place:place] = dice.choice(
        (more, more, [[]], [["", ""]], [["Year 7 results"]])
    )


def _gone(rows: Rows, dice: Random) -> None:
    if (row := _some_row(rows, dice)) >= 0 and dice.random() < 0.5:
        del rows[row]


def _ragged(rows: Rows, dice: Random) -> None:
    if (row := _some_row(rows, dice)) >= 0:
        del rows[row][dice.randrange(len(rows[row]) + 1) :]
        rows[row] += dice.choices(ODD_CELLS, k=dice.choice((0, 0, 1, 40)))


_OF_ROWS = (_cell, _cell, _cell, _swapped, _column, _row, _gone, _ragged)
