"""Results of pupils: what the register holds, and when what a file says was taken."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from json import JSONEncoder

from gtregister.core import school
from gtregister.core.register import Register, Stored
from gtregister.core.roll import sittings
from gtregister.core.roll.sittings import HeldResult, NewResult
from gtregister.i18n import _
from gtregister.importers import Problem, Record, Result

# Key stage 2 tests are taken in Year 6, by children who turn 11 in that school year.
KS2_YEAR, _KS2_AGE = 6, 11

Key = tuple[int, str, str, str]

_json = JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class _Texts(dict[tuple[Result, int | None], str]):
    """What a result and its year are as a line of JSON, as SQLite writes it."""

    def __missing__(self, key: tuple[Result, int | None]) -> str:
        said, year = key
        told = (said.assessment, said.subject, said.measure, year, said.taken_on)
        self[key] = line = _json.encode((*told, said.value))
        return line


class Held:
    """What the register holds of results when a file comes.

    Most of what a file says of known pupils is known too. So a pupil's results are read
    as one text of JSON lines, which takes a third of the time of reading each singly;
    that is left until a file says something else.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._texts = _Texts()
        rows = register.rows(
            """
            select
                pupil_id,
                group_concat(
                    json_array(
                        assessment, subject, measure, academic_year, taken_on, value
                    ),
                    char(10)
                )
            from results
            group by pupil_id
            """
        )
        self._said: dict[int, str] = {row[0]: row[1] for row in rows}

    def has_all(self, pupil_id: int, found: Iterable[NewResult]) -> bool:
        """Say whether all of these are held just as they would be stored, and in a row.

        If not, it must be seen of each of them.
        """
        texts = self._texts
        said = "\n".join([texts[result.said, result.academic_year] for result in found])
        return said in self._said.get(pupil_id, "")

    def same_sitting(self, pupil_id: int, result: NewResult) -> HeldResult | None:
        """Find the held result of a pupil's same sitting of the same test."""
        said = result.said
        key = (pupil_id, said.assessment, said.subject, said.measure)
        return sittings.same(self._by_key.get(key, ()), result)

    @cached_property
    def _by_key(self) -> Mapping[Key, list[HeldResult]]:
        found: dict[Key, list[HeldResult]] = defaultdict(list)
        for pupil_id, assessment, subject, measure, *rest in self._register.rows(
            """
            select
                pupil_id,
                assessment,
                subject,
                measure,
                id,
                academic_year,
                taken_on,
                value
            from results
            """
        ):
            found[pupil_id, assessment, subject, measure].append(HeldResult(*rest))
        return found


def made_by(register: Register, sha256: str, sheet: str) -> dict[int, int]:
    """Say whose results earlier imports of the very same sheet stored: row to pupil."""
    rows = register.rows(
        """
        select distinct results.row, results.pupil_id
        from results
        join imports on imports.id = results.import_id
        where imports.sha256 = :sha256 and results.sheet = :sheet
        """,
        sha256=sha256,
        sheet=sheet,
    )
    return {row["row"]: row["pupil_id"] for row in rows}


def of_pupil(
    records: Sequence[Record], ks2_year: int | None
) -> tuple[list[NewResult], list[Problem]]:
    """Gather a pupil's results from their rows, dated where the year is known.

    `ks2_year` dates the key stage 2 results that neither the file nor the person has
    dated. Where two rows contradict each other the first is kept, and the other is a
    problem.
    """
    results = [
        NewResult(
            said,
            ks2_year
            if said.academic_year is None and said.assessment == "ks2"
            else said.academic_year,
            record.row,
        )
        for record in records
        for said in record.results
    ]
    return (results, []) if len(records) == 1 else _without_repeats(results)


def undated(found: Iterable[NewResult]) -> int:
    """Count the results whose year was worked out."""
    return len([r for r in found if r.academic_year != r.said.academic_year])


def _without_repeats(
    results: Iterable[NewResult],
) -> tuple[list[NewResult], list[Problem]]:
    first: dict[tuple[object, ...], NewResult] = {}
    problems = []
    for result in results:
        said = result.said
        year = result.academic_year
        key = (said.assessment, said.subject, said.measure, year, said.taken_on)
        earlier = first.setdefault(key, result)
        if earlier.said.value != said.value:
            problems.append(_contradiction(result, earlier))
    return list(first.values()), problems


def _contradiction(result: NewResult, earlier: NewResult) -> Problem:
    text = _("Row {row} has {value} for the same result of this pupil; it was kept.")
    text = text.format(row=earlier.row, value=earlier.said.value)
    return Problem(result.row, result.said.column, result.said.value, "problem", text)


def ks2_year(year_group: Stored, dob: Stored, now: int) -> int | None:
    """Work out in which academic year a pupil took the key stage 2 tests.

    It follows from the year group in the academic year `now`, else from the birthday.
    """
    if isinstance(year_group, int) and year_group > KS2_YEAR:
        return now - (year_group - KS2_YEAR)
    if dob:
        return school.academic_year_of(date.fromisoformat(str(dob))) + _KS2_AGE
    return None
