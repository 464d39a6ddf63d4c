"""Promises about any file at all: no row is lost, twice is once, undo is exact."""

import csv
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gtregister.core import checks
from gtregister.core.importing import imports
from gtregister.core.register import Register
from gtregister.core.undo import undo
from tests.builders import contents, upn
from tests.conftest import TODAY

HEADINGS = ("UPN", "Surname", "Forename", "DOB", "Year", "KS2 Reading SS", "KS2 Maths")

UPNS = st.sampled_from(["", *map(upn, range(1, 6)), "A123", "Z999402526001"])
SURNAMES = st.sampled_from(["", "Ahmed", "AHMED", "O'Neill", "ONeill", "Nguyễn", "12"])
FORENAMES = st.sampled_from(["", "Aisha", "Zoë", "Zoe", "Jack", "James", "Total"])
BIRTHDAYS = st.sampled_from(
    ["", "03/09/2014", "09/03/2014", "2014-09-03", "31/02/2014", "soon", "4.10.14"]
)
YEARS = st.sampled_from(["", "7", "Year 8", "R", "99", "x"])
SCORES = st.sampled_from(
    [
        *("", "0", "80", "120", "112", "121", "1 05", "105.0", "105.5", "A", "N"),
        *("112+", "ZZZ", "#N/A", "-", "=1+1"),
    ]
)
ROWS = st.lists(
    st.tuples(UPNS, SURNAMES, FORENAMES, BIRTHDAYS, YEARS, SCORES, SCORES), max_size=12
)
SURE = (upn(9), "Baker", "Noah", "04/10/2014", "7", "112", "108")

any_file = settings(
    max_examples=40,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def written(folder: Path, rows) -> Path:
    path = folder / "any.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADINGS, SURE, *rows])
    return path


def last(rows) -> int:
    """Count the rows down to the last that is not blank."""
    return max((n for n, row in enumerate(rows, 1) if any(row)), default=0)


@contextmanager
def fresh(path: Path):
    """Open a new register of its own for each generated file."""
    own = path.with_name(f"{uuid4()}.gtreg")
    own.write_bytes(path.read_bytes())
    with Register.open(own, "C Hall", today=TODAY) as register:
        yield register


@any_file
@given(rows=ROWS)
def test_every_row_of_any_file_is_in_one_place_and_goes_back(path, tmp_path, rows):
    source = written(tmp_path, rows)
    with fresh(path) as register:
        before = contents(register)

        plan = imports.plan(register, source)
        imports.apply(register, plan)

        counts, reading = plan.counts(), plan.reading
        places = [row for p in (*plan.new, *plan.known, *plan.asked) for row in p.rows]
        places += [aside.row for aside in (*plan.skipped, *reading.ignored)]
        assert sorted([reading.heading_row, *places]) == list(range(1, 3 + last(rows)))
        assert counts.rows == counts.used + counts.asked + counts.skipped
        assert checks.damage(register.file) == []

        again = imports.plan(register, source)
        assert again.changes_nothing
        for asked in again.asked:
            # A name alone is enough to be new, and never enough to be known again.
            alone = not {"upn", "dob"} & asked.details.keys()
            assert alone or asked.rows in [p.rows for p in plan.asked]

        assert undo(register).kept == ()
        assert contents(register) == before


@any_file
@given(rows=ROWS)
def test_a_number_is_only_ever_a_score_of_the_test(path, tmp_path, rows):
    with fresh(path) as register:
        imports.apply(register, imports.plan(register, written(tmp_path, rows)))

        wrong = register.rows(
            """
            select value
            from results
            where number is not null and number not between 80 and 120
                or value in ('0', '', '121', '1 05', '105.5')
            """
        )

    assert wrong == []
