"""Files into the register: plan what an import would do, then do all of it or none."""

import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field, replace
from pathlib import Path

from gtregister.core import backup
from gtregister.core.importing import (
    conflicts,
    families,
    layouts,
    ownership,
    planning,
    proposals,
    storing,
)
from gtregister.core.importing.conflicts import Kept
from gtregister.core.importing.families import Families
from gtregister.core.importing.import_choices import Choices
from gtregister.core.importing.opened import Opened, open_file
from gtregister.core.importing.planning import Asked, Change, Known, New
from gtregister.core.importing.proposals import Proposals
from gtregister.core.register import Register, Writing
from gtregister.core.roll import leavers, results
from gtregister.core.roll.matching import Roll
from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.importers import Aside, Problem, Reading, Step, reading


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
    new_contacts: int = 0
    changed_contacts: int = 0
    unchanged_contacts: int = 0
    new_referrals: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """All that an import would do; nothing of it is done yet.

    `before` says when and by whom the very same file was imported already; `kept` is
    what the register has and keeps; `left` are pupils to mark as left; `remember` has
    the columns kept for the next file of the same headings.
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
    kept: tuple[Kept, ...] = ()
    left: frozenset[int] = frozenset()
    remember: bool = False
    families: Families = field(default_factory=Families)
    proposals: Proposals = field(default_factory=Proposals)

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
            new_contacts=len(self.families.new),
            changed_contacts=len({*self.families.changed, *self.families.moved}),
            unchanged_contacts=self.families.unchanged,
            new_referrals=len(self.proposals.new),
        )

    @property
    def changes_nothing(self) -> bool:
        """Say whether the register holds all of it already."""
        if self.new or self.left or self.proposals.new:
            return False
        return self.families.changes_nothing and not any(
            k.changes or k.results or k.amended for k in self.known
        )


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of an import; `import_id` is None if there was nothing to change.

    `change_id` is the change that an undo puts back.
    """

    import_id: int | None
    counts: Counts
    change_id: int | None = None


def plan(
    register: Register,
    source: Path | Opened,
    choices: Choices | None = None,
    step: Step = lambda _done, _of: None,
) -> Plan:
    """Work out what importing a file would do, without changing anything.

    A file that is opened already is not read again. Raises UserError if the file cannot
    be read or the answers do not fit it.
    """
    choices = choices or Choices()
    choices.check()
    choices = replace(choices, ask=replace(choices.ask, today=register.today))
    with reading.collecting_later(), ThreadPoolExecutor(1) as other_thread:
        # While the child process opens the file, the register is read here.
        aside = copy_context().run
        known_layouts = layouts.every(register)
        reads = other_thread.submit(aside, _read, source, choices, known_layouts, step)
        roll, held = Roll.of(register), results.Held(register)
        source, sha256, read = reads.result()
        made = results.made_by(register, sha256, read.sheet) if choices.answers else {}
        owned = ownership.settle(roll, read.records, choices.answers, made)
        placed = planning.sort_out(register, roll, held, read, choices.year, owned)
        known, kept = conflicts.settled(register, placed.known, choices)
        contacts = families.planned(register, placed.new, known)
        proposed = proposals.planned(register, placed.new, known)
    return Plan(
        source=source,
        sha256=sha256,
        reading=read,
        new=tuple(placed.new),
        known=tuple(known),
        asked=tuple(placed.asked),
        skipped=(*read.skipped, *placed.skipped),
        problems=(*read.problems, *placed.problems, *proposed.problems),
        before=_earlier_import(register, sha256),
        generation=_generation(register),
        kept=tuple(kept),
        left=choices.left,
        remember=choices.remember,
        families=contacts,
        proposals=proposed,
    )


def _read(
    source: Path | Opened,
    choices: Choices,
    known_layouts: Mapping[str, layouts.Remembered],
    step: Step,
) -> tuple[Path, str, Reading]:
    """Read a file; give its name and what it is known by too."""
    opened = source if isinstance(source, Opened) else open_file(source, step)
    ask = layouts.recalled(known_layouts, opened.sheets, choices.ask)
    read = opened.read(replace(choices, ask=ask))
    if ask is not choices.ask:
        said = _("The columns go where they went the last time that you said it.")
        note = Problem(0, "", "", "note", said)
        read = replace(read, problems=(note, *read.problems))
    return opened.source, opened.sha256, read


def apply(
    register: Register, plan: Plan, step: Step = lambda _done, _of: None
) -> Applied:
    """Do what a plan says: all of it, in one change that can be undone.

    What `step` raises, such as Cancelled, puts everything back.
    """
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
        ids = storing.add_pupils(db, plan.new)
        storing.correct_pupils(db, plan.known)
        source = (import_id, plan.reading.sheet)
        storing.store_results(db, plan.new, plan.known, ids, source, step)
        families.store(db, plan.families, ids)
        proposals.store(db, plan.proposals, ids)
        leavers.mark(register, db, plan.left)
        if plan.remember:
            layouts.remember_columns(register, plan.reading)
        change_id = register.value("select change_id from open_change")
    return Applied(import_id, counts, int(change_id or 0))


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


__all__ = ["Applied", "Asked", "Change", "Choices", "Counts", "Known", "New", "Plan"]
