"""Nominations on a list of staff become referrals, once."""

from gtregister.core.importing import imports
from tests.builders import pupil, upn

HEAD = "UPN,Surname,Forename,Subject,Nominated by,Reason for nomination,Source"


def bring(register, tmp_path, *rows):
    source = tmp_path / "nominations.csv"
    source.write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    plan = imports.plan(register, source)
    imports.apply(register, plan)
    return plan


def test_a_nomination_becomes_a_referral_of_today(register, tmp_path):
    pupil_id = pupil(register, upn=upn(1))

    bring(register, tmp_path, f"{upn(1)},Ahmed,Aisha,Mathematics,Ms Hall,Asks why.,")

    [row] = register.rows("select * from referrals")
    assert (row["pupil_id"], row["source"], row["subject"]) == (
        pupil_id,
        "staff",
        "maths",
    )
    assert (row["referrer"], row["referred_on"]) == ("Ms Hall", "2026-11-23")


def test_the_same_list_again_refers_nobody_twice(register, tmp_path):
    row = f"{upn(1)},Ahmed,Aisha,Art,F Ahmed,Draws all day.,Parent"
    bring(register, tmp_path, row)

    again = bring(register, tmp_path, row, row)

    assert again.changes_nothing
    assert register.value("select count(*) from referrals") == 1
    assert register.value("select source from referrals") == "parent"


def test_a_subject_that_the_school_has_not_is_said(register, tmp_path):
    plan = bring(register, tmp_path, f"{upn(1)},Ahmed,Aisha,Chess,Ms Hall,Wins.,")

    assert "“Chess” is no subject" in plan.problems[0].text
    assert register.value("select subject from referrals") is None
