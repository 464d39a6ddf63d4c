"""What a letter says of an activity in which a pupil has a place."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gtregister.core.register import Register, Row
from gtregister.core.telling.letter_template import Value
from gtregister.core.telling.owed import Owed
from gtregister.i18n import _, format_date, format_number

_MOST_DAYS = 6  # more are told by their first and last
_SESSION = re.compile(r"session (\d+)")


@dataclass(frozen=True, slots=True)
class Told:
    """An activity with its planned sessions, and those that were changed."""

    activity: Row
    sessions: tuple[Row, ...]
    changed: tuple[Row, ...] = ()

    @property
    def first_day(self) -> date | None:
        """Say on which day the activity begins, if that is planned."""
        days = (session["held_on"] for session in self.sessions)
        first = next(days, None)
        return None if first is None else date.fromisoformat(first)

    def values(self) -> dict[str, Value]:
        """Give the values of the fields about an activity, in the language spoken."""
        row = self.activity
        return {
            "activity": row["title"],
            "activity_aim": _sentence(row["aim"]),
            "activity_when": self._when(),
            "activity_where": _said(_("Place: {where}."), where=row["venue"]),
            "activity_travel": self._travel(),
            "activity_bring": _said(_("Bring: {things}."), things=row["bring"]),
            "activity_charge": _charge(row["charge"]),
            "activity_change": tuple(_change(session) for session in self.changed),
        }

    def _when(self) -> tuple[str, ...]:
        planned = [_day(session) for session in self.sessions]
        if len(planned) <= _MOST_DAYS:
            return tuple(planned)
        said = _("{n} meetings, from {first} to {last}.")
        first, last = self.sessions[0]["held_on"], self.sessions[-1]["held_on"]
        return (
            said.format(
                n=format_number(len(planned)),
                first=format_date(date.fromisoformat(first)),
                last=format_date(date.fromisoformat(last)),
            ),
        )

    def _travel(self) -> str:
        row = self.activity
        if row["leaves_at"] and row["returns_at"]:
            said = _("We leave school at {out} and are back at {back}.")
            return said.format(out=row["leaves_at"], back=row["returns_at"])
        return ""


def told_of_places(register: Register, batch: Iterable[Owed]) -> dict[int, Told]:
    """Find what letters say of the activities of these notices, by place."""
    changes: dict[int, set[int]] = defaultdict(set)
    for owed in batch:
        if owed.event.place_id is not None:
            found = _SESSION.search(owed.event.about)
            changes[owed.event.place_id] |= {int(found[1])} if found else set()
    if not changes:
        return {}
    sessions: dict[int, list[Row]] = defaultdict(list)
    for row in register.rows("select * from sessions order by held_on, starts_at, id"):
        sessions[row["activity_id"]].append(row)
    rows = register.rows(
        """
        select places.id as place_id, activities.*
        from places
        join activities on activities.id = places.activity_id
        """
    )
    return {
        row["place_id"]: Told(
            row,
            tuple(s for s in sessions[row["id"]] if s["status"] == "planned"),
            tuple(
                s for s in sessions[row["id"]] if s["id"] in changes[row["place_id"]]
            ),
        )
        for row in rows
        if row["place_id"] in changes
    }


def _day(session: Row) -> str:
    day = format_date(date.fromisoformat(session["held_on"]))
    if session["starts_at"] and session["ends_at"]:
        said = _("{day}, {start} to {end}")
        times = {"start": session["starts_at"], "end": session["ends_at"]}
        return said.format(day=day, **times)
    if session["starts_at"]:
        return _("{day}, {start}").format(day=day, start=session["starts_at"])
    return day


def _change(session: Row) -> str:
    why = _sentence(session["reason"])
    if session["status"] == "cancelled":
        said = _("The meeting on {day} will not take place. {why}")
        day = format_date(date.fromisoformat(session["held_on"]))
        return said.format(day=day, why=why).strip()
    said = _("The meeting planned for {before} is now on {day}. {why}")
    before = format_date(date.fromisoformat(session["moved_from"]))
    return said.format(before=before, day=_day(session), why=why).strip()


def _said(text: str, **words: str | None) -> str:
    """Put words into a sentence, or say nothing if there are none."""
    if not all(words.values()):
        return ""
    return text.format(**{k: (w or "").strip().rstrip(".") for k, w in words.items()})


def _sentence(words: str | None) -> str:
    said = (words or "").strip()
    return said if not said or said[-1] in ".!?" else f"{said}."


def _charge(pence: int | None) -> str:
    """Write what a family is asked to pay; nothing is asked for nothing."""
    if not pence:
        return ""
    pounds = f"£{pence // 100:,}" + (f".{pence % 100:02}" if pence % 100 else "")
    said = _(
        "We ask for {sum} towards the cost. If that is difficult, tell us: nobody "
        "misses an activity for that reason, and we keep it to ourselves."
    )
    return said.format(sum=pounds)
