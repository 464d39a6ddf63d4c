"""What is said of a file as a whole: what was not read, and what is hidden in it.

They are problems of no one cell, which a person should know before the import.
"""

from collections.abc import Collection, Iterator, Sequence

from gtregister.i18n import _
from gtregister.importers import Ask, Layout, Problem, Sheet, encodings
from gtregister.importers.cells import written

# No more of what is alike is named one by one.
_MANY = 12
_BROKEN = "\ufffd"


def listed(things: Sequence[object]) -> str:
    """Name things one after the other, but not too many."""
    shown = ", ".join(map(str, things[:_MANY]))
    return f"{shown} …" if len(things) > _MANY else shown


def of_sheets(
    found: Sequence[Sheet], chosen: Sheet, readable: Collection[str]
) -> Iterator[Problem]:
    """Name the sheets and tables that were not read although something is in them."""
    read = {chosen.name, *(part.sheet for part in chosen.parts)}
    others = [
        s for s in found if s.rows and not (s.hidden or s.parts or s.name in read)
    ]
    if known := [_named(sheet) for sheet in others if sheet.name in readable]:
        said = _(
            "Only the sheet “{sheet}” was read, not: {others}. Choose another one to "
            "import it too."
        )
        yield _of_file("note", said.format(sheet=chosen.name, others=listed(known)))
    if unknown := [_named(sheet) for sheet in others if sheet.name not in readable]:
        said = _("No list of pupils was found here, so it was not read: {sheets}.")
        yield _of_file("note", said.format(sheets=listed(unknown)))
    if hidden := [_named(sheet) for sheet in found if sheet.hidden and sheet.rows]:
        said = _("Hidden sheets were not read: {sheets}.")
        yield _of_file("note", said.format(sheets=listed(hidden)))


def _named(sheet: Sheet) -> str:
    """Name a sheet, and of a table on it also where it begins."""
    if not sheet.of:
        return _("“{sheet}”").format(sheet=sheet.name)
    said = _("“{sheet}” (from row {row})")
    return said.format(sheet=sheet.name, row=sheet.first_row)


def of_layout(layout: Layout) -> Iterator[Problem]:
    """Say what is hidden, which is read all the same, and which names were changed."""
    sheet, columns = layout.sheet, layout.columns
    if rows := [sheet.first_row + place for place in sheet.hidden_rows]:
        said = _("Hidden rows were read too: {rows}.")
        yield _of_file("look", said.format(rows=listed(rows)))
    headings = [
        columns[place].heading or str(place + 1)
        for place in sheet.hidden_columns
        if place < len(columns)
    ]
    if headings:
        said = _("Hidden columns were read too: {columns}.")
        yield _of_file("look", said.format(columns=listed(headings)))
    if numbered := [*_numbered(layout)]:
        said = _("Some columns are called the same, so they were numbered: {columns}.")
        yield _of_file("note", said.format(columns=listed(numbered)))


def of_letters(sheet: Sheet, ask: Ask) -> Iterator[Problem]:
    """Say where letters of a text cannot be read in the encoding taken for it."""
    # What is found to be UTF-8 can be read as that from one end to the other.
    if not sheet.encoding or (sheet.encoding == "utf-8" and not ask.encoding):
        return
    for number, row in enumerate(sheet.rows, sheet.first_row):
        for cell in row:
            if isinstance(cell, str) and _BROKEN in cell:
                said = _(
                    "Some letters cannot be read as {encoding}, first in row {row}: "
                    "“{text}”. Choose another encoding."
                )
                title = encodings.title(sheet.encoding)
                text = said.format(encoding=title, row=number, text=cell.strip())
                yield _of_file("look", text)
                return


def _of_file(level: str, text: str) -> Problem:
    return Problem(0, "", "", "look" if level == "look" else "note", text)


def _numbered(layout: Layout) -> Iterator[str]:
    """Give the headings that were numbered, since another column is called so too."""
    names = {column.heading for column in layout.columns}
    heads = layout.sheet.rows[layout.heading]
    for column in layout.columns:
        name, _open, number = column.heading.rpartition(" (")
        own = written(heads[column.place]) if column.place < len(heads) else ""
        if name in names and number[:-1].isdigit() and not own.endswith(f"({number}"):
            yield column.heading
