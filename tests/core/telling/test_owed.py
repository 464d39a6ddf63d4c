"""Who is owed a notice: everyone who should be told, once and in one state."""

from datetime import date, timedelta

import pytest

from gtregister.core.roll import contacts
from gtregister.core.telling import letter_settings, letters, notices, offers, owed
from gtregister.core.telling.letter_settings import Rule
from gtregister.errors import UserError
from tests.builders import pupil
from tests.conftest import TODAY
from tests.families import decision, leave, newcomer, offer, parent, stay


def states(register):
    return sorted(
        (one.event.kind, one.audience, one.state) for one in owed.every(register)
    )


def keys(register, **wanted):
    return [
        one.key
        for one in owed.every(register)
        if all(getattr(one, name) == value for name, value in wanted.items())
    ]


def test_who_joins_is_told_and_so_is_the_household(register):
    offer(register)
    newcomer(register)

    assert states(register) == [
        ("joined", "parents", "due"),
        ("joined", "pupil", "due"),
    ]
    assert notices.not_told(register) == notices.NotTold(2, 1, 2, 0, 0)


def test_several_subjects_on_one_day_are_one_letter(register):
    offer(register)
    child = newcomer(register)
    stay(register, child, "science")

    assert len(owed.every(register)) == 2


def test_separated_parents_are_told_each_at_home(register):
    offer(register)
    child = newcomer(register)
    parent(register, child, "Omar", surname="Khan", address="9 High Street")

    homes = [o.household.address for o in owed.every(register) if o.household]

    assert homes == [("4 Mill Lane", "Greenfield"), ("9 High Street",)]


def test_parents_who_live_together_get_one_letter(register):
    offer(register)
    child = newcomer(register)
    parent(register, child, "Omar", title="Mr")

    (home,) = (o.household for o in owed.every(register) if o.household)

    assert [person.name for person in home.people] == [
        "Mrs Farah Ahmed",
        "Mr Omar Ahmed",
    ]


def test_a_label_alone_is_no_letter(register):
    newcomer(register)

    found = owed.every(register)

    assert {one.state for one in found} == {"stopped"}
    assert "only a label" in found[0].why


def test_a_place_in_an_activity_is_something_to_say(register):
    child = newcomer(register)
    offers.add(register, "a weekly talk with her music teacher", pupil_id=child)

    assert {one.state for one in owed.every(register)} == {"due"}


@pytest.mark.parametrize(
    ("known", "why"),
    [
        ({"address": None, "postcode": None}, "has no address"),
        ({"preferred_way": "email"}, "has no e-mail address"),
        ({"no_contact": True}, "must not be contacted"),
    ],
)
def test_a_letter_that_cannot_or_must_not_arrive_is_stopped(register, known, why):
    offer(register)
    child = pupil(register)
    parent(register, child, **known)
    stay(register, child)

    (stopped,) = (o for o in owed.every(register) if o.audience == "parents")

    assert stopped.state == "stopped"
    assert why in stopped.why
    with pytest.raises(UserError, match=r"contacted|address|e-mail"):
        notices.tell(register, [stopped.key], "post")


def test_parents_of_whom_nothing_is_known_are_not_forgotten(register):
    offer(register)
    stay(register, pupil(register))

    (stopped,) = (o for o in owed.every(register) if o.audience == "parents")

    assert "no contact to write to" in stopped.why


def test_a_no_contact_parent_is_passed_over_when_there_is_another(register):
    offer(register)
    child = newcomer(register)
    parent(register, child, "Omar", address="9 High Street", no_contact=True)

    people = [
        p.name for o in owed.every(register) if o.household for p in o.household.people
    ]

    assert people == ["Mrs Farah Ahmed"]


def test_nothing_is_posted_to_where_a_no_contact_parent_lives(register):
    offer(register)
    child = newcomer(register)
    parent(register, child, "Omar", title="Mr", no_contact=True)

    (stopped,) = (o for o in owed.every(register) if o.audience == "parents")

    assert "Mr Omar Ahmed must not be contacted and lives at the same" in stopped.why


def test_who_has_no_responsibility_is_not_written_to_and_doubt_is_asked_about(register):
    offer(register)
    child = newcomer(register)
    gran = {"address": "1 New Road", "parental_responsibility": False}
    parent(register, child, "Ruth", **gran)
    father = {"address": "9 High Street", "parental_responsibility": None}
    parent(register, child, "Omar", **father)

    homes = {o.household.address[0]: o for o in owed.every(register) if o.household}

    assert homes.keys() == {"4 Mill Lane", "9 High Street"}
    assert homes["9 High Street"].state == "stopped"
    assert "has parental responsibility" in homes["9 High Street"].why


