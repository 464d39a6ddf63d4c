"""What people type into the form of an activity, read: times, money, years, lists."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from gtregister.core.enrichment import activities, activity_going, activity_parts
from gtregister.core.enrichment.activity_parts import Adult, Bus
from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.i18n import _, format_date
from gtregister.options import Answer
from gtregister.table import Value


def text(answer: Answer) -> str:
    """Give an answer as it was typed; nothing for none."""
    return "" if answer is None else str(answer).strip()


def day(answer: Answer, field: str) -> date | None:
    """Read a day such as 27 3 2027; UserError if something else is written."""
    from gtregister.core.roll import details

    typed = text(answer)
    return details.day(typed, field) if typed else None


def clock(answer: Answer, field: str) -> str | None:
    """Read a time such as 8.45, 845 or 08:45; UserError if it is none."""
    typed = text(answer)
    if not typed:
        return None
    found = re.fullmatch(r"(\d{1,2})\D?(\d\d)?", typed)
    hour, minute = (int(part or 0) for part in found.groups()) if found else (24, 0)
    if hour > 23 or minute > 59:
        said = _("“{text}” is not a time. Write it like 08:45.")
        raise UserError(said.format(text=typed), field)
    return f"{hour:02d}:{minute:02d}"


def pence(answer: Answer, field: str) -> int | None:
    """Read an amount such as 4.50 or £4; UserError if it is none."""
    typed = text(answer).lstrip("£").strip()
    if not typed:
        return None
    if not re.fullmatch(r"\d+(\.\d\d)?", typed):
        said = _("“{text}” is not an amount. Write pounds, such as 4.50.")
        raise UserError(said.format(text=typed), field)
    pounds, _point, rest = typed.partition(".")
    return int(pounds) * 100 + int(rest or 0)


def pounds(amount: int | None) -> str:
    """Write pence as pounds: 4.50."""
    return "" if amount is None else f"{amount // 100}.{amount % 100:02d}"


def count(answer: Answer, field: str) -> int | None:
    """Read a whole number; UserError if it is none."""
    typed = text(answer)
    if not typed:
        return None
    if not typed.isdecimal():
        said = _("“{text}” is not a whole number. Write it like 18.")
        raise UserError(said.format(text=typed), field)
    return int(typed)


def years(answer: Answer, field: str) -> tuple[int, ...]:
    """Read year groups such as 7, 8 or 7-9; nothing means all."""
    found: set[int] = set()
    for part in filter(None, re.split(r"[,;\s]+", text(answer))):
        span = re.fullmatch(r"(\d{1,2})(?:[-–](\d{1,2}))?", part)
        if span is None:
            said = _("“{text}” are no years. Write them like 7, 8 or 7-9.")
            raise UserError(said.format(text=part), field)
        first = int(span[1])
        found.update(range(first, int(span[2] or first) + 1))
    return tuple(sorted(found))


def names(answer: Answer) -> list[str]:
    """Read names that commas or semicolons part."""
    return [name for part in re.split(r"[,;]", text(answer)) if (name := part.strip())]


def adults(
    register: Register, activity_id: int, typed: Mapping[str, Answer]
) -> list[Adult]:
    """Read who leads and who goes with them; what is known of each is kept."""
    known = {adult.name: adult for _id, adult in _adults(register, activity_id)}
    wanted = dict.fromkeys(names(typed["leader"]), "leader")
    for name in names(typed["adults"]):
        held = known.get(name)
        role = held.role if held and held.role != "leader" else "adult"
        wanted.setdefault(name, role)
    return [
        replace(known[name], role=role)
        if name in known
        else activity_going.known_adult(register, name, role)
        for name, role in wanted.items()
    ]


def adults_typed(register: Register, activity_id: int) -> dict[str, str]:
    """Write who leads and who goes with them as they would be typed."""
    found = [adult for _id, adult in _adults(register, activity_id)]
    return {
        "leader": ", ".join(a.name for a in found if a.role == "leader"),
        "adults": ", ".join(a.name for a in found if a.role != "leader"),
    }


def _adults(register: Register, activity_id: int) -> list[tuple[int, Adult]]:
    return activity_parts.adults(register, activity_id) if activity_id else []


def buses(register: Register, activity_id: int, answer: Answer) -> list[Bus]:
    """Read buses such as Coach 1 (49), Minibus; their telephones are kept."""
    known = {bus.name: bus for _id, bus in activity_parts.buses(register, activity_id)}
    found = []
    for name in names(answer):
        said = re.fullmatch(r"(.+?)\s*\((\d+)\)", name)
        plain = said[1] if said else name
        held = known.get(plain)
        seats = int(said[2]) if said else None
        found.append(Bus(plain, seats, held.telephone if held else None))
    return found


def buses_typed(register: Register, activity_id: int) -> str:
    """Write the buses as they would be typed."""
    return ", ".join(
        f"{bus.name} ({bus.seats})" if bus.seats else bus.name
        for _id, bus in activity_parts.buses(register, activity_id)
    )


def funding(answer: Answer) -> dict[str, int]:
    """Read sources with what each pays, such as PTA 40; Pupil premium 120."""
    found: dict[str, int] = {}
    for part in names(answer):
        source, _space, amount = part.rpartition(" ")
        if not source:
            said = _("“{text}”: write who pays and how much, such as PTA 40.")
            raise UserError(said.format(text=part), "funding")
        found[source.strip()] = pence(amount, "funding") or 0
    return found


def funding_typed(register: Register, activity_id: int) -> str:
    """Write who pays how much as it would be typed."""
    split = activity_parts.funding(register, activity_id)
    return "; ".join(f"{source} {pounds(amount)}" for source, amount in split.items())


def called(register: Register) -> list[tuple[str, str]]:
    """Offer the activities that pupils may be invited to: the key, day and title.

    One that is full says so.
    """
    found = activities.table(register, "upcoming")
    found_ideas = activities.table(register, "ideas")
    listed = []
    for table in (found, found_ideas):
        rows = table.only(("day", "title")).rows
        for key, (on, title) in zip(table.keys, rows, strict=True):
            is_full = activities.of(register, key).places_left == 0
            listed.append((str(key), _titled(on, title, is_full=is_full)))
    return listed


def _titled(on: Value, title: Value, *, is_full: bool) -> str:
    said = _("{title}, {day}") if isinstance(on, date) else "{title}"
    day = format_date(on) if isinstance(on, date) else ""
    named = said.format(title=title, day=day)
    return _("{title} (full)").format(title=named) if is_full else named
