"""Contacts that a file states: new, changed or known, and who shares a household."""

import pytest

from gtregister.core.importing import imports
from gtregister.core.undo import undo
from tests.builders import contents, pupil, upn

HEAD = "UPN,Surname,Forename,Contact 1 Name,Contact 1 Email,Contact 1 Address"
AISHA = f"{upn(1)},Ahmed,Aisha"
BILAL = f"{upn(2)},Ahmed,Bilal"
HOME = '"12 Mill Lane, Greenfield"'


@pytest.fixture
def bring(register, tmp_path):
    def bring(*rows, head=HEAD):
        source = tmp_path / "contacts.csv"
        source.write_text("\n".join([head, *rows]), encoding="utf-8")
        plan = imports.plan(register, source)
        imports.apply(register, plan)
        return plan

    return bring


def people(register):
    rows = register.rows("select * from contacts order by id")
    return [(row["forename"], row["email"], row["household_id"]) for row in rows]


def test_a_contact_is_stored_with_the_household(register, bring):
    plan = bring(f"{AISHA},Mrs Farah Ahmed,f@example.org,{HOME}")

    assert plan.counts().new_contacts == 1
    assert people(register) == [("Farah", "f@example.org", 1)]
    assert (
        register.value("select address from households") == "12 Mill Lane, Greenfield"
    )


def test_the_same_file_twice_changes_nothing(register, bring):
    rows = [f"{AISHA},Farah Ahmed,f@example.org,{HOME}", f"{BILAL},Farah Ahmed,,{HOME}"]
    bring(*rows)
    before = contents(register)

    again = bring(*rows)

    assert again.changes_nothing
    assert again.counts().unchanged_contacts == 2
    assert contents(register) == before


def test_siblings_with_the_same_address_share_a_household(register, bring):
    bring(
        f"{AISHA},Farah Ahmed,,{HOME}",
        f"{BILAL},Farah Ahmed,,{HOME.upper()}",
        f"{upn(3)},Bond,Jim,Ann Bond,,{HOME}",
    )

    homes = [home for _name, _email, home in people(register)]
    assert homes[0] == homes[1] != homes[2]


def test_a_change_is_stored_and_a_blank_wipes_nothing(register, bring):
    bring(f"{AISHA},Farah Ahmed,f@example.org,{HOME}")

    plan = bring(f"{AISHA},Farah Ahmed,,3 High Street")

    assert plan.counts().changed_contacts == 1
    assert people(register) == [("Farah", "f@example.org", 2)]


def test_rows_of_one_contact_each_belong_to_one_pupil(register, bring):
    head = "UPN,Surname,Forename,Contact Name,Relationship,Priority"
    plan = bring(
        f"{AISHA},Farah Ahmed,Mother,1", f"{AISHA},Tariq Ahmed,Father,2", head=head
    )

    assert len(plan.new) == 1
    orders = register.rows("select contact_order from contacts order by id")
    assert [row[0] for row in orders] == [1, 2]


def test_contacts_of_a_pupil_on_roll_are_added_and_undone(register, bring):
    pupil(register, upn=upn(1))
    before = contents(register)

    bring(f"{AISHA},Farah Ahmed,f@example.org,{HOME}")
    assert len(people(register)) == 1
    undo(register)

    assert contents(register) == before


def test_a_contact_without_a_name_is_said_and_left_out(register, bring):
    plan = bring(f"{AISHA},,f@example.org,{HOME}")

    assert people(register) == []
    assert [(p.row, p.level) for p in plan.problems] == [(2, "problem")]
