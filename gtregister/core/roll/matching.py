"""Whose row is it? Matching what a file says of a pupil with the roll.

A UPN decides, then a former UPN, then surname, forename and date of birth together. A
colleague's list that has neither may go by name and form, if one pupil alone has both.
Anything less is a question for a person: twins and nicknames look alike.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from rapidfuzz.distance import JaroWinkler

from gtregister.core.register import Register, Row, Stored
from gtregister.core.roll.pupils import folded
from gtregister.i18n import _
from gtregister.importers import Details

Name = tuple[str, str]
K = TypeVar("K")

# Jaro-Winkler: nicknames score 85 and more, and so do many twins, so it only ever
# leads to a question.
_ALIKE = 0.85


class Match(NamedTuple):
    """Whose row it is: a pupil of the roll, somebody new, or a question.

    `ask` says why a person must answer, and `alike` are the pupils it might be;
    `skip` says why nobody can tell. With none of them, the pupil is new. `by_form` is
    True for a pupil found by name and form alone.
    """

    pupil_id: int | None = None
    ask: str | None = None
    alike: tuple[int, ...] = ()
    skip: str | None = None
    by_form: bool = False

    @property
    def is_new(self) -> bool:
        """Say whether the pupil is not on the roll yet."""
        return self.pupil_id is None and self.ask is None and self.skip is None


class Roll:
    """Every pupil that the register knows, leavers too, ready to be looked up."""

    def __init__(self, rows: Sequence[Row]) -> None:
        names = rows[0].keys() if rows else ()
        # A dict of the row itself looks for each column among all of them.
        self.pupils: dict[int, dict[str, Stored]] = {
            row["id"]: dict(zip(names, row, strict=True)) for row in rows
        }

    @classmethod
    def of(cls, register: Register) -> "Roll":
        """Read the roll of a register."""
        return cls(register.rows("select * from pupils"))

    @cached_property
    def _by_upn(self) -> dict[Stored, int]:
        return {p["upn"]: key for key, p in self.pupils.items() if p["upn"]}

    @cached_property
    def _by_former_upn(self) -> dict[Stored, int]:
        former = self.pupils.items()
        return {p["former_upn"]: key for key, p in former if p["former_upn"]}

    @cached_property
    def _by_birthday(self) -> dict[Stored, list[int]]:
        return _grouped((p["dob"], key) for key, p in self.pupils.items())

    @cached_property
    def _by_name(self) -> dict[Name, list[int]]:
        return _grouped((name_of(p), key) for key, p in self.pupils.items())

    @cached_property
    def _by_preferred_name(self) -> dict[Name, list[int]]:
        pairs = [
            (name, key)
            for key, p in self.pupils.items()
            if p["preferred_forename"] or p["preferred_surname"]
            for name in _preferred_names(p)
        ]
        return _grouped(pairs)

    @cached_property
    def _by_surname(self) -> dict[str, list[int]]:
        return _grouped((name_of(p)[0], key) for key, p in self.pupils.items())

    def by_upn(self, upn: str) -> int | None:
        """Find a pupil by UPN, then by former UPN."""
        return self._by_upn.get(upn) or self._by_former_upn.get(upn)

    def named(self, answer: str) -> int | None:
        """Find the pupil that an answer names: by UPN, or as #12 by the id."""
        if not answer.startswith("#"):
            return self.by_upn(answer)
        pupil_id = int(answer[1:]) if answer[1:].isdecimal() else None
        return pupil_id if pupil_id in self.pupils else None

    def whose(self, details: Details, *, by_form: bool = False) -> Match:
        """Say whose row it is; `by_form` lets name and form decide for want of more."""
        upn, former = details.get("upn"), details.get("former_upn")
        known = self._by_upn.get(upn) or self._by_former_upn.get(upn) if upn else None
        known = known or (self._by_upn.get(former) if former else None)
        if known is not None:
            return self._same_upn(known, details)
        if not details.get("surname") or not details.get("forename"):
            return Match(skip=_nobody(upn))
        if not self.pupils:
            return Match()
        found = self._by_name_and_birthday(details)
        if found is None and by_form:
            found = self._by_name_and_form(details)
        return found or self._resembling(details)

    def _same_upn(self, known: int, details: Details) -> Match:
        pupil = self.pupils[known]
        surname, dob = details.get("surname"), details.get("dob")
        if not dob or not pupil["dob"] or dob == pupil["dob"]:
            return Match(known)
        if not surname or folded(str(surname)) == folded(str(pupil["surname"])):
            return Match(known)
        why = _("the same UPN, but another surname and date of birth")
        return Match(ask=why, alike=(known,))

    def _by_name_and_birthday(self, details: Details) -> Match | None:
        dob = details.get("dob")
        if not dob:
            return None
        namesakes = self._by_name.get(name_of(details), [])
        same = [key for key in namesakes if self.pupils[key]["dob"] == dob]
        if not same:
            return None
        if len(same) > 1:
            why = _("several pupils have this name and date of birth")
            return Match(ask=why, alike=tuple(same))
        if details.get("upn") and self.pupils[same[0]]["upn"]:
            why = _("the same name and date of birth, but another UPN")
            return Match(ask=why, alike=tuple(same))
        return Match(same[0])

    def _by_name_and_form(self, details: Details) -> Match | None:
        """Find the one pupil of a name, in a row that tells nothing but the form."""
        form = details.get("form")
        namesakes = self._by_name.get(name_of(details), [])
        if not form or len(namesakes) != 1 or details.get("upn") or details.get("dob"):
            return None
        pupil = self.pupils[namesakes[0]]
        is_theirs = folded(str(form)) == folded(str(pupil["form"] or ""))
        if not is_theirs or pupil["left_on"] is not None:
            return None
        return Match(namesakes[0], by_form=True)

    def _resembling(self, details: Details) -> Match:
        """Ask if somebody on the roll is too much alike; else the pupil is new."""
        for why, keys in self._likenesses(details):
            others = [key for key in keys if not self._is_other_child(key, details)]
            if others:
                return Match(ask=why, alike=tuple(others))
        return Match()

    def _likenesses(self, details: Details) -> Iterator[tuple[str, list[int]]]:
        name, dob = name_of(details), details.get("dob")
        if dob:
            near = [k for k in self._by_birthday.get(dob, ()) if self._alike(k, name)]
            yield _("the same date of birth and a similar name: twins?"), near
            swapped = _swapped(str(dob))
            turned = [
                k for k in self._by_name.get(name, ()) if self._born(k) == swapped
            ]
            yield _("the same name, with day and month of birth changed round"), turned
        yield _("the same name"), self._by_name.get(name, [])
        yield _("the same preferred name"), self._by_preferred_name.get(name, [])
        if not dob:
            family = self._by_surname.get(name[0], ())
            near = [k for k in family if self._alike(k, name)]
            yield _("a similar name, and no date of birth"), near

    def _born(self, key: int) -> Stored:
        return self.pupils[key]["dob"]

    def _alike(self, key: int, name: Name) -> bool:
        other = name_of(self.pupils[key])
        if other[0] == name[0] and self._born(key):
            return True
        return JaroWinkler.similarity(" ".join(other), " ".join(name)) >= _ALIKE

    def _is_other_child(self, key: int, details: Details) -> bool:
        """Two children with a UPN each are two children."""
        return bool(details.get("upn") and self.pupils[key]["upn"])


def name_of(details: Mapping[str, Stored]) -> Name:
    """Fold surname and forename for comparing."""
    return folded(str(details.get("surname") or "")), folded(
        str(details.get("forename") or "")
    )


def _preferred_names(pupil: Mapping[str, Stored]) -> set[Name]:
    surnames = {folded(str(pupil[k] or "")) for k in ("surname", "preferred_surname")}
    forenames = {
        folded(str(pupil[k] or "")) for k in ("forename", "preferred_forename")
    }
    names = {(s, f) for s in surnames if s for f in forenames if f}
    return names - {name_of(pupil)}


def _grouped(pairs: Iterable[tuple[K, int]]) -> dict[K, list[int]]:
    groups: dict[K, list[int]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups


def _swapped(dob: str) -> str:
    year, month, day = dob.split("-")
    return f"{year}-{day}-{month}"


def _nobody(upn: str | int | None) -> str:
    if upn:
        said = _("No pupil has the UPN {upn}, and the row has no surname and forename.")
        return said.format(upn=upn)
    return _("The row has neither a UPN nor a surname and forename.")
