"""A sheet whose columns are known becomes Records: a column at a time, for speed.

Every row below the headings, down to the last that is not blank, becomes a record, or
is skipped or ignored with a reason.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count, repeat

from gtregister.errors import UserError
from gtregister.i18n import _
from gtregister.importers import (
    Aside,
    Ask,
    Cell,
    Details,
    Layout,
    Problem,
    Reading,
    Record,
    Result,
    ages,
    birthdays,
    families,
    fields,
    referring,
    rivals,
    taking_part,
)
from gtregister.importers.cells import is_blank, written
from gtregister.importers.distinct import Odd, parsed
from gtregister.importers.ragged import mended
from gtregister.importers.results import stated
from gtregister.importers.rows import sorted_out

Row = Sequence[Cell]
Values = dict[str, Sequence[str | int | None]]

_WHO = frozenset(("upn", "full_name", *fields.NAMES))
_ALWAYS = frozenset(fields.BIRTHDAY)
_MOST_ROWS = 20_000


def read(layout: Layout, ask: Ask, key: str, takes: Callable[[str], bool]) -> Reading:
    """Read a sheet as the format `key`, which takes the fields that `takes` says.

    Raises UserError if no column says who the pupils are, or there are too many rows.
    """
    layout = _taking(layout, lambda field: takes(field) or field in _ALWAYS, ask)
    sheet = layout.sheet
    first = sheet.first_row + layout.heading + 1
    body, looks, lost = mended(layout, _body(layout))
    cells = _columns(body, len(layout.columns))
    details, odd = _details(layout, cells, ask)
    aged, old = ages.odd(layout, details, ask.today) if ask.today else ([], [])
    odd += aged
    results, more = stated(layout, cells, ask)
    contacts, odd_contacts = families.stated(layout, cells)
    proposed, odd_proposals = referring.stated(layout, cells)
    taken_part, odd_activities = taking_part.stated(layout, cells, ask)
    more += [*odd_contacts, *odd_proposals, *odd_activities]
    ignored, skipped = sorted_out(layout, body, details, lost)
    skipped |= lost
    left_out = ignored.keys() | skipped.keys()
    differing = [*rivals.differing(layout, cells, left_out)]
    sides = [said or repeat(()) for said in (contacts, proposed, taken_part)]
    records = _records(first, details, results, sides, left_out)
    if len(records) + len(skipped) > _MOST_ROWS:
        raise UserError(_("There are more than 20,000 pupils. Import them in parts."))
    return Reading(
        format=key,
        sheet=sheet.name,
        heading_row=first - 1,
        columns=tuple(column for column in layout.columns if column.heading),
        records=records,
        skipped=_asides(first, skipped),
        ignored=(*_above(layout), *_asides(first, ignored)),
        problems=(
            *old,
            *differing,
            *_problems(layout, cells, odd + more, looks, ignored),
        ),
    )


def _taking(layout: Layout, takes: Callable[[str], bool], ask: Ask) -> Layout:
    """Leave out columns that the format has no use for, unless a person chose them."""
    said = _("A file of this kind is not asked for it.")
    columns = tuple(
        replace(column, field=None, sure="unused", why=said)
        if column.field
        and not takes(column.field)
        and column.field not in ask.mapping.values()
        else column
        for column in layout.columns
    )
    layout = replace(layout, columns=columns)
    if not layout.fields & _WHO:
        said = _(
            "No column says who the pupils are. There must be one for UPNs or names, "
            "but the columns are: {columns}."
        )
        headings = ", ".join(column.heading for column in columns if column.heading)
        raise UserError(said.format(columns=headings), "mapping")
    return layout


def _body(layout: Layout) -> Sequence[Row]:
    """Give the rows below the headings, down to the last that is not blank."""
    rows = layout.sheet.rows
    last = len(rows)
    while last and all(map(is_blank, rows[last - 1])):
        last -= 1
    return rows[layout.heading + 1 : last]


def _columns(body: Sequence[Row], width: int) -> Sequence[Sequence[Cell]]:
    """Turn rows into columns, with blanks where a row is too short."""
    if min(map(len, body), default=width) < width:
        body = [(*row, *[""] * (width - len(row))) for row in body]
    return [*zip(*body, strict=False)] or [()] * width


def _details(
    layout: Layout, cells: Sequence[Sequence[Cell]], ask: Ask
) -> tuple[Values, list[Odd]]:
    """Read the columns of pupils' own details."""
    details: Values = {}
    odd: list[Odd] = []
    for place, column in enumerate(layout.columns):
        if column.field in fields.PUPIL:
            field = str(column.field)
            parse = fields.of_pupil(field, ask.today)
            known = fields.at_once(field, cells[place])
            details[field], more = parsed(cells[place], parse, place, known)
            odd += more
        elif column.field == "full_name":
            names, more = parsed(cells[place], fields.full_name(column.heading), place)
            odd += more
            for part, field in enumerate(("surname", "forename")):
                parts = [name[part] or None if name else None for name in names]
                details.setdefault(field, parts)
    if "dob" not in details and {*fields.BIRTHDAY} <= layout.fields:
        details["dob"], more = birthdays.stated(layout, cells, ask.today)
        odd += more
    return details, odd


def _records(
    first: int,
    details: Values,
    results: Sequence[Sequence[Result | None]],
    sides: Sequence[Iterable[Sequence[Details]]],
    left_out: Collection[int],
) -> list[Record]:
    names = tuple(details)
    pupils = (
        {
            name: value
            for name, value in zip(names, row, strict=True)
            if value is not None
        }
        for row in zip(*details.values(), strict=True)
    )
    stated = (
        (tuple(filter(None, row)) for row in zip(*results, strict=True))
        if results
        else repeat(())
    )
    records = map(Record, count(first), pupils, stated, *sides)
    return [record for record in records if record.row - first not in left_out]


def _above(layout: Layout) -> Iterator[Aside]:
    for place, row in enumerate(layout.sheet.rows[: layout.heading]):
        is_empty = all(map(is_blank, row))
        why = _("It is blank.") if is_empty else _("It stands above the headings.")
        yield Aside(layout.sheet.first_row + place, why)


def _asides(first: int, why: Mapping[int, str]) -> tuple[Aside, ...]:
    return tuple(Aside(first + place, why[place]) for place in sorted(why))


def _problems(
    layout: Layout,
    cells: Sequence[Sequence[Cell]],
    odd: Sequence[Odd],
    looks: Sequence[Problem],
    ignored: Collection[int],
) -> Iterator[Problem]:
    """Give the problems by row and column, without those of rows that are no data."""
    first = layout.sheet.first_row + layout.heading + 1
    found = [*looks]
    mended_cells = {(look.row, look.column) for look in looks}
    for row, column, (level, text) in sorted(odd):
        heading = layout.columns[column].heading
        if row not in ignored and (first + row, heading) not in mended_cells:
            value = written(cells[column][row])
            found.append(Problem(first + row, heading, value, level, text))
    yield from sorted(found, key=lambda problem: problem.row)
