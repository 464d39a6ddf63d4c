"""The verb import: what it tells beside the counts, and what it can be told."""

import pytest

from tests.builders import upn

LIST = "UPN,Surname,Forename,DOB,Year,Form"
PUPILS = [f"{upn(n)},Lee,Ben{n},{n:02}/05/2015,7,7A" for n in range(1, 5)]


@pytest.fixture
def write(tmp_path):
    def write(name, *lines):
        path = tmp_path / name
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


def test_who_is_missing_from_a_list_is_said_and_left_only_if_asked(run, path, write):
    run("import", path, write("All.csv", LIST, *PUPILS))
    fewer = write("Fewer.csv", LIST, *PUPILS[:3])

    said = run("import", path, fewer, "--json").found
    again = run("import", path, fewer, "--left", upn(4), "--json").found

    assert [one["upn"] for one in said["missing"]] == [upn(4)]
    assert again["applied"]
    assert run("import", path, fewer, "--json").found["missing"] == []


def test_nobody_who_is_in_the_file_is_marked_as_left(run, path, write):
    source = write("All.csv", LIST, *PUPILS)
    run("import", path, source)

    refused = run("import", path, source, "--left", upn(1))

    assert refused.status == 1
    assert "who are not in the file" in refused.err


def test_each_change_is_told_old_and_new(run, path, write):
    run("import", path, write("All.csv", LIST, *PUPILS))
    moved = write("Moved.csv", LIST, *(row.replace("7A", "7B") for row in PUPILS[:1]))

    [change] = run("import", path, moved, "--json").found["changes"]

    assert (change["what"], change["old"], change["new"]) == ("Form", "7A", "7B")
    assert change["goes_in"]


def test_the_register_may_have_the_last_word(run, path, write):
    run("import", path, write("All.csv", LIST, *PUPILS))
    moved = write("Moved.csv", LIST, PUPILS[0].replace("7A", "7B"))

    said = run("import", path, moved, "--rule", "register", "--json").found

    assert [one["goes_in"] for one in said["changes"]] == [False]
    assert said["pupils"]["changed"] == 0


def test_what_the_file_does_not_say_is_said(run, path, write):
    top = "UPN,Surname,Forename,CAT4 Verbal SAS"
    source = write("CAT4.csv", top, f"{upn(1)},Lee,Ben,118")

    first = run("import", path, source, "--dry-run", "--json").found
    told = ("--academic-year", "2025", "--year", "7")
    second = run("import", path, source, *told, "--dry-run", "--json").found

    assert len(first["unsaid"]) == 2
    assert second["unsaid"] == []


def test_columns_are_remembered_if_asked(run, path, write):
    top = "UPN,Surname,Forename,Year,Rdg"
    said = ("--map", "Rdg=ks2.reading.scaled_score", "--remember")
    run("import", path, write("One.csv", top, f"{upn(1)},Lee,Ben,7,118"), *said)

    again = run(
        "import", path, write("Two.csv", top, f"{upn(2)},Li,Mei,7,101"), "--json"
    )

    fields = {c["heading"]: c["field"] for c in again.found["columns"]}
    assert fields["Rdg"] == "ks2.reading.scaled_score"


def test_sheets_of_the_same_headings_are_read_together_when_asked_for(
    run, path, tmp_path
):
    source = forms(tmp_path)

    one = run("import", path, source, "--json", "--dry-run").found
    every = run("import", path, source, "--sheet", "all", "--json").found

    assert (one["sheet"], one["rows"]) == ("7A", 2)
    assert (every["sheet"], every["rows"]) == ("7A, 7B", 3)
    assert every["problems"][-1]["sheet"] == "7B"
    assert every["problems"][-1]["row"] == 2
    again = run("import", path, source, "--sheet", "7B")
    assert "“7B” of this very file was imported on" in again.out


def test_a_row_of_one_of_several_sheets_is_answered_by_its_sheet(run, path, tmp_path):
    source = forms(tmp_path)
    run("import", path, source)
    call = ("import", path, source, "--sheet", "all", "--json", "--answer")

    answered = run(*call, "7B!2=skip")
    refused = run(*call, "8B!2=skip")

    assert answered.found["skipped_rows"] == [
        {"sheet": "7B", "row": 2, "why": "You chose to skip it."}
    ]
    assert refused.status == 1
    assert "No row 2 of the sheet “8B”" in refused.err


def test_a_list_of_activities_is_told_in_numbers(run, path, write):
    source = write(
        "Clubs.csv",
        "UPN,Surname,Forename,Club,Date",
        f"{upn(1)},Lee,Ben,Chess club,14/10/2025",
    )

    said = run("import", path, source, "--year", "7", "--json").found
    again = run("import", path, source)

    assert said["activities"] == {"new": 1, "joined": 0}
    assert said["places"] == {"new": 1, "changed": 0, "unchanged": 0}
    assert "Places: 0 new, 0 changed, 1 unchanged." in again.out


def forms(folder):
    """Write a workbook with a form on each sheet; the last birthday is impossible."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "7A"
    for row in (LIST, *PUPILS[:2]):
        book.active.append(row.split(","))
    sheet = book.create_sheet("7B")
    for row in (LIST, PUPILS[2].replace("03/05", "31/02")):
        sheet.append(row.split(","))
    book.save(folder / "Year 7.xlsx")
    return folder / "Year 7.xlsx"


def test_a_list_by_name_and_form_asks_nothing_and_says_what_it_left(run, path, write):
    run("import", path, write("All.csv", LIST, *PUPILS))
    clubs = write(
        "Clubs.csv",
        "Surname,Forename,Form,Chess club,Colour",
        "Lee,Ben1,7A,x,red",
        "Total,,,1,",
    )

    said = run("import", path, clubs, "--academic-year", "2025").out

    assert "1 pupil was found by name and form" in said
    assert "Not used: Colour." in said
    assert "Places: 1 new" in said


def test_rows_that_ask_are_not_said_to_be_held_already(run, path, write):
    run("import", path, write("All.csv", LIST, *PUPILS))
    other = write("Again.csv", "Surname,Forename,Year,Form", "Lee,Ben1,8,8C")

    assert "answer what is asked" in run("import", path, other).out
