"""Who has a place in an activity, who waits for one and in which order, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gtregister.core.enrichment import activities, clashes
from gtregister.core.enrichment.activities import Activity
from gtregister.core.register import Register, Row, Stored, Writing
from gtregister.errors import UserError
from gtregister.i18n import N_, _, ngettext

STATES = {
    "suggested": N_("Suggested"),
    "invited": N_("Invited"),
    "accepted": N_("Accepted"),
    "declined": N_("Declined"),
    "waiting": N_("Waiting"),
    "withdrawn": N_("Withdrawn"),
    "removed": N_("Removed"),
}
SEATED = frozenset({"invited", "accepted"})


@dataclass(frozen=True, slots=True)
class Given:
    """What came of inviting: pupils who have a place, who wait, who had either."""

    invited: tuple[int, ...]
    waiting: tuple[int, ...]
    already: tuple[int, ...]


def suggest(
    register: Register, activity_id: int, pupil_ids: Sequence[int], why: str
) -> None:
    """Put pupils on the list of an activity without telling anybody yet."""
    activity = _open(register, activity_id)
    held = _by_pupil(register, activity_id)
    with register.change(N_("Pupils suggested"), about=activity.title) as db:
        for pupil_id in pupil_ids:
            if pupil_id not in held:
                row = {"activity_id": activity_id, "pupil_id": pupil_id}
                db.insert("places", row | _entered(register, "suggested", why))


def invite(
    register: Register,
    activity_id: int,
    pupil_ids: Sequence[int],
    why: str = "",
    *,
    override: str = "",
) -> Given:
    """Give pupils a place, in this order; when it is full, a place in the waiting list.

    Without `why`, the reason with which a pupil was suggested stands. UserError if one
    has something else at that time, unless `override` says why that may be; it is kept
    with the place.
    """
    activity = _open(register, activity_id)
    held = _by_pupil(register, activity_id)
    fresh = [p for p in dict.fromkeys(pupil_ids) if not _is_in(held.get(p))]
    already = tuple(p for p in dict.fromkeys(pupil_ids) if p not in set(fresh))
    if not fresh:
        return Given((), (), already)
    busy = _stop_clashes(register, activity_id, fresh, override)
    free = _free(register, activity)
    seated = fresh if free is None else fresh[:free]
    waiting = fresh[len(seated) :]
    with register.change(N_("Pupils invited"), why, about=activity.title) as db:
        for pupil_id in fresh:
            state = "invited" if pupil_id in seated else "waiting"
            stands = override if pupil_id in busy else ""
            values = _entered(register, state, why, stands)
            _put(register, db, activity_id, pupil_id, held.get(pupil_id), values)
    return Given(tuple(seated), tuple(waiting), already)


def wait(
    register: Register, activity_id: int, pupil_ids: Sequence[int], why: str = ""
) -> None:
    """Put pupils at the end of the waiting list, though a place may be free.

    A free place is then offered to the first who waits.
    """
    activity = _open(register, activity_id)
    held = _by_pupil(register, activity_id)
    fresh = [p for p in dict.fromkeys(pupil_ids) if not _is_in(held.get(p))]
    if not fresh:
        return
    with register.change(
        N_("Put on the waiting list"), why, about=activity.title
    ) as db:
        for pupil_id in fresh:
            values = _entered(register, "waiting", why)
            _put(register, db, activity_id, pupil_id, held.get(pupil_id), values)


def accept(register: Register, place_ids: Sequence[int], *, override: str = "") -> None:
    """Note that pupils take up their invitations.

    UserError if one who had no place yet has something else at that time, unless
    `override` says why that may be; it is kept with the place.
    """
    joining = [r for r in rows_of(register, place_ids) if r["state"] not in SEATED]
    busy = _check_free(register, joining, override)
    stands = [row["place_id"] for row in joining if row["pupil_id"] in busy]
    kept = dict.fromkeys(stands, override.strip())
    _answer(register, place_ids, "accepted", N_("Place accepted"), "", kept)


def decline(register: Register, place_ids: Sequence[int], why: str = "") -> None:
    """Note that pupils do not want their invitations; the next who waits is offered."""
    _answer(register, place_ids, "declined", N_("Place declined"), why)


def withdraw(register: Register, place_ids: Sequence[int], why: str = "") -> None:
    """Note that pupils give up their places from today on; past marks stay."""
    _answer(register, place_ids, "withdrawn", N_("Place given up"), why)


def remove(register: Register, place_ids: Sequence[int], why: str) -> None:
    """Take places away from pupils, and say why."""
    if not why.strip():
        raise UserError(_("Say why the place is taken away."), "why")
    _answer(register, place_ids, "removed", N_("Place taken away"), why)


def drop_suggested(register: Register, activity_id: int) -> None:
    """Clear the list of those who are suggested and not yet invited."""
    rows = register.rows(
        "select id from places where activity_id = :id and state = 'suggested'",
        id=activity_id,
    )
    if rows:
        with register.change(N_("Suggestions cleared")) as db:
            db.delete("places", [row["id"] for row in rows])


def rows_of(register: Register, place_ids: Sequence[int]) -> list[Row]:
    """Read places by id, in this order; UserError if one is not there."""
    found = []
    for place_id in place_ids:
        row = register.row("select * from place_list where place_id = :id", id=place_id)
        if row is None:
            raise UserError(
                _("This place is not there any more. Look at the list again.")
            )
        found.append(row)
    return found


def place_of(register: Register, activity_id: int, pupil_id: int) -> int:
    """Find the id of a pupil's place; UserError if the pupil is not on the list."""
    found = register.value(
        "select id from places where activity_id = :activity and pupil_id = :pupil",
        activity=activity_id,
        pupil=pupil_id,
    )
    if found is None:
        said = _("This pupil is not on the list of the activity. Invite them first.")
        raise UserError(said, "upn")
    return int(found)


