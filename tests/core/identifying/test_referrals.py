"""What becomes of a referral."""

from datetime import date

import pytest

from gtregister.core.identifying import identification, policies, referrals
from gtregister.core.identifying.referrals import NewReferral, Triage
from gtregister.core.undo import undo
from gtregister.errors import UserError
from tests.builders import contents, pupil, upn


@pytest.fixture
def number(register):
    """The number of a referral for music that waits."""
    pupil(register, "Finn", upn=upn(1))
    given = NewReferral(upn(1), "staff", "Ms Roy", "Leads the ensemble", "music")
    return referrals.add(register, given)


def status(register, number):
    return referrals.find(register, number)["status"]


def test_an_accepted_referral_is_evidence_with_who_accepted_it(register, number):
    policies.use(register, "eic")
    referrals.accept(register, number, "Seen in rehearsal")

    row = referrals.find(register, number)
    assert (row["status"], row["outcome"]) == ("accepted", "Seen in rehearsal")
    assert (row["outcome_by"], row["outcome_on"]) == ("C Hall", "2026-11-23")
    judged = identification.judge(register).find(row["pupil_id"], "talented")
    assert judged.outcome == "suggested"


@pytest.mark.parametrize("answer", [referrals.decline, referrals.withdraw])
def test_what_is_declined_or_withdrawn_is_no_evidence(register, number, answer):
    policies.use(register, "eic")
    answer(register, number, "A mistake")

    judged = identification.judge(register).find(1, "talented")
    assert judged.outcome != "suggested"


def test_asking_for_more_says_what_is_wanted_and_may_be_done_again(register, number):
    referrals.ask_for_more(register, number, "A recording")
    referrals.ask_for_more(register, number, "A second opinion")

    row = referrals.find(register, number)
    assert (row["status"], row["outcome"]) == ("more_wanted", "A second opinion")
    assert referrals.count_open(register) == 1
    with pytest.raises(UserError, match="what is wanted"):
        referrals.ask_for_more(register, number, " ")


def test_a_referral_is_not_declined_without_a_reason(register, number):
    with pytest.raises(UserError, match="Say why"):
        referrals.decline(register, number, "")
    assert status(register, number) == "waiting"


def test_what_is_answered_is_not_answered_the_same_again(register, number):
    referrals.accept(register, number)

    with pytest.raises(UserError, match="so already: accepted"):
        referrals.accept(register, number)
    assert referrals.count_open(register) == 0


def test_an_answer_can_be_undone(register, number):
    before = contents(register)

    referrals.decline(register, number, "On the register already")
    undo(register)

    assert contents(register) == before


def test_what_was_noted_can_be_put_right(register, number):
    right = NewReferral(
        "", "parent", "Mrs Hughes", "Plays in the county", None, date(2026, 11, 2)
    )
    referrals.change(register, number, right)

    row = referrals.find(register, number)
    assert (row["source"], row["referrer"], row["subject"]) == (
        "parent",
        "Mrs Hughes",
        None,
    )
    assert row["referred_on"] == "2026-11-02"
    assert row["pupil_id"] == 1


def test_who_looks_into_it_and_by_when_is_noted(register, number):
    noted = Triage("Mr Cole", date(2026, 12, 4), "Asked for the part list")
    referrals.triage(register, number, noted)

    table = referrals.table(register)
    row = dict(zip((c.key for c in table.columns), table.rows[0], strict=True))
    assert row["triage_by"] == "Mr Cole"
    assert row["triage_due"] == date(2026, 12, 4)
    assert row["triage_note"] == "Asked for the part list"
    assert row["status"] == "Waiting"


def test_those_that_wait_stand_first_then_those_that_lack_something(register, number):
    for n, subject in enumerate(("art", "pe"), 2):
        pupil(register, f"Pupil {n}", upn=upn(n))
        given = NewReferral(upn(n), "staff", "Ms Roy", "Stands out", subject)
        referrals.add(register, given)
    referrals.accept(register, 3)
    referrals.ask_for_more(register, 2, "A portfolio")

    assert list(referrals.table(register).keys) == [1, 2, 3]


def test_a_pupil_without_a_upn_can_be_referred(register):
    child = pupil(register, "Lina")
    given = NewReferral("", "self", "Lina", "Writes novels", pupil_id=child)

    assert referrals.find(register, referrals.add(register, given))["pupil_id"] == child
    assert [row["reason"] for row in referrals.of_pupil(register, child)] == [
        "Writes novels"
    ]


def test_a_referral_of_tomorrow_is_refused(register, number):
    given = NewReferral(
        upn(1), "staff", "Ms Roy", "Sings", referred_on=date(2026, 11, 24)
    )
    with pytest.raises(UserError, match="after today"):
        referrals.add(register, given)


def test_a_number_that_no_referral_has_is_said(register):
    with pytest.raises(UserError, match="no referral 7"):
        referrals.accept(register, 7)
