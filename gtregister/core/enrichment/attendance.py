"""Who came to each session: one mark for a pupil and session, leavers' marks too."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gtregister.core.enrichment import activities, places, sessions
from gtregister.core.register import Register, Row, Stored
from gtregister.errors import UserError
from gtregister.i18n import N_, _, format_short_date, translated
from gtregister.table import Column, Table

MARKS = {
    "present": N_("Present"),
    "late": N_("Late"),
    "absent": N_("Absent"),
    "excused": N_("Excused"),
    "withdrawn": N_("Withdrawn"),
}
# One letter each, for typing on a grid and for printed sheets.
LETTERS = {"P": "present", "L": "late", "A": "absent", "E": "excused", "W": "withdrawn"}

_PUPIL = (
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("form", N_("Form")),
    Column("state", N_("Status"), "status"),
)

Mark = tuple[int, int, str | None]  # session, pupil, and None to take a mark away


@dataclass(frozen=True, slots=True)
class Grid:
    """Pupils down, sessions across: `table` after its first columns has a session each.

    The keys of the table are ids of pupils; `sessions` are those of its last columns.
    """

    table: Table
    sessions: tuple[int, ...]

    @property
    def first(self) -> int:
        """Say in which column of the table the sessions begin."""
        return len(self.table.columns) - len(self.sessions)


def set_marks(register: Register, marks: Iterable[Mark]) -> int:
    """Store marks, None taking one away, and count those that changed."""
    wanted = {(session, pupil): mark for session, pupil, mark in marks}
    for mark in wanted.values():
        if mark is not None and mark not in MARKS:
            said = _("“{mark}” is not a mark. Use: {marks}.")
            raise UserError(said.format(mark=mark, marks=", ".join(MARKS)), "mark")
    held = {
        (row["session_id"], row["pupil_id"]): row
        for session_id in {session for session, _pupil in wanted}
        for row in _of_session(register, session_id)
    }
    changed = {
        place: mark
        for place, mark in wanted.items()
        if mark != (held[place]["mark"] if place in held else None)
    }
    if not changed:
        return 0
    with register.change(N_("Attendance marked")) as db:
        for place, mark in changed.items():
            if mark is None:
                db.delete("attendance", [held[place]["id"]])
            elif place in held:
                db.update("attendance", held[place]["id"], {"mark": mark})
            else:
                row: dict[str, Stored] = {"session_id": place[0], "pupil_id": place[1]}
                db.insert("attendance", row | {"mark": mark})
    return len(changed)


def mark(register: Register, session_id: int, marks: Mapping[int, str | None]) -> int:
    """Store the marks of one session by pupil, and count those that changed."""
    sessions.of(register, session_id)
    given = [(session_id, pupil, said) for pupil, said in marks.items()]
    return set_marks(register, given)


def mark_rest_present(register: Register, session_id: int) -> int:
    """Mark everyone who is expected and has no mark as present; count them."""
    held = {row["pupil_id"] for row in _of_session(register, session_id)}
    rest = [p for p in expected(register, session_id) if p not in held]
    return mark(register, session_id, dict.fromkeys(rest, "present"))


def note(register: Register, session_id: int, pupil_id: int, words: str) -> None:
    """Write something beside a mark, such as why a pupil was late."""
    held = {row["pupil_id"]: row for row in _of_session(register, session_id)}
    if pupil_id not in held:
        raise UserError(_("Mark the pupil first."), "mark")
    with register.change(N_("Attendance marked")) as db:
        db.update("attendance", held[pupil_id]["id"], {"note": words.strip() or None})


def expected(register: Register, session_id: int) -> list[int]:
    """Name the pupils who had a place on the day of a session."""
    rows = register.rows(
        """
        select place_list.pupil_id
        from sessions
        join place_list using (activity_id)
        where sessions.id = :session_id
            and place_list.state <> 'declined'
            and place_list.joined_on <= max(sessions.held_on, :today)
            and (place_list.ended_on is null or place_list.ended_on > sessions.held_on)
            and (place_list.left_on is null or place_list.left_on > sessions.held_on)
        order by surname, forename, pupil_id
        """,
        session_id=session_id,
        today=register.today.isoformat(),
    )
    return [row["pupil_id"] for row in rows]


def grid(register: Register, activity_id: int) -> Grid:
    """Lay out the marks of an activity as letters, with all who ever had a place."""
    activity = activities.of(register, activity_id)
    held = register.rows(
        """
        select id, held_on, starts_at
        from sessions
        where activity_id = :id
            and (
                status = 'planned'
                or exists (select 1 from attendance where session_id = sessions.id)
            )
        order by held_on, starts_at, id
        """,
        id=activity_id,
    )
    ids = tuple(row["id"] for row in held)
    columns = [
        Column(f"session_{row['id']}", format_short_date(_day(row))) for row in held
    ]
    letters = {mark: letter for letter, mark in LETTERS.items()}
    marks = {
        (row["pupil_id"], row["session_id"]): letters[row["mark"]]
        for session_id in ids
        for row in _of_session(register, session_id)
    }
    pupils = _who_was_there(register, activity_id)
    rows = [
        (
            row["surname"],
            row["forename"],
            row["form"],
            translated(places.STATES.get(row["state"], "")),
            *(marks.get((row["id"], session_id)) for session_id in ids),
        )
        for row in pupils
    ]
    title = _("Attendance: {title}").format(title=activity.title)
    table = Table(title, (*_PUPIL, *columns), rows, [row["id"] for row in pupils])
    return Grid(table, ids)


def _who_was_there(register: Register, activity_id: int) -> list[Row]:
    """Read the pupils who have or had a place, or a mark, whatever became of them."""
    return register.rows(
        """
        select
            pupils.id,
            coalesce(pupils.preferred_surname, pupils.surname) as surname,
            coalesce(pupils.preferred_forename, pupils.forename) as forename,
            pupils.form,
            places.state
        from pupils
        left join places
            on places.pupil_id = pupils.id and places.activity_id = :activity_id
        where (places.joined_on is not null and places.state <> 'declined')
            or pupils.id in (
                select attendance.pupil_id
                from sessions
                join attendance on attendance.session_id = sessions.id
                where sessions.activity_id = :activity_id
            )
        order by surname, forename, pupils.id
        """,
        activity_id=activity_id,
    )


def _of_session(register: Register, session_id: int) -> list[Row]:
    return register.rows(
        "select * from attendance where session_id = :id", id=session_id
    )


def _day(row: Row) -> date:
    return date.fromisoformat(row["held_on"])
