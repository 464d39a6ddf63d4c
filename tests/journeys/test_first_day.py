"""A data manager's first day: seven commands, from real files to a printed register."""

import csv
import json
from pathlib import Path

import pypdf
import pytest
import python_calamine

from gtregister import cli, resources

SAMPLE = resources.ROOT / "sample"


def verb(capsys, *words):
    capsys.readouterr()
    status = cli.run([*map(str, words), "--by", "C Hall", "--today", "2026-11-23"])
    said = capsys.readouterr()
    assert status == 0, said.err
    return said.out


def found(capsys, *words):
    return json.loads(verb(capsys, *words, "--json"))


@pytest.fixture
def greenfield(tmp_path, capsys):
    path = tmp_path / "Greenfield.gtreg"
    verb(capsys, "new", path, "--school", "Greenfield", "--academic-year", 2026)
    return path


def test_from_a_ks2_file_to_a_printed_register(greenfield, tmp_path, capsys):
    pupils = found(capsys, "import", greenfield, SAMPLE / "Pupil list.xlsx")
    results = found(
        capsys,
        *("import", greenfield, SAMPLE / "KS2 results 2026.csv"),
        *("--year", 7, "--academic-year", 2025),
    )
    verb(capsys, "policy", greenfield, "--use", "eic", "--show")
    judged = found(capsys, "identify", greenfield)
    [gifted] = [r for r in judged["routes"] if r["key"] == "gifted"]
    decided = found(
        capsys, "decide", greenfield, "--route", "gifted", "--add", "all-suggested"
    )
    out = {ending: tmp_path / f"Register.{ending}" for ending in ("xlsx", "csv", "pdf")}
    for path in out.values():
        verb(capsys, "export", greenfield, "register", "--out", path)

    assert (pupils["rows"], pupils["pupils"]["new"]) == (1238, 1238)
    assert (results["pupils"]["new"], results["pupils"]["ask"]) == (0, 0)
    assert results["rows"] == results["used"] == 693
    assert 20 <= gifted["suggested"] == decided["moved"] <= 30
    with out["csv"].open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == decided["moved"]
    book = python_calamine.load_workbook(out["xlsx"]).get_sheet_by_index(0)
    assert len(book.to_python()) == decided["moved"] + 1
    text = "".join(page.extract_text() for page in pypdf.PdfReader(out["pdf"]).pages)
    assert all(row["Surname"] in text for row in rows)
    assert not any(row["UPN"] in text for row in rows)


FILES = (
    ("Pupil list.xlsx", (), "pupil_list"),
    ("KS2 results 2026.csv", ("--academic-year", 2025), "ks2_results"),
    ("KS2 Year 8.xlsx", ("--academic-year", 2024), "ks2_wide"),
    ("ks2_results.csv", (), "npd_ks2"),
    ("KS2 Year 10.csv", ("--academic-year", 2022), "ks2_wide"),
    ("KS2 Year 11.ods", ("--academic-year", 2021), None),
    ("KS2 levels 2015.xlsx", ("--academic-year", 2014), "ks2_wide"),
    ("CAT4 Year 7 to 9.xlsx", (), "cat4"),
)


@pytest.mark.parametrize(("name", "more", "form"), FILES)
def test_every_sample_file_comes_in_by_itself_and_no_row_is_lost(
    greenfield, capsys, name, more, form
):
    first = found(capsys, "import", greenfield, SAMPLE / name, *more)
    again = found(capsys, "import", greenfield, SAMPLE / name, *more)

    assert form in {None, first["format"]}
    assert first["rows"] == first["used"] + first["asked"] + len(first["skipped_rows"])
    assert first["applied"]
    assert first["import"] == 1
    assert again["import"] is None
    assert again["pupils"]["new"] == again["pupils"]["changed"] == 0
    assert again["results"]["new"] == again["results"]["changed"] == 0
    assert again["imported_before"]["by"] == "C Hall"


def test_a_dry_run_leaves_every_byte_as_it_was(greenfield, capsys):
    before = greenfield.read_bytes()

    plan = found(capsys, "import", greenfield, SAMPLE / "Pupil list.xlsx", "--dry-run")

    assert plan["pupils"]["new"] == 1238
    assert plan["applied"] is False
    assert greenfield.read_bytes() == before


def test_an_import_is_undone_whole(greenfield, capsys, tmp_path):
    verb(capsys, "import", greenfield, SAMPLE / "Pupil list.xlsx")
    out = tmp_path / "before.csv"
    verb(capsys, "report", greenfield, "results", "--out", out)

    verb(capsys, "import", greenfield, SAMPLE / "CAT4 Year 7 to 9.xlsx")
    undone = found(capsys, "undo", greenfield)
    after = tmp_path / "after.csv"
    verb(capsys, "report", greenfield, "results", "--out", after)

    assert undone["kept"] == []
    assert after.read_bytes() == out.read_bytes()


def test_the_sample_does_the_whole_job(tmp_path, capsys):
    made = verb(capsys, "sample", tmp_path / "sample").split("\n")[:-1]

    endings = [path.rsplit(".")[-1] for path in made]
    assert endings[:4] == ["gtreg", "xlsx", "csv", "pdf"]
    assert any(path.endswith("Roster.pdf") for path in made)


def test_the_sample_leaves_the_new_year_group_to_be_decided_on(tmp_path, capsys):
    register, _, listed, *_ = verb(capsys, "sample", tmp_path / "s").split("\n")

    findings = found(capsys, "identify", register)["findings"]

    with Path(listed).open(encoding="utf-8-sig", newline="") as file:
        on = {row["UPN"] for row in csv.DictReader(file)}
    waiting = [
        finding["year"]
        for finding in findings
        if finding["outcome"] == "suggested" and finding["upn"] not in on
    ]
    assert len(waiting) > 20
    assert set(waiting) == {7}
