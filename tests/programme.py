"""The few words that tests of enrichment speak: an activity, its days, its pupils."""

from datetime import date

from gtregister.core.enrichment import (
    activities,
    activity_log,
    activity_parts,
    attendance,
    evaluations,
    partners,
    places,
    sessions,
)
from gtregister.core.enrichment.activities import NewActivity
from gtregister.core.enrichment.evaluations import NewEvaluation
from gtregister.core.enrichment.partners import NewPartner
from gtregister.core.enrichment.sessions import When
from gtregister.core.register import Register
from tests.builders import pupil, upn

THURSDAY = date(2026, 11, 26)


def activity(register: Register, title: str = "Chess club", **plan: object) -> int:
    """Plan an activity for any pupil and return its number."""
    known = {"who": "roll"} | plan
    return activities.add(register, NewActivity(title=title, **known))


def session(
    register: Register,
    activity_id: int,
    day: date = THURSDAY,
    starts_at: str | None = "15:30",
    ends_at: str | None = "16:30",
    override: str = "",
) -> int:
    """Plan one session of an activity and return its id."""
    when = When(day, starts_at, ends_at)
    return sessions.add(register, activity_id, when, override=override)


def pupils(register: Register, count: int, **details: object) -> list[int]:
    """Put so many pupils on the roll and return their ids."""
    with register.change("Pupils added"):
        return [
            pupil(register, f"Pupil {n:03}", upn=upn(n), **details)
            for n in range(1, count + 1)
        ]


def states(register: Register, activity_id: int) -> dict[str, str]:
    """Say how each pupil of an activity stands, by forename."""
    return {
        row["forename"]: row["state"]
        for row in register.rows(
            """
            select forename, state
            from place_list
            where activity_id = :id
            order by forename
            """,
            id=activity_id,
        )
    }


def line(register: Register, activity_id: int) -> list[int]:
    """Name those who wait, the next first."""
    rows = register.rows(
        """
        select pupil_id
        from place_list
        where activity_id = :id and state = 'waiting'
        order by waiting_number
        """,
        id=activity_id,
    )
    return [row["pupil_id"] for row in rows]


def two_activities(register: Register) -> tuple[int, int]:
    """A chess club that pupil 2 comes to, and a lecture of last week, judged."""
    with register.change("Pupil premium") as db:
        db.update("pupils", 2, {"pupil_premium": 1})
    club = activity(register, subjects=("maths",), cost=6000, charge=250)
    partner = NewPartner("University of Larkmere", "university")
    lecture = activity_log.log(
        register,
        NewActivity(title="Lecture", partner_id=partners.add(register, partner)),
        When(date(2026, 11, 19), "14:00", "15:00"),
        [2],
    )
    activity_parts.set_funding(register, club, {"Pupil premium": 4000, "PTA": 2000})
    places.invite(register, club, [2])
    attendance.mark(register, session(register, club), {2: "late"})
    evaluations.set_outcome(register, lecture, [2], "met", award="Certificate")
    evaluations.judge(register, lecture, NewEvaluation("met", "They asked questions."))
    return club, lecture
