"""A pupil's enrichment record: what they took part in, when, and what came of it."""

from gtregister import options
from gtregister.core.enrichment import activity_kinds, rows_shown
from gtregister.core.enrichment.evaluations import OUTCOMES
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.i18n import N_, _, translated
from gtregister.reports import Report
from gtregister.table import Column, Table

_PUPIL = (
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("form", N_("Form")),
)
_COLUMNS = (
    Column("first_on", N_("From"), "date"),
    Column("last_on", N_("Until"), "date"),
    Column("title", N_("Activity")),
    Column("kind", N_("Kind")),
    Column("partner", N_("With")),
    Column("attended", N_("Sessions attended"), "number"),
    Column("marked", N_("Of"), "number"),
    Column("outcome", N_("What it did")),
    Column("award", N_("Award")),
)


def table(register: Register, upn: str | None) -> Table:
    """List the activities of one pupil, or without a UPN those of every pupil.

    It is made to be given to the pupil: it has no reason and nothing sensitive.
    """
    pupil = pupils.by_upn(register, upn) if upn else None
    rows = register.rows(
        """
        select
            enrichment.*,
            coalesce(pupils.preferred_surname, pupils.surname) as surname,
            coalesce(pupils.preferred_forename, pupils.forename) as forename,
            pupils.form
        from enrichment
        join pupils on pupils.id = enrichment.pupil_id
        where :pupil_id is null or pupils.id = :pupil_id
        order by surname, forename, pupils.id, enrichment.first_on, enrichment.title
        """,
        pupil_id=pupil["id"] if pupil else None,
    )
    said = {
        "kind": rows_shown.words(activity_kinds.names(register), str),
        "outcome": rows_shown.words(OUTCOMES, translated),
    }
    columns = _COLUMNS if pupil else (*_PUPIL, *_COLUMNS)
    title = N_("Enrichment records")
    if pupil:
        title = _("Enrichment record of {forename} {surname}").format(
            forename=pupil["preferred_forename"] or pupil["forename"],
            surname=pupil["preferred_surname"] or pupil["surname"],
        )
    return rows_shown.table(title, columns, rows, "activity_id", said)


REPORT = Report(
    title=N_("Enrichment record of a pupil"),
    options=(options.text("upn", N_("UPN; leave it empty for every pupil")),),
    table=table,
    about=N_(
        "What a pupil took part in and what came of it, to be given to the pupil."
    ),
    topic="enrichment",
)
