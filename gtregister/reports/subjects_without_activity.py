"""Subjects of the register, and how many activities serve them."""

from gtregister import options
from gtregister.core.enrichment import provision_gaps
from gtregister.core.register import Register
from gtregister.i18n import N_
from gtregister.reports import Report
from gtregister.table import Table


def table(register: Register, academic_year: int | None) -> Table:
    """List the subjects, those without any activity first."""
    return provision_gaps.table(register, academic_year)


REPORT = Report(
    title=N_("Subjects and their activities"),
    options=(
        options.number("academic_year", N_("Academic year (2026 is 2026 to 2027)")),
    ),
    table=table,
    about=N_("Which subjects have pupils on the register and no activity for them."),
    topic="enrichment",
)
