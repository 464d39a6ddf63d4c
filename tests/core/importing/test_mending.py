"""Save problems, mend them, import again: exactly what was missing comes in."""

import openpyxl
import pytest

from gtregister.core.importing import corrections, imports, opened
from gtregister.core.importing.import_choices import Choices
from gtregister.importers import Ask
from tests.builders import contents, upn

TOP = "UPN,Surname,Forename,DOB,Year,Form,KS2 reading SS,KS2 maths SS"
RIGHT = [
    f"{upn(n)},Lee,Ben{n},{n:02}/05/2015,7,7A,{100 + n},{90 + n}" for n in range(1, 9)
]
# By the place of the row: what is right, and what the file has instead.
WRONG = {1: (",92", ",9 2"), 4: ("05/05/2015", "31/02/2015"), 6: ("107", "1O7")}


@pytest.fixture
def file(tmp_path):
    def write(name, *lines):
        path = tmp_path / name
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


def spoilt():
    """The rows, three of which have a cell that cannot be right."""
    rows = [*RIGHT]
    for place, (right, wrong) in WRONG.items():
        rows[place] = rows[place].replace(right, wrong, 1)
    return rows


def to_mend(path, plan):
    """Give the rows that have problems, and where to save them."""
    source = opened.open_file(plan.source)
    wrong = [p for p in plan.problems if p.level == "problem"]
    table = corrections.to_mend(source.layout(plan.choices), wrong)
    out = path / f"{plan.source.stem}, to mend.xlsx"
    return table, out


def put_right(out):
    """Mend the cells in Excel, and leave the remarks as they are."""
    book = openpyxl.load_workbook(out)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            for right, wrong in WRONG.values():
                if isinstance(cell.value, str) and "“" not in cell.value:
                    cell.value = cell.value.replace(wrong.strip(","), right.strip(","))
    book.save(out)


def results(register):
    rows = register.rows(
        """
        select upn, surname, dob, subject, value
        from pupils
        left join results on results.pupil_id = pupils.id
        order by upn, surname, subject
        """
    )
    return [tuple(row) for row in rows]


def test_what_was_left_out_comes_in_and_nothing_else(register, file, tmp_path):
    plan = imports.plan(register, file("KS2.csv", TOP, *spoilt()))
    imports.apply(register, plan)
    before = results(register)
    table, out = to_mend(tmp_path, plan)
    corrections.save(register, table, out)
    put_right(out)

    again = imports.plan(register, out)
    imports.apply(register, again)

    assert again.counts().rows == len(WRONG)
    assert again.counts().asked == 0
    missing = set(results(register)) - set(before)
    assert results(register) != before
    assert {row[-1] for row in missing} >= {"92", "107"}
    whole = imports.plan(register, file("Right.csv", TOP, *RIGHT))
    assert whole.counts().new_results == 0
    assert whole.counts().changed_results == 0
    assert whole.counts().asked == 0


def test_headings_of_two_rows_are_found_again(register, file, tmp_path):
    tops = (",,,,,,KS2,KS2", "UPN,Surname,Forename,DOB,Year,Form,Reading SS,Maths SS")
    plan = imports.plan(register, file("KS2.csv", *tops, *spoilt()))
    table, out = to_mend(tmp_path, plan)
    corrections.save(register, table, out)

    again = imports.plan(register, out)

    fields = {c.field for c in again.reading.columns if c.field}
    assert fields == {c.field for c in plan.reading.columns if c.field}


def test_what_was_said_of_the_columns_holds_for_the_mended_rows(
    register, file, tmp_path
):
    top = TOP.replace("KS2 maths SS", "Qx")
    ask = Ask(mapping={"Qx": "ks2.maths.scaled_score"}, format="ks2_wide")
    source = file("Sheet.csv", top, *spoilt())
    plan = imports.plan(register, source, Choices(ask, remember=True))
    imports.apply(register, plan)
    table, out = to_mend(tmp_path, plan)
    corrections.save(register, table, out)
    before = contents(register)

    again = imports.plan(register, out)

    [column] = [c for c in again.reading.columns if c.heading == "Qx"]
    assert column.field == "ks2.maths.scaled_score"
    assert contents(register) == before
