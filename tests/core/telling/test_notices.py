"""Notices: noted as told or not needed, listed, undone and found in the history."""

import pytest

from gtregister.core import history, undo
from gtregister.core.telling import notices, owed
from gtregister.errors import UserError
from tests.builders import contents, pupil
from tests.families import newcomer, offer, parent, stay


def keys(register, **wanted):
    return [
        one.key
        for one in owed.every(register)
        if all(getattr(one, name) == value for name, value in wanted.items())
    ]


def test_what_need_not_be_told_needs_a_reason_and_is_no_longer_counted(register):
    offer(register)
    newcomer(register)

    with pytest.raises(UserError):
        notices.set_aside(register, keys(register), " ")
    notices.set_aside(register, keys(register), "the family was at the meeting")

    assert notices.not_told(register).notices == 0
    assert {one.why for one in owed.every(register)} == {
        "the family was at the meeting"
    }


def test_telling_is_undone_like_anything_else_and_found_in_the_history(register):
    offer(register)
    child = newcomer(register)
    before = contents(register)

    notices.tell(register, keys(register), "spoken")
    assert history.table(register, child).only(["what"]).rows[0] == ("Told",)
    undo.undo(register)

    assert contents(register) == before


def test_a_decision_that_was_told_is_not_taken_back_unseen(register):
    offer(register)
    newcomer(register)
    joining = register.value("select max(id) from changes")
    notices.tell(register, keys(register), "spoken")

    kept = undo.undo(register, int(joining)).kept

    assert {one.table for one in kept} == {"entries"}


def test_the_list_has_the_order_of_forms_and_the_keys_of_the_notices(register):
    offer(register)
    newcomer(register, "Zoe", form="7B", surname="Abel")
    newcomer(register, "Ben", form="7A", surname="Young")

    listed = notices.table(register, states=notices.UNTOLD)

    assert [row[0] for row in listed.only(["forename"]).rows] == ["Ben"] * 2 + [
        "Zoe"
    ] * 2
    found = notices.chosen(register, listed.keys)
    assert [one.key for one in found] == list(listed.keys)


def family(register, **parent_known):
    offer(register)
    child = pupil(register, "Aisha", form="7A")
    parent(register, child, **parent_known)
    stay(register, child)
    return keys(register, audience="parents")


def test_parents_without_an_address_can_be_told_in_person(register):
    owed_to_them = family(register, address=None, postcode=None)

    notices.tell(register, owed_to_them, "spoken")

    assert notices.not_told(register).stopped == 0


def test_nobody_can_be_told_who_must_not_be_contacted(register):
    owed_to_them = family(register, no_contact=True)

    with pytest.raises(UserError, match="must not be contacted"):
        notices.tell(register, owed_to_them, "spoken")
