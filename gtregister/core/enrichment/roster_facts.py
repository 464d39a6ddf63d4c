"""What stands above a roster: when, where, how to get there, and who goes."""

from datetime import date

from gtregister.core.enrichment import activity_parts, sessions
from gtregister.core.enrichment.activities import Activity
from gtregister.core.enrichment.activity_parts import ROLES, Adult, Bus
from gtregister.core.register import Register, Row
from gtregister.i18n import _, format_weekday, ngettext, translated

_TIMES = ("leaves_at", "arrives_at", "departs_at", "returns_at")


def session(
    register: Register, activity_id: int, session_id: int | None = None
) -> Row | None:
    """Find the session a roster is for: the given, the next, or the last one."""
    if session_id is not None:
        return sessions.of(register, session_id)
    return register.row(
        """
        select *
        from sessions
        where activity_id = :activity_id and status = 'planned'
        order by
            held_on < :today,
            iif(held_on < :today, null, held_on),
            held_on desc,
            starts_at
        """,
        activity_id=activity_id,
        today=register.today.isoformat(),
    )


def facts(
    register: Register, activity: Activity, held: Row | None, audience: str
) -> tuple[str, ...]:
    """Write the lines above a roster; a certificate list needs only the day."""
    lines = [_when(activity, held)]
    if audience != "certificates":
        lines += [_transport(activity), _adults(register, activity.id)]
    if audience in {"leader", "base"}:
        lines += [_labelled(_("Bring"), activity.bring)]
    if audience == "leader":
        lines += [_labelled(_("To know"), activity.notes)]
    if audience == "certificates" and activity.aim:
        lines.append(activity.aim)
    return tuple(filter(None, lines))


def of_buses(register: Register, activity_id: int) -> tuple[tuple[str, str], ...]:
    """Say of each bus who goes on it, whether the seats are enough, how to ring it."""
    pupils = {
        row["bus_id"]: row["pupils"]
        for row in register.rows(
            """
            select bus_id, count(*) as pupils
            from places
            where activity_id = :activity_id and state in ('invited', 'accepted')
            group by bus_id
            """,
            activity_id=activity_id,
        )
    }
    going = activity_parts.adults(register, activity_id)
    found = []
    for bus_id, bus in activity_parts.buses(register, activity_id):
        adults = [_named(adult) for _id, adult in going if adult.bus_id == bus_id]
        parts = [
            ", ".join(adults),
            _seats(bus, pupils.get(bus_id, 0), len(adults)),
            bus.telephone or "",
        ]
        found.append((bus.name, " · ".join(filter(None, parts))))
    return tuple(found)


def _seats(bus: Bus, pupils: int, adults: int) -> str:
    """Say who is to sit on a bus, and if it has too few seats for them."""
    said = ngettext("{n} pupil", "{n} pupils", pupils)
    if not bus.seats:
        return said
    words = _("{pupils}, {seats} seats")
    if pupils + adults > bus.seats:
        words = _("{pupils}, only {seats} seats")
    return words.format(pupils=said, seats=bus.seats)


def adults_in_words(register: Register, activity_id: int) -> str:
    """Count the adults who go, drivers apart: they drive, and look after nobody."""
    going = activity_parts.adults(register, activity_id)
    drivers = sum(adult.role == "driver" for _id, adult in going)
    adults = len(going) - drivers
    with_pupils = ngettext("{n} adult", "{n} adults", adults)
    driving = ngettext("{n} driver", "{n} drivers", drivers)
    if adults and drivers:
        said = _("{adults} and {drivers}.")
        return said.format(adults=with_pupils, drivers=driving)
    said = _("{people}.")
    return said.format(people=with_pupils if adults else driving) if going else ""


def _when(activity: Activity, held: Row | None) -> str:
    if held is None:
        return activity.venue or ""
    day = date.fromisoformat(held["held_on"])
    times = " – ".join(filter(None, (held["starts_at"], held["ends_at"])))
    venue = held["venue"] or activity.venue
    parts = (format_weekday(day), times, venue)
    return ", ".join(filter(None, parts))


def _transport(activity: Activity) -> str:
    words = {
        "leaves_at": _("leave school {time}"),
        "arrives_at": _("arrive {time}"),
        "departs_at": _("leave there {time}"),
        "returns_at": _("back at school {time}"),
    }
    times = [
        words[key].format(time=getattr(activity, key))
        for key in _TIMES
        if getattr(activity, key)
    ]
    if not times and not activity.transport:
        return ""
    parts = ", ".join(filter(None, (activity.transport, *times)))
    return _labelled(_("Transport"), parts)


def _adults(register: Register, activity_id: int) -> str:
    going = [
        _named(adult) for _id, adult in activity_parts.adults(register, activity_id)
    ]
    return _labelled(_("Adults"), ", ".join(going))


def _named(adult: Adult) -> str:
    role = translated(ROLES.get(adult.role, adult.role))
    said = _("{name} ({role})").format(name=adult.name, role=role)
    return f"{said} {adult.telephone}" if adult.telephone else said


def _labelled(label: str, words: str | None) -> str:
    return _("{label}: {words}").format(label=label, words=words) if words else ""
