import csv

import pytest

from gtregister.core.identifying import decisions, policies
from gtregister.core.register import Register
from tests.builders import pupil, score, upn
from tests.conftest import TODAY


@pytest.fixture
def school(path):
    """A register with one pupil on it since 23 November 2026."""
    with Register.open(path, "C Hall", today=TODAY) as register:
        policies.use(register, "high-prior-attainers")
        child = pupil(register, "Łukasz", upn=upn(1), form="7A")
        score(register, child, "116", "reading")
        score(register, child, "116", "maths")
        decisions.add(register, "high-prior-attainment", ["all-suggested"])
    return path


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("ending", ["xlsx", "csv", "pdf"])
def test_the_register_goes_to_each_kind_of_file(run, school, tmp_path, ending):
    out = tmp_path / f"register.{ending}"

    found = run("export", school, "register", "--out", out, "--json").found

    assert found == {"out": str(out), "rows": 1}
    assert out.stat().st_size > 100


def test_the_register_is_that_of_a_day(run, school, tmp_path):
    out = tmp_path / "register.csv"
    words = ("export", school, "register", "--out", out, "--overwrite", "--on")

    assert run(*words, "2026-11-22", "--json").found["rows"] == 0
    assert run(*words, "2026-11-23", "--json").found["rows"] == 1


def test_filters_narrow_the_register(run, school, tmp_path):
    out = tmp_path / "register.csv"
    words = ("export", school, "register", "--out", out, "--overwrite", "--json")

    assert run(*words, "--year", 7, "--strand", "gifted").found["rows"] == 1
    assert run(*words, "--year", 8).found["rows"] == 0
    assert run(*words, "--subject", "maths").found["rows"] == 0
    assert run(*words, "--subject", "alchemy").status == 1


def test_a_file_is_overwritten_only_if_asked(run, school, tmp_path):
    out = tmp_path / "register.csv"
    words = ("export", school, "register", "--out", out)

    assert run(*words).status == 0
    assert run(*words).status == 1
    assert run(*words, "--overwrite").status == 0


def test_sensitive_columns_can_be_left_out(run, school, tmp_path):
    out, without = tmp_path / "with.csv", tmp_path / "without.csv"
    run("export", school, "register", "--out", out)
    run("export", school, "register", "--out", without, "--not-sensitive")

    assert rows(out)[0]["UPN"] == upn(1)
    assert "UPN" not in rows(without)[0]


def test_reports_are_listed_with_their_flags(run):
    reports = run("report", "--list", "--json").found["reports"]

    assert "--year" in reports["results"]["options"]


def test_the_report_of_results_says_where_each_came_from(run, school, tmp_path):
    out = tmp_path / "results.csv"

    run("report", school, "results", "--out", out, "--year", 7)

    assert [row["Value"] for row in rows(out)] == ["116", "116"]
    assert {"File", "Sheet", "Row", "Column"} <= set(rows(out)[0])


def test_a_report_refuses_a_flag_that_it_does_not_take(run, school):
    assert run("report", school, "by-year", "--colour", "red").status == 2
    assert run("report", school, "nonsense").status == 1


def test_every_report_answers_on_an_empty_register(run, path):
    for name in run("report", "--list", "--json").found["reports"]:
        rows = run("report", path, name, "--json").found["rows"]
        told = [v for row in rows for k, v in row.items() if k != "year_group"]
        assert not any(told)
