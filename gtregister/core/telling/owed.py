"""Who is owed which notice, and how far it got: worked out from what happened."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import blake2b

from gtregister.core.register import Register, Row
from gtregister.core.telling import (
    held_notices,
    letter_settings,
    notice_events,
    offers,
    recipients,
)
from gtregister.core.telling.held_notices import Held
from gtregister.core.telling.letter_settings import Rule
from gtregister.core.telling.notice_events import Event
from gtregister.core.telling.recipients import Household
from gtregister.i18n import N_, _

STATES = {
    "due": N_("Due"),
    "stopped": N_("Stopped"),
    "drafted": N_("Drafted"),
    "printed": N_("Printed"),
    "sent": N_("Sent"),
    "answered": N_("Answered"),
    "chased": N_("Chased"),
    "not_needed": N_("Not needed"),
}
UNTOLD = frozenset({"due", "stopped", "drafted"})
AUDIENCES = {
    "pupil": N_("The pupil"),
    "parents": N_("Parents"),
    "other": N_("Somebody else"),
}

_REGISTER_KINDS = ("joined", "moved", "paused", "left", "reviewed")
_NEED_AN_OFFER = ("joined", "moved")
_YEAR = 365  # days


@dataclass(frozen=True, slots=True)
class Owed:
    """One notice: an event, and the one household or pupil that is to be told of it.

    `key` is the same each time it is asked for. `why` says why it is stopped or not
    needed. `household` is None if it goes to the pupil or to who referred.
    """

    key: int
    event: Event
    audience: str
    household: Household | None
    state: str
    due_on: date
    why: str = ""
    notice_id: int | None = None
    way: str | None = None
    state_on: date | None = None
    state_by: str = ""

    @property
    def is_told(self) -> bool:
        """Say whether the people were told, or need not be."""
        return self.state not in UNTOLD


def every(register: Register) -> list[Owed]:
    """Work out every notice that is owed or was, each in exactly one state."""
    rules = letter_settings.rules(register)
    homes = recipients.households(register)
    held = held_notices.of(register)
    found: list[Owed] = []
    for child, events in notice_events.by_pupil(register):
        people = homes.get(child["id"]) or [
            recipients.unknown(child["id"], child["forename"])
        ]
        found += _of_pupil(register, child, events, people, rules, held)
    return _stopped_without_offer(register, found)


def _of_pupil(
    register: Register,
    child: Row,
    events: list[Event],
    homes: list[Household],
    rules: Mapping[str, Rule],
    held: Held,
) -> list[Owed]:
    """Work out what is owed about one pupil, recipient by recipient."""
    audiences: list[tuple[str, Household | None]] = [("pupil", None)]
    audiences += [("parents", home) for home in homes]
    found: list[Owed] = []
    for audience, home in audiences:
        told = [
            _owed(event, audience, home, rules[event.kind], held)
            for event in events
            if _is_for(event, audience, rules[event.kind])
            and held.concerns(event.reminds, home)
        ]
        found += _still_news(register, told, rules, held)
    found += [
        _owed(event, "other", None, rules[event.kind], held)
        for event in events
        if event.audience == "other"
    ]
    return found


def _is_for(event: Event, audience: str, rule: Rule) -> bool:
    ruled = rule.to_pupil if audience == "pupil" else rule.to_parents
    return ruled and event.audience in (None, audience)


def _owed(
    event: Event, audience: str, home: Household | None, rule: Rule, held: Held
) -> Owed:
    due_on = event.on + timedelta(days=rule.within_days)
    row = held.find(event, audience, home)
    stop = home.stop if home else ""
    owed = Owed(
        _key(event, audience, home),
        event,
        audience,
        home,
        "stopped" if stop else "due",
        due_on,
        stop,
    )
    if row is None or (stop and row["state"] == "drafted"):
        return owed
    return replace(
        owed,
        state=row["state"],
        why=row["why"],
        notice_id=row["id"],
        way=row["way"],
        state_on=date.fromisoformat(row["state_on"]),
        state_by=row["state_by"],
    )


def _key(event: Event, audience: str, home: Household | None) -> int:
    """Give a notice a number of 53 bits, which JSON holds exactly."""
    on = "" if event.about else event.on.isoformat()
    where = home.id if home else 0
    said = f"{event.pupil_id} {event.kind} {on} {event.about} {audience} {where}"
    return int.from_bytes(blake2b(said.encode(), digest_size=7).digest()) >> 3


def _still_news(
    register: Register, told: list[Owed], rules: Mapping[str, Rule], held: Held
) -> Iterator[Owed]:
    """Leave out what a later or an earlier letter says as well.

    Of what happened to a stay on the register, only the last is news, and the joining
    stands for all of it as long as nobody told of it. What was told stays listed.
    """
    stays = [owed for owed in told if owed.event.kind in _REGISTER_KINDS]
    others = [owed for owed in told if owed.event.kind not in _REGISTER_KINDS]
    news = _news(stays)
    yield from (owed for owed in stays if owed.is_told or owed is news)
    if news is not None and (yearly := _yearly(register, news, rules, held)):
        yield yearly
    unoffered = {o.event.about for o in others if _is_untold_offer(o)}
    for owed in others:
        place = owed.event.about.partition(",")[0]
        if owed.is_told or owed.event.kind != "changed" or place not in unoffered:
            yield owed


def _is_untold_offer(owed: Owed) -> bool:
    return owed.event.kind == "offered" and not owed.is_told


def _news(stays: list[Owed]) -> Owed | None:
    """Choose the one of these, oldest first, that is to be told.

    Who joined and left on one day, and heard of neither, hears of neither.
    """
    if not stays:
        return None
    last = stays[-1]
    joined = next((o for o in reversed(stays) if o.event.kind == "joined"), None)
    if joined is None or joined.is_told:
        return last
    if last.event.kind == "left":
        return None if joined.event.on == last.event.on else last
    return joined


def _yearly(
    register: Register, news: Owed, rules: Mapping[str, Rule], held: Held
) -> Owed | None:
    """Owe the yearly update to people who heard nothing for a year or more."""
    years = (register.today - news.event.on).days // _YEAR
    rule = rules["reviewed"]
    if years < 1 or news.event.kind == "left" or not news.is_told:
        return None
    if not _is_for(replace(news.event, audience=None), news.audience, rule):
        return None
    on = news.event.on + timedelta(days=years * _YEAR)
    event = replace(news.event, kind="reviewed", on=on)
    return _owed(event, news.audience, news.household, rule, held)


def _stopped_without_offer(register: Register, found: list[Owed]) -> list[Owed]:
    """Stop letters that would have nothing to say but a label."""
    needing = {
        owed.event.pupil_id
        for owed in found
        if owed.state == "due" and owed.event.kind in _NEED_AN_OFFER
    }
    offered = offers.by_pupil(register, needing) if needing else {}
    said = _(
        "Nothing is offered yet, so the letter would be only a label. Give a place in "
        "an activity, or write under “What we offer” what there is."
    )
    return [
        replace(owed, state="stopped", why=said)
        if owed.state == "due"
        and owed.event.pupil_id in needing - offered.keys()
        and owed.event.kind in _NEED_AN_OFFER
        else owed
        for owed in found
    ]
