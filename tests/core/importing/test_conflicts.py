"""Where file and register differ: field by field, never over a person's own word."""

import pytest

from gtregister.core.importing import differences, imports
from gtregister.core.importing.import_choices import Choices
from gtregister.core.roll import contacts, households, results_by_hand
from tests.builders import pupil, upn

LIST = "UPN,Surname,Forename,DOB,Year,Form"
CONTACTS = (
    "UPN,Surname,Forename,Contact 1 Name,Contact 1 Email,Contact 1 Address,"
    "Contact 1 Postcode"
)
AISHA = f"{upn(1)},Ahmed,Aisha"
FARAH = f"{AISHA},Farah Ahmed"


@pytest.fixture
def planned(register, tmp_path):
    def plan(top, *rows, **choices):
        source = tmp_path / "Sheet.csv"
        source.write_text("\n".join((top, *rows)), encoding="utf-8")
        return imports.plan(register, source, Choices(**choices))

    return plan


@pytest.fixture
def bring(register, planned):
    def bring(top, *rows, **choices):
        plan = planned(top, *rows, **choices)
        imports.apply(register, plan)
        return plan

    return bring


def farah(register):
    [row] = register.rows(
        """
        select contacts.id, contacts.email, address, postcode
        from contacts
        join households on households.id = contacts.household_id
        """
    )
    return row


def test_a_person_is_asked_about_names_even_those_of_a_pupil_list(register, planned):
    aisha = pupil(register, upn=upn(1), form="7A")
    row = f"{upn(1)},Khan,Aisha,03/09/2014,7,7B"

    plan = planned(LIST, row, asks_names=True)
    agreed = planned(LIST, row, asks_names=True, details={(aisha, "surname"): True})

    assert [c.field for c in plan.known[0].changes] == ["form"]
    assert [(k.said.new, k.why) for k in plan.kept] == [("Khan", "asked")]
    assert any("“Ahmed”" in problem.text for problem in plan.problems)
    assert {c.new for c in agreed.known[0].changes} == {"Khan", "7B"}
    assert agreed.kept == ()
    assert not any("“Ahmed”" in problem.text for problem in agreed.problems)


def test_the_name_a_pupil_goes_by_never_overwrites_the_legal_one(register, planned):
    pupil(register, "Katherine", upn=upn(1), preferred_forename="Katie", form="7A")

    plan = planned(LIST, f"{upn(1)},Ahmed,Katie,03/09/2014,7,7A")

    assert plan.changes_nothing


def test_a_former_upn_finds_the_pupil_and_is_said(register, planned):
    pupil(register, upn=upn(2), former_upn=upn(1), year_group=7, form="7A")

    plan = planned(LIST, f"{AISHA},03/09/2014,7,7A")

    assert plan.changes_nothing
    assert any("former UPN" in problem.text for problem in plan.problems)


def test_a_result_that_was_typed_in_is_kept_and_shown(register, planned):
    aisha = pupil(register, upn=upn(1))
    field = "ks2.maths.scaled_score"
    results_by_hand.add(register, aisha, field, "118", "2025/26")
    top, row = "UPN,Surname,Forename,KS2 Maths SS,Year", f"{AISHA},115,7"

    plan = planned(top, row)

    assert [one.why for one in plan.kept] == ["edited"]
    [offer] = differences.offers(plan, differences.values(register, plan))
    assert (offer.old, offer.new, offer.goes_in) == ("118", "115", False)
    assert planned(top, row, rule="file").counts().changed_results == 1


def test_a_contact_edited_by_hand_is_kept_and_shown(register, bring):
    bring(CONTACTS, f"{FARAH},old@example.org,1 Mill Lane,GF1 1AA")
    contacts.update(register, farah(register)["id"], email="new@example.org")

    plan = bring(CONTACTS, f"{FARAH},old@example.org,1 Mill Lane,GF1 1AA")

    assert farah(register)["email"] == "new@example.org"
    [offer] = differences.offers(plan, {})
    assert offer.what == "Farah Ahmed, e-mail"
    assert not offer.goes_in
    said = {(farah(register)["id"], "email"): True}
    bring(CONTACTS, f"{FARAH},old@example.org,1 Mill Lane,GF1 1AA", contacts=said)
    assert farah(register)["email"] == "old@example.org"


def test_a_household_that_was_moved_by_hand_stays_there(register, bring):
    bring(CONTACTS, f"{FARAH},,1 Mill Lane,GF1 1AA")
    home = register.value("select household_id from contacts")
    households.move(register, home, "2 New Road", "GF2 2BB")

    plan = bring(CONTACTS, f"{FARAH},,1 Mill Lane,GF1 1AA")

    assert farah(register)["address"] == "2 New Road"
    assert [one.why for one in plan.kept] == ["edited"]
    assert register.value("select count(*) from households") == 1


def test_a_blank_postcode_moves_nobody(register, bring):
    bring(CONTACTS, f"{FARAH},,1 Mill Lane,GF1 1AA")

    plan = bring(CONTACTS, f"{FARAH},,1 Mill Lane,")

    assert plan.changes_nothing
    assert farah(register)["postcode"] == "GF1 1AA"


def test_who_moves_by_a_file_leaves_no_empty_household(register, bring):
    bring(CONTACTS, f"{FARAH},,1 Mill Lane,GF1 1AA")

    plan = bring(CONTACTS, f"{FARAH},,2 New Road,GF2 2BB")

    [offer] = differences.offers(plan, {})
    assert (offer.old, offer.new) == ("1 Mill Lane, GF1 1AA", "2 New Road, GF2 2BB")
    assert farah(register)["postcode"] == "GF2 2BB"
    assert register.value("select count(*) from households") == 1


@pytest.mark.parametrize(
    ("rule", "why"), [("edited", "asked"), ("register", "rule"), ("file", None)]
)
def test_whoever_says_that_the_file_is_right_means_names_too(
    register, planned, rule, why
):
    pupil(register, upn=upn(1), form="7A", year_group=7)

    plan = planned(
        LIST, f"{upn(1)},Khan,Aisha,03/09/2014,7,7A", rule=rule, asks_names=True
    )

    assert [one.why for one in plan.kept] == ([why] if why else [])
