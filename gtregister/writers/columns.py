"""Where the columns of a printed table lie, by what is in them."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from gtregister.errors import UserError
from gtregister.i18n import _, translated
from gtregister.table import Column, Kind, Table, Value
from gtregister.writers import fonts
from gtregister.writers.folding import longest_word
from gtregister.writers.frame import LEFT, RIGHT
from gtregister.writers.words import heading, printed

_GAP = 11.0  # points between columns
_SPARE = 40.0  # points more than it wants, at most, for a column of a narrow table
_NARROWEST = 14.0  # points: room for a letter and an ellipsis
_LONG_WORD = 12.0  # sizes of letters: a longer word may be broken to make room
_SHORT_TEXT = 14.0  # sizes of letters: such as a name
_LONG_TEXT = 28.0  # sizes of letters: a longer text may be cut
_BY_HAND = 9.0  # sizes of letters: room for a few words in handwriting
_SAMPLE = 400  # rows that are looked at


@dataclass(frozen=True, slots=True)
class Place:
    """Where one column lies, in points; numbers stand at its right."""

    kind: Kind
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Need:
    """How wide a column should be, in sizes of letters, from barely enough to at ease.

    With `least` no word is broken, with `whole` most texts go into three lines, with
    `wanted` each goes into one and the heading into two, with `ease` into one as well.
    """

    least: float
    whole: float
    wanted: float
    ease: float


def places(
    table: Table, right: float = RIGHT, by_hand: Container[str] = ()
) -> tuple[float, list[Place]]:
    """Choose the size of letters and lay the columns side by side, up to `right`.

    Columns that are written in by hand get room for it. UserError if there are more
    columns than the width of a page has room for.
    """
    available = right - LEFT - _GAP * (len(table.columns) - 1)
    if available < _NARROWEST * len(table.columns):
        said = _(
            "“{title}” has {count} columns, too many for the width of a page. Choose "
            "fewer columns, or save it as a workbook."
        )
        title = translated(table.title)
        raise UserError(said.format(title=title, count=len(table.columns)))
    needs = [
        _need(column, values, _BY_HAND if column.key in by_hand else 0.0)
        for column, values in _sampled(table)
    ]
    size = _size(available, needs)
    widths = share(available, _levels(needs, size))
    return size, list(_side_by_side(table.columns, widths))


def share(available: float, levels: Sequence[Sequence[float]]) -> list[float]:
    """Give each column a width between two levels: one that fits, one that does not.

    A level has a width for each column; the levels grow. What the level that fits
    leaves over goes to the columns that would grow, the more the further they would.
    """
    for fits, wider in pairwise(levels):
        if sum(wider) > available:
            return _grown(available, fits, wider)
    widest = levels[-1]
    spare = min(_SPARE, (available - sum(widest)) / max(len(widest), 1))
    return [width + spare for width in widest]


def _grown(
    available: float, fits: Sequence[float], wider: Sequence[float]
) -> list[float]:
    """Find by halving how far the columns can grow.

    A column grows as the root of what it lacks, so that a column of whole sentences
    gets the most and does not take all.
    """
    low, high = 0.0, available
    widths = list(fits)
    for _step in range(30):
        pull = (low + high) / 2
        grown = [
            min(most, least + pull * sqrt(most - least))
            for least, most in zip(fits, wider, strict=True)
        ]
        if sum(grown) > available:
            high = pull
        else:
            low, widths = pull, grown
    return widths


def _sampled(table: Table) -> Iterator[tuple[Column, list[Value]]]:
    """Give each column with its values in rows taken evenly from the whole table."""
    rows = table.rows[:: 1 + len(table.rows) // _SAMPLE]
    for place, column in enumerate(table.columns):
        yield column, [row[place] for row in rows]


def _need(column: Column, values: Sequence[Value], room: float) -> Need:
    """Measure what a column of these values needs, and at least this room."""
    face, bold = fonts.regular(), fonts.bold()
    if column.kind == "yes_no":
        values = [*values, 1, 0]
    texts = {face.clean(printed(value, column.kind)) for value in values}
    widths = sorted(map(face.width, texts)) or [0.0]
    wanted = least = widths[-1]
    if column.kind in {"text", "status"}:
        least = max((longest_word(text, face.width) for text in texts), default=0)
        least = min(least, _LONG_WORD)
    whole = min(wanted, widths[len(widths) * 9 // 10] * 0.4, _LONG_TEXT)
    title = bold.clean(heading(column))
    word = min(longest_word(title, bold.width), _LONG_WORD)
    two_lines = max(word, bold.width(title) * 0.6)
    return Need(
        least=max(least, word, room),
        whole=max(least, word, whole, room),
        wanted=max(least, wanted, two_lines, room),
        ease=max(least, wanted, bold.width(title), room),
    )


def _levels(needs: Sequence[Need], size: float) -> list[list[float]]:
    """List the widths to choose between, in points; short texts are unfolded first."""
    levels = [
        [need.least for need in needs],
        [need.whole for need in needs],
        [n.wanted if n.wanted <= _SHORT_TEXT else n.whole for n in needs],
        [need.wanted for need in needs],
        [need.ease for need in needs],
    ]
    return [
        [_NARROWEST for _need in needs],
        *([max(_NARROWEST, width * size) for width in level] for level in levels),
    ]


def _size(available: float, needs: Sequence[Need]) -> float:
    """Take the largest letters with which rows have one line, or three, or whole words.

    Letters of less than 7.5 points are taken only when words would be broken else.
    """
    wanted = sum(need.wanted for need in needs)
    whole = sum(need.whole for need in needs)
    least = sum(need.least for need in needs)
    tries = [(9.0, wanted), (8.5, whole), (8.0, whole), (7.5, whole), (8.5, least)]
    tries += [(size, least) for size in (8.0, 7.5, 7.0, 6.5)]
    return next((size for size, need in tries if need * size <= available), 6.0)


def _side_by_side(
    columns: Sequence[Column], widths: Sequence[float]
) -> Iterator[Place]:
    left = LEFT
    for column, width in zip(columns, widths, strict=True):
        yield Place(column.kind, left, width)
        left += width + _GAP
