"""Who has not been told of what they should know, and why not."""

from dataclasses import replace

from gtregister import options
from gtregister.core.telling import notices
from gtregister.core.telling.letter_settings import KINDS
from gtregister.i18n import N_
from gtregister.reports import Register, Report
from gtregister.table import Table


def table(register: Register, kind: str | None, form: str | None) -> Table:
    """List households and pupils in the order of forms; keys are those of notices."""
    found = notices.table(register, states=notices.UNTOLD, kind=kind, form=form)
    return replace(
        found.without({"way", "state_on", "state_by"}), title=N_("Not yet told")
    )


REPORT = Report(
    title=N_("Who has not been told"),
    options=(
        options.choice("kind", N_("Letter"), list(KINDS.items())),
        options.text("form", N_("Form")),
    ),
    table=table,
    about=N_("Which family or pupil should have heard, and why they have not."),
    topic="telling",
)
