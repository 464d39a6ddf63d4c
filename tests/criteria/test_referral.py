import pytest

from gtregister.criteria.referral import CRITERION
from gtregister.errors import UserError
from tests.criteria.given import evidence, referral


def judge(*referrals, at_least=1, sources="any", subject="any"):
    asked = {"at_least": at_least, "sources": sources, "subject": subject}
    return CRITERION.judge(evidence(referrals=referrals), **asked)


def test_a_referral_that_nobody_made_is_not_met():
    finding = judge()
    assert (finding.met, finding.value, finding.near) == (False, 0, False)
    assert finding.reason == ("Not referred by anybody for any subject; needed: 1.")


def test_one_referral_is_enough_if_one_is_asked_for():
    assert judge(referral()).met is True


def test_one_of_two_is_near():
    finding = judge(referral(), at_least=2)
    assert (finding.met, finding.near) == (False, True)


def test_none_of_one_is_not_near():
    assert judge(at_least=1).near is False


def test_two_members_of_staff_are_two_referrals():
    two = referral(by="Ms Lee"), referral(by="Mr Cole")
    assert judge(*two, at_least=2, sources="staff").met is True


def test_the_same_person_counts_once_for_the_same_subject():
    again = referral(subject="Maths"), referral(subject="mathematics")
    assert judge(*again).value == 1
    assert judge(*again, referral(subject="music")).value == 2


def test_referrals_without_a_name_count_each():
    assert judge(referral(by=""), referral(by="")).value == 2


@pytest.mark.parametrize(
    ("sources", "counted"),
    [("any", 3), ("staff", 1), ("staff, parent", 2), ("mentor", 0)],
)
def test_only_the_sources_asked_for_count(sources, counted):
    made = [referral(source) for source in ("staff", "parent", "self")]
    assert judge(*made, sources=sources).value == counted


@pytest.mark.parametrize(
    ("written", "strand"),
    [
        ("Music", "talented"),
        ("Art & Design", "talented"),
        ("art and design", "talented"),
        ("P.E.", "talented"),
        ("Physical Education", "talented"),
        ("performing_arts", "talented"),
        ("Drama", "talented"),
        ("dance", "talented"),
        ("Maths", "gifted"),
        ("History", "gifted"),
    ],
)
def test_a_subject_is_of_one_strand(written, strand):
    other = {"gifted": "talented", "talented": "gifted"}[strand]
    assert judge(referral(subject=written), subject=strand).met is True
    assert judge(referral(subject=written), subject=other).met is False


def test_a_referral_for_no_subject_is_of_no_strand():
    assert judge(referral(subject=None), subject="talented").met is False
    assert judge(referral(subject=None), subject="gifted").met is False
    assert judge(referral(subject=None)).met is True


def test_a_subject_may_be_asked_for_by_name():
    made = referral(subject="Mathematics"), referral(subject="Music", by="Mr Cole")
    assert judge(*made, subject="maths").value == 1
    assert judge(*made, subject="maths, music").value == 2


def test_nobody_is_named_in_the_sentence():
    assert "Lee" not in judge(referral(by="Ms Lee")).reason


def test_a_source_that_does_not_exist_is_refused():
    with pytest.raises(UserError, match="“teachers” does not name sources"):
        judge(sources="teachers")
