"""What an activity did: outcomes of pupils, and the staff's judgement."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from gtregister.core.enrichment import activities, place_lists
from gtregister.core.register import Register, Row, Stored
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.table import Column, Table

AIM_MET = {
    "met": N_("Yes"),
    "partly": N_("In part"),
    "not_met": N_("No"),
    "too_early": N_("Too early to say"),
}
AGAIN = {
    "yes": N_("Run it again"),
    "changed": N_("Run it again, changed"),
    "no": N_("Do not run it again"),
}
OUTCOMES = place_lists.OUTCOMES

_OUTCOMES = (
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("form", N_("Form")),
    Column("attended", N_("Attended"), "number"),
    Column("marked", N_("Of"), "number"),
    Column("outcome", N_("Outcome"), "status"),
    Column("award", N_("Award")),
    Column("note", N_("Note")),
)


@dataclass(frozen=True, slots=True)
class NewEvaluation:
    """A judgement against the aim: keys of AIM_MET and AGAIN, and the evidence."""

    aim_met: str
    evidence: str
    again: str = "yes"
    next_time: str | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """What it cost in pence (None: not known), and how many pupils it was for.

    `noted` of them have an outcome, `met` one as hoped for or more.
    """

    cost: int | None
    pupils: int
    noted: int
    met: int

    @property
    def each(self) -> int | None:
        """Share the cost among the pupils, in whole pence."""
        if self.cost is None or not self.pupils:
            return None
        return round(self.cost / self.pupils)


def judge(register: Register, activity_id: int, evaluation: NewEvaluation) -> int:
    """Note what staff make of an activity, and return the judgement's id."""
    for value, known, field in (
        (evaluation.aim_met, AIM_MET, "aim_met"),
        (evaluation.again, AGAIN, "again"),
    ):
        _check(value, known, field)
    if not evaluation.evidence.strip():
        said = _("Say how you know: what pupils did, made or said.")
        raise UserError(said, "evidence")
    activity = activities.of(register, activity_id)
    row: dict[str, Stored] = {
        "activity_id": activity_id,
        "judged_by": register.user,
        "judged_on": register.today.isoformat(),
    }
    with register.change(N_("Activity evaluated"), about=activity.title) as db:
        return db.insert("evaluations", row | asdict(evaluation))


def judgement(register: Register, activity_id: int) -> Row | None:
    """Read the latest judgement of an activity, if there is one."""
    return register.row(
        """
        select *
        from evaluations
        where activity_id = :activity_id
        order by judged_on desc, id desc
        """,
        activity_id=activity_id,
    )


def set_outcome(
    register: Register,
    activity_id: int,
    pupil_ids: Sequence[int],
    outcome: str | None,
    *,
    award: str | None = None,
    note: str | None = None,
) -> None:
    """Note what an activity did for pupils; None takes the note away."""
    if outcome is not None:
        _check(outcome, OUTCOMES, "outcome")
    activity = activities.of(register, activity_id)
    held = register.rows(
        "select id, pupil_id from outcomes where activity_id = :id", id=activity_id
    )
    ids = {row["pupil_id"]: row["id"] for row in held}
    values: dict[str, Stored] = {"outcome": outcome, "award": award, "note": note}
    values["noted_on"] = register.today.isoformat()
    with register.change(N_("Outcome noted"), about=activity.title) as db:
        for pupil_id in pupil_ids:
            if outcome is None:
                db.delete("outcomes", [ids[pupil_id]] if pupil_id in ids else [])
            elif pupil_id in ids:
                db.update("outcomes", ids[pupil_id], values)
            else:
                row: dict[str, Stored] = {"activity_id": activity_id}
                db.insert("outcomes", row | {"pupil_id": pupil_id} | values)


def outcomes(register: Register, activity_id: int) -> Table:
    """List what an activity did for each pupil who has or had a place; keys: pupils."""
    rows = register.rows(
        """
        select
            place_list.pupil_id,
            place_list.surname,
            place_list.forename,
            place_list.form,
            sum(attendance.mark in ('present', 'late')) as attended,
            count(attendance.id) as marked,
            outcomes.outcome,
            outcomes.award,
            outcomes.note
        from place_list
        left join outcomes
            on outcomes.activity_id = place_list.activity_id
            and outcomes.pupil_id = place_list.pupil_id
        left join sessions on sessions.activity_id = place_list.activity_id
        left join attendance
            on attendance.session_id = sessions.id
            and attendance.pupil_id = place_list.pupil_id
        where place_list.activity_id = :id
            and place_list.joined_on is not null
            and place_list.state <> 'declined'
        group by place_list.place_id
        order by place_list.surname, place_list.forename, place_list.pupil_id
        """,
        id=activity_id,
    )
    shown = [
        tuple(
            translated(OUTCOMES[row["outcome"]])
            if column.key == "outcome" and row["outcome"]
            else row[column.key]
            for column in _OUTCOMES
        )
        for row in rows
    ]
    return Table(N_("Outcomes"), _OUTCOMES, shown, [row["pupil_id"] for row in rows])


def figures(register: Register, activity_id: int) -> Figures:
    """Say what an activity cost for each pupil, beside what it did for them."""
    row = register.row(
        """
        select
            activities.cost,
            count(enrichment.place_id) as pupils,
            count(enrichment.outcome) as noted,
            coalesce(sum(enrichment.outcome in ('met', 'exceeded')), 0) as met
        from activities
        left join enrichment on enrichment.activity_id = activities.id
        where activities.id = :id
        group by activities.id
        """,
        id=activity_id,
    )
    if row is None:
        raise UserError(_("This activity is not there any more."), "activity")
    return Figures(**dict(row))


def _check(value: str, known: dict[str, str], field: str) -> None:
    if value not in known:
        said = _("“{value}” is not an answer. Use: {known}.")
        raise UserError(said.format(value=value, known=", ".join(known)), field)
