"""Pupils on the register who have had nothing this term, or this year."""

from gtregister import options
from gtregister.core.enrichment import provision
from gtregister.core.register import Register
from gtregister.i18n import N_
from gtregister.reports import Report
from gtregister.table import Table


def table(register: Register, period: str) -> Table:
    """List the pupils whom no activity has reached yet."""
    return provision.without(register, period)


REPORT = Report(
    title=N_("Pupils without an activity"),
    options=(
        options.choice(
            "period",
            N_("How long"),
            (("term", N_("This term")), ("year", N_("This year"))),
            "term",
        ),
    ),
    table=table,
    about=N_("Who on the register has had nothing, so that they are invited next."),
    topic="enrichment",
)
