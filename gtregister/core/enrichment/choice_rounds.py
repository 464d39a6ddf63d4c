"""Rounds in which pupils rank activities: what is offered, and who chose what."""

from collections.abc import Iterable, Mapping, Sequence
from string import ascii_uppercase

from gtregister.core.enrichment import activities
from gtregister.core.register import Register, Row, Stored, Writing
from gtregister.errors import UserError
from gtregister.i18n import N_, _

LETTERS = ascii_uppercase  # one names each activity of a round, on paper and in a grid


def begin(
    register: Register,
    title: str,
    activity_ids: Sequence[int],
    *,
    places_each: int = 1,
    seed: int | None = None,
) -> int:
    """Begin a round of choices between activities, and return its number.

    Each pupil gets at most `places_each`. `seed` is that of the draw between equals;
    without one they stand in the order of their names.
    """
    row = _checked(title, activity_ids, places_each, seed)
    with register.change(N_("Round of choices opened"), about=title) as db:
        round_id = db.insert("choice_rounds", row)
        _offer(register, db, round_id, activity_ids)
    return round_id


def edit(
    register: Register,
    round_id: int,
    title: str,
    activity_ids: Sequence[int],
    *,
    places_each: int,
    seed: int | None,
) -> None:
    """Change a round; choices of what it no longer offers go, the others move up."""
    must_be_open(register, round_id)
    row = _checked(title, activity_ids, places_each, seed)
    dropped = {each.id for each in offered(register, round_id)} - set(activity_ids)
    with register.change(N_("Round of choices changed"), about=title) as db:
        db.update("choice_rounds", round_id, row)
        for pupil_id, chosen in by_pupil(register, round_id).items():
            if dropped & set(chosen):
                kept = [one for one in chosen if one not in dropped]
                _put(register, db, round_id, pupil_id, kept)
        _offer(register, db, round_id, activity_ids)


def remove(register: Register, round_id: int) -> None:
    """Take a round out with its choices; places that it gave stay."""
    held = of(register, round_id)
    with register.change(N_("Round of choices removed"), about=held["title"]) as db:
        for pupil_id in by_pupil(register, round_id):
            _put(register, db, round_id, pupil_id, ())
        _offer(register, db, round_id, ())
        db.delete("choice_rounds", [round_id])


def enter(
    register: Register, round_id: int, pupil_id: int, activity_ids: Sequence[int]
) -> None:
    """Store a pupil's choices, the first first, in the place of earlier ones."""
    enter_all(register, round_id, {pupil_id: activity_ids})


def enter_all(
    register: Register, round_id: int, chosen: Mapping[int, Sequence[int]]
) -> int:
    """Store the choices of several pupils; count those whose choices are others now."""
    held = must_be_open(register, round_id)
    known = {each.id for each in offered(register, round_id)}
    for activity_ids in chosen.values():
        if len(set(activity_ids)) < len(activity_ids) or not set(activity_ids) <= known:
            said = _("Choose each activity once, and only from those of the round.")
            raise UserError(said, "choices")
    before = by_pupil(register, round_id)
    changed = {
        pupil_id: activity_ids
        for pupil_id, activity_ids in chosen.items()
        if list(activity_ids) != before.get(pupil_id, [])
    }
    if changed:
        with register.change(N_("Choices entered"), about=held["title"]) as db:
            for pupil_id, activity_ids in changed.items():
                _put(register, db, round_id, pupil_id, activity_ids)
    return len(changed)


def every(register: Register) -> list[Row]:
    """List the rounds, the latest first."""
    return register.rows("select * from choice_rounds order by id desc")


def of(register: Register, round_id: int) -> Row:
    """Read one round; UserError if there is none of this number."""
    row = register.row("select * from choice_rounds where id = :id", id=round_id)
    if row is None:
        said = _("There is no round {number} of choices.")
        raise UserError(said.format(number=round_id), "round")
    return row


def must_be_open(register: Register, round_id: int) -> Row:
    """Read a round that is not settled; UserError if it is."""
    held = of(register, round_id)
    if held["settled_on"]:
        said = _("{title} is settled already. Undo that first to settle it again.")
        raise UserError(said.format(title=held["title"]))
    return held


def offered(register: Register, round_id: int) -> list[activities.Activity]:
    """Read the activities of a round in the order of their letters, A first."""
    rows = register.rows(
        "select activity_id from round_activities where round_id = :id order by id",
        id=round_id,
    )
    return [activities.of(register, row["activity_id"]) for row in rows]


def by_pupil(register: Register, round_id: int) -> dict[int, list[int]]:
    """Say what each pupil chose, the first choice first."""
    found: dict[int, list[int]] = {}
    for row in register.rows(
        """
        select pupil_id, activity_id
        from choices
        where round_id = :id
        order by pupil_id, rank
        """,
        id=round_id,
    ):
        found.setdefault(row["pupil_id"], []).append(row["activity_id"])
    return found


def _checked(
    title: str, activity_ids: Sequence[int], places_each: int, seed: int | None
) -> dict[str, Stored]:
    number = len(set(activity_ids))
    if not title.strip() or number < 2 or places_each < 1:
        said = _("A round needs a title, two activities and at least one place each.")
        raise UserError(said, "title")
    if number > len(LETTERS):
        said = _("A round has at most {most} activities, a letter for each.")
        raise UserError(said.format(most=len(LETTERS)), "activities")
    return {"title": title.strip(), "places_each": places_each, "seed": seed}


def _offer(
    register: Register, db: Writing, round_id: int, activity_ids: Iterable[int]
) -> None:
    """Offer these activities and no others; those that stay keep their order."""
    rows = register.rows(
        "select id, activity_id from round_activities where round_id = :id", id=round_id
    )
    wanted = list(dict.fromkeys(activity_ids))
    held = {row["activity_id"]: row["id"] for row in rows}
    db.delete("round_activities", [held[one] for one in held if one not in wanted])
    for activity_id in wanted:
        if activity_id not in held:
            activities.of(register, activity_id)
            link = {"round_id": round_id, "activity_id": activity_id}
            db.insert("round_activities", link)


def _put(
    register: Register,
    db: Writing,
    round_id: int,
    pupil_id: int,
    activity_ids: Iterable[int],
) -> None:
    old = register.rows(
        "select id from choices where round_id = :round and pupil_id = :pupil",
        round=round_id,
        pupil=pupil_id,
    )
    db.delete("choices", [row["id"] for row in old])
    for rank, activity_id in enumerate(activity_ids, 1):
        chosen = {"round_id": round_id, "pupil_id": pupil_id}
        db.insert("choices", chosen | {"activity_id": activity_id, "rank": rank})
