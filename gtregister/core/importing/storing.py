"""The rows that an import writes about pupils and their results."""

from collections.abc import Iterator, Sequence

from gtregister.core.importing.outcomes import Known, New
from gtregister.core.register import Stored, Writing
from gtregister.core.roll.sittings import NewResult
from gtregister.importers import Step
from gtregister.importers.joining import RowNumber

_RESULT = (
    "pupil_id",
    "assessment",
    "academic_year",
    "subject",
    "measure",
    "value",
    "number",
    "taken_on",
    "import_id",
    "sheet",
    "row",
    "column",
)


def _whence(sheet: str, row: int) -> tuple[str, int]:
    """Give the sheet of the file and the row on it."""
    return (row.sheet, row.own) if isinstance(row, RowNumber) else (sheet, row)


def add_pupils(db: Writing, new: Sequence[New]) -> range:
    """Add the new pupils and return their ids, in the order of the plan."""
    first = db.next_id("pupils")
    ids = range(first, first + len(new))
    fields = sorted({name for one in new for name in one.details})
    rows = (
        (key, *map(one.details.get, fields)) for key, one in zip(ids, new, strict=True)
    )
    db.insert_many("pupils", ("id", *fields), rows)
    return ids


def correct_pupils(db: Writing, known: Sequence[Known]) -> None:
    """Change the details of pupils who are on the roll."""
    for one in known:
        db.update("pupils", one.pupil_id, {c.field: c.new for c in one.changes})


def store_results(
    db: Writing,
    new: Sequence[New],
    known: Sequence[Known],
    ids: Sequence[int],
    source: tuple[int, str],
    step: Step,
) -> None:
    """Store new results and put amended ones in the place of the old.

    `ids` are those of the new pupils; `source` is the id of the import, and the sheet.
    """
    import_id, sheet = source

    def stored(pupil_id: int, result: NewResult) -> tuple[Stored, ...]:
        said = result.said
        return (
            pupil_id,
            said.assessment,
            result.academic_year,
            said.subject,
            said.measure,
            said.value,
            said.number,
            said.taken_on,
            import_id,
            *_whence(sheet, result.row),
            said.column,
        )

    def rows() -> Iterator[tuple[Stored, ...]]:
        of = len(new) + len(known)
        found = [(key, one.results) for key, one in zip(ids, new, strict=True)]
        found += [(held.pupil_id, held.results) for held in known]
        for done, (pupil_id, added) in enumerate(found):
            step(done, of)
            for result in added:
                yield stored(pupil_id, result)

    db.insert_many("results", _RESULT, rows())
    for held in known:
        for result_id, result in held.amended:
            values = zip(_RESULT, stored(held.pupil_id, result), strict=True)
            db.update("results", result_id, dict(values))
