"""What becomes of a file: whom it adds, what it changes, what a person must say."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from gtregister.core.register import Stored
from gtregister.core.roll.sittings import NewResult
from gtregister.importers import Aside, Details, Problem


class Change(NamedTuple):
    """A detail of a pupil that a file changes."""

    field: str
    old: Stored
    new: str | int


class New(NamedTuple):
    """A pupil whom the register does not know yet."""

    rows: tuple[int, ...]
    details: Details
    results: Sequence[NewResult]
    contacts: Sequence[Details] = ()
    referrals: Sequence[Details] = ()
    activities: Sequence[Details] = ()


class Known(NamedTuple):
    """A pupil of the roll: changed details, new and amended results.

    `amended` pairs the id of a stored result with what takes its place; `offered` are
    another name or birthday, which go in only if a person says so.
    """

    rows: tuple[int, ...]
    pupil_id: int
    changes: tuple[Change, ...]
    results: Sequence[NewResult]
    amended: Sequence[tuple[int, NewResult]]
    unchanged: int
    contacts: Sequence[Details] = ()
    referrals: Sequence[Details] = ()
    offered: tuple[Change, ...] = ()
    activities: Sequence[Details] = ()


class Asked(NamedTuple):
    """Rows that may be an existing pupil; a person must say."""

    rows: tuple[int, ...]
    details: Details
    why: str
    alike: tuple[int, ...]


@dataclass(slots=True)
class Unsaid:
    """What a file leaves unsaid, and a person can say for all of it at once.

    `results` counts, by assessment, those that go in without a year; `worked_out`, by
    academic year, the key stage 2 results whose year follows from the pupil. `pupils`
    are new ones without a year group; `placed` counts, by year group, those whose year
    group follows from their key stage 2 results or their birthday. `activities` are
    those of an unknown year, which cannot go in.
    """

    results: Counter[str] = field(default_factory=Counter)
    worked_out: Counter[int] = field(default_factory=Counter)
    pupils: int = 0
    placed: Counter[int] = field(default_factory=Counter)
    activities: int = 0


@dataclass(slots=True)
class SortedOut:
    """Every Record of a Reading in its place, and what is odd or unsaid about them."""

    new: list[New] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    skipped: list[Aside] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unsaid: Unsaid = field(default_factory=Unsaid)
