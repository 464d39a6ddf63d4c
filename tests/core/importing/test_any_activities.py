"""Promises about any list of activities: twice is once, in any order."""

import csv
from contextlib import contextmanager
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gtregister.core import checks
from gtregister.core.importing import imports
from gtregister.core.importing.import_choices import Choices
from gtregister.core.register import Register
from gtregister.core.undo import undo
from gtregister.importers import Ask
from tests.builders import contents, pupil, upn
from tests.conftest import TODAY

LIST = ("UPN", "Surname", "Forename", "Activity", "Date", "Term", "Attended")
GRID = ("UPN", "Surname", "Forename", "Chess club", "Choir (Spring)", "Art trip 3/5/26")
SURE = (upn(9), "Dale", "Ola", "Chess club", "14/10/2025", "Autumn 2025", "Y")
TICKED = (upn(9), "Dale", "Ola", "x", "x", "x")
WHO = st.integers(1, 4).map(lambda n: (upn(n), f"Lee{n}", f"Ben{n}"))
TITLES = st.sampled_from(["Chess club", "CHESS CLUB", "Ches club", "Art", "", "1", "✓"])
DAYS = st.sampled_from(["", "14/10/2025", "13/1/26", "1/5/2026", "24/12/2026", "soon"])
TERMS = st.sampled_from(["", "Autumn 2025", "Spring", "Summer term 2025/26", "never"])
MARKS = st.sampled_from(["", "Y", "no", "absent", "late", "?", "TRUE", "waiting list"])
CELLS = st.sampled_from(["", "x", "/", "n", "absent", "14/10/2025", "1", "TRUE"])
ROWS = st.lists(st.tuples(WHO, TITLES, DAYS, TERMS, MARKS), max_size=10)
GRIDS = st.lists(st.tuples(WHO, CELLS, CELLS, CELLS), max_size=8)
# How many of each there are, and of whom, whatever the order in which they came in.
HELD = """
    select title, academic_year, first_on, last_on, pupil_id, state, attended, marked
    from enrichment
    order by title collate nocase, academic_year, first_on, pupil_id, attended
"""

any_list = settings(
    max_examples=8,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@contextmanager
def fresh(path):
    """Open a new register for each generated list, with some of the pupils on roll."""
    own = path.with_name(f"{uuid4()}.gtreg")
    own.write_bytes(path.read_bytes())
    with Register.open(own, "C Hall", today=TODAY) as register:
        for n in range(1, 4):
            pupil(register, f"Ben{n}", surname=f"Lee{n}", upn=upn(n))
        yield register


def planned(register, folder, heads, rows):
    source = folder / "any.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heads, *rows])
    ask = Ask(format="activities", academic_year=2025)
    return imports.plan(register, source, Choices(ask, year=7))


def held(register):
    return [
        (str(row["title"]).casefold(), *tuple(row)[1:]) for row in register.rows(HELD)
    ]


def flat(rows):
    return [(*who, *cells) for who, *cells in rows]


@pytest.mark.parametrize(("heads", "sure"), [(LIST, SURE), (GRID, TICKED)])
@any_list
@given(data=st.data())
def test_a_list_comes_in_once_and_goes_back(path, tmp_path, heads, sure, data):
    rows = [sure, *flat(data.draw(ROWS if heads == LIST else GRIDS))]
    with fresh(path) as register:
        before = contents(register)

        plan = planned(register, tmp_path, heads, rows)
        imports.apply(register, plan)

        counts = plan.counts()
        assert counts.rows == len(rows)
        assert counts.rows == counts.used + counts.asked + counts.skipped
        assert checks.damage(register.file) == []
        again = planned(register, tmp_path, heads, rows)
        assert again.changes_nothing
        assert (again.counts().new_places, again.counts().changed_places) == (0, 0)
        assert undo(register).kept == ()
        assert contents(register) == before


@pytest.mark.parametrize(("heads", "sure"), [(LIST, SURE), (GRID, TICKED)])
@any_list
@given(data=st.data())
def test_the_order_of_the_rows_does_not_matter(path, tmp_path, heads, sure, data):
    # Of two marks on one day the first counts, so that one mark is enough here.
    wanted = data.draw(ROWS if heads == LIST else GRIDS)
    rows = [sure, *(row for row in flat(wanted) if row[0] in {upn(1), upn(2), upn(3)})]
    if heads == LIST:
        rows = [(*row[:6], "Y") for row in rows]
    else:
        rows = [*{row[0]: row for row in rows}.values()]
    found = []
    for ordered in (rows, rows[::-1]):
        with fresh(path) as register:
            imports.apply(register, planned(register, tmp_path, heads, ordered))
            found.append([row for row in held(register) if row[4] < 4])
    assert found[0] == found[1]
