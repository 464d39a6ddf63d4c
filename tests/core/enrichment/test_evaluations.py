from datetime import date

import pytest

from gtregister.core.enrichment import evaluations, feedback, places
from gtregister.core.enrichment.evaluations import NewEvaluation
from gtregister.core.enrichment.feedback import Slip
from gtregister.core.undo import undo
from gtregister.errors import UserError
from tests.builders import contents, upn
from tests.programme import activity, pupils, session


@pytest.fixture
def club(register):
    number = activity(register)
    session(register, number)
    children = pupils(register, 2)
    places.invite(register, number, children)
    return number, children


def asked(register):
    feedback.set_questions(register, feedback.usual())
    return [row["id"] for row in feedback.questions(register)]


def test_an_outcome_is_noted_changed_and_taken_away(register, club):
    number, (first, second) = club
    evaluations.set_outcome(register, number, [first, second], "met")
    evaluations.set_outcome(register, number, [first], "exceeded", award="Gold")
    evaluations.set_outcome(register, number, [second], None)

    table = evaluations.outcomes(register, number)

    assert table.only(["forename", "outcome", "award"]).rows == [
        ("Pupil 001", "More than hoped for", "Gold"),
        ("Pupil 002", None, None),
    ]


def test_a_judgement_needs_evidence_and_the_latest_counts(register, club):
    number, _children = club
    with pytest.raises(UserError, match="Say how you know"):
        evaluations.judge(register, number, NewEvaluation("met", " "))

    evaluations.judge(register, number, NewEvaluation("too_early", "Only begun."))
    evaluations.judge(register, number, NewEvaluation("partly", "Half won a game."))

    assert evaluations.judgement(register, number)["aim_met"] == "partly"
    assert evaluations.judgement(register, number)["judged_by"] == "C Hall"


def test_a_follow_up_is_due_some_weeks_after_the_last_session(register, club):
    number, _children = club
    follow_up = evaluations.follow_up(register, number, "Who plays on?", weeks=6)

    due = date(2027, 1, 7)
    assert evaluations.follow_ups(register, due_by=date(2027, 1, 6)).rows == []
    assert [row[0] for row in evaluations.follow_ups(register, due_by=due).rows] == [
        due
    ]
    evaluations.finish_follow_up(register, follow_up, "Both do.")
    assert evaluations.follow_ups(register, due_by=due).rows == []


def test_answers_are_summed_up_by_question(register, club):
    number, (first, _second) = club
    scale, _learned, again, plans = asked(register)
    slips = [
        Slip({scale: "4", again: "Yes", plans: "Join the league"}, first),
        Slip({scale: "5", again: "n", plans: " "}),
    ]

    assert feedback.add(register, number, slips) == 2

    rows = feedback.summary(register, number).rows
    assert [row[1:] for row in rows] == [
        (2, 4.5, None),
        (2, 0.5, None),
        (1, None, "Join the league"),
    ]


def test_an_answer_that_does_not_fit_its_question_is_said(register, club):
    number, _children = club
    scale, *_others = asked(register)
    with pytest.raises(UserError, match=r"Slip 1: “6”.*a number from 1 to 5"):
        feedback.add(register, number, [Slip({scale: "6"})])


def test_questions_that_are_no_longer_asked_keep_their_answers(register, club):
    number, _children = club
    scale, *_others = asked(register)
    feedback.add(register, number, [Slip({scale: "3"})])

    feedback.set_questions(register, [("What was new?", "words")])

    assert [row["question"] for row in feedback.questions(register)] == [
        "What was new?"
    ]
    assert len(feedback.summary(register, number).rows) == 1


def test_answers_are_read_from_a_sheet_whose_headings_are_the_questions(
    register, club, tmp_path
):
    number, _children = club
    asked(register)
    path = tmp_path / "slips.csv"
    path.write_text(
        "UPN,Colour,Would you do it again?,What will you do with it next?\n"
        f"{upn(1)},red,yes,Join the league\n"
        ",blue,no,\n",
        encoding="utf-8",
    )
    before = contents(register)

    assert feedback.read(register, number, path) == 2

    rows = register.rows("select slip, pupil_id, answer from feedback order by id")
    assert [tuple(row) for row in rows] == [
        (1, 1, "yes"),
        (1, 1, "Join the league"),
        (2, None, "no"),
    ]
    undo(register)
    assert contents(register) == before


def test_a_sheet_without_a_question_is_said(register, club, tmp_path):
    number, _children = club
    asked(register)
    path = tmp_path / "slips.csv"
    path.write_text("Name,Colour\nAisha,red\n", encoding="utf-8")

    with pytest.raises(UserError, match="one of your questions"):
        feedback.read(register, number, path)
