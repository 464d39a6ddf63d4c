import pytest

from gtregister.core.identifying import (
    decisions,
    entries,
    episodes,
    identification,
    policies,
    referrals,
)
from gtregister.core.identifying.referrals import NewReferral
from gtregister.core.undo import undo
from gtregister.errors import UserError
from tests.builders import contents, pupil, score, upn

ROUTE = "high-prior-attainment"


@pytest.fixture
def three(register):
    """Three pupils: 115 in both tests, 109 and 110, and one without a score."""
    policies.use(register, "high-prior-attainers")
    ids = [
        pupil(register, name, upn=upn(n), dob=f"2014-10-0{n}")
        for n, name in enumerate(("Aisha", "Ben", "Cara"), 1)
    ]
    for pupil_id, reading, maths in ((ids[0], "115", "115"), (ids[1], "109", "110")):
        score(register, pupil_id, reading, "reading")
        score(register, pupil_id, maths, "maths")
    return ids


def outcomes(register):
    judged = identification.judge(register).judged
    return {j.pupil["forename"]: j.outcome for j in judged}


def test_every_pupil_on_roll_is_judged(register, three):
    assert outcomes(register) == {
        "Aisha": "suggested",
        "Ben": "near_miss",
        "Cara": "not_known",
    }


def test_a_leaver_is_not_judged(register, three):
    with register.change("Left") as db:
        db.update("pupils", three[0], {"left_on": "2026-11-23"})

    assert "Aisha" not in outcomes(register)


def test_who_leaves_on_a_day_to_come_is_judged_until_then(register, three):
    with register.change("Leaves") as db:
        db.update("pupils", three[0], {"left_on": "2026-11-24"})

    assert "Aisha" in outcomes(register)


def test_an_entry_that_was_moved_is_no_longer_its_routes_own(register, three):
    decisions.add(register, ROUTE, [upn(1)])

    episodes.move(register, 1, "gifted", "maths", "Reviewed")

    assert register.value("select route from entries") is None
    assert decisions.add(register, ROUTE, [upn(1)], "All-round too").moved == 1


def test_without_a_policy_the_sentence_names_the_presets(register):
    with pytest.raises(UserError, match="eic"):
        identification.judge(register)


def test_the_top_of_a_year_is_counted_in_the_year(register):
    policies.use(register, "eic")
    for n in range(20):
        child = pupil(register, f"Pupil {n}", year_group=7 + n % 2)
        score(register, child, str(90 + n), "reading")
        score(register, child, str(90 + n), "maths")

    judgement = identification.judge(register)
    [gifted] = [r for r in judgement.in_force.policy.routes if r.key == "gifted"]
    suggested = judgement.of(gifted, "suggested")

    assert [j.pupil["forename"] for j in suggested] == ["Pupil 18", "Pupil 19"]


def test_everyone_suggested_goes_on_with_a_named_decision(register, three):
    came_to = decisions.add(register, ROUTE, ["all-suggested"])

    assert (came_to.moved, came_to.already) == (1, 0)
    row = register.row("select * from decisions")
    assert (row["decided_by"], row["decided_on"]) == ("C Hall", "2026-11-23")
    assert "115" in row["reason"]
    assert row["policy_id"] == 1
    assert "115" in row["evidence"]
    assert decisions.add(register, ROUTE, ["all-suggested"]).already == 1
    assert entries.count(register) == 1


def test_others_can_be_named_beside_everyone_suggested(register, three):
    came_to = decisions.add(register, ROUTE, ["all-suggested", upn(3)], "All agreed")

    assert came_to.moved == 2
    assert entries.count(register) == 2


def test_a_person_may_add_whom_the_policy_does_not_suggest(register, three):
    decisions.add(register, ROUTE, [upn(3)], "Two years of olympiads at home")

    table = entries.table(register)
    assert table.rows[0][table.position("forename")] == "Cara"
    assert table.rows[0][table.position("reason")] == "Two years of olympiads at home"


def test_whom_the_policy_does_not_suggest_needs_a_reason(register, three):
    with pytest.raises(UserError, match="does not suggest Cara Ahmed"):
        decisions.add(register, ROUTE, [upn(3)])


def test_whom_somebody_declined_is_not_added_with_the_rest(register, three):
    decisions.decline(register, ROUTE, [upn(1)], "Not now")

    assert decisions.add(register, ROUTE, ["all-suggested"]).moved == 0
    assert decisions.add(register, ROUTE, [upn(1)]).moved == 1


@pytest.mark.parametrize("decide", [decisions.decline, decisions.remove])
def test_nobody_is_turned_away_without_a_reason(register, three, decide):
    with pytest.raises(UserError, match="Say why"):
        decide(register, ROUTE, [upn(1)], "  ")


def test_who_is_taken_off_stays_in_the_register_of_earlier_days(register, three):
    decisions.add(register, ROUTE, [upn(1)])
    register._given_today = register.today.replace(day=30)

    decisions.remove(register, ROUTE, [upn(1)], "Moved to another focus")

    assert len(entries.table(register).rows) == 0
    earlier = entries.table(register, on=register.today.replace(day=29))
    assert len(earlier.rows) == 1
    assert earlier.rows[0][earlier.position("status")] == "On the register"


def test_who_was_taken_off_is_not_added_with_the_rest(register, three):
    decisions.add(register, ROUTE, [upn(1)])
    decisions.remove(register, ROUTE, [upn(1)], "Moved to another focus")

    assert decisions.add(register, ROUTE, ["all-suggested"]).moved == 0


def test_an_entry_is_reviewed_after_a_year(register, three):
    decisions.add(register, ROUTE, [upn(1)])

    assert register.value("select review_due from entries") == "2027-11-23"


