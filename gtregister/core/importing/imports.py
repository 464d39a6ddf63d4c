"""Files into the register: plan what an import would do, then do all of it or none."""

import json
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import replace
from pathlib import Path

from gtregister.core import backup
from gtregister.core.importing import (
    conflicts,
    earlier,
    families,
    family_rows,
    layouts,
    ownership,
    planning,
    proposals,
    storing,
    taking_part,
)
from gtregister.core.importing.import_choices import Choices
from gtregister.core.importing.import_plan import Applied, Counts, Plan
from gtregister.core.importing.opened import Opened, open_file
from gtregister.core.register import Register, Row, Writing
from gtregister.core.roll import leavers, results
from gtregister.core.roll.matching import Roll
from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.importers import Problem, Reading, Step, reading

__all__ = ["Applied", "Choices", "Counts", "Plan", "apply", "missing", "plan"]


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
        opened, read = reads.result()
        source, sha256 = opened.source, opened.sha256
        is_one_of_several = sum(not sheet.parts for sheet in opened.sheets) > 1
        step(0, 0)
        made = earlier.made_by(register, sha256, read) if choices.answers else {}
        by_form = read.format not in planning.AUTHORITIES
        owned = ownership.settle(
            roll, read.records, choices.answers, made, by_form=by_form
        )
        placed = planning.sort_out(register, roll, held, read, choices, owned, step)
        judge = conflicts.Judge(register, choices)
        known, kept = judge.pupils(placed.known)
        contacts = families.planned(register, placed.new, known)
        kept += judge.families(contacts)
        proposed = proposals.planned(register, placed.new, known)
        took_part = taking_part.planned(register, placed.new, known)
        placed.unsaid.activities = took_part.undated
    return Plan(
        source=source,
        sha256=sha256,
        reading=read,
        new=tuple(placed.new),
        known=tuple(known),
        asked=tuple(placed.asked),
        skipped=(*read.skipped, *placed.skipped),
        problems=(
            *read.problems,
            *placed.problems,
            *conflicts.in_words(kept, planning.headings_of(read)),
            *proposed.problems,
            *took_part.problems,
        ),
        before=earlier.of(register, sha256, read, is_one_of_several=is_one_of_several),
        generation=_generation(register),
        choices=choices,
        kept=tuple(kept),
        unsaid=placed.unsaid,
        families=contacts,
        proposals=proposed,
        taking_part=took_part,
    )


def _read(
    source: Path | Opened,
    choices: Choices,
    known_layouts: Mapping[str, layouts.Remembered],
    step: Step,
) -> tuple[Opened, Reading]:
    """Open a file, and read it."""
    opened = source
    if not isinstance(opened, Opened):
        opened = open_file(opened, step, choices.ask.encoding)
    asked = reading.settled(opened.sheets, choices.ask)
    ask = layouts.recalled(known_layouts, opened.sheets, asked)
    read = opened.read(replace(choices, ask=ask))
    if ask is not asked:
        said = _("The columns go where they went the last time that you said it.")
        note = Problem(0, "", "", "note", said)
        read = replace(read, problems=(note, *read.problems))
    return opened, read


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
        family_rows.store(register, db, plan.families, ids)
        proposals.store(db, plan.proposals, ids)
        taking_part.store(register, plan.taking_part, ids, name)
        leavers.mark(register, db, plan.choices.left)
        if plan.choices.remember:
            layouts.remember_columns(register, plan.reading)
        change_id = register.value("select change_id from open_change")
    return Applied(import_id, counts, int(change_id or 0))


def missing(register: Register, plan: Plan, asked: Iterable[int] = ()) -> list[Row]:
    """List pupils of the years that a file lists who are not in it.

    `asked` are pupils whom a row of it may be about, beside those that still ask. A
    list of what was says nothing of who is still there.
    """
    if plan.reading.format in planning.OF_THE_PAST:
        return []
    found = {known.pupil_id for known in plan.known}
    found |= {pupil_id for one in plan.asked for pupil_id in one.alike}
    return leavers.missing(register, found | {*asked})


def _generation(register: Register) -> int:
    return int(register.value("select generation from file_state") or 0)


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
