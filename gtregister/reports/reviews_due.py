"""Who on the register is due to be looked at again."""

from datetime import date, timedelta

from gtregister import options
from gtregister.core.register import Register
from gtregister.i18n import N_, translated
from gtregister.reports import Report
from gtregister.table import Column, Table

_COLUMNS = (
    Column("review_due", N_("Review due"), "date"),
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
    Column("subject", N_("Subject")),
    Column("from_on", N_("Since"), "date"),
    Column("reason", N_("Reason")),
)


_FURTHEST = 10_000  # the days for which a pupil may be at school, and then some


def table(register: Register, days: int | None) -> Table:
    """List the entries whose review is due by a day, the oldest first.

    `days` looks so many days ahead of today. The keys are ids of entries.
    """
    by = register.today + timedelta(days=min(days or 0, _FURTHEST))
    rows = register.rows(
        """
        select *
        from register_entries
        where status in ('on', 'watching', 'paused')
            and review_due <= :by
            and (left_on is null or left_on > :today)
        order by review_due, year_group, surname, forename
        """,
        by=by.isoformat(),
        today=register.today.isoformat(),
    )
    shown = [
        (
            date.fromisoformat(row["review_due"]),
            row["shown_surname"],
            row["shown_forename"],
            row["year_group"],
            row["form"],
            translated(row["subject_name"] or N_("All-round")),
            date.fromisoformat(row["from_on"]),
            row["reason"],
        )
        for row in rows
    ]
    keys = [row["entry_id"] for row in rows]
    return Table(N_("Reviews due"), _COLUMNS, shown, keys)


REPORT = Report(
    title=N_("Reviews due"),
    options=(options.number("days", N_("Days to look ahead"), default=30),),
    table=table,
    about=N_("Whose place on the register is due to be looked at again."),
    topic="register",
)