def _answer(
    register: Register,
    place_ids: Sequence[int],
    state: str,
    what: str,
    why: str,
    overrides: Mapping[int, str] | None = None,
) -> None:
    today = register.today.isoformat()
    rows = [row for row in rows_of(register, place_ids) if row["state"] != state]
    about = ", ".join(dict.fromkeys(row["activity"] for row in rows))
    if not rows:
        return
    with register.change(what, why, about=about) as db:
        for row in rows:
            values: dict[str, Stored] = {
                "state": state,
                "state_on": today,
                "waiting_order": None,
            }
            if overrides and row["place_id"] in overrides:
                values["override"] = overrides[row["place_id"]]
            if why:
                values["why"] = f"{row['why']} {why}"
            if state == "accepted":
                values |= {"joined_on": row["joined_on"] or today, "ended_on": None}
            elif row["state"] in SEATED:
                values["ended_on"] = today
            db.update("places", row["place_id"], values)


def _entered(
    register: Register, state: str, why: str, override: str = ""
) -> dict[str, Stored]:
    """Say how a place stands when a pupil enters the list, or enters it again."""
    today = register.today.isoformat()
    return {
        "state": state,
        "state_on": today,
        "why": why.strip(),
        "joined_on": today if state in SEATED else None,
        "ended_on": None,
        "override": override.strip() or None,
        "waiting_order": None,
    }


def _put(
    register: Register,
    db: Writing,
    activity_id: int,
    pupil_id: int,
    held: Row | None,
    values: dict[str, Stored],
) -> None:
    """Store a place; without a reason now the one with which it was suggested stays."""
    if values["state"] == "waiting":
        last = register.value(
            "select max(waiting_order) from places where activity_id = :id",
            id=activity_id,
        )
        values["waiting_order"] = float(last or 0) + 1
        values["ended_on"] = held["ended_on"] if held else None
    if held is None:
        by_hand = _("Chosen by {person}.").format(person=register.user)
        row = {"activity_id": activity_id, "pupil_id": pupil_id}
        db.insert("places", row | values | {"why": values["why"] or by_hand})
        return
    values["why"] = values["why"] or held["why"]
    values["joined_on"] = held["joined_on"] or values["joined_on"]
    db.update("places", held["id"], values)


def _check_free(register: Register, rows: Sequence[Row], override: str) -> set[int]:
    """Refuse more pupils than there are places; name those who are busy at that time.

    Without `override`, the latter are refused too.
    """
    by_activity: dict[int, list[Row]] = {}
    for row in rows:
        by_activity.setdefault(row["activity_id"], []).append(row)
    busy: set[int] = set()
    for activity_id, joining in by_activity.items():
        activity = _open(register, activity_id)
        free = _free(register, activity)
        if free is not None and len(joining) > free:
            said = ngettext(
                "{title} has {n} place left. Raise the number of places first.",
                "{title} has {n} places left. Raise the number of places first.",
                free,
                title=activity.title,
            )
            raise UserError(said)
        pupils = [row["pupil_id"] for row in joining if not row["override"]]
        busy |= _stop_clashes(register, activity_id, pupils, override)
    return busy


def _open(register: Register, activity_id: int) -> Activity:
    activity = activities.of(register, activity_id)
    if activity.is_over:
        said = _("{title} is over or cancelled. Open it again to change its places.")
        raise UserError(said.format(title=activity.title))
    return activity


def _free(register: Register, activity: Activity) -> int | None:
    """Count the places for newcomers: none while somebody waits."""
    if activity.places_left is None:
        return None
    waiting = register.value(
        "select 1 from places where activity_id = :id and state = 'waiting'",
        id=activity.id,
    )
    return 0 if waiting else activity.places_left


def _is_in(place: Row | None) -> bool:
    return place is not None and place["state"] in {*SEATED, "waiting"}


def _by_pupil(register: Register, activity_id: int) -> Mapping[int, Row]:
    rows = register.rows("select * from places where activity_id = :id", id=activity_id)
    return {row["pupil_id"]: row for row in rows}


def _stop_clashes(
    register: Register, activity_id: int, pupil_ids: Sequence[int], override: str
) -> set[int]:
    """Name the pupils who have something else then; refuse them without a reason."""
    found = clashes.of_pupils(register, activity_id, pupil_ids)
    if found and not override.strip():
        raise UserError(clashes.in_words(found), "override")
    return {clash.pupil_id for clash in found}