def test_another_subject_is_news_once_the_joining_was_told(register):
    offer(register)
    child = newcomer(register)
    stay(register, child, "science", TODAY + timedelta(days=1))
    register._given_today = TODAY + timedelta(days=1)
    assert {kind for kind, _audience, _state in states(register)} == {"joined"}

    notices.tell(register, keys(register), "spoken")

    due = [s for s in states(register) if s[2] == "due"]
    assert due == [("moved", "parents", "due"), ("moved", "pupil", "due")]


def test_who_leaves_is_told_and_who_goes_on_in_another_subject_hears_of_a_change(
    register,
):
    offer(register)
    earlier = TODAY - timedelta(days=60)
    child = pupil(register)
    parent(register, child)
    maths = stay(register, child, "maths", earlier)
    stay(register, child, "science", earlier)
    notices.tell(register, keys(register), "spoken")

    leave(register, maths)
    assert ("moved", "parents", "due") in states(register)

    leave(register, maths + 1)
    assert ("left", "parents", "due") in states(register)
    assert "moved" not in {k for k, _a, state in states(register) if state == "due"}


def test_who_joined_and_left_on_one_day_and_heard_of_neither_is_owed_nothing(register):
    offer(register)
    parent(register, child := pupil(register))
    leave(register, stay(register, child))

    assert owed.every(register) == []


def test_who_heard_of_joining_hears_of_leaving_on_the_same_day(register):
    offer(register)
    parent(register, child := pupil(register))
    entry = stay(register, child)
    letters.mark_printed(
        register, letters.write(register, letters.due(register)).letters
    )

    leave(register, entry)

    assert states(register) == [
        ("joined", "parents", "printed"),
        ("joined", "pupil", "printed"),
        ("left", "parents", "due"),
        ("left", "pupil", "due"),
    ]


def test_a_pause_is_told(register):
    offer(register)
    child = pupil(register)
    parent(register, child)
    entry = stay(register, child, on=TODAY - timedelta(days=30))
    notices.tell(register, keys(register), "spoken")

    decision(register, entry, "paused", status="paused")

    assert ("paused", "pupil", "due") in states(register)


def test_after_a_year_of_silence_an_update_is_owed(register):
    offer(register)
    child = pupil(register)
    parent(register, child)
    stay(register, child, on=TODAY - timedelta(days=400))
    notices.tell(register, keys(register), "spoken")

    assert ("reviewed", "parents", "due") in states(register)

    notices.tell(register, keys(register, state="due"), "spoken")
    assert not notices.not_told(register).notices


def test_a_parents_referral_is_answered_to_parents_and_a_friends_to_nobody(register):
    parent(register, child := pupil(register))
    with register.change("Referral noted") as db:
        for source in ("parent", "peer", "staff"):
            db.insert(
                "referrals",
                {
                    "pupil_id": child,
                    "source": source,
                    "referrer": "Mr Hill",
                    "reason": "reads all night",
                    "referred_on": "2026-11-01",
                    "status": "declined",
                    "outcome_on": "2026-11-20",
                },
            )

    assert [(kind, audience) for kind, audience, _state in states(register)] == [
        ("referral_answered", "other"),
        ("referral_answered", "parents"),
    ]


def test_rules_say_who_is_told(register):
    offer(register)
    newcomer(register)

    letter_settings.set_rule(register, Rule("joined", False, True, 14, 14))

    assert states(register) == [("joined", "parents", "due")]


def test_what_happened_before_the_program_came_is_not_owed(register):
    from dataclasses import replace

    offer(register)
    newcomer(register)
    held = letter_settings.of(register)
    letter_settings.update(register, replace(held, told_since=date(2026, 12, 1)))

    assert owed.every(register) == []


def test_a_household_that_was_told_stays_told_when_it_moves(register):
    offer(register)
    child = newcomer(register)
    notices.tell(register, keys(register), "post")

    (known,) = contacts.of(register, child).keys
    contacts.update(register, known, address="1 New Road", postcode="")

    assert {state for _k, _a, state in states(register)} == {"sent"}


def test_a_leaver_of_the_school_is_owed_nothing(register):
    offer(register)
    newcomer(register, left_on="2026-11-01")

    assert owed.every(register) == []
