"""Who gets which of their choices: pure, the same each time, and told in words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from gtregister.i18n import _, format_number, ngettext


@dataclass(frozen=True, slots=True)
class Wish:
    """One choice of one pupil, and what is known that bears on it.

    `had` counts the pupil's other activities of the year. `against` says, in a
    sentence, why it cannot be met whoever else wants it; `pinned` why it is met first.
    Whoever `has_place` there already keeps that, and it counts as theirs.
    """

    choice_id: int
    pupil_id: int
    activity_id: int
    rank: int
    name: tuple[str, str]
    had: int = 0
    against: str = ""
    pinned: str = ""
    has_place: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """How a round is drawn: `free` places by activity (None: no limit).

    `meeting` has the pairs of activities that meet at the same time; `seed` is that of
    the draw between equals, None puts them in the order of their names.
    """

    title: str
    places_each: int
    seed: int | None
    free: Mapping[int, int | None]
    meeting: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Granted:
    """A choice that is met, or not, and why in words."""

    choice_id: int
    pupil_id: int
    activity_id: int
    is_met: bool
    outcome: str


def drawn(wishes: Sequence[Wish], terms: Terms) -> list[Granted]:
    """Say of each choice whether it is met.

    Pins come first. Then all first choices are looked at before any second one, and so
    on to the last rank. Where more pupils want an activity than it has places, those
    come first who have least from this round, then who had fewest activities this
    year, then by the draw.
    """
    state = _Draw(terms)
    for together in _in_turn(wishes):
        waiting = sorted(together, key=lambda wish: _turn(wish, terms.seed))
        while waiting:
            # Who got something in this very rank steps back behind the others.
            wish = min(waiting, key=lambda wish: len(state.got[wish.pupil_id]))
            waiting.remove(wish)
            state.judge(wish)
    return [state.answers[wish.choice_id] for wish in wishes]


class _Draw:
    """What has been given so far."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._free = dict(terms.free)
        self._last: dict[int, tuple[Wish, int]] = {}
        self.got: Mapping[int, list[int]] = defaultdict(list)
        self.answers: dict[int, Granted] = {}

    def judge(self, wish: Wish) -> None:
        """Meet a wish as things stand now, or say why it is not met."""
        against = self._against(wish)
        if against:
            if wish.has_place:
                self.got[wish.pupil_id].append(wish.activity_id)
            self._answer(wish, is_met=False, outcome=against)
            return
        got = self.got[wish.pupil_id]
        self._last[wish.activity_id] = (wish, len(got))
        left = self._free[wish.activity_id]
        self._free[wish.activity_id] = None if left is None else left - 1
        got.append(wish.activity_id)
        self._answer(wish, is_met=True, outcome=self._met(wish))

    def _answer(self, wish: Wish, *, is_met: bool, outcome: str) -> None:
        self.answers[wish.choice_id] = Granted(
            wish.choice_id, wish.pupil_id, wish.activity_id, is_met, outcome
        )

    def _met(self, wish: Wish) -> str:
        said = _("Choice {rank} in “{title}”.")
        told = said.format(rank=format_number(wish.rank), title=self._terms.title)
        if not wish.pinned:
            return told
        pinned = _("{told} Pinned: {why}")
        return pinned.format(told=told, why=wish.pinned)

    def _against(self, wish: Wish) -> str:
        """Say why a wish cannot be met now; nothing if it can."""
        if wish.against:
            return wish.against
        got = self.got[wish.pupil_id]
        if len(got) >= self._terms.places_each:
            return ngettext(
                "Has {n} place from another choice.",
                "Has {n} places from other choices.",
                len(got),
            )
        left = self._free[wish.activity_id]
        if left is not None and left <= 0:
            return self._full(wish, len(got))
        if any((wish.activity_id, other) in self._terms.meeting for other in got):
            return _("At the same time as another choice that was met.")
        return ""

    def _full(self, wish: Wish, got: int) -> str:
        """Say who had the places of a full activity, and by which rule."""
        if wish.activity_id not in self._last:
            return _("Full: it had no place left.")
        last, last_got = self._last[wish.activity_id]
        if last.pinned:
            return _("Full: its places went to pupils who were pinned.")
        if last.rank < wish.rank:
            return _("Full: its places went to pupils who ranked it higher.")
        if last_got < got:
            return _("Full: its places went to pupils with less from this round.")
        if last.had < wish.had:
            return _("Full: its places went to pupils with fewer activities this year.")
        if self._terms.seed is None:
            return _("Full: between equals it went by the order of their names.")
        said = _("Full: between equals the draw decided (seed {seed}).")
        return said.format(seed=self._terms.seed)


def _in_turn(wishes: Sequence[Wish]) -> Iterator[list[Wish]]:
    """Put together what is looked at together: places held, pins, then each rank."""
    yield [wish for wish in wishes if wish.has_place]
    yield [wish for wish in wishes if wish.pinned and not wish.has_place]
    rest = [wish for wish in wishes if not wish.pinned and not wish.has_place]
    for rank in sorted({wish.rank for wish in rest}):
        yield [wish for wish in rest if wish.rank == rank]


def _turn(wish: Wish, seed: int | None) -> tuple[int, str, tuple[str, str], int]:
    """Put equals in order: fewest activities, then the draw, or the names."""
    drawn_lot = f"{seed} {wish.pupil_id}".encode()
    lot = "" if seed is None else sha256(drawn_lot).hexdigest()
    return (wish.had, lot, wish.name, wish.pupil_id)
