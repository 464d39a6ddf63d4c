"""Which groups take part, beside their share of the register and of the roll."""

from gtregister import options
from gtregister.core.enrichment import participation
from gtregister.core.register import Register
from gtregister.i18n import N_
from gtregister.reports import Report
from gtregister.table import Table


def table(register: Register, academic_year: int | None) -> Table:
    """Compare groups of pupils, a row for each."""
    return participation.shares(register, academic_year)


REPORT = Report(
    title=N_("Participation by group"),
    options=(
        options.number("academic_year", N_("Academic year (2026 is 2026 to 2027)")),
    ),
    table=table,
    about=N_(
        "The share of groups in places and attendances, beside register and roll."
    ),
    topic="enrichment",
)
