"""Rosters: the pupils of an activity, for whoever leads, waits, drives or covers."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from gtregister.core import calendar, exports
from gtregister.core.enrichment import (
    activities,
    roster_columns,
    roster_facts,
    roster_rows,
)
from gtregister.core.enrichment.activities import Activity
from gtregister.core.enrichment.roster_columns import AUDIENCES, BY_HAND, COLUMNS, TICKS
from gtregister.core.register import Register, Row
from gtregister.errors import UserError
from gtregister.i18n import N_, _, ngettext, translated
from gtregister.table import Column, Imprint, Table
from gtregister.writers import roster_pdf
from gtregister.writers.roster import Roster

__all__ = ["AUDIENCES", "COLUMNS", "Roster", "make", "save", "show"]

_MOST_SESSIONS = 20  # columns of a tick sheet: more would be too narrow to tick
_NO_REPLY = {"certificates", "cover", "term"}
_SIGN = {
    "leader": (N_("Leader"), N_("Time back")),
    "ticks": (N_("Counted out by"), N_("Counted back by")),
    "bus": (N_("Counted out by"), N_("Counted back by")),
    "term": (N_("Leader"),),
}


def make(
    register: Register,
    activity_id: int,
    audience: str = "leader",
    *,
    session_id: int | None = None,
    columns: Sequence[str] = (),
) -> Roster:
    """Lay out the roster of an activity for somebody; the keys are ids of places.

    It is for the given session, else the next one, else the last. Pupils who are
    invited and have not answered yet are on it, and it says so.
    """
    activity = activities.of(register, activity_id)
    rows = roster_rows.of(register, activity_id, audience)
    chosen = _columns(register, audience, columns, rows)
    session = roster_facts.session(register, activity_id, session_id)
    ticks = _sessions(register, activity_id) if audience == "term" else []
    return Roster(
        _table(activity, audience, [COLUMNS[key] for key in chosen], ticks, rows),
        facts=roster_facts.facts(register, activity, session, audience),
        totals=_totals(register, activity, rows, audience),
        sign=tuple(translated(words) for words in _SIGN.get(audience, ())),
        ticks=TICKS | {column.key for column in ticks},
        by_hand=BY_HAND & set(chosen),
        group="bus" if audience == "bus" else None,
        group_facts=roster_facts.of_buses(register, activity_id),
    )


def show(register: Register, roster: Roster, path: Path) -> None:
    """Draw a roster to a PDF to look at before it is printed; nothing is logged."""
    roster_pdf.write(roster, _imprint(register, roster), path)


def save(
    register: Register, roster: Roster, path: Path, *, overwrite: bool = True
) -> None:
    """Write a roster to a PDF, a workbook or a CSV file, and log that data left."""
    title = translated(roster.table.title)
    writer = exports.writer_for(path)
    imprint = _imprint(register, roster)
    with exports.leaving(register, title, path, overwrite=overwrite) as part:
        if path.suffix.lower() == ".pdf":
            roster_pdf.write(roster, imprint, part)
        else:
            writer.write(roster.table, imprint, part)


def log_printing(register: Register, roster: Roster) -> None:
    """Note in the history that a roster was printed."""
    with register.change(N_("Printed"), about=translated(roster.table.title)):
        pass


def _imprint(register: Register, roster: Roster) -> Imprint:
    return exports.imprint(register, roster.facts)


def _columns(
    register: Register, audience: str, columns: Sequence[str], rows: Sequence[Row]
) -> list[str]:
    """Choose the columns, and those without which the roster would mislead."""
    chosen = list(columns or roster_columns.chosen(register, audience))
    roster_columns.check(chosen)
    unanswered = any(row["state"] == "invited" for row in rows)
    if unanswered and "reply" not in chosen and audience not in _NO_REPLY:
        chosen.insert(_after_names(chosen), "reply")
    if audience == "bus" and "bus" not in chosen:
        chosen.append("bus")
    return chosen


def _table(
    activity: Activity,
    audience: str,
    shown: Sequence[Column],
    ticks: Sequence[Column],
    rows: Sequence[Row],
) -> Table:
    blank = [None] * len(ticks)
    title = _("{title}: {audience}").format(
        title=activity.title,
        audience=translated(roster_columns.audience(audience).title),
    )
    told = [
        (*(roster_rows.value(row, column.key, n) for column in shown), *blank)
        for n, row in enumerate(rows, 1)
    ]
    return Table(title, (*shown, *ticks), told, [row["place_id"] for row in rows])


def _after_names(columns: Sequence[str]) -> int:
    """Find the place right of the columns that say who a pupil is."""
    who = {"number", "surname", "forename", "year_group", "form"}
    return 1 + max((n for n, key in enumerate(columns) if key in who), default=-1)


def _sessions(register: Register, activity_id: int) -> list[Column]:
    """Make a column to tick for each session of this term, or of all that come."""
    term = calendar.term_of(register, register.today)
    first = min(term.first_on, register.today) if term else register.today
    rows = register.rows(
        """
        select id, held_on
        from sessions
        where activity_id = :activity_id
            and status = 'planned'
            and held_on between :first and :last
        order by held_on, starts_at
        limit :most
        """,
        activity_id=activity_id,
        first=first.isoformat(),
        last=term.last_on.isoformat() if term else "9999",
        most=_MOST_SESSIONS,
    )
    if not rows:
        said = _("No session of this term is planned. Plan the sessions first.")
        raise UserError(said, "for")
    days = [date.fromisoformat(row["held_on"]) for row in rows]
    return [
        Column(f"session_{row['id']}", f"{day:%d/%m}")
        for row, day in zip(rows, days, strict=True)
    ]


def _totals(
    register: Register, activity: Activity, rows: Sequence[Row], audience: str
) -> tuple[str, ...]:
    n = len(rows)
    years = Counter(row["year_group"] for row in rows)
    split = ", ".join(
        _("{count} in Year {year}").format(count=years[year], year=year)
        for year in sorted(years, key=lambda year: (year is None, year))
        if year is not None
    )
    whole = ngettext("{n} pupil", "{n} pupils", n)
    lines = [
        _("{pupils}: {split}.").format(pupils=whole, split=split) if split else whole
    ]
    if activity.consent == "needed" and audience in {"leader", "base", "ticks"}:
        missing = sum(row["consent"] in {None, "requested", "refused"} for row in rows)
        said = ngettext("{n} consent is missing.", "{n} consents are missing.", missing)
        lines.append(said if missing else _("All consents are given."))
    if audience != "certificates":
        lines.append(roster_facts.adults_in_words(register, activity.id))
    return (" ".join(filter(None, lines)),) if rows else ()
