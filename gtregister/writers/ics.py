"""Sessions to an iCalendar file, which every calendar program takes (RFC 5545)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

_LONGEST = 75  # octets to a line (RFC 5545, 3.1)


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a calendar; without times it lasts the day. `uid` never changes.

    Times are texts such as 15:30, of whatever clock hangs on the wall.
    """

    uid: str
    title: str
    day: date
    starts_at: str | None = None
    ends_at: str | None = None
    place: str | None = None
    about: str | None = None
    is_cancelled: bool = False


def write(events: Iterable[Event], made: date, path: Path) -> None:
    """Write the calendar whole; it names no pupil, since calendars are shared."""
    with path.open("w", encoding="utf-8", newline="") as file:
        for line in _lines(events, made):
            file.writelines(f"{part}\r\n" for part in _folded(line))


def _lines(events: Iterable[Event], made: date) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//gtregister//EN"
    yield "CALSCALE:GREGORIAN"
    for event in events:
        yield "BEGIN:VEVENT"
        yield f"UID:{event.uid}"
        yield f"DTSTAMP:{made:%Y%m%d}T000000Z"
        yield from _times(event)
        yield f"SUMMARY:{_text(event.title)}"
        if event.place:
            yield f"LOCATION:{_text(event.place)}"
        if event.about:
            yield f"DESCRIPTION:{_text(event.about)}"
        yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
        yield "END:VEVENT"
    yield "END:VCALENDAR"


def _times(event: Event) -> Iterator[str]:
    """Write local times without a zone: a club at half past three stays so in June."""
    if event.starts_at is None:
        yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.day + timedelta(1):%Y%m%d}"
        return
    yield f"DTSTART:{_moment(event.day, event.starts_at)}"
    if event.ends_at is not None:
        yield f"DTEND:{_moment(event.day, event.ends_at)}"


def _moment(day: date, time: str) -> str:
    return f"{day:%Y%m%d}T{time.replace(':', '')}00"


def _text(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(escaped.splitlines())


def _folded(line: str) -> Iterator[str]:
    """Break a line after at most 75 octets, never within a letter."""
    part, used = "", 0
    for letter in line:
        octets = len(letter.encode("utf-8", errors="replace"))
        if used + octets > _LONGEST:
            yield part
            part, used = " ", 1
        part += letter
        used += octets
    yield part
