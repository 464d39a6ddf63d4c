"""Making the school: people become pupils with a number, a form and circumstances."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from statistics import fmean, pstdev

from made_up import ESTABLISHMENT, SEED, THIS_YEAR, upn
from made_up.people import Cohort, Person, is_twin, people
from made_up.pupils import (
    ABROAD,
    AT_HOME,
    INDEPENDENT,
    PRIMARIES,
    Circumstances,
    Origin,
    Pupil,
    School,
)

ON_PURPOSE_AT_MOST = 20  # of each year group, and they stand first in it
MOVED_AWAY = 2  # of year 8: results still name them, the roll no longer does
SIZES: dict[Cohort, int] = {
    7: 241,
    8: 240 + MOVED_AWAY,
    9: 238,
    10: 242,
    11: 237,
    None: 40,
}
LEFT_ON = date(2020, 7, 31)
LEAVERS_AGE = 18  # the year group in which the leavers would be today
# How many came without key stage 2 results, and how many of those without a number.
ARRIVALS: dict[Cohort, int] = {7: 10, 8: 12, 9: 9, 10: 14, 11: 15, None: 0}
TEMPORARY: dict[Cohort, int] = {7: 2, 8: 1, 9: 1, 10: 1, 11: 1, None: 0}
ELSEWHERE = (ABROAD, ABROAD, ABROAD, INDEPENDENT, INDEPENDENT, AT_HOME)

FSM, EVER6, PUPIL_PREMIUM, IN_CARE = 0.20, 0.26, 0.27, 0.01
PLAN, SEN_SUPPORT = 0.03, 0.13
# How far circumstances lower the mean, in standard deviations of ability.
PREMIUM_GAP = 0.3
SEN_GAP = {"N": 0.0, "K": 0.5, "E": 0.9}

TERM_STARTS = (
    date(2015, 9, 4),
    date(2022, 9, 6),
    date(2023, 1, 4),
    date(2023, 4, 17),
    date(2023, 9, 5),
    date(2024, 1, 8),
    date(2024, 4, 15),
    date(2024, 9, 4),
    date(2025, 1, 6),
    date(2025, 4, 22),
    date(2025, 9, 3),
    date(2026, 1, 5),
    date(2026, 4, 13),
    date(2026, 9, 3),
)


def school() -> School:
    """Make the whole school, always the same."""
    chance = Random(f"{SEED} school")
    everybody = list(people(chance, SIZES))
    origins = _origins(chance, everybody)
    circumstances = _circumstances(chance, everybody)
    abilities = _abilities(chance, circumstances)
    forms = _forms(chance, everybody)
    pupils = [
        Pupil(
            person=person,
            dob=person.dob or _born(chance, person),
            form=forms[place],
            left=None if person.cohort else LEFT_ON,
            origin=origins[place],
            circumstances=circumstances[place],
            ability=abilities[place],
        )
        for place, person in enumerate(everybody)
    ]
    away = [pupil for pupil in pupils if pupil.year == 8][-MOVED_AWAY:]
    return School([pupil for pupil in pupils if pupil not in away], away)


def _age_group(person: Person) -> int:
    return person.cohort or LEAVERS_AGE


def _born(chance: Random, person: Person) -> date:
    first = date(THIS_YEAR - 5 - _age_group(person), 9, 1)
    return first + timedelta(days=chance.randrange(365))


def _places(everybody: Sequence[Person]) -> dict[Cohort, list[int]]:
    places: dict[Cohort, list[int]] = defaultdict(list)
    for place, person in enumerate(everybody):
        places[person.cohort].append(place)
    return places


def _forms(chance: Random, everybody: Sequence[Person]) -> list[str]:
    """Deal each year group into eight forms; leavers have none."""
    forms = [""] * len(everybody)
    for cohort, places in _places(everybody).items():
        if cohort:
            for turn, place in enumerate(chance.sample(places, len(places))):
                forms[place] = f"{cohort}{'ABCDEFGH'[turn % 8]}"
    return forms


def _origins(chance: Random, everybody: Sequence[Person]) -> list[Origin]:
    arrivals = _arrivals(chance, everybody)
    serials: Counter[tuple[int, int]] = Counter()
    origins: list[Origin] = []
    for place, person in enumerate(everybody):
        first_year = THIS_YEAR + 7 - _age_group(person)
        joined = next(d for d in TERM_STARTS if (d.year, d.month) == (first_year, 9))
        feeder = chance.choice(PRIMARIES)
        if _has_twin_before(everybody, place):
            feeder = origins[-1].feeder
        # The first school of a child gives the number, most often in reception.
        given = feeder.establishment, first_year - 7
        if place in arrivals:
            joined = chance.choice([d for d in TERM_STARTS if d > joined] or [joined])
            feeder = chance.choice(ELSEWHERE)
            given = ESTABLISHMENT, joined.year
        serials[given] += chance.randint(1, 3)
        number_of = upn.temporary if arrivals.get(place) else upn.permanent
        origins.append(Origin(number_of(*given, serials[given]), feeder, joined))
    return origins


def _has_twin_before(everybody: Sequence[Person], place: int) -> bool:
    person = everybody[place]
    return place > 0 and is_twin(everybody[place - 1], person.surname, person.dob)


def _arrivals(chance: Random, everybody: Sequence[Person]) -> dict[int, bool]:
    """Choose who came from elsewhere, and say who has only a temporary number.

    Nobody who is in the school on purpose, and nobody who moved away, is chosen: the
    former stand first in their year group and the latter last.
    """
    chosen: dict[int, bool] = {}
    for cohort, places in _places(everybody).items():
        drawn = chance.sample(places[ON_PURPOSE_AT_MOST:-MOVED_AWAY], ARRIVALS[cohort])
        chosen |= {place: nth < TEMPORARY[cohort] for nth, place in enumerate(drawn)}
    return chosen


def _circumstances(chance: Random, everybody: Sequence[Person]) -> list[Circumstances]:
    """Give exact shares of each year group these circumstances; twins share theirs."""
    premium_rank = _ranks(chance, everybody)
    sen_rank = _ranks(chance, everybody)
    found: list[Circumstances] = []
    for place in range(len(everybody)):
        if _has_twin_before(everybody, place):
            found.append(found[-1])
            continue
        rank, need = premium_rank[place], sen_rank[place]
        found.append(
            Circumstances(
                fsm=rank < FSM,
                ever6=rank < EVER6,
                pupil_premium=rank < PUPIL_PREMIUM,
                in_care=PUPIL_PREMIUM - IN_CARE <= rank < PUPIL_PREMIUM,
                sen="E" if need < PLAN else "K" if need < PLAN + SEN_SUPPORT else "N",
            )
        )
    return found


def _ranks(chance: Random, everybody: Sequence[Person]) -> dict[int, float]:
    """Put each year group in a line by chance; a rank runs from 0 up to 1."""
    ranks = {}
    for places in _places(everybody).values():
        for turn, place in enumerate(chance.sample(places, len(places))):
            ranks[place] = turn / len(places)
    return ranks


def _abilities(chance: Random, found: Sequence[Circumstances]) -> list[float]:
    drawn = [
        chance.gauss(0, 1) - PREMIUM_GAP * each.pupil_premium - SEN_GAP[each.sen]
        for each in found
    ]
    mean, spread = fmean(drawn), pstdev(drawn)
    return [(each - mean) / spread for each in drawn]
