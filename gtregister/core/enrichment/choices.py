"""Ranked choices of pupils over several activities, and how they become places."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from gtregister.core.enrichment import activities, clashes, places
from gtregister.core.register import Register, Row, Stored
from gtregister.errors import UserError
from gtregister.i18n import N_, _, format_number, ngettext
from gtregister.table import Column, Table

_COLUMNS = (
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
    Column("rank", N_("Choice"), "number"),
    Column("activity", N_("Activity")),
    Column("outcome", N_("What became of it")),
)


@dataclass(frozen=True, slots=True)
class Granted:
    """A choice that is met, or not, and why in words."""

    choice_id: int
    pupil_id: int
    activity_id: int
    is_met: bool
    outcome: str


def open_round(
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
    if not title.strip() or len(set(activity_ids)) < 2 or places_each < 1:
        said = _("A round needs a title, two activities and at least one place each.")
        raise UserError(said, "title")
    row: dict[str, Stored] = {
        "title": title.strip(),
        "places_each": places_each,
        "seed": seed,
    }
    with register.change(N_("Round of choices opened"), about=title) as db:
        round_id = db.insert("choice_rounds", row)
        for activity_id in dict.fromkeys(activity_ids):
            activities.of(register, activity_id)
            link = {"round_id": round_id, "activity_id": activity_id}
            db.insert("round_activities", link)
    return round_id


def enter(
    register: Register, round_id: int, pupil_id: int, activity_ids: Sequence[int]
) -> None:
    """Store a pupil's choices, the first first, in the place of earlier ones."""
    held = _round(register, round_id)
    offered = {
        row["activity_id"]
        for row in register.rows(
            "select activity_id from round_activities where round_id = :id", id=round_id
        )
    }
    if len(set(activity_ids)) < len(activity_ids) or not set(activity_ids) <= offered:
        said = _("Choose each activity once, and only from those of the round.")
        raise UserError(said, "choices")
    old = register.rows(
        "select id from choices where round_id = :round and pupil_id = :pupil",
        round=round_id,
        pupil=pupil_id,
    )
    with register.change(N_("Choices entered"), about=held["title"]) as db:
        db.delete("choices", [row["id"] for row in old])
        for rank, activity_id in enumerate(activity_ids, 1):
            chosen = {"round_id": round_id, "pupil_id": pupil_id}
            db.insert("choices", chosen | {"activity_id": activity_id, "rank": rank})


def draft(register: Register, round_id: int) -> list[Granted]:
    """Say which choices would be met; the same choices and seed give the same answer.

    All first choices are looked at before any second one, and so on to the last rank.
    Where more pupils want an activity than it has places, those come first who have
    least from this round, then who had fewest activities this year, then by the draw.
    """
    held = _round(register, round_id)
    rows = _choices(register, round_id)
    free = _free(register, round_id)
    got: Counter[int] = Counter()
    met: dict[int, Granted] = {}
    taken: Mapping[int, set[int]] = defaultdict(set)
    for rank in sorted({row["rank"] for row in rows}):
        wanted = [row for row in rows if row["rank"] == rank]
        wanted.sort(key=lambda row: _turn(row, held["seed"]))
        for _n in range(len(wanted)):
            # Who got something in this very rank steps back behind the others.
            row = min(wanted, key=lambda row: got[row["pupil_id"]])
            wanted.remove(row)
            granted = _grant(register, row, held, free, got, taken)
            met[row["id"]] = granted
            if granted.is_met:
                got[row["pupil_id"]] += 1
                taken[row["pupil_id"]].add(row["activity_id"])
                left = free[row["activity_id"]]
                free[row["activity_id"]] = None if left is None else left - 1
    return [met[row["id"]] for row in rows]


