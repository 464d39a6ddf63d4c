"""Lists of who is to be told: what may go out, kind by kind, and what is stopped."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from weakref import WeakKeyDictionary

from gtregister.core.register import Register
from gtregister.core.telling import letters, notices, owed, slips, wishes
from gtregister.core.telling.letter_settings import KINDS
from gtregister.core.telling.notices import NotTold
from gtregister.core.telling.owed import AUDIENCES, Owed
from gtregister.i18n import N_, _, format_date, translated
from gtregister.table import Table

READY = frozenset({"due", "drafted"})

# Columns that say nothing of people who were not told yet, and the other way round.
_LATER = {"way", "state_on", "state_by", "why"}
_SOONER = {"due_on"}


@dataclass(frozen=True, slots=True)
class Group:
    """The letters of one kind that may go out now, and those that are stopped.

    `keys` are those of both; `pupils` counts whom the ready ones are about; `since` is
    the oldest day that they tell of.
    """

    kind: str
    title: str
    ready: int
    pupils: int
    stopped: int
    since: date
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """Everything that is owed or was, read once, in the order of forms."""

    every: tuple[Owed, ...]
    ready: Table
    untold: Table
    told: Table
    groups: tuple[Group, ...]


def of(register: Register, pupil_ids: Collection[int] | None = None) -> Lists:
    """Read the lists, of everybody or of some pupils."""
    every = owed.every(register)
    whole = notices.listed(register, every)
    by_key = {one.key: one for one in every}
    chosen = {
        key: one
        for key, one in by_key.items()
        if pupil_ids is None or one.event.pupil_id in pupil_ids
    }
    found = tuple(chosen.values())
    ready = {key for key, one in chosen.items() if one.state in READY}
    told = {key for key, one in chosen.items() if one.is_told}
    return Lists(
        found,
        replace(_only(whole, ready).without(_LATER), title=N_("Letters to print")),
        replace(
            _only(whole, chosen.keys() - told).without(_LATER - {"why"}),
            title=N_("Not yet told"),
        ),
        replace(_only(whole, told).without(_SOONER), title=N_("Told")),
        _groups(one for one in found if not one.is_told),
    )


def _only(whole: Table, keys: Collection[int]) -> Table:
    pairs = zip(whole.keys, whole.rows, strict=True)
    kept = [(key, row) for key, row in pairs if key in keys]
    return replace(
        whole, keys=[key for key, _row in kept], rows=[row for _key, row in kept]
    )


def _groups(untold: Iterable[Owed]) -> tuple[Group, ...]:
    kinds: dict[str, list[Owed]] = defaultdict(list)
    for one in untold:
        kinds[one.event.kind].append(one)
    return tuple(_group(kind, kinds[kind]) for kind in KINDS if kind in kinds)


def _group(kind: str, those: list[Owed]) -> Group:
    ready = [one for one in those if one.state in READY]
    return Group(
        kind,
        KINDS[kind],
        len(ready),
        len({one.event.pupil_id for one in ready}),
        len(those) - len(ready),
        min(one.event.on for one in ready or those),
        tuple(one.key for one in those),
    )


@dataclass(frozen=True, slots=True)
class Counted:
    """Who was not told, as counted on a day, after a change of this number."""

    on: date
    seen: int
    found: NotTold


_kept: WeakKeyDictionary[Register, Counted] = WeakKeyDictionary()


def known(register: Register) -> NotTold | None:
    """Say who has not been told, if that was counted since the last change."""
    held = _kept.get(register)
    if held is None or held.on != register.today:
        return None
    return held.found if held.seen == register.latest_change else None


def counted(register: Register) -> Counted:
    """Count who has not been told, for as long as nothing is changed."""
    if known(register) is None:
        seen = register.latest_change
        keep(register, Counted(register.today, seen, notices.not_told(register)))
    return _kept[register]


def keep(register: Register, found: Counted) -> None:
    """Take over what was counted on another thread."""
    _kept[register] = found


def parents_to_be_told(register: Register) -> set[int]:
    """Find the pupils on the register whose parents have not heard that they joined."""
    return {
        one.event.pupil_id
        for one in owed.every(register)
        if (one.event.kind, one.audience) == ("joined", "parents") and not one.is_told
    }


def in_words(one: Owed) -> str:
    """Say of what somebody is to be told, who, and by when."""
    people = one.household.people if one.household else ()
    names = ", ".join(person.name for person in people)
    said = _("{letter}: {whom}, by {day}")
    return said.format(
        letter=translated(KINDS[one.event.kind]),
        whom=names or translated(AUDIENCES[one.audience]),
        day=format_date(one.due_on),
    )


def last_letter(register: Register, notice_id: int | None) -> str:
    """Read the letter that told of something as it was last written, if one did."""
    kept = register.value(
        "select max(id) from letters where notice_id = :id", id=notice_id
    )
    return letters.text(register, int(kept)) if kept else ""


def wishes_of(
    register: Register, pupil_ids: Collection[int] | None, *, is_open: bool = False
) -> Table:
    """List the wishes about some pupils or about all, or those not decided."""
    whole = wishes.table(register, is_open=is_open)
    if pupil_ids is None:
        return whole
    of = dict(map(tuple, register.rows("select id, pupil_id from wishes")))
    return _only(whole, {key for key in whole.keys if of[key] in pupil_ids})


def pupil_of_wish(register: Register, wish_id: int) -> int | None:
    """Say whom a wish is about."""
    found = register.value("select pupil_id from wishes where id = :id", id=wish_id)
    return None if found is None else int(found)


def reminders(register: Register, notice_ids: Collection[int]) -> list[int]:
    """Find the keys of the reminders that are owed for these notices."""
    return [
        one.key
        for one in owed.every(register)
        if one.event.reminds in notice_ids and not one.is_told
    ]


def slips_of(
    register: Register, pupil_ids: Collection[int] | None, *, is_open: bool = False
) -> Table:
    """List the slips of some pupils or of all, or those that did not come back."""
    whole = slips.table(register)
    if pupil_ids is None and not is_open:
        return whole
    answered = whole.position("answered_on")
    of = dict(map(tuple, register.rows("select id, pupil_id from slips")))
    kept = {
        key
        for key, row in zip(whole.keys, whole.rows, strict=True)
        if (pupil_ids is None or of[key] in pupil_ids)
        and not (is_open and row[answered])
    }
    return _only(whole, kept)
