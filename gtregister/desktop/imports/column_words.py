"""The columns of a file in words and as a Table: where they go, and what is missing."""

from collections import Counter
from collections.abc import Iterator, Sequence

from gtregister.desktop.imports import tables
from gtregister.desktop.imports.field_words import words_of
from gtregister.i18n import N_, _, ngettext, translated
from gtregister.importers import ColumnMatch, Layout, fields
from gtregister.importers.cells import written
from gtregister.table import Column, Table, Value

_COLUMNS = (
    Column("heading", N_("Your column")),
    Column("values", N_("Example values")),
    Column("field", N_("Goes to")),
    Column("sure", N_("How sure"), "status"),
    Column("why", N_("Why")),
)
_EXAMPLES = 3
_LOOKED_AT = 60  # rows


def table_of(matches: Sequence[ColumnMatch], layout: Layout) -> Table:
    """Show columns as a table whose keys are their places in the list."""
    rows = [_row(match, layout) for match in matches]
    return Table(N_("Columns"), _COLUMNS, rows, range(len(rows)))


def _row(match: ColumnMatch, layout: Layout) -> tuple[Value, ...]:
    said = translated(tables.SURE[match.sure])
    return (
        match.heading,
        _examples(match, layout) or "–",
        words_of(match.field) if match.field else "–",
        said,
        match.why,
    )


def _examples(match: ColumnMatch, layout: Layout) -> str:
    """Show the first different values of a column."""
    if match.place < 0:
        return ""
    start = layout.heading + 1
    rows = layout.sheet.rows[start : start + _LOOKED_AT]
    texts = (written(row[match.place]) for row in rows if match.place < len(row))
    return ", ".join([*dict.fromkeys(filter(None, texts))][:_EXAMPLES])


def count(matches: Sequence[ColumnMatch]) -> str:
    """Count the columns in words: 7 of 9 are matched, 1 is to be checked …."""
    counts = Counter(match.sure for match in matches)
    matched, check, unused = counts["sure"], counts["check"], counts["unused"]
    columns = ngettext("{n} column", "{n} columns", len(matches))
    words = [
        _("{matched} of {columns} are matched").format(matched=matched, columns=columns)
    ]
    if check:
        words.append(ngettext("{n} to check", "{n} to check", check))
    if unused:
        words.append(ngettext("{n} is not used", "{n} are not used", unused))
    return _("{counts}.").format(counts=", ".join(words))


def warnings(matches: Sequence[ColumnMatch]) -> Iterator[str]:
    """Say what the file lacks that would make it safe to tell pupils apart."""
    known = {match.field for match in matches}
    is_named = {"surname", "forename"} <= known or "full_name" in known
    if "upn" not in known and not is_named:
        yield _(
            "Nothing goes to “UPN” or to names, so nobody can tell whose rows these "
            "are."
        )
    elif "upn" not in known and "dob" not in known:
        yield _(
            "Nothing goes to “UPN” or “Date of birth”. Pupils cannot be matched safely "
            "by their names alone, so you will be asked about each."
        )
    elif "dob" not in known:
        yield _(
            "Nothing goes to “Date of birth”. Pupils without a UPN cannot be matched "
            "safely."
        )


def in_order() -> list[str]:
    """List the fields: who a pupil is, other details, results, then activities."""
    first = [
        "upn",
        "surname",
        "forename",
        "full_name",
        "dob",
        "sex",
        "year_group",
        "form",
    ]
    others = sorted(fields.PUPIL - {*first}, key=words_of)
    rest = fields.FIELDS - fields.PUPIL - {*first}
    results = sorted(rest, key=lambda field: (field.partition(".")[0], words_of(field)))
    return [*first, *others, *results, *sorted(fields.ACTIVITY, key=words_of)]
