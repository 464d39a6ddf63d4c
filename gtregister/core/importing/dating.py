"""When results were taken and in which year pupils are, where a file does not say.

What follows from the pupil is worked out and said; the rest is left for a person.
"""

from collections.abc import Iterator, Mapping, Sequence

from gtregister.core.importing.outcomes import Unsaid
from gtregister.core.register import Stored
from gtregister.core.roll import field_words, results
from gtregister.core.roll.sittings import NewResult
from gtregister.i18n import ngettext, translated
from gtregister.importers import Details, Problem, Record

_HIGHEST = 13


def results_of(
    records: Sequence[Record],
    pupil: Mapping[str, Stored],
    now: int,
    unsaid: Unsaid,
) -> tuple[list[NewResult], list[Problem]]:
    """Gather a pupil's results; `pupil` may tell in which year key stage 2 was.

    `now` is the school's academic year.
    """
    taken = results.ks2_year(pupil.get("year_group"), pupil.get("dob"), now)
    found, problems = results.of_pupil(records, taken)
    undated = results.undated(found) if taken is not None else 0
    if taken is not None and undated:
        unsaid.worked_out[taken] += undated
    return found, problems


def with_year_group(
    details: Details, found: Sequence[NewResult], now: int, unsaid: Unsaid
) -> Details:
    """Add the year group of a new pupil that follows from key stage 2 or the birthday.

    Without either the pupil is counted among those of whom nobody has said it.
    """
    if "year_group" in details:
        return details
    taken = [
        result.said.academic_year
        for result in found
        if result.said.assessment == "ks2" and result.said.academic_year is not None
    ]
    year = taken[0] if taken else results.ks2_year(None, details.get("dob"), now)
    year_group = None if year is None else results.KS2_YEAR + now - year
    lowest = results.KS2_YEAR + 1 if taken else 0
    if year_group is None or not lowest <= year_group <= _HIGHEST:
        unsaid.pupils += 1
        return details
    unsaid.placed[year_group] += 1
    return {**details, "year_group": year_group}


def worked_out(unsaid: Unsaid) -> Iterator[str]:
    """Say what the file does not say and follows from what it does say."""
    for taken, n in sorted(unsaid.worked_out.items()):
        yield _worked_out(taken, n)
    yield from placed(unsaid)


def placed(unsaid: Unsaid) -> Iterator[str]:
    """Say in which year groups new pupils must be."""
    for year_group, n in sorted(unsaid.placed.items()):
        yield _placed(year_group, n)


def notes(unsaid: Unsaid) -> Iterator[Problem]:
    """Say among the problems of a file which years of results it does not state."""
    for taken, n in sorted(unsaid.worked_out.items()):
        yield Problem(0, "", "", "note", _worked_out(taken, n))


def _worked_out(taken: int, n: int) -> str:
    return ngettext(
        "The file does not say when {n} key stage 2 result was taken. By the pupil’s "
        "year group or birthday it is of {first}/{last}.",
        "The file does not say when {n} key stage 2 results were taken. By the pupils’ "
        "year groups or birthdays they are of {first}/{last}.",
        n,
        first=taken,
        last=taken + 1,
    )


def _placed(year_group: int, n: int) -> str:
    return ngettext(
        "The file does not say in which year group {n} new pupil is. By the key stage "
        "2 results or the birthday it is {year}.",
        "The file does not say in which year group {n} new pupils are. By their key "
        "stage 2 results or birthdays it is {year}.",
        n,
        year=field_words.year(year_group),
    )


def open_questions(unsaid: Unsaid) -> Iterator[str]:
    """Say what nobody has said and the program cannot work out."""
    count = unsaid.results.total()
    if count:
        yield ngettext(
            "The file does not say when {n} result was taken ({tests}).",
            "The file does not say when {n} results were taken ({tests}).",
            count,
            tests=tests_of(unsaid),
        )
    if unsaid.pupils:
        yield ngettext(
            "The file does not say in which year group {n} new pupil is.",
            "The file does not say in which year group {n} new pupils are.",
            unsaid.pupils,
        )
    if unsaid.activities:
        yield ngettext(
            "The file does not say in which school year {n} activity was.",
            "The file does not say in which school year {n} activities were.",
            unsaid.activities,
        )


def tests_of(unsaid: Unsaid) -> str:
    """Name the tests of which nobody has said when they were taken."""
    names = (
        translated(field_words.ASSESSMENTS.get(test, test)) for test in unsaid.results
    )
    return ", ".join(sorted(names))
