import pytest

from gtregister.core.enrichment import activities, activity_kinds
from gtregister.core.undo import undo
from gtregister.errors import UserError
from tests.builders import contents
from tests.programme import activity


def test_a_kind_is_called_by_the_schools_own_words(register):
    activity_kinds.rename(register, "club", "Society")

    assert activity_kinds.names(register)["club"] == "Society"
    row = activity_kinds.table(register).rows[0]
    assert row[:3] == ("club", "Society", "Club")


def test_a_kind_of_the_schools_own_has_a_key_of_its_own(register):
    first = activity_kinds.add(register, "Poetry slam")
    second = activity_kinds.add(register, "Poetry  slam!")

    assert (first, second) == ("poetryslam", "poetryslam_2")
    number = activity(register, kind=first)
    assert activities.of(register, number).kind == first


def test_two_kinds_cannot_have_one_name(register):
    with pytest.raises(UserError, match="a kind called Trip already"):
        activity_kinds.rename(register, "club", " Trip ")


def test_a_hidden_kind_is_offered_no_more_but_stays_where_it_is(register):
    number = activity(register, kind="sport")
    activity_kinds.rename(register, "sport", "Games")
    activity_kinds.hide(register, "sport")

    assert "sport" not in activity_kinds.offered(register)
    assert activity_kinds.offered(register, "sport")["sport"] == "Games"
    assert activity_kinds.names(register)["sport"] == "Games"
    assert activities.of(register, number).kind == "sport"
    activity_kinds.bring_back(register, "sport")
    assert activity_kinds.offered(register)["sport"] == "Games"


def test_one_kind_is_always_offered(register):
    *most, last = activity_kinds.names(register)
    for key in most:
        activity_kinds.hide(register, key)

    with pytest.raises(UserError, match="One kind must be offered"):
        activity_kinds.hide(register, last)


def test_hiding_a_kind_is_undone(register):
    before = contents(register)
    activity_kinds.hide(register, "club")
    activity_kinds.hide(register, "club")
    undo(register)

    assert contents(register) == before


def test_a_kind_that_was_hidden_and_brought_back_leaves_no_trace(register):
    before = contents(register)
    activity_kinds.hide(register, "club")
    activity_kinds.bring_back(register, "club")

    assert contents(register) == before


def test_a_hidden_kind_can_be_renamed_and_stays_hidden(register):
    activity_kinds.hide(register, "club")
    activity_kinds.rename(register, "club", "Society")

    assert "club" not in activity_kinds.offered(register)
    activity_kinds.bring_back(register, "club")
    assert activity_kinds.offered(register)["club"] == "Society"


def test_a_row_of_the_list_leads_to_its_kind(register):
    activity_kinds.add(register, "Debate")
    table = activity_kinds.table(register)

    keys = [activity_kinds.at(register, number) for number in table.keys]

    assert keys == [row[0] for row in table.rows]
