"""Makes the odd files of tests/data/odd, each named after what is odd about it.

`python -m tests.importers.odd_files` writes them anew, and beside each how it is read.
Look at every line that has changed: what stands there is what a school would get.
"""

from datetime import date
from pathlib import Path

from gtregister.errors import UserError
from gtregister.importers import Ask, Reading, reading
from tests.importers.odd_activities import ACTIVITIES
from tests.importers.odd_books import WORKBOOKS
from tests.importers.odd_lists import LISTS
from tests.importers.odd_results import RESULTS

FOLDER = Path(__file__).parents[1] / "data" / "odd"
TODAY = date(2026, 11, 23)
TEXTS = LISTS | RESULTS | ACTIVITIES


def as_text(path: Path) -> str:
    """Write how a file is read, for people to compare: what goes where, every value."""
    try:
        found = reading.read(path, Ask(today=TODAY))
    except UserError as refused:
        return f"refused: {refused.text}\n"
    return "\n".join([*_told(found), ""])


def _told(found: Reading) -> list[str]:
    told = [f"{found.format}, sheet {found.sheet}, headings in row {found.heading_row}"]
    told += [
        f"{column.heading} → {column.field or column.why}"
        + (f" (check: {column.why})" if column.sure == "check" else "")
        for column in found.columns
    ]
    for record in found.records:
        said = {**record.pupil}
        said |= {
            f"{r.assessment}.{r.subject}.{r.measure} {r.academic_year or ''}".strip(): (
                r.value if r.number is None else f"{r.value} ({r.number:g})"
            )
            for r in record.results
        }
        told.append(f"row {record.row}: {_pairs(said)}")
        told += [f"  contact: {_pairs(contact)}" for contact in record.contacts]
        told += [f"  referral: {_pairs(referral)}" for referral in record.referrals]
        told += [f"  activity: {_pairs(activity)}" for activity in record.activities]
    told += [f"skipped {aside.row}: {aside.why}" for aside in found.skipped]
    told += [f"ignored {aside.row}: {aside.why}" for aside in found.ignored]
    told += [f"{p.level} {p.row} {p.column}: {p.text}" for p in found.problems]
    return told


def _pairs(said: object) -> str:
    assert isinstance(said, dict)
    return ", ".join(f"{key}={value!r}" for key, value in said.items())


def write_all(folder: Path = FOLDER) -> None:
    """Write every file, and beside it how it is read."""
    folder.mkdir(parents=True, exist_ok=True)
    made = TEXTS | {name: make() for name, make in WORKBOOKS.items()}
    for name, content in made.items():
        (folder / name).write_bytes(content)
        beside(folder / name).write_text(as_text(folder / name), encoding="utf-8")


def beside(path: Path) -> Path:
    """Give the path of the text that says how a file is read."""
    return path.with_name(f"{path.name} is read as.md")


if __name__ == "__main__":
    write_all()
