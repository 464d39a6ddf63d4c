"""Who waits for a decision: one place for each pupil and route, whatever happens."""

import random
from datetime import date

import pytest

from gtregister.core.identifying import (
    decisions,
    identification,
    placing,
    policies,
    referrals,
    shortlist,
    shortlist_count,
)
from gtregister.core.identifying.referrals import NewReferral
from gtregister.core.undo import last, undo
from tests.builders import contents, pupil, score, upn

GIFTED = "gifted"


@pytest.fixture
def school(register):
    """Ten pupils of Year 7 with scores from 101 to 110, one without, one referred."""
    policies.use(register, "eic")
    for n in range(1, 11):
        child = pupil(register, f"Pupil {n}", upn=upn(n))
        score(register, child, str(100 + n), "reading")
        score(register, child, str(100 + n), "maths")
    pupil(register, "Nobody", upn=upn(11))
    musical = pupil(register, "Zoë", upn=upn(12), preferred_forename="Zo")
    score(register, musical, "120", "reading")
    score(register, musical, "120", "maths")
    given = NewReferral(upn(12), "staff", "Ms Roy", "Plays the oboe", "music")
    referrals.add(register, given)
    return register


def listed(register, place):
    found = shortlist.of(register, identification.judgement(register))
    table = shortlist.table(found, place)
    at = table.position("forename")
    return [row[at] for row in table.rows]


def cell(register, place, key):
    found = shortlist.of(register, identification.judgement(register))
    table = shortlist.table(found, place)
    return table.rows[0][table.position(key)]


def candidate(register, name):
    found = shortlist.of(register, identification.judgement(register))
    return next(c for c in found.everybody.values() if c.pupil["forename"] == name)


def test_a_pupil_who_meets_two_routes_is_one_row_that_names_both(school):
    assert listed(school, "meets") == ["Zo"]
    assert cell(school, "meets", "routes") == (
        "Top 10 % of the year, Proposed in art, music, PE or performing arts"
    )
    assert "place 1 of 11" in cell(school, "meets", "why")
    assert "Referred by" in cell(school, "meets", "why")


def test_who_has_no_scores_is_listed_for_lack_of_data(school):
    assert listed(school, "not_known") == ["Nobody"]
    assert (
        cell(school, "not_known", "why")
        == "There is no KS2 reading and maths mean on file."
    )


def test_after_a_decision_on_one_route_the_pupil_stays_for_the_other(school):
    zoe = candidate(school, "Zoë")
    decisions.decide_many(school, "added", [(zoe.pupil["id"], GIFTED)])

    assert [key for _pupil, key in candidate(school, "Zoë").keys] == ["talented"]
    assert listed(school, "meets") == ["Zo"]


def test_who_is_put_off_comes_back_by_themselves_with_the_next_term(school):
    decisions.decide_many(school, "not_now", candidate(school, "Zoë").keys)

    assert listed(school, "meets") == []
    assert listed(school, "not_now") == ["Zo"]
    assert cell(school, "not_now", "until") == date(2027, 1, 1)
    assert cell(school, "not_now", "why") == (
        "Not now: to be looked at again on 1 January 2027."
    )

    school._given_today = date(2027, 1, 1)

    assert listed(school, "meets") == ["Zo"]
    assert listed(school, "not_now") == []


def test_adding_who_was_put_off_makes_no_second_entry(school):
    keys = [key for key in candidate(school, "Zoë").keys if key[1] == GIFTED]
    decisions.decide_many(school, "not_now", keys)
    decisions.decide_many(school, "added", keys)

    rows = school.rows("select status, from_on from entries")
    assert [tuple(row) for row in rows] == [("on", "2026-11-23")]
    whats = school.rows("select what from decisions order by id")
    assert [row["what"] for row in whats] == ["not_now", "added"]
    reason = school.value("select reason from register_entries")
    assert "KS2 reading and maths mean 120" in reason


def test_one_decision_on_many_pupils_is_one_change(school):
    before = contents(school)
    found = shortlist.of(school, identification.judgement(school))
    keys = [key for c in found.everybody.values() for key in c.keys]

    done = decisions.decide_many(school, "declined", keys, "Settling in")

    assert done.moved == len({pupil_id for pupil_id, _route in keys}) == 2
    assert listed(school, "no").count("Zo") == 1
    undo(school)
    assert contents(school) == before


