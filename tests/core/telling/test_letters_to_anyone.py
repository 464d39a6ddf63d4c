"""Any name, any family: no letter names another pupil or goes where it must not."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gtregister.core.telling import letters, offers, owed
from tests.builders import pupil
from tests.families import newcomer, offer, parent, stay


def written(register, audience="parents"):
    return [
        one
        for one in letters.write(register, letters.due(register)).letters
        if one.owed.audience == audience
    ]


NAMES = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"),
    min_size=1,
    max_size=30,
).filter(str.strip)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(hostile=NAMES)
def test_no_name_becomes_part_of_a_template_or_names_another_pupil(register, hostile):
    if not offers.table(register).rows:
        offer(register)
        newcomer(register, "Zebedee", surname="Quixotic")
    child = pupil(register, "{{areas}} " + hostile, surname="{child} {{why}}")
    parent(register, child, hostile)
    stay(register, child)

    found = letters.write(register, letters.due(register)).letters

    for one in found:
        whole = "\n".join((*one.letter.address, one.letter.text))
        if one.owed.event.pupil_id == child:
            assert "Zebedee" not in whole
            assert "Quixotic" not in whole
            assert "{{areas}}" in whole
        elif one.letter.child == "Zebedee Quixotic":
            assert "{{" not in whole
    assert {o.state for o in owed.every(register)} == {"due"}


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    people=st.lists(
        st.tuples(
            st.booleans(), st.sampled_from([True, False, None]), st.integers(0, 2)
        ),
        max_size=5,
    )
)
def test_no_letter_ever_goes_to_a_no_contact_person(register, people):
    if not offers.table(register).rows:
        offer(register)
    child = pupil(register, "Aisha")
    barred = set()
    for number, (no_contact, responsible, home) in enumerate(people):
        contact = parent(
            register,
            child,
            f"Person{number}",
            no_contact=no_contact,
            parental_responsibility=responsible,
            address=f"{home} Mill Lane",
        )
        if no_contact or responsible is False:
            barred.add((contact, f"Person{number}", f"{home} Mill Lane", no_contact))
    stay(register, child)

    found = letters.write(register, letters.due(register))

    for one in found.letters:
        if one.owed.event.pupil_id == child and one.owed.household is not None:
            addressee = " ".join(one.letter.address)
            for contact, name, where, no_contact in barred:
                assert contact not in one.owed.household.contact_ids
                assert name not in addressee
                assert not (no_contact and where in addressee)
