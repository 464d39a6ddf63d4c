"""The promises that every report keeps, whoever adds it."""

import inspect

import pytest

from gtregister.core import exports
from gtregister.core.identifying import decisions, policies
from gtregister.discovery import discover
from gtregister.reports import Report
from tests.builders import pupil, score, upn
from tests.programme import two_activities

REPORTS = discover("gtregister.reports", "REPORT", Report)


@pytest.fixture
def school(register):
    """A register with two pupils, one of them on it."""
    policies.use(register, "high-prior-attainers")
    for n, value in enumerate(("116", "98"), 1):
        child = pupil(register, f"Pupil {n}", upn=upn(n), dob=f"2014-10-0{n}")
        score(register, child, value, "reading")
        score(register, child, value, "maths")
    decisions.add(register, "high-prior-attainment", ["all-suggested"])
    with register.change("Review due") as db:
        db.update("entries", 1, {"review_due": register.today.isoformat()})
    two_activities(register)
    return register


def answered(report, register):
    return report.table(register, **{o.key: o.default for o in report.options})


@pytest.mark.parametrize("key", REPORTS)
def test_its_options_are_the_questions_that_it_takes(key):
    report = REPORTS[key]
    taken = [*inspect.signature(report.table).parameters][1:]

    assert taken == [option.key for option in report.options]


@pytest.mark.parametrize("key", REPORTS)
def test_it_answers_with_a_whole_table(school, key):
    table = answered(REPORTS[key], school)

    assert REPORTS[key].title
    assert len(table.rows) > 0
    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert len({column.key for column in table.columns}) == len(table.columns)


@pytest.mark.parametrize("key", REPORTS)
def test_it_goes_to_every_kind_of_file(school, tmp_path, key):
    table = answered(REPORTS[key], school)

    for ending in exports.writers():
        exports.save(school, table, tmp_path / f"report{ending}")

    assert len([*tmp_path.glob("report.*")]) == len(exports.writers())