def test_the_count_follows_decisions_and_evidence(school):
    assert shortlist_count.known(school) is None
    assert shortlist_count.counted(school) == 1

    decisions.decide_many(school, "not_now", candidate(school, "Zoë").keys)
    assert shortlist_count.known(school) == 0
    undo(school)
    assert shortlist_count.known(school) == 1

    score(school, 10, "120", "reading")
    assert shortlist_count.known(school) is None
    score(school, 10, "120", "maths")
    assert shortlist_count.counted(school) == 2


def test_without_a_policy_nobody_waits(register):
    pupil(register)

    assert shortlist_count.known(register) == 0


def test_a_very_long_roll_is_not_judged_for_a_count(school, monkeypatch):
    monkeypatch.setattr(shortlist_count, "_LIMIT", 5)

    assert shortlist_count.counted(school) == 0
    assert identification.known(school) is None


def test_a_judgement_is_kept_until_evidence_is_changed(school):
    first = identification.judgement(school)
    decisions.decide_many(school, "not_now", candidate(school, "Zoë").keys)

    assert identification.judgement(school) is first

    score(school, 1, "119", "maths", academic_year=2026)
    second = identification.judgement(school)
    assert second is not first

    given = NewReferral(upn(3), "staff", "Mr Cole", "Own proofs", "maths")
    referrals.add(school, given)
    assert identification.judgement(school) is not second


def test_a_policy_is_tried_out_without_saving_anything(school):
    before = contents(school)
    policy = policies.in_force(school).policy
    wider = policies.with_answers(policy, GIFTED, 0, {"percent": 30})

    trial = shortlist.try_out(school, wider)

    assert (trial.before, trial.after) == (1, 3)
    names = {c.pupil["id"]: c.pupil["forename"] for c in everybody(school)}
    assert [names[pupil_id] for pupil_id in trial.new] == ["Pupil 10", "Pupil 9"]
    assert trial.gone == ()
    assert contents(school) == before


def everybody(register):
    found = shortlist.of(register, identification.judgement(register))
    return found.everybody.values()


def test_an_accepted_referral_leads_to_the_routes_of_its_subject(school):
    assert shortlist.by_referral(school, 1) == [(12, "talented")]

    decisions.decide_many(school, "added", [(12, "talented")])
    assert shortlist.by_referral(school, 1) == []


def test_a_referral_for_a_subject_that_no_route_has_leads_to_one_of_its_strand(school):
    given = NewReferral(upn(3), "staff", "Mr Cole", "Own proofs", "maths")
    number = referrals.add(school, given)

    assert shortlist.by_referral(school, number) == [(3, GIFTED)]


def test_everybody_is_in_exactly_one_place_whatever_is_decided_and_undone(school):
    """Two hundred random acts; after each, one place for each pupil and route."""
    rng = random.Random(7)
    first = school.latest_change
    acts = ("added", "not_now", "declined", "left", "undo", "tomorrow")
    for _act in range(200):
        act = rng.choice(acts)
        if act == "tomorrow":
            days = rng.choice((1, 30, 100))
            school._given_today = date.fromordinal(school.today.toordinal() + days)
        elif act == "undo":
            undo_something(school, first)
        else:
            decide_something(school, rng, act)
        check_places(school)


def undo_something(register, first):
    change = last(register)
    if change and change["id"] > first:
        undo(register, change["id"])


def decide_something(register, rng, what):
    found = shortlist.of(register, identification.judgement(register))
    wanted = [
        (pupil_id, judged.route.key)
        for pupil_id, c in found.everybody.items()
        for judged, _held, place in c.routes
        if (place == "on") == (what == "left")
    ]
    if wanted:
        chosen = rng.sample(wanted, min(len(wanted), rng.randint(1, 4)))
        decisions.decide_many(register, what, chosen, "Because")


def check_places(register):
    judgement = identification.judgement(register)
    found = shortlist.of(register, judgement)
    on_roll = register.value("select count(*) from pupils")
    assert len(found.everybody) == on_roll
    for route in judgement.in_force.policy.routes:
        places = [
            place
            for c in found.everybody.values()
            for judged, _held, place in c.routes
            if judged.route.key == route.key
        ]
        assert len(places) == on_roll
    keys = [
        key for place in shortlist.LISTS for key in shortlist.table(found, place).keys
    ]
    assert len(keys) == len(set(keys))
    for (pupil_id, route), held in placing.held(register, routes_of(judgement)).items():
        waiting = register.value(
            """
            select count(*)
            from entries
            where pupil_id = :pupil and route = :route and status = 'candidate'
            """,
            pupil=pupil_id,
            route=route,
        )
        assert waiting <= 1
        assert not (held.on and waiting)


def routes_of(judgement):
    return judgement.in_force.policy.routes
