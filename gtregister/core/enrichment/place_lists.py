"""Lists of places: those of an activity, and those of a pupil."""

from gtregister.core.enrichment import activity_kinds, consents, rows_shown
from gtregister.core.enrichment.places import STATES
from gtregister.core.register import Register, Row
from gtregister.i18n import N_, translated
from gtregister.table import Column, Table, Value

_COLUMNS = (
    Column("waiting_number", N_("Waits as"), "number"),
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
    Column("state", N_("Status"), "status"),
    Column("consent", N_("Consent"), "status"),
    Column("consent_requested_on", N_("Consent asked for"), "date"),
    Column("consent_answered_on", N_("Consent answered"), "date"),
    Column("payment", N_("Payment"), "status"),
    Column("paid_on", N_("Paid on"), "date"),
    Column("bus", N_("Bus")),
    Column("why", N_("Why")),
    Column("override", N_("Stands although")),
    Column("pupil_premium", N_("Pupil premium"), "yes_no", sensitive=True),
    Column("medical", N_("Medical"), sensitive=True),
    Column("dietary", N_("Diet"), sensitive=True),
    Column("upn", N_("UPN"), sensitive=True),
)
_OF_PUPIL = (
    Column("day", N_("Day"), "date"),
    Column("activity", N_("Activity")),
    Column("kind", N_("Kind")),
    Column("state", N_("Status"), "status"),
    Column("why", N_("Why")),
    Column("attended", N_("Attended"), "number"),
    Column("marked", N_("Of"), "number"),
    Column("outcome", N_("Outcome"), "status"),
    Column("award", N_("Award")),
    Column("number", N_("Number"), "number"),
)
OUTCOMES = {
    "exceeded": N_("More than hoped for"),
    "met": N_("As hoped for"),
    "partly": N_("In part"),
    "not_met": N_("Not this time"),
}


def table(register: Register, activity_id: int, state: str | None = None) -> Table:
    """List the places of an activity: pupils who come, who wait in order, the rest.

    The keys are ids of places; `state` keeps those in one state.
    """
    rows = register.rows(
        """
        select *
        from place_list
        where activity_id = :activity_id and (:state is null or state = :state)
        order by
            case
                when state in ('accepted', 'invited') then 1
                when state = 'suggested' then 2
                when state = 'waiting' then 3
                else 4
            end,
            waiting_number,
            surname,
            forename,
            place_id
        """,
        activity_id=activity_id,
        state=state,
    )
    shown = [tuple(_shown(row, column) for column in _COLUMNS) for row in rows]
    return Table(N_("Places"), _COLUMNS, shown, [row["place_id"] for row in rows])


def of_pupil(register: Register, pupil_id: int) -> Table:
    """List a pupil's activities, the latest first; the keys are the activities."""
    rows = register.rows(
        """
        select
            place_list.*,
            place_list.activity_id as number,
            activity_overview.first_on as day,
            outcomes.outcome,
            outcomes.award,
            sum(attendance.mark in ('present', 'late')) as attended,
            count(attendance.id) as marked
        from place_list
        join activity_overview using (activity_id)
        left join outcomes
            on outcomes.activity_id = place_list.activity_id
            and outcomes.pupil_id = place_list.pupil_id
        left join sessions on sessions.activity_id = place_list.activity_id
        left join attendance
            on attendance.session_id = sessions.id
            and attendance.pupil_id = place_list.pupil_id
        where place_list.pupil_id = :pupil_id
        group by place_list.place_id
        order by day is null, day desc, place_list.place_id desc
        """,
        pupil_id=pupil_id,
    )
    said = {
        "kind": rows_shown.words(activity_kinds.names(register), str),
        "state": rows_shown.words(STATES, translated),
        "outcome": rows_shown.words(OUTCOMES, translated),
    }
    return rows_shown.table(N_("Activities"), _OF_PUPIL, rows, "number", said)


def _shown(row: Row, column: Column) -> Value:
    if column.key == "consent" and row["consent"] is None:
        is_seated = row["state"] in {"invited", "accepted"}
        return translated(consents.NOT_ASKED) if is_seated else None
    return rows_shown.value(row, column, _SAID)


_SAID = {
    "state": rows_shown.words(STATES, translated),
    "consent": rows_shown.words(consents.CONSENTS, translated),
    "payment": rows_shown.words(consents.PAYMENTS, translated),
}
