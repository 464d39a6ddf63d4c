"""What people say about the columns of a file is remembered for the next one."""

import pytest

from gtregister.core.importing import imports, layouts
from gtregister.core.importing.import_choices import Choices
from gtregister.core.importing.layouts import Remembered
from gtregister.core.undo import undo
from gtregister.errors import UserError
from gtregister.importers import Ask
from gtregister.table import Table

HEADINGS = ["UPN", "Surname", "Rdg", ""]
SAID = {"Rdg": "ks2.reading.scaled_score"}


def recall(register, headings):
    return layouts.every(register).get(layouts.fingerprint(headings))


@pytest.fixture
def remembered(register):
    layouts.remember(register, HEADINGS, "ks2_wide", SAID)
    return register


def test_a_layout_is_known_by_its_headings_in_any_order(remembered):
    found = recall(remembered, ["rdg", "  surname", "UPN"])

    assert found == Remembered("ks2_wide", SAID)
    assert recall(remembered, ["UPN", "Surname"]) is None


def test_what_is_said_last_counts_and_nothing_said_is_forgotten(remembered):
    layouts.remember(remembered, HEADINGS, "ks2_wide", {"Rdg": ""})
    assert recall(remembered, HEADINGS) == Remembered("ks2_wide", {"Rdg": ""})

    layouts.remember(remembered, HEADINGS, "ks2_wide", {})
    assert recall(remembered, HEADINGS) is None


def test_the_same_said_again_changes_nothing(remembered):
    before = remembered.value("select count(*) from changes")

    layouts.remember(remembered, HEADINGS, "ks2_wide", SAID)

    assert remembered.value("select count(*) from changes") == before


def test_they_are_listed_and_can_be_forgotten(remembered):
    found: Table = layouts.table(remembered)
    [row], [key] = found.rows, found.keys
    assert row[2:4] == (
        "KS2 results, one row for each pupil",
        "Rdg → KS2 reading, scaled score",
    )

    layouts.forget(remembered, key)

    assert layouts.table(remembered).rows == []
    with pytest.raises(UserError, match="forgotten already"):
        layouts.forget(remembered, key)


def test_forgetting_can_be_undone(remembered):
    [key] = layouts.table(remembered).keys
    layouts.forget(remembered, key)

    undo(remembered)

    assert recall(remembered, HEADINGS) == Remembered("ks2_wide", SAID)


def test_a_file_of_the_same_layout_is_read_as_before(register, tmp_path):
    source = tmp_path / "list.csv"
    source.write_text("Kod,Nazwisko,Imię\nB801200005001,Nowak,Zoë\n", "utf-8")
    said = {"Kod": "upn", "Nazwisko": "surname", "Imię": "forename"}
    with pytest.raises(UserError):
        imports.plan(register, source)
    headings = ["Imię", "Kod", "Nazwisko"]
    layouts.remember(register, headings, "pupil_list", said)

    plan = imports.plan(register, source)

    assert plan.new[0].details["surname"] == "Nowak"
    assert "the last time" in plan.problems[0].text


def test_what_is_said_now_goes_before_what_is_remembered(register, tmp_path):
    source = tmp_path / "list.csv"
    source.write_text("UPN,Surname,Forename,Rdg\nB801200005001,Lee,Bo,110\n", "utf-8")
    headings = ["UPN", "Surname", "Forename", "Rdg"]
    layouts.remember(register, headings, "ks2_wide", {"Rdg": ""})

    plan = imports.plan(register, source, Choices(Ask(mapping=SAID)))

    assert plan.reading.columns[3].field == "ks2.reading.scaled_score"
