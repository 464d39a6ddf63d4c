"""The school's own words, which change no history."""

from dataclasses import replace

import pytest

from gtregister.core import school, words
from gtregister.core.telling import offers
from gtregister.errors import UserError
from tests.builders import contents, pupil
from tests.families import stay


def test_the_register_and_its_strands_are_called_what_the_school_calls_them(register):
    called = replace(school.of(register), register_words="Aspire programme")
    school.amend(register, called)
    school.name_strand(register, "gifted", "Scholars")

    said = words.of(register)

    assert said.register == "Aspire programme"
    assert said.strand("gifted") == "Scholars"
    assert said.strand("talented") == "Talented"


def test_other_words_change_no_entry(register):
    stay(register, pupil(register))
    before = contents(register)["entries"]

    school.name_strand(register, "gifted", "Scholars")
    words.call_tier(register, "top 5%", "Gold")

    assert contents(register)["entries"] == before
    assert words.of(register).tier("top 5%") == "Gold"
    words.call_tier(register, "top 5%", "")
    assert words.of(register).tier("top 5%") == "top 5%"


def test_an_offer_is_for_somebody_and_says_something(register):
    with pytest.raises(UserError):
        offers.add(register, " ", strand="gifted")
    with pytest.raises(UserError):
        offers.add(register, "chess")
    offer = offers.add(register, "chess", subject="Mathematics")
    assert offers.table(register).keys == [offer]
    offers.remove(register, offer)
    assert offers.table(register).rows == []


def test_the_most_personal_offer_comes_first(register):
    child = pupil(register)
    stay(register, child, "maths")
    offers.add(register, "a club", strand="gifted")
    offers.add(register, "a maths circle", subject="maths")
    offers.add(register, "a talk with Mrs Hall", pupil_id=child)
    offers.add(register, "a choir", strand="talented")

    assert offers.by_pupil(register, [child]) == {
        child: ["a talk with Mrs Hall", "a maths circle", "a club"]
    }
