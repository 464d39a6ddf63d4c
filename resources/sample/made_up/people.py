"""Who is at the school: names, sex, ethnicity and first language, but no facts yet."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

DOUBLE_BARRELLED = 0.03
MIXED = 0.1
USES_A_NICKNAME = 0.5
Cohort = int | None  # a year group, or None for those who have left


@dataclass(frozen=True, slots=True)
class Heritage:
    """One table of names.toml; the file says what each key means."""

    name: str
    share: int
    ethnicity: list[str]
    mixed: str
    language: str
    speaks: float
    boys: list[str]
    girls: list[str]
    surnames: list[str]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a name; `dob` is set only where it was chosen on purpose."""

    cohort: Cohort
    surname: str
    forename: str
    preferred: str
    sex: str
    ethnicity: str
    language: str
    dob: date | None = None


_NAMES = tomllib.loads(
    Path(__file__).with_name("names.toml").read_text(encoding="utf-8")
)
_NICKNAMES: dict[str, str] = _NAMES["nicknames"]
_HERITAGES = {each["name"]: Heritage(**each) for each in _NAMES["heritage"]}


def people(chance: Random, sizes: Mapping[Cohort, int]) -> Iterator[Person]:
    """Fill each cohort: those who are there on purpose first, then others by chance.

    Nobody by chance has the surname and forename of another.
    """
    planted = list(_planted(chance))
    taken = {(person.surname, person.forename) for person in planted}
    for cohort, size in sizes.items():
        chosen = [person for person in planted if person.cohort == cohort]
        yield from chosen
        for _ in range(size - len(chosen)):
            person = _somebody(chance, cohort)
            while (person.surname, person.forename) in taken:
                person = _somebody(chance, cohort)
            taken.add((person.surname, person.forename))
            yield person


def _planted(chance: Random) -> Iterator[Person]:
    person = None
    for each in _NAMES["planted"]:
        forename, heritage = each["forename"], _HERITAGES[each["heritage"]]
        names = {"forename": forename, "preferred": forename, "sex": each["sex"]}
        born = each.get("dob")
        if person and is_twin(person, each["surname"], born):
            person = replace(person, **names)
        else:
            other = _person(chance, each["year"], heritage, each["sex"])
            person = replace(other, surname=each["surname"], dob=born, **names)
        yield person


def is_twin(person: Person, surname: str, born: date | None) -> bool:
    """Say whether somebody was put beside `person` as their twin."""
    return born is not None and (surname, born) == (person.surname, person.dob)


def _somebody(chance: Random, cohort: Cohort) -> Person:
    shares = [heritage.share for heritage in _HERITAGES.values()]
    heritage = chance.choices(list(_HERITAGES.values()), shares)[0]
    return _person(chance, cohort, heritage, chance.choice("FM"))


def _person(chance: Random, cohort: Cohort, heritage: Heritage, sex: str) -> Person:
    english = _HERITAGES["English"]
    mixed = heritage is not english and chance.random() < MIXED
    forenames = english if mixed else heritage
    forename = chance.choice(forenames.girls if sex == "F" else forenames.boys)
    surname = _gendered(chance.choice(heritage.surnames), sex)
    if forenames is english and chance.random() < DOUBLE_BARRELLED:
        surname = f"{surname}-{chance.choice(english.surnames)}"
    nickname = _NICKNAMES.get(forename, forename)
    speaks = not mixed and chance.random() < heritage.speaks
    return Person(
        cohort=cohort,
        surname=surname,
        forename=forename,
        preferred=nickname if chance.random() < USES_A_NICKNAME else forename,
        sex=sex,
        ethnicity=heritage.mixed if mixed else chance.choice(heritage.ethnicity),
        language=heritage.language if speaks else "ENG",
    )


def _gendered(surname: str, sex: str) -> str:
    his, _, hers = surname.partition("/")
    return hers if hers and sex == "F" else his
