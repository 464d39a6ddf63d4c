"""The rules by which a list of pupils is put in order: pure, and told in words."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from gtregister.core.enrichment.invitees import Candidate
from gtregister.i18n import N_, _, ngettext, translated

RULES = {
    "fit": N_("Those whose strand and subject fit come first"),
    "fewest": N_("Then those with the fewest activities this year"),
    "not_lately": N_("Then those who were not invited lately"),
    "pupil_premium": N_("Then those with pupil premium"),
    "mix": N_("Then a mix of year groups"),
}
_FITS = (
    N_("Fits ({entries})"),
    N_("Fits the strand ({entries})"),
    N_("Another strand ({entries})"),
)

Key = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """Which rules, in which order; leaving one out leaves it unused.

    `places` is how many to choose (None: as many as are left), `lately` in days, and
    `seed` that of the draw between equals. Pupil premium comes in only if the school
    says so, by putting it into the order.
    """

    order: tuple[str, ...] = ("fit", "fewest", "not_lately", "mix")
    places: int | None = None
    lately: int = 42
    seed: int = 1


def draw(candidates: Iterable[Candidate], rules: Rules) -> list[Candidate]:
    """Put candidates in the order of the rules, those who are pinned first.

    A mix of years takes, among those who are equal by the rules before it, one of the
    year group of which the fewest are chosen so far.
    """
    before, after = _around_mix(rules)
    lines: dict[int | None, list[tuple[Key, Key, Candidate]]] = defaultdict(list)
    for c in candidates:
        year = c.year_group if "mix" in rules.order else None
        tail = (*_key(c, after, rules.lately), _lot(rules.seed, c))
        lines[year].append((_key(c, before, rules.lately), tail, c))
    for line in lines.values():
        line.sort(key=lambda each: each[:2], reverse=True)  # the best is at the end
    chosen: list[Candidate] = []
    count: Counter[int | None] = Counter()
    while lines:
        year = min(lines, key=lambda y: (lines[y][-1][0], count[y], lines[y][-1][1]))
        chosen.append(lines[year].pop()[2])
        count[year] += 1
        if not lines[year]:
            del lines[year]
    return chosen


def reason(candidate: Candidate, rules: Rules) -> str:
    """Say what the rules found of a candidate, in their order."""
    told = [_said(candidate, rule) for rule in rules.order]
    if candidate.pinned:
        told.insert(0, _("Pinned: {why}").format(why=candidate.pinned.rstrip(".")))
    return _("{reasons}.").format(reasons="; ".join(filter(None, told)))


def _said(c: Candidate, rule: str) -> str:
    if rule == "fit":
        if not c.entries:
            return _("Not on the register")
        return translated(_FITS[c.fit]).format(entries=c.entries)
    if rule == "fewest":
        return ngettext(
            "{n} activity this year", "{n} activities this year", c.activities
        )
    if rule == "not_lately":
        if c.days_since is None:
            return _("never invited before")
        return ngettext("invited {n} day ago", "invited {n} days ago", c.days_since)
    if rule == "pupil_premium":
        return _("pupil premium") if c.pupil_premium else ""
    if c.year_group is None:
        return ""
    return _("Year {year}").format(year=c.year_group)


def _around_mix(rules: Rules) -> tuple[list[str], list[str]]:
    order = list(rules.order)
    at = order.index("mix") if "mix" in order else len(order)
    return ["pinned", *order[:at]], order[at + 1 :]


def _key(c: Candidate, order: Iterable[str], lately: int) -> Key:
    ranks = {
        "pinned": int(not c.pinned),
        "fit": c.fit,
        "fewest": c.activities,
        "not_lately": int(c.days_since is not None and c.days_since <= lately),
        "pupil_premium": int(not c.pupil_premium),
    }
    return tuple(ranks[rule] for rule in order)


def _lot(seed: int, c: Candidate) -> int:
    """Draw a lot that depends on the seed and the pupil alone."""
    return int.from_bytes(sha256(f"{seed} {c.pupil_id}".encode()).digest()[:6], "big")
