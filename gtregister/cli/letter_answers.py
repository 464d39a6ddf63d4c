"""What came back of letters: one slip at a time, or a sheet of replies."""

from pathlib import Path

import click

from gtregister.cli.session import Session, UsersTurn
from gtregister.core.telling import answer_sheets, answers
from gtregister.core.telling.answer_sheets import OUTCOMES, Line, Plan
from gtregister.i18n import _, ngettext, translated


def enter_one(
    session: Session, file: Path, words: tuple[str, ...], *, replace: bool
) -> None:
    """Enter one slip by its number."""
    if len(words) < 2:
        raise click.UsageError(_("Write the number of the slip, then yes or no."))
    with session.writing(file) as register:
        came = answers.enter(register, words[0], words[1:], replace=replace)
    slip = came.slip
    found = {
        "slip": slip.number,
        "pupil": slip.pupil_id,
        "answers": dict(slip.answers),
        "late": came.is_late,
        "repeated": came.is_repeated,
    }
    session.answer(found, [came.said])


def enter_sheet(
    session: Session,
    file: Path,
    words: tuple[str, ...],
    *,
    replace: bool,
    dry_run: bool,
) -> None:
    """Read a sheet of replies, say what happens to each row, and enter them."""
    if len(words) != 1:
        raise click.UsageError(_("Name the spreadsheet or CSV file with the replies."))
    opened = session.reading if dry_run else session.writing
    with opened(file) as register:
        plan = answer_sheets.plan(register, Path(words[0]))
        entered = 0
        if not dry_run:
            entered = answer_sheets.enter(register, plan, replace=replace)
    session.answer(
        _found(plan, entered, dry_run=dry_run), _said(plan, entered, dry_run=dry_run)
    )
    left = plan.count("refused") + (0 if replace else plan.count("differs"))
    if left and not dry_run:
        said = ngettext(
            "{n} row was not entered. Put it right, and bring the file in again.",
            "{n} rows were not entered. Put them right, and bring the file in again.",
            left,
        )
        raise UsersTurn(said)


def _found(plan: Plan, entered: int, *, dry_run: bool) -> dict[str, object]:
    return {
        "sheet": plan.sheet,
        "heading_row": plan.heading_row,
        "columns": [{"heading": h, "meaning": said} for h, said in plan.columns],
        "rows": [_row(line) for line in plan.lines],
        "counts": {outcome: plan.count(outcome) for outcome in OUTCOMES},
        "entered": entered,
        "applied": not dry_run,
    }


def _row(line: Line) -> dict[str, object]:
    reply = line.reply
    return {
        "row": line.row,
        "outcome": line.outcome,
        "slip": reply.slip.number if reply else None,
        "pupil": reply.slip.pupil_id if reply else None,
        "answers": dict(reply.answers) if reply else {},
        "why": line.why,
    }


def _said(plan: Plan, entered: int, *, dry_run: bool) -> list[str]:
    head = _("Sheet “{sheet}”, headings in row {row}.")
    lines = [head.format(sheet=plan.sheet, row=plan.heading_row)]
    lines += [f"  {heading} → {said}" for heading, said in plan.columns]
    lines += [_line(line) for line in plan.lines]
    if dry_run:
        return [*lines, _("Nothing was changed: this was a dry run.")]
    done = ngettext("{n} reply is entered.", "{n} replies are entered.", entered)
    if plan.count("differs"):
        hint = _("Add --replace to let the other answers of this file count.")
        return [*lines, done, hint]
    return [*lines, done]


def _line(line: Line) -> str:
    outcome = translated(OUTCOMES[line.outcome])
    if line.reply is None:
        said = _("Row {row}: {outcome}. {why}")
        return said.format(row=line.row, outcome=outcome, why=line.why)
    slip = line.reply.slip
    said = _("Row {row}: slip {slip}, {child}: {answers}. {outcome}. {why}")
    return said.format(
        row=line.row,
        slip=slip.number,
        child=slip.child,
        answers=answers.in_words(slip, line.reply.answers),
        outcome=outcome,
        why=line.why,
    ).strip()
