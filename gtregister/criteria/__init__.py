"""Ways to find that a pupil may belong on the register: pure functions of Evidence."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gtregister.options import Answer, Option


@dataclass(frozen=True, slots=True)
class Result:
    """One stored result and where it came from.

    `number` is None for a code. `source` says the file and row in words.
    """

    assessment: str
    academic_year: int | None
    subject: str
    measure: str
    value: str
    number: float | None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Referral:
    """Somebody proposed the pupil: from which side, who, for which subject, when."""

    source: str
    by: str
    subject: str | None
    on: date


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one pupil, and of the pupil's year.

    `cohort` has, for each (assessment, subject, measure), the numbers of all pupils
    now in the same year group, in ascending order; it includes derived measures, such
    as the mean of reading and maths.
    """

    year_group: int | None
    results: Sequence[Result]
    referrals: Sequence[Referral]
    cohort: Mapping[tuple[str, str, str], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether a criterion is met: True, False, or None for not known, and why.

    `near` marks a criterion that is not met by little. `results` are those it used.
    """

    met: bool | None
    reason: str
    value: float | str | None = None
    results: tuple[Result, ...] = ()
    near: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """A question about one pupil's Evidence; its options are set in the policy.

    `judge(evidence, **options)` takes one argument for each Option, by its key.
    """

    title: str
    options: tuple[Option, ...]
    judge: Callable[..., Finding]

    def defaults(self) -> dict[str, Answer]:
        """Give the answers that stand where a policy says nothing."""
        return {option.key: option.default for option in self.options}
