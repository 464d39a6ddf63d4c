"""What an import is said to do, on the command line: as lines, and as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from gtregister.core.importing import dating, differences
from gtregister.core.importing.differences import Offer
from gtregister.core.importing.imports import Applied, Counts, Plan
from gtregister.core.register import Register, Row
from gtregister.i18n import _, ngettext
from gtregister.importers import Aside, ColumnMatch, Problem
from gtregister.importers.joining import RowNumber

_MOST = 50  # changes that are told one by one in words


def offers(register: Register, plan: Plan) -> list[Offer]:
    """List what the file says otherwise than the register, before it goes in."""
    return differences.offers(plan, differences.values(register, plan))


def in_json(
    plan: Plan, applied: Applied | None, found: Sequence[Offer], missing: Sequence[Row]
) -> dict[str, object]:
    """Say all of it by the names of design."""
    counts = plan.counts()
    reading = plan.reading
    return {
        "format": reading.format,
        "sheet": reading.sheet,
        "encoding": reading.encoding,
        "heading_row": reading.heading_row,
        "columns": [asdict(column) for column in reading.columns],
        "rows": counts.rows,
        "used": counts.used,
        "asked": counts.asked,
        "asked_rows": [
            {**_where(row), "why": person.why}
            for person in plan.asked
            for row in person.rows
        ],
        "skipped_rows": [_aside(aside) for aside in plan.skipped],
        "ignored_rows": [_aside(aside) for aside in reading.ignored],
        **_numbers(counts),
        "changes": [
            {
                **_where(one.row),
                "what": one.what,
                "old": one.old or None,
                "new": one.new,
                "goes_in": one.goes_in,
                "why": one.why,
            }
            for one in found
        ],
        "missing": [{"upn": row["upn"], "year": row["year_group"]} for row in missing],
        "worked_out": [*dating.worked_out(plan.unsaid)],
        "unsaid": [*dating.open_questions(plan.unsaid)],
        "problems": [
            {**problem._asdict(), **_where(problem.row)} for problem in plan.problems
        ],
        "imported_before": plan.before
        and {"on": plan.before.day, "by": plan.before.person},
        "applied": applied is not None,
        "import": applied.import_id if applied else None,
    }


def _numbers(counts: Counts) -> dict[str, object]:
    """Count what comes in, by what it is."""
    return {
        "pupils": {
            "new": counts.new_pupils,
            "changed": counts.changed_pupils,
            "unchanged": counts.unchanged_pupils,
            "ask": counts.asked_pupils,
        },
        "results": {
            "new": counts.new_results,
            "changed": counts.changed_results,
            "unchanged": counts.unchanged_results,
        },
        "contacts": {
            "new": counts.new_contacts,
            "changed": counts.changed_contacts,
            "unchanged": counts.unchanged_contacts,
        },
        "referrals": {"new": counts.new_referrals},
        "activities": {
            "new": counts.new_activities,
            "joined": counts.joined_activities,
        },
        "places": {
            "new": counts.new_places,
            "changed": counts.changed_places,
            "unchanged": counts.unchanged_places,
        },
    }


def in_lines(
    plan: Plan, applied: Applied | None, found: Sequence[Offer], missing: Sequence[Row]
) -> list[str]:
    """Say it in sentences."""
    return [
        *_reading(plan),
        *(_shown(problem) for problem in plan.problems),
        *dating.placed(plan.unsaid),
        *dating.open_questions(plan.unsaid),
        *_rows(plan),
        *_changes(found),
        *_missing(missing),
        _counted(plan.counts()),
        *_activities(plan.counts()),
        _ending(plan, applied),
    ]


def _reading(plan: Plan) -> Iterator[str]:
    if plan.before:
        said = _("This very file was imported on {day} by {person}.")
        if plan.before.sheet:
            said = _("“{sheet}” of this very file was imported on {day} by {person}.")
        yield said.format(**plan.before._asdict())
    yield _("Read as {format}, sheet “{sheet}”, headings in row {row}.").format(
        format=plan.reading.format,
        sheet=plan.reading.sheet,
        row=plan.reading.heading_row,
    )
    unused = [c.heading for c in plan.reading.columns if _is_unused(c) and c.heading]
    if unused:
        yield _("Not used: {headings}.").format(headings=", ".join(unused))
    for column in plan.reading.columns:
        if not _is_unused(column):
            yield _("  {heading} → {field} ({sure}: {why})").format(
                heading=column.heading or "—",
                field=column.field or _("not used"),
                sure=column.sure,
                why=column.why,
            )


def _is_unused(column: ColumnMatch) -> bool:
    return not column.field and column.sure != "check"


def _where(row: int) -> dict[str, object]:
    """Give the row as its sheet numbers it, and that sheet where several are read."""
    if isinstance(row, RowNumber):
        return {"sheet": row.sheet, "row": row.own}
    return {"row": row}


def _aside(aside: Aside) -> dict[str, object]:
    return {**_where(aside.row), "why": aside.why}


def _key(row: int) -> str:
    """Write a row as --answer takes it: 14, or 7B!14 of several sheets."""
    return f"{row.sheet}!{row.own}" if isinstance(row, RowNumber) else str(row)


def _shown(problem: Problem) -> str:
    if not problem.row:
        return problem.text
    said = _("Row {row}, {column} “{value}”: {text}")
    return said.format(**problem._asdict())


def _rows(plan: Plan) -> Iterator[str]:
    for person in plan.asked:
        said = _(
            "Row {row} asks: {why}. Answer with --answer {key}=new, =skip or =UPN."
        )
        row = person.rows[0]
        yield said.format(row=row, why=person.why, key=_key(row))
    for aside in plan.skipped:
        yield _("Row {row} is left out: {why}").format(row=aside.row, why=aside.why)


def _changes(found: Sequence[Offer]) -> Iterator[str]:
    for one in found[:_MOST]:
        said = _("Row {row}, {what}: {old} → {new}")
        if not one.goes_in:
            said = _("Row {row}, {what}: {old} stays, not {new}. {why}")
        yield said.format(
            row=one.row, what=one.what, old=one.old or "–", new=one.new, why=one.why
        ).rstrip()
    more = len(found) - _MOST
    if more > 0:
        yield ngettext("… and {n} other change.", "… and {n} other changes.", more)


def _missing(missing: Sequence[Row]) -> Iterator[str]:
    if missing:
        yield ngettext(
            "{n} pupil of the same years is not in this file. Mark who has left with "
            "--left UPN:",
            "{n} pupils of the same years are not in this file. Mark who has left with "
            "--left UPN:",
            len(missing),
        )
    for row in missing:
        said = _("  {forename} {surname}, Year {year}, UPN {upn}")
        yield said.format(
            forename=row["forename"],
            surname=row["surname"],
            year=row["year_group"],
            upn=row["upn"] or "–",
        )


def _counted(counts: Counts) -> str:
    return _(
        "{rows} rows: {used} used, {asked} ask, {skipped} left out. "
        "Pupils: {new_pupils} new, {changed_pupils} changed, "
        "{unchanged_pupils} unchanged. Results: {new_results} new, "
        "{changed_results} changed, {unchanged_results} unchanged."
    ).format(**asdict(counts))


def _activities(counts: Counts) -> Iterator[str]:
    places = counts.new_places + counts.changed_places + counts.unchanged_places
    if places or counts.new_activities:
        yield _(
            "Activities: {new_activities} new, {joined_activities} joined. "
            "Places: {new_places} new, {changed_places} changed, "
            "{unchanged_places} unchanged."
        ).format(**asdict(counts))


def _ending(plan: Plan, applied: Applied | None) -> str:
    if applied is None:
        return _("Nothing was changed: this was a dry run.")
    if applied.import_id is None:
        return _why_nothing(plan)
    n = len(plan.problems)
    if not n:
        return _("Imported.")
    return ngettext(
        "Imported, with {n} thing to look at.",
        "Imported, with {n} things to look at.",
        n,
    )


def _why_nothing(plan: Plan) -> str:
    if plan.asked or plan.questions:
        return _("Nothing was changed: answer what is asked, and import again.")
    if not plan.counts().used:
        return _("Nothing was changed: no row could go in, and each says why.")
    return _("Nothing was changed: the register holds all of it already.")
