"""Files into the register: plan what an import would do, then do all of it or none."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field
from pathlib import Path

from gtregister.core import backup, ownership, planning, results
from gtregister.core.matching import Roll
from gtregister.core.planning import Asked, Change, Known, New
from gtregister.core.register import Register, Stored, Writing
from gtregister.core.results import NewResult
from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.importers import Aside, Ask, Problem, Reading, Step, reading


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person has said about an import.

    `year` is the year group of pupils whose row has none. `answers` has, for the number
    of a row that asks, *new*, *skip*, or the UPN of the pupil it belongs to.
    """

    ask: Ask = field(default_factory=Ask)
    year: int | None = None
    answers: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counts:
    """What an import does, in numbers of rows, pupils and results."""

    rows: int
    used: int
    asked: int
    skipped: int
    new_pupils: int
    changed_pupils: int
    unchanged_pupils: int
    asked_pupils: int
    new_results: int
    changed_results: int
    unchanged_results: int


@dataclass(frozen=True, slots=True)
class Plan:
    """All that an import would do; nothing of it is done yet.

    `before` says when and by whom the very same file was imported already.
    """

    source: Path
    sha256: str
    reading: Reading
    new: tuple[New, ...]
    known: tuple[Known, ...]
    asked: tuple[Asked, ...]
    skipped: tuple[Aside, ...]
    problems: tuple[Problem, ...]
    before: tuple[str, str] | None
    generation: int

    def counts(self) -> Counts:
        """Count what it would do."""
        skipped = len(self.skipped)
        asked = sum(len(person.rows) for person in self.asked)
        rows = len(self.reading.records) + len(self.reading.skipped)
        return Counts(
            rows=rows,
            used=rows - asked - skipped,
            asked=asked,
            skipped=skipped,
            new_pupils=len(self.new),
            changed_pupils=sum(1 for k in self.known if k.changes),
            unchanged_pupils=sum(1 for k in self.known if not k.changes),
            asked_pupils=len(self.asked),
            new_results=sum(len(n.results) for n in self.new)
            + sum(len(k.results) for k in self.known),
            changed_results=sum(len(k.amended) for k in self.known),
            unchanged_results=sum(k.unchanged for k in self.known),
        )

    @property
    def changes_nothing(self) -> bool:
        """Say whether the register holds all of it already."""
        return not self.new and not any(
            k.changes or k.results or k.amended for k in self.known
        )


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of an import; `import_id` is None if there was nothing to change."""

    import_id: int | None
    counts: Counts


def plan(
    register: Register,
    source: Path,
    choices: Choices | None = None,
    step: Step | None = None,
) -> Plan:
    """Work out what importing a file would do, without changing anything.

    Raises UserError if the file cannot be read or the answers do not fit it.
    """
    choices = choices or Choices()
    _check(choices)
    with reading.collecting_later(), ThreadPoolExecutor(1) as other_thread:
        # While the child process opens the file, the register is read here.
        aside = copy_context().run
        reads = other_thread.submit(aside, _read, source, choices.ask, step)
        roll, held = Roll.of(register), results.held(register)
        read = reads.result()
        sha256 = _fingerprint(source)
        made = results.made_by(register, sha256, read.sheet) if choices.answers else {}
        owned = ownership.settle(roll, read.records, choices.answers, made)
        placed = planning.sort_out(register, roll, held, read, choices.year, owned)
    return Plan(
        source=source,
        sha256=sha256,
        reading=read,
        new=tuple(placed.new),
        known=tuple(placed.known),
        asked=tuple(placed.asked),
        skipped=(*read.skipped, *placed.skipped),
        problems=(*read.problems, *placed.problems),
        before=_earlier_import(register, sha256),
        generation=_generation(register),
    )


def _check(choices: Choices) -> None:
    year = choices.ask.academic_year
    if year is not None and not 1990 <= year <= 2100:
        said = _("Write the academic year by its first year, such as 2025.")
        raise UserError(said, "academic_year")
    if choices.year is not None and not -2 <= choices.year <= 14:
        said = _("A year group is a number from 1 to 14; Reception is 0.")
        raise UserError(said, "year")


def _read(source: Path, ask: Ask, step: Step | None) -> Reading:
    return reading.read(source, ask, *((step,) if step else ()))


def apply(register: Register, plan: Plan) -> Applied:
    """Do what a plan says: all of it, in one change that can be undone."""
    counts = plan.counts()
    if plan.changes_nothing:
        return Applied(None, counts)
    if register.can_write:
        backup.make(register.file)
    name = plan.source.name
    change = register.change(N_("File imported"), about=name, in_bulk=True)
    with reading.collecting_later(), change as db:
        # The change itself has raised the generation by one.
        if _generation(register) != plan.generation + 1:
            said = _(
                "The register has changed since the file was read. Import it again."
            )
            raise UserError(said)
        import_id = _note_import(register, db, plan, counts)
        ids = _add_pupils(db, plan)
        _correct_pupils(db, plan)
        _store_results(db, plan, ids, import_id)
    return Applied(import_id, counts)


def _fingerprint(source: Path) -> str:
    with source.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _generation(register: Register) -> int:
    return int(register.value("select generation from file_state") or 0)


def _earlier_import(register: Register, sha256: str) -> tuple[str, str] | None:
    row = register.row(
        """
        select made_at, made_by
        from imports
        where sha256 = :sha256
        order by id desc
        """,
        sha256=sha256,
    )
    return None if row is None else (row["made_at"], row["made_by"])


def _note_import(register: Register, db: Writing, plan: Plan, counts: Counts) -> int:
    columns = [[c.heading, c.field, c.sure, c.why] for c in plan.reading.columns]
    numbers = {name: getattr(counts, name) for name in Counts.__slots__}
    return db.insert(
        "imports",
        {
            "file_name": plan.source.name,
            "sha256": plan.sha256,
            "sheet": plan.reading.sheet,
            "format": plan.reading.format,
            "mapping": json.dumps(columns, ensure_ascii=False),
            "counts": json.dumps(numbers),
            "made_at": register.today.isoformat(),
            "made_by": register.user,
        },
    )


def _add_pupils(db: Writing, plan: Plan) -> range:
    """Add the new pupils and return their ids, in the order of the plan."""
    first = db.next_id("pupils")
    ids = range(first, first + len(plan.new))
    fields = sorted({name for new in plan.new for name in new.details})
    rows = (
        (key, *map(new.details.get, fields))
        for key, new in zip(ids, plan.new, strict=True)
    )
    db.insert_many("pupils", ("id", *fields), rows)
    return ids


def _correct_pupils(db: Writing, plan: Plan) -> None:
    for known in plan.known:
        db.update("pupils", known.pupil_id, {c.field: c.new for c in known.changes})


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


def _store_results(db: Writing, plan: Plan, ids: range, import_id: int) -> None:
    sheet = plan.reading.sheet

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
            sheet,
            result.row,
            said.column,
        )

    def rows() -> Iterator[tuple[Stored, ...]]:
        for key, new in zip(ids, plan.new, strict=True):
            for result in new.results:
                yield stored(key, result)
        for known in plan.known:
            for result in known.results:
                yield stored(known.pupil_id, result)

    first = db.next_id("results")
    numbered = ((key, *row) for key, row in enumerate(rows(), first))
    db.insert_many("results", ("id", *_RESULT), numbered)
    for known in plan.known:
        for result_id, result in known.amended:
            values = zip(_RESULT, stored(known.pupil_id, result), strict=True)
            db.update("results", result_id, dict(values))


__all__ = ["Applied", "Asked", "Change", "Choices", "Counts", "Known", "New", "Plan"]
