import pytest

from gtregister.core.roll.matching import Roll
from gtregister.core.roll.pupils import folded
from tests.builders import pupil, upn


def whose(register, **details):
    return Roll.of(register).whose(details)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O'Neill", "ONeill"),
        ("O’Neill", "o'neill"),
        ("Zoë", "Zoe"),
        ("Łukasz", "LUKASZ"),
        ("Smith-Jones", "Smith Jones"),
        ("Nguyễn", "Nguyen"),
        ("Ŵyn", "wyn"),
        ("Đặng", "Dang"),
    ],
)
def test_names_are_compared_without_case_accents_and_marks(one, other):
    assert folded(one) == folded(other)


def test_folding_does_not_make_different_names_equal():
    assert folded("Lee") != folded("Li")
    assert folded("محمد") != folded("أحمد")


def test_a_upn_decides_whatever_the_name(register):
    aisha = pupil(register, upn=upn(1))

    match = whose(register, upn=upn(1), surname="AHMED-KHAN", forename="A")

    assert match.pupil_id == aisha


def test_a_former_upn_decides_too(register):
    aisha = pupil(register, upn=upn(1), former_upn=upn(2))

    assert whose(register, upn=upn(2)).pupil_id == aisha
    assert whose(register, upn=upn(3), former_upn=upn(1)).pupil_id == aisha


def test_one_upn_for_two_children_asks(register):
    aisha = pupil(register, upn=upn(1))

    match = whose(
        register, upn=upn(1), surname="Baker", forename="Noah", dob="2013-01-01"
    )

    assert match.ask
    assert match.alike == (aisha,)


def test_name_and_birthday_decide_where_a_side_has_no_upn(register):
    zoe = pupil(register, "Zoë", surname="O'Neill", upn=upn(1))

    match = whose(register, surname="ONEILL", forename="Zoe", dob="2014-09-03")

    assert match.pupil_id == zoe


def test_the_same_name_and_birthday_under_another_upn_asks(register):
    pupil(register, upn=upn(1))

    match = whose(
        register, upn=upn(2), surname="Ahmed", forename="Aisha", dob="2014-09-03"
    )

    assert match.ask


@pytest.mark.parametrize(
    "details",
    [
        {"surname": "Smith", "forename": "Katie", "dob": "2014-09-03"},
        {"surname": "Smyth", "forename": "Katherine", "dob": "2014-09-03"},
        {"surname": "Smith", "forename": "Katherine", "dob": "2014-03-09"},
        {"surname": "Smith", "forename": "Katherine", "dob": "2013-09-03"},
        {"surname": "Smith", "forename": "Katherine"},
        {"surname": "Smith", "forename": "Kate", "dob": "2012-01-01"},
        {"surname": "Smith", "forename": "Katharine"},
        {"surname": "Smith", "forename": "Jack", "dob": "2014-09-03"},
    ],
    ids=[
        "a nickname",
        "another spelling",
        "day and month changed round",
        "another birthday",
        "no birthday",
        "the preferred name",
        "a similar name without a birthday",
        "a twin",
    ],
)
def test_what_is_only_similar_asks(register, details):
    katherine = pupil(register, "Katherine", surname="Smith", preferred_forename="Kate")

    match = whose(register, **details)

    assert match.ask
    assert match.alike == (katherine,)


def test_two_pupils_of_one_name_and_birthday_ask(register):
    pupil(register)
    pupil(register)

    match = whose(register, surname="Ahmed", forename="Aisha", dob="2014-09-03")

    assert len(match.alike) == 2


def test_twins_with_a_upn_each_are_two_pupils_and_nobody_asks(register):
    pupil(register, "Jack", surname="Hughes", upn=upn(1))

    match = whose(
        register, upn=upn(2), surname="Hughes", forename="James", dob="2014-09-03"
    )

    assert match.is_new


def test_somebody_unlike_all_others_is_new(register):
    pupil(register)

    match = whose(register, surname="Baker", forename="Noah", dob="2014-10-04")

    assert match.is_new


@pytest.mark.parametrize("details", [{}, {"upn": upn(9)}, {"surname": "Ahmed"}])
def test_a_row_of_nobody_is_left_out_with_a_reason(register, details):
    pupil(register)

    assert whose(register, **details).skip


def test_name_and_form_decide_only_where_they_may_and_one_pupil_has_both(register):
    tom = pupil(register, "Tom", surname="Baker", form="7B", upn=upn(1))
    told = {"surname": "BAKER", "forename": "Tom", "form": "7b"}

    assert Roll.of(register).whose(told, by_form=True).pupil_id == tom
    assert Roll.of(register).whose(told).alike == (tom,)
    assert Roll.of(register).whose(told | {"form": "8B"}, by_form=True).ask
    assert Roll.of(register).whose(told | {"dob": "2013-01-01"}, by_form=True).ask


def test_two_of_a_name_are_asked_about_whatever_the_form(register):
    pupil(register, "Tom", surname="Baker", form="7B", upn=upn(1))
    pupil(register, "Tom", surname="Baker", form="8B", upn=upn(2))
    told = {"surname": "Baker", "forename": "Tom", "form": "7B"}

    assert Roll.of(register).whose(told, by_form=True).ask