def settle(register: Register, round_id: int) -> list[Granted]:
    """Turn the choices into invitations, each with its reason, and close the round."""
    held = _round(register, round_id)
    if held["settled_on"]:
        said = _("{title} is settled already. Undo that first to settle it again.")
        raise UserError(said.format(title=held["title"]))
    answers = draft(register, round_id)
    with register.change(N_("Choices settled"), about=held["title"]) as db:
        for granted in answers:
            db.update("choices", granted.choice_id, {"outcome": granted.outcome})
            if granted.is_met:
                places.invite(
                    register, granted.activity_id, [granted.pupil_id], granted.outcome
                )
        settled = {"settled_on": register.today.isoformat()}
        db.update("choice_rounds", round_id, settled)
    return answers


def table(register: Register, round_id: int) -> Table:
    """List the choices by pupil, with what became of each; the keys are choices.

    Until the round is settled it says what would become of them.
    """
    answers = {g.choice_id: g.outcome for g in draft(register, round_id)}
    settled = _round(register, round_id)["settled_on"]
    rows = _choices(register, round_id)
    shown = [
        (
            row["surname"],
            row["forename"],
            row["year_group"],
            row["form"],
            row["rank"],
            row["activity"],
            row["outcome"] if settled else answers[row["id"]],
        )
        for row in rows
    ]
    return Table(N_("Choices"), _COLUMNS, shown, [row["id"] for row in rows])


def _grant(
    register: Register,
    row: Row,
    held: Row,
    free: Mapping[int, int | None],
    got: Mapping[int, int],
    taken: Mapping[int, set[int]],
) -> Granted:
    """Judge one choice as things stand now."""

    def answer(is_met: bool, outcome: str) -> Granted:
        return Granted(row["id"], row["pupil_id"], row["activity_id"], is_met, outcome)

    rank = format_number(row["rank"])
    if row["state"] in {"invited", "accepted"}:
        return answer(False, _("Has a place there already."))
    if got[row["pupil_id"]] >= held["places_each"]:
        n = held["places_each"]
        said = ngettext(
            "Has {n} place from an earlier choice.",
            "Has {n} places from earlier choices.",
            n,
        )
        return answer(False, said)
    left = free[row["activity_id"]]
    if left is not None and left <= 0:
        said = _("Full: its places went to others who ranked it as high or higher.")
        return answer(False, said)
    busy = clashes.of_pupils(register, row["activity_id"], [row["pupil_id"]])
    if busy:
        return answer(False, _("{clash} at that time.").format(clash=busy[0]))
    if clashes.between(register, row["activity_id"], taken[row["pupil_id"]]):
        return answer(False, _("At the same time as an earlier choice that was met."))
    said = _("Choice {rank} in “{title}”.").format(rank=rank, title=held["title"])
    return answer(True, said)


def _turn(row: Row, seed: int | None) -> tuple[int, str, str, str, int]:
    """Put equals in order: fewest activities, then the draw, or the names."""
    lot = sha256(f"{seed} {row['pupil_id']}".encode()).hexdigest() if seed else ""
    names = (row["surname"], row["forename"])
    return (row["activities"], lot, *names, row["pupil_id"])


def _free(register: Register, round_id: int) -> dict[int, int | None]:
    rows = register.rows(
        "select activity_id from round_activities where round_id = :id", id=round_id
    )
    ids = [row["activity_id"] for row in rows]
    return {i: activities.of(register, i).places_left for i in ids}


def _round(register: Register, round_id: int) -> Row:
    row = register.row("select * from choice_rounds where id = :id", id=round_id)
    if row is None:
        said = _("There is no round {number} of choices.")
        raise UserError(said.format(number=round_id), "round")
    return row


def _choices(register: Register, round_id: int) -> list[Row]:
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
            (
                select count(*)
                from places as others
                join activities as theirs on theirs.id = others.activity_id
                where others.pupil_id = choices.pupil_id
                    and others.joined_on is not null
                    and theirs.academic_year = activities.academic_year
                    and theirs.status <> 'cancelled'
            ) as activities
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
