"""Promises about any import: order does not matter, cancel changes nothing."""

from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gtregister.core import exports
from gtregister.core.identifying import entries
from gtregister.core.importing import imports
from gtregister.errors import Cancelled
from gtregister.importers import Ask, Sheet, reading
from gtregister.reports import roll
from tests.builders import contents, pupil, score, upn
from tests.conftest import TODAY
from tests.journeys.test_generated_files import (
    BIRTHDAYS,
    FORENAMES,
    HEADINGS,
    SCORES,
    SURE,
    SURNAMES,
    YEARS,
    any_file,
    fresh,
    written,
)

ROWS = st.lists(
    st.tuples(SURNAMES, FORENAMES, BIRTHDAYS, YEARS, SCORES, SCORES), max_size=8
)


def said(rows):
    """Give what every pupil is said to be, and all results, in no order."""
    found = reading.read_sheets([Sheet("Year 7", rows)], Ask(today=TODAY), "any.csv")
    return sorted(
        (sorted(map(str, record.pupil.items())), sorted(map(str, record.results)))
        for record in found.records
    )


@any_file
@given(rows=ROWS, chance=st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_does_not_matter(rows, chance):
    rows = [SURE, *((upn(n), *row) for n, row in enumerate(rows, 10))]
    places = [*range(len(HEADINGS))]
    straight = said([HEADINGS, *rows])

    chance.shuffle(rows)
    chance.shuffle(places)
    turned = [[row[place] for place in places] for row in (HEADINGS, *rows)]

    assert said(turned) == straight


@any_file
@given(rows=ROWS, after=st.integers(0, 12))
def test_giving_up_at_any_step_changes_nothing(path, tmp_path, rows, after):
    named = [(upn(n), *row) for n, row in enumerate(rows, 10)]
    source = written(tmp_path, named)
    steps = count()

    def stop(_done, _of):
        if next(steps) >= after:
            raise Cancelled

    with fresh(path) as register:
        before = contents(register)
        try:
            imports.apply(register, imports.plan(register, source, step=stop), stop)
        except Cancelled:
            assert contents(register) == before
        else:
            assert contents(register) != before
            assert next(steps) <= after


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_roll_that_was_saved_is_read_again_with_every_column_sure(
    register, tmp_path, ending
):
    names = [("Ahmed", "Aisha"), ("Baker", "Noah"), ("Clarke", "Zoë"), ("Doe", "Ben")]
    rows = [
        (upn(n), *name, "03/09/2014", "7", "112", "A")
        for n, name in enumerate(names, 10)
    ]
    imports.apply(register, imports.plan(register, written(tmp_path, rows)))
    saved = tmp_path / f"roll.{ending}"
    exports.save(register, roll.REPORT.table(register), saved, sensitive=True)

    again = imports.plan(register, saved)

    assert {c.sure for c in again.reading.columns} == {"sure"}
    assert again.counts().used == len(rows) + 1
    assert again.changes_nothing


@pytest.mark.parametrize("day", [None, date(2026, 9, 20)])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_register_that_was_saved_is_read_again_with_every_column_sure(
    register, tmp_path, ending, day
):
    who = {"surname": "Ahmed", "dob": "2014-09-03", "form": "7A", "year_group": 7}
    who |= {"pupil_premium": 1, "sen": "N", "eal": 0}
    aisha = pupil(register, upn=upn(11), **who)
    for subject in ("reading", "maths"):
        score(register, aisha, "112", subject)
    score(register, aisha, "121", "mean", "sas", assessment="cat4")
    entry = {"pupil_id": aisha, "strand": "gifted", "subject": "maths", "tier": "gold"}
    entry |= {"scope": "school", "status": "on", "from_on": "2026-09-14"}
    with register.change("Entry made") as db:
        db.insert("entries", entry)
    saved = tmp_path / f"register.{ending}"
    exports.save(register, entries.table(register, on=day), saved, sensitive=True)

    again = imports.plan(register, saved)

    assert {c.sure for c in again.reading.columns} == {"sure"}
    assert again.changes_nothing
