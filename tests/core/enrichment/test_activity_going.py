import pytest

from gtregister.core.enrichment import activity_going, activity_parts, consents, places
from gtregister.core.enrichment.activity_parts import Adult, Bus
from gtregister.core.roll import staff
from gtregister.errors import UserError
from tests.builders import pupil
from tests.programme import activity

ADULT = {
    "staff_id": "",
    "name": None,
    "role": "adult",
    "own_role": None,
    "telephone": None,
    "bus_id": "",
}


def keep(register, number, adult_id=None, **said):
    return activity_going.keep_adult(register, number, adult_id, ADULT | said)


def going(register, number):
    return [adult for _id, adult in activity_parts.adults(register, number)]


def ms_roy(register, telephone=None):
    said = {"name": "Ms Roy", "role": "Head of drama", "email": None}
    return staff.keep(register, None, said | {"telephone": telephone})


def test_somebody_of_the_staff_goes_with_role_and_telephone(register):
    number, roy = activity(register), ms_roy(register)

    keep(register, number, staff_id=str(roy), role="leader", telephone="07700 900001")

    assert going(register, number) == [
        Adult("Ms Roy", "leader", "07700 900001", None, roy)
    ]


def test_an_outside_adult_has_a_role_in_words_of_ones_own(register):
    number = activity(register)

    keep(register, number, name="Mr Khan", role="", own_role="Lifeguard")

    assert activity_going.adults(register, number).rows[0][:2] == (
        "Mr Khan",
        "Lifeguard",
    )


def test_a_telephone_is_known_from_the_last_time(register):
    first, second = activity(register), activity(register, "Choir")
    keep(register, first, name="Mr Khan", telephone="07700 900002")

    keep(register, second, name="mr khan")

    assert going(register, second)[0].telephone == "07700 900002"


def test_the_telephone_of_the_staff_comes_before_that_of_the_last_time(register):
    first, second = activity(register), activity(register, "Choir")
    roy = ms_roy(register, "07700 900001")
    keep(register, first, staff_id=str(roy), telephone="07700 900009")

    keep(register, second, name="ms roy")

    assert going(register, first)[0].telephone == "07700 900009", "as it was given"
    assert going(register, second)[0].telephone == "07700 900001"


def test_the_first_telephone_of_the_staff_is_kept_once_for_all(register):
    number, roy = activity(register), ms_roy(register)

    keep(register, number, staff_id=str(roy), telephone="07700 900001")

    assert staff.table(register).only(("telephone",)).rows == [("07700 900001",)]


def test_a_name_typed_that_is_on_the_staff_is_that_person(register):
    number, roy = activity(register), ms_roy(register)

    keep(register, number, name="Ms Roy")

    assert going(register, number)[0].staff_id == roy


def test_an_adult_is_corrected_and_taken_out(register):
    number = activity(register)
    adult_id = keep(register, number, name="Mr Kan")
    keep(register, number, adult_id, name="Mr Khan", role="driver")
    assert going(register, number) == [Adult("Mr Khan", "driver")]

    activity_going.remove_adult(register, number, adult_id)

    assert going(register, number) == []


def test_nobody_goes_twice_and_everybody_has_a_name(register):
    number = activity(register)
    keep(register, number, name="Mr Khan")

    with pytest.raises(UserError, match="Mr Khan is on the list already"):
        keep(register, number, name="Mr Khan")
    with pytest.raises(UserError, match="write the name of another adult"):
        keep(register, number)


def test_the_questions_show_what_is_held(register):
    number = activity(register)
    adult_id = keep(register, number, name="Mr Khan", role="", own_role="Lifeguard")

    asked = activity_going.adult_questions(register, number, adult_id)

    answers = {option.key: option.default for option in asked}
    assert answers == ADULT | {"name": "Mr Khan", "role": "", "own_role": "Lifeguard"}


def test_a_bus_is_corrected_and_who_is_on_it_stays(register):
    number = activity(register)
    coach = activity_going.keep_bus(
        register, number, None, {"name": "Coach", "seats": 49, "telephone": None}
    )
    child = pupil(register)
    places.invite(register, number, [child])
    consents.put_on_bus(register, [places.place_of(register, number, child)], coach)
    keep(register, number, name="Mr Khan", bus_id=str(coach))

    said = {"name": "Coach 1", "seats": 53, "telephone": "01632 960003"}
    activity_going.keep_bus(register, number, coach, said)

    table = activity_going.buses(register, number)
    assert table.rows == [("Coach 1", 53, "01632 960003", 1, 1)]
    activity_going.remove_bus(register, number, coach)
    assert activity_parts.buses(register, number) == []
    assert going(register, number) == [Adult("Mr Khan")]


def test_what_cannot_be_a_bus_is_refused(register):
    number = activity(register)
    activity_parts.set_buses(register, number, [Bus("Coach")])

    for said, wrong in (
        ({"name": None, "seats": None}, "Give the bus a name"),
        ({"name": "Coach", "seats": None}, "on the list already"),
        ({"name": "Minibus", "seats": 0}, "whole number"),
        ({"name": "Minibus", "seats": 16.5}, "whole number"),
    ):
        with pytest.raises(UserError, match=wrong):
            activity_going.keep_bus(register, number, None, said | {"telephone": None})