def test_a_pupil_referred_for_two_talents_has_an_entry_for_each(register):
    policies.use(register, "eic")
    pupil(register, upn=upn(1))
    for subject in ("music", "art", "maths"):
        given = NewReferral(upn(1), "staff", "Ms Roy", "Stands out", subject)
        referrals.add(register, given)

    came_to = decisions.add(register, "talented", ["all-suggested"])

    table = entries.table(register)
    place = table.position("subject")
    assert [row[place] for row in table.rows] == ["Art and design", "Music"]
    assert came_to.moved == 1
    assert decisions.add(register, "talented", ["all-suggested"]).moved == 0
    assert decisions.remove(register, "talented", [upn(1)], "Left the choir").moved == 1
    assert entries.count(register) == 0


def test_a_subject_of_a_referral_that_was_taken_back_makes_no_entry(register):
    policies.use(register, "eic")
    pupil(register, upn=upn(1))
    for subject in ("music", "art"):
        given = NewReferral(upn(1), "staff", "Ms Roy", "Stands out", subject)
        referrals.add(register, given)
    referrals.withdraw(register, 1)

    decisions.add(register, "talented", ["all-suggested"])

    table = entries.table(register)
    assert [row[table.position("subject")] for row in table.rows] == ["Art and design"]


TWO_WAYS = """
name = "Two ways"
[[routes]]
key = "scores"
title = "By scores"
strand = "gifted"
[[routes.criteria]]
criterion = "ks2_scaled_score"
[[routes]]
key = "teachers"
title = "By teachers"
strand = "gifted"
[[routes.criteria]]
criterion = "referral"
"""


def test_two_routes_to_the_same_entry_make_one(register, tmp_path):
    file = tmp_path / "two.toml"
    file.write_text(TWO_WAYS)
    policies.use(register, str(file))
    aisha = pupil(register)

    came_to = decisions.decide_many(
        register, "added", [(aisha, "scores"), (aisha, "teachers")], "All agreed"
    )

    assert came_to.moved == 1
    assert register.value("select count(*) from entries") == 1


def test_a_decision_can_be_undone(register, three):
    before = contents(register)

    decisions.add(register, ROUTE, ["all-suggested"])
    undo(register)

    assert contents(register) == before


def test_an_unknown_route_or_upn_is_said(register, three):
    with pytest.raises(UserError, match="high-prior-attainment"):
        decisions.add(register, "gifted", ["all-suggested"])
    with pytest.raises(UserError, match="UPN"):
        decisions.add(register, ROUTE, ["B999"])


def test_the_register_is_filtered(register, three):
    decisions.add(register, ROUTE, [upn(1)])

    assert len(entries.table(register, year=7, strand="gifted").rows) == 1
    assert len(entries.table(register, year=8).rows) == 0
    assert len(entries.table(register, strand="talented").rows) == 0
    assert len(entries.table(register, subject="maths").rows) == 0


def test_a_changed_policy_is_a_new_version(register, three, tmp_path):
    own = tmp_path / "our policy.toml"
    text = policies.policy_document.presets()["high-prior-attainers"]
    own.write_text(text, encoding="utf-8")

    first = policies.use(register, str(own))
    again = policies.use(register, str(own))
    own.write_text(text.replace("at_least = 110", "at_least = 109"), encoding="utf-8")
    second = policies.use(register, str(own))

    assert (first.key, first.version, again.id) == ("our policy", 1, first.id)
    assert second.version == 2
    assert outcomes(register)["Ben"] == "suggested"
    assert register.value("select count(*) from route_criteria") == 3


def test_a_policy_that_is_none_is_said(register, tmp_path):
    with pytest.raises(UserError, match="high-prior-attainers"):
        policies.use(register, "nonsense")
    with pytest.raises(UserError, match="cannot be read"):
        policies.use(register, str(tmp_path / "nothing.toml"))


def test_a_referral_is_evidence_until_it_is_declined(register):
    policies.use(register, "eic")
    aisha = pupil(register, upn=upn(1))
    given = NewReferral(upn(1), "staff", "Ms Roy", "Leads the ensemble", "music")

    number = referrals.add(register, given)
    judged = {j.route.key: j.outcome for j in identification.judge(register).judged}
    with register.change("Referral declined") as db:
        db.update("referrals", number, {"status": "declined"})
    later = {j.route.key: j.outcome for j in identification.judge(register).judged}

    assert judged["talented"] == "suggested"
    assert later["talented"] == "not_suggested"
    assert register.value("select pupil_id from referrals") == aisha


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"source": "aunt"}, "staff, parent"),
        ({"referrer": " "}, "name"),
        ({"reason": ""}, "reason"),
        ({"subject": "alchemy"}, "maths"),
        ({"upn": "X1"}, "UPN"),
    ],
)
def test_a_referral_that_lacks_something_says_what(register, changed, said):
    pupil(register, upn=upn(1))
    whole = {
        "upn": upn(1),
        "source": "staff",
        "referrer": "Ms Lee",
        "reason": "Her own proofs",
        "subject": "maths",
    }

    with pytest.raises(UserError, match=said):
        referrals.add(register, NewReferral(**(whole | changed)))


def test_referrals_are_listed_waiting_first(register):
    pupil(register, upn=upn(1))
    for name in ("First", "Second"):
        referrals.add(register, NewReferral(upn(1), "peer", name, "Good at chess"))
    with register.change("Accepted") as db:
        db.update("referrals", 2, {"status": "accepted"})

    table = referrals.table(register)

    assert [row[table.position("referrer")] for row in table.rows] == [
        "First",
        "Second",
    ]
