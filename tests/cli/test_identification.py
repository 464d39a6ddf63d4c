import pytest

from gtregister.core.register import Register
from tests.builders import pupil, score, upn

ROUTE = ("--route", "high-prior-attainment")


@pytest.fixture
def school(run, path):
    """A register with a policy and three pupils, of whom the first is suggested."""
    run("policy", path, "--use", "high-prior-attainers")
    with Register.open(path, "C Hall") as register:
        for n, (name, value) in enumerate(
            (("Aisha", "116"), ("Ben", "109"), ("Cara", "B")), 1
        ):
            child = pupil(register, name, upn=upn(n), dob=f"2014-10-0{n}")
            score(register, child, value, "reading")
            score(register, child, value, "maths")
    return path


def test_the_presets_are_named_without_a_register(run):
    presets = run("policy", "--list", "--json").found["presets"]

    assert set(presets) == {"eic", "high-prior-attainers", "nagty-era"}


def test_a_policy_is_told_in_words_with_its_thresholds(run, school):
    ran = run("policy", school, "--show")

    assert ran.status == 0
    assert "110" in ran.out


def test_identify_lists_suggestions_near_misses_and_not_knowns(run, school):
    found = run("identify", school, "--json").found

    assert found["policy"] == {"name": "High prior attainers", "version": 1}
    [route] = found["routes"]
    counts = (route["suggested"], route["near_miss"], route["not_known"])
    assert counts == (1, 1, 1)
    outcomes = {f["name"]: f["outcome"] for f in found["findings"]}
    assert outcomes == {
        "Ahmed, Aisha": "suggested",
        "Ahmed, Ben": "near_miss",
        "Ahmed, Cara": "not_known",
    }
    reason = found["findings"][0]["reasons"][0]
    assert (reason["criterion"], reason["met"]) == ("ks2_scaled_score", True)
    assert reason["text"]


def test_decide_moves_pupils_by_name_of_a_person(run, school):
    added = run("decide", school, *ROUTE, "--add", "all-suggested", "--json").found
    more = run(
        "decide",
        school,
        *ROUTE,
        "--add",
        upn(2),
        upn(3),
        "--reason",
        "A portfolio",
        "--json",
    ).found
    removed = run(
        "decide", school, *ROUTE, "--remove", upn(2), "--reason", "Moved", "--json"
    ).found

    assert (added["moved"], more["moved"], removed["moved"]) == (1, 2, 1)


def test_a_decline_needs_a_reason(run, school):
    ran = run("decide", school, *ROUTE, "--decline", upn(1))

    assert ran.status == 1
    assert "Say why" in ran.err


def test_referrals_are_noted_and_listed(run, school):
    words = ("--upn", upn(1), "--upn", upn(2), "--from", "staff", "--name", "Ms Lee")
    added = run(
        "referral", school, "add", *words, "--subject", "maths", "--reason", "Proofs"
    )
    rows = run("referral", school, "list", "--json").found["rows"]

    assert added.status == 0
    assert {row["forename"] for row in rows} == {"Aisha", "Ben"}


def test_a_referral_of_several_is_all_or_nothing(run, school):
    words = ("--upn", upn(1), "--upn", "X9", "--from", "staff", "--name", "Ms Lee")

    ran = run("referral", school, "add", *words, "--reason", "Proofs")

    assert ran.status == 1
    assert run("referral", school, "list", "--json").found["rows"] == []


def test_a_pupil_is_put_off_until_next_term(run, school):
    ran = run("decide", school, *ROUTE, "--not-now", upn(1))

    assert ran.status == 0
    assert "1 pupil put off until 1 January 2027" in ran.out + ran.err
    again = run("decide", school, *ROUTE, "--not-now", upn(1), "--json").found
    assert again == {"moved": 0, "already": 1}
    left_out = run("decide", school, *ROUTE, "--add", "all-suggested", "--json").found
    assert left_out["moved"] == 0


def test_a_referral_is_answered_by_its_number(run, school):
    refer = ("referral", school)
    run(
        *refer,
        "add",
        "--upn",
        upn(1),
        "--from",
        "staff",
        "--name",
        "Ms Lee",
        "--reason",
        "Her own proofs",
    )

    assert "number" in run(*refer, "accept").err
    more = run(*refer, "more", "1", "--reason", "A proof", "--json").found
    assert more == {"referral": 1, "status": "more_wanted"}
    assert run(*refer, "decline", "1").status == 1
    declined = run(*refer, "decline", "1", "--reason", "Copied", "--json").found
    assert declined["status"] == "declined"
    assert run(*refer, "accept", "1", "--json").found["status"] == "accepted"
    assert run(*refer, "accept", "9").status == 1
