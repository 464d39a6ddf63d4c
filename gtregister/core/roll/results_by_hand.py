"""Results that a person types in, read by the same rules as those of a file."""

from typing import NamedTuple

from gtregister.core.register import Register, Row, Stored
from gtregister.core.roll import field_words, pupils, sittings
from gtregister.core.roll.sittings import HeldResult, NewResult
from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.importers import Result, assessments, fields


class Added(NamedTuple):
    """A result that was typed in, and what to look at again."""

    result_id: int
    looks: tuple[str, ...]


def kinds() -> list[tuple[str, str]]:
    """List what may be typed in: the field of an import and its words, in order."""
    order = (
        [*field_words.ASSESSMENTS],
        [*field_words.MEASURES],
        [*field_words.SUBJECTS],
    )
    found = []
    for field in fields.RESULTS:
        assessment, subject, measure = field.split(".")
        part = (assessment, measure, subject)
        if all(map(list.__contains__, order, part)):
            place = [*map(list.index, order, part)]
            found.append(
                (place, field, field_words.result(assessment, subject, measure))
            )
    return [(field, words) for _place, field, words in sorted(found)]


def add(
    register: Register, pupil_id: int, field: str, typed: str, academic_year: str
) -> Added:
    """Store one result: `ks2.maths.scaled_score`, “118”, taken in “2025/26”.

    One of the same sitting takes the place of what is held; that stays in the history.
    UserError if the value or the year cannot be.
    """
    pupils.get(register, pupil_id)
    assessment, subject, measure = field.split(".")
    score, trouble = assessments.parser(assessment, subject, measure)(typed)
    if trouble is not None and (score is None or trouble.level == "problem"):
        raise UserError(trouble.text, "value")
    if score is None:
        raise UserError(_("Enter the result, such as 118; 0 is no result."), "value")
    year = _year(register, academic_year)
    value, number = score
    said = Result(assessment, year, subject, measure, value, number, "")
    held = _held(register, pupil_id, said)
    looks = [trouble.text] if trouble else []
    if held is not None:
        text = _("It takes the place of {value}, which stays in the history.")
        looks.append(text.format(value=held.value))
    about = field_words.result(assessment, subject, measure)
    with register.change(N_("Result typed in"), about=about) as db:
        row: dict[str, Stored] = {"value": value, "number": number}
        row |= dict.fromkeys(("taken_on", "import_id", "sheet", "row", "column"))
        row["academic_year"] = year
        if held is not None:
            db.update("results", held.result_id, row)
            return Added(held.result_id, tuple(looks))
        row |= {"pupil_id": pupil_id, "assessment": assessment}
        row |= {"subject": subject, "measure": measure}
        return Added(db.insert("results", row), tuple(looks))


def remove(register: Register, result_id: int) -> None:
    """Take out a result that was typed in; those of a file go by undoing its import."""
    row = register.row("select * from results where id = :id", id=result_id)
    if row is None:
        said = _("This result is not in the register any more.")
        raise UserError(said)
    if row["import_id"] is not None:
        said = _("This result is from a file. Undo its import, or import it mended.")
        raise UserError(said)
    about = field_words.result(row["assessment"], row["subject"], row["measure"])
    with register.change(N_("Result removed"), about=about) as db:
        db.delete("results", [result_id])


def _year(register: Register, typed: str) -> int:
    """Read an academic year such as 2025/26, 2025 to 2026, or 2025 alone."""
    text = " ".join(typed.split()).replace(" to ", "/")
    if text.isascii() and text.isdecimal() and len(text) == 4:
        text = f"{text}/{int(text) + 1}"
    year, trouble = fields.academic_year(text)
    if year is None:
        said = _("Enter the academic year of the test, such as 2025/26.")
        raise UserError(trouble.text if trouble else said, "academic_year")
    if year > register.today.year:
        said = _("The academic year {year} has not begun. Check the year.")
        raise UserError(said.format(year=typed.strip()), "academic_year")
    return year


def _held(register: Register, pupil_id: int, said: Result) -> HeldResult | None:
    rows: list[Row] = register.rows(
        """
        select id, academic_year, taken_on, value
        from results
        where pupil_id = :pupil_id
            and assessment = :assessment
            and subject = :subject
            and measure = :measure
        """,
        pupil_id=pupil_id,
        assessment=said.assessment,
        subject=said.subject,
        measure=said.measure,
    )
    held = [HeldResult(*row) for row in rows]
    return sittings.same(held, NewResult(said, said.academic_year, 0))
