"""Earlier imports of the same rows of the same file."""

from collections.abc import Iterable

from gtregister.core.importing.import_plan import Before
from gtregister.core.register import Register
from gtregister.core.roll import results
from gtregister.importers import Reading, joining

# Between the names of sheets that were read as one.
_BETWEEN = ", "


def of(
    register: Register, sha256: str, read: Reading, *, is_one_of_several: bool
) -> Before | None:
    """Find the last import of these sheets of a file; its other sheets do not count.

    The one sheet of a file has been imported whatever it was called then: that of a
    text file is called as the file is.
    """
    wanted = read.sheet if is_one_of_several else ""
    for row in register.rows(
        """
        select made_at, made_by, sheet
        from imports
        where sha256 = :sha256
        order by id desc
        """,
        sha256=sha256,
    ):
        if not wanted or _has(row["sheet"], wanted, (p.sheet for p in read.parts)):
            return Before(row["made_at"], row["made_by"], wanted)
    return None


def _has(imported: str, wanted: str, parts: Iterable[str]) -> bool:
    """Say whether an import was of this sheet, or of others too."""
    if imported == wanted:
        return True
    names = {*imported.split(_BETWEEN)}
    return names >= ({*parts} or {wanted})


def made_by(register: Register, sha256: str, read: Reading) -> dict[int, int]:
    """Say whose results earlier imports of the very same rows stored: row to pupil."""
    if not read.parts:
        return results.made_by(register, sha256, read.sheet)
    found: dict[int, int] = {}
    for part in read.parts:
        of_sheet = results.made_by(register, sha256, part.sheet)
        for own, pupil_id in of_sheet.items():
            row = joining.row_of(read.parts, part.sheet, own)
            if row is not None:
                found[row] = pupil_id
    return found
