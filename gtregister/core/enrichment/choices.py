"""Ranked choices of pupils over several activities, and how they become places."""

from collections.abc import Sequence

from gtregister.core.enrichment import (
    activities,
    choice_draw,
    choice_rounds,
    clashes,
    invitees,
    places,
)
from gtregister.core.enrichment.activities import Activity
from gtregister.core.enrichment.choice_draw import Granted, Terms, Wish
from gtregister.core.enrichment.invitees import Candidate
from gtregister.core.register import Register, Row
from gtregister.i18n import N_, _

__all__ = ["Granted"]


def draft(register: Register, round_id: int) -> list[Granted]:
    """Say which choices would be met; the same choices and seed give the same answer.

    Nobody gets what is not for them, what they are barred from, or something at the
    time of another activity of theirs.
    """
    held = choice_rounds.of(register, round_id)
    return _drafted(register, held, _rows(register, round_id))


def settle(register: Register, round_id: int, *, override: str = "") -> list[Granted]:
    """Turn the choices into invitations, each with its reason, and close the round.

    `override` says why pupils may have something else at that time; it is kept with
    their places. Two activities of the round at one time still go to nobody.
    """
    held = choice_rounds.must_be_open(register, round_id)
    rows = _rows(register, round_id)
    may_clash = bool(override.strip())
    answers = _drafted(register, held, rows, may_clash=may_clash)
    with register.change(N_("Choices settled"), about=held["title"]) as db:
        for granted in answers:
            db.update("choices", granted.choice_id, {"outcome": granted.outcome})
            if granted.is_met:
                places.invite(
                    register,
                    granted.activity_id,
                    [granted.pupil_id],
                    granted.outcome,
                    override=override,
                )
        settled = {"settled_on": register.today.isoformat()}
        db.update("choice_rounds", round_id, settled)
    return answers


def answers(register: Register, round_id: int) -> list[tuple[Row, Granted]]:
    """Read the choices by pupil and rank, each with what became or would become of it.

    A row has the pupil's name, year and form, and the title of the activity.
    """
    held, rows = choice_rounds.of(register, round_id), _rows(register, round_id)
    if not held["settled_on"]:
        return list(zip(rows, _drafted(register, held, rows), strict=True))
    return [(row, _settled(row)) for row in rows]


def _settled(row: Row) -> Granted:
    # The reason of a place begins with the outcome that gave it.
    is_met = bool(row["joined_on"]) and str(row["why"]).startswith(row["outcome"])
    key = (row["id"], row["pupil_id"], row["activity_id"])
    return Granted(*key, is_met, row["outcome"])


def _drafted(
    register: Register, held: Row, rows: Sequence[Row], *, may_clash: bool = False
) -> list[Granted]:
    """Draw by what was read at one moment, since others may go on entering choices."""
    wishes: dict[int, Wish] = {}
    free: dict[int, int | None] = {}
    for activity_id in {row["activity_id"] for row in rows}:
        activity = activities.of(register, activity_id)
        free[activity_id] = activity.places_left
        found = invitees.of(register, activity, again=True, may_clash=may_clash)
        candidates = {candidate.pupil_id: candidate for candidate in found}
        for row in rows:
            if row["activity_id"] == activity_id:
                candidate = candidates.get(row["pupil_id"])
                wishes[row["id"]] = _wish(row, activity, candidate)
    meeting = clashes.pairs(register, sorted(free))
    named = (held["title"], held["places_each"], held["seed"])
    terms = Terms(*named, free, meeting)
    return choice_draw.drawn([wishes[row["id"]] for row in rows], terms)


def _rows(register: Register, round_id: int) -> list[Row]:
    return register.rows(
        """
        select
            choices.*,
            coalesce(pupils.preferred_surname, pupils.surname) as surname,
            coalesce(pupils.preferred_forename, pupils.forename) as forename,
            pupils.year_group,
            pupils.form,
            activities.title as activity,
            places.state,
            places.why,
            places.joined_on
        from choices
        join pupils on pupils.id = choices.pupil_id
        join activities on activities.id = choices.activity_id
        left join places
            on places.activity_id = choices.activity_id
            and places.pupil_id = choices.pupil_id
        where choices.round_id = :id
        order by surname, forename, pupils.id, choices.rank
        """,
        id=round_id,
    )


def _wish(row: Row, activity: Activity, candidate: Candidate | None) -> Wish:
    has_place = row["state"] in places.SEATED
    return Wish(
        choice_id=row["id"],
        pupil_id=row["pupil_id"],
        activity_id=activity.id,
        rank=row["rank"],
        name=(row["surname"], row["forename"]),
        had=candidate.activities if candidate else 0,
        against=_against(row, activity, candidate),
        pinned=candidate.pinned if candidate and not candidate.why_not else "",
        has_place=has_place,
    )


def _against(row: Row, activity: Activity, candidate: Candidate | None) -> str:
    """Say why a choice cannot be met whoever else wants it."""
    if row["state"] in places.SEATED:
        return _("Has a place there already.")
    if row["state"] == "waiting":
        return _("Waits for a place there already.")
    if activity.is_over:
        return _("It is over or cancelled.")
    if candidate is None:
        is_for_all = activity.who == "roll"
        for_some = _("It is only for pupils on the register.")
        return _("Has left the school.") if is_for_all else for_some
    return candidate.why_not
