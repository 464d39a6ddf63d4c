"""What the roll knows of a pupil, and where the pupils come from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from made_up.people import Cohort, Person


@dataclass(frozen=True, slots=True)
class Feeder:
    """The school before this one, as invented as its pupils.

    The establishment and unique reference numbers are 0 where no key stage 2 tests are
    taken.
    """

    name: str
    establishment: int = 0
    urn: int = 0


PRIMARIES = (
    Feeder("Larkmere Primary School", 2001, 999101),
    Feeder("Owl Lane Primary School", 2014, 999114),
    Feeder("Brambleside Primary School", 2027, 999127),
    Feeder("Millrace Junior School", 2033, 999133),
    Feeder("Nether Larkmere Primary School", 2046, 999146),
    Feeder("Harbour Street Primary School", 2052, 999152),
    Feeder("Foxglove Primary Academy", 2068, 999168),
    Feeder("Thistledown Church of England Primary School", 3012, 999212),
    Feeder("St Wilfreda’s Catholic Primary School", 3301, 999301),
)
ABROAD = Feeder("Outside the UK")
INDEPENDENT = Feeder("Hollin Bank School (independent)")
AT_HOME = Feeder("Taught at home")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a school watches over; `sen` is N, K (support) or E (a plan)."""

    fsm: bool
    ever6: bool
    pupil_premium: bool
    in_care: bool
    sen: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a pupil came from, when, and with which unique pupil number."""

    upn: str
    feeder: Feeder
    joined: date


@dataclass(frozen=True, slots=True)
class Pupil:
    """A pupil as the roll knows them, and an ability that no file states.

    `ability` has mean 0 and standard deviation 1 over the school. `form` is empty for
    a pupil who has left.
    """

    person: Person
    dob: date
    form: str
    left: date | None
    origin: Origin
    circumstances: Circumstances
    ability: float

    @property
    def upn(self) -> str:
        """The unique pupil number."""
        return self.origin.upn

    @property
    def year(self) -> Cohort:
        """The year group; None for those who have left."""
        return self.person.cohort

    @property
    def eal(self) -> bool:
        """Whether English is an additional language."""
        return self.person.language != "ENG"


@dataclass(frozen=True, slots=True)
class School:
    """The roll with its leavers, and those whom only a results file still knows."""

    roll: Sequence[Pupil]
    moved_away: Sequence[Pupil]

    def cohort(self, year: Cohort) -> list[Pupil]:
        """List one year group by form and name; None lists the leavers."""
        chosen = [pupil for pupil in self.roll if pupil.year == year]
        return sorted(chosen, key=lambda pupil: (pupil.form, by_name(pupil)))

    def tested(self, year: Cohort) -> list[Pupil]:
        """List those of a year group who have key stage 2 results."""
        return [each for each in self.cohort(year) if each.origin.feeder.establishment]


def by_name(pupil: Pupil) -> tuple[str, str, str]:
    """Order pupils as a list in a school does; the UPN parts namesakes."""
    person = pupil.person
    return person.surname.casefold(), person.forename.casefold(), pupil.upn
