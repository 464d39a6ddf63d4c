"""Contacts: who a pupil's parents and carers are, and who of them may be told."""

import pytest

from gtregister.core import history, undo
from gtregister.core.roll import contacts, households
from gtregister.core.roll.contacts import NewContact
from gtregister.errors import UserError
from tests.builders import contents, pupil

HOME = {"address": "4 Mill Lane\nGreenfield", "postcode": "gf1 2ab"}


def shown(register, pupil_id, *columns):
    table = contacts.of(register, pupil_id).only(columns)
    return [row[0] if len(row) == 1 else tuple(row) for row in table.rows]


def test_contacts_are_listed_in_the_schools_order_with_all_that_is_known(register):
    aisha = pupil(register)
    contacts.add(register, aisha, NewContact("Khan", "Omar", contact_order=2))
    mother = contacts.add(
        register,
        aisha,
        NewContact(
            "Ahmed",
            "Farah",
            "Mrs",
            "Mother",
            parental_responsibility=True,
            contact_order=1,
            language="URD",
            preferred_way="email",
            email="farah@example.org",
            large_print=True,
            **HOME,
        ),
    )

    table = contacts.of(register, aisha)

    assert table.keys[0] == mother
    first = dict(zip([c.key for c in table.columns], table.rows[0], strict=True))
    assert first == {
        "contact_order": 1,
        "name": "Mrs Farah Ahmed",
        "relationship": "Mother",
        "parental_responsibility": 1,
        "no_contact": 0,
        "address": "4 Mill Lane, Greenfield",
        "postcode": "GF1 2AB",
        "email": "farah@example.org",
        "telephone": None,
        "language": "URD",
        "preferred_way": "By e-mail",
        "large_print": 1,
        "siblings": None,
    }


def test_a_contact_is_read_back_as_it_was_noted(register):
    new = NewContact("Ahmed", "Farah", "Mrs", parental_responsibility=True, **HOME)

    got = contacts.get(register, contacts.add(register, pupil(register), new))

    assert got.name == "Mrs Farah Ahmed"
    assert got.parental_responsibility is True
    assert got.no_contact is False
    assert got.address == "4 Mill Lane\nGreenfield"


def test_whether_a_contact_has_responsibility_may_stay_unknown(register):
    known = contacts.add(register, pupil(register), NewContact("Ahmed"))

    assert contacts.get(register, known).parental_responsibility is None


def test_parents_at_one_address_share_a_household(register):
    aisha = pupil(register)
    one = contacts.add(register, aisha, NewContact("Ahmed", "Farah", **HOME))
    other = contacts.add(
        register,
        aisha,
        NewContact(
            "Khan", "Omar", address="4 Mill lane, Greenfield", postcode="GF12AB"
        ),
    )

    homes = {contacts.get(register, key).household_id for key in (one, other)}

    assert len(homes) == 1


def test_siblings_share_the_household_of_their_parent(register):
    aisha, bilal = pupil(register), pupil(register, "Bilal")
    for child in (aisha, bilal):
        contacts.add(register, child, NewContact("Ahmed", "Farah", **HOME))

    assert shown(register, aisha, "siblings") == ["Bilal"]
    assert shown(register, bilal, "siblings") == ["Aisha"]


def test_another_family_at_the_same_address_is_another_household(register):
    aisha, tom = pupil(register), pupil(register, "Tom", surname="Hill")
    contacts.add(register, aisha, NewContact("Ahmed", "Farah", **HOME))
    contacts.add(register, tom, NewContact("Hill", "Ann", **HOME))

    assert shown(register, aisha, "siblings") == [None]


def test_who_moves_out_takes_nobody_along(register):
    aisha = pupil(register)
    one = contacts.add(register, aisha, NewContact("Ahmed", "Farah", **HOME))
    other = contacts.add(register, aisha, NewContact("Khan", "Omar", **HOME))

    contacts.update(register, other, address="9 High Street", postcode="GF9 9ZZ")

    assert contacts.get(register, one).address == HOME["address"]
    assert contacts.get(register, other).address == "9 High Street"


def test_a_household_moves_with_all_who_live_there(register):
    aisha, bilal = pupil(register), pupil(register, "Bilal")
    ids = [
        contacts.add(register, child, NewContact("Ahmed", "Farah", **HOME))
        for child in (aisha, bilal)
    ]

    home = contacts.get(register, ids[0]).household_id
    households.move(register, home, "1 New Road", "gf3 3cc")

    assert [contacts.get(register, key).address for key in ids] == ["1 New Road"] * 2


def test_a_contact_who_lived_alone_leaves_no_empty_household(register):
    known = contacts.add(register, pupil(register), NewContact("Ahmed", **HOME))

    contacts.update(register, known, address="9 High Street")
    contacts.remove(register, known)

    assert register.value("select count(*) from households") == 0
    assert register.value("select count(*) from contacts") == 0


def test_changing_nothing_is_no_change(register):
    known = contacts.add(register, pupil(register), NewContact("Ahmed", **HOME))
    before = register.value("select max(id) from changes")

    contacts.update(register, known, surname=" Ahmed ", large_print=False)

    assert register.value("select max(id) from changes") == before


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"surname": " "}, "surname"),
        ({"preferred_way": "pigeon"}, "way"),
        ({"email": "nobody"}, "email"),
        ({"email": "a@b.org,c@d.org"}, "email"),
        ({"email": "a@b.org\nBcc: c@d.org"}, "email"),
    ],
)
def test_what_no_letter_could_be_sent_by_is_refused(register, wrong, field):
    known = {"surname": "Ahmed"} | wrong
    with pytest.raises(UserError) as refused:
        contacts.add(register, pupil(register), NewContact(**known))

    assert refused.value.field == field


def test_what_happened_to_a_contact_is_in_the_pupils_history_and_undone(register):
    aisha = pupil(register)
    before = contents(register)
    known = contacts.add(register, aisha, NewContact("Ahmed", **HOME))
    contacts.update(register, known, no_contact=True)

    listed = history.table(register, aisha).only(["what"]).rows

    assert [what for (what,) in listed[:2]] == ["Contact changed", "Contact added"]
    contacts.remove(register, known)
    for _step in range(3):
        undo.undo(register)
    assert contents(register) == before
