from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from gtregister.core.enrichment import (
    evaluations,
    feedback,
    feedback_form,
    feedback_lists,
    follow_ups,
    places,
    questions,
)
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
    return [row["id"] for row in questions.begin(register)]


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
    follow_up = follow_ups.plan(register, number, "Who plays on?", weeks=6)

    due = date(2027, 1, 7)
    assert follow_ups.table(register, due_by=date(2027, 1, 6)).rows == []
    assert [row[0] for row in follow_ups.table(register, due_by=due).rows] == [due]
    follow_ups.finish(register, follow_up, "Both do.")
    assert follow_ups.table(register, due_by=due).rows == []


def test_answers_are_summed_up_by_question(register, club):
    number, (first, _second) = club
    scale, _learned, again, plans = asked(register)
    slips = [
        Slip({scale: "4", again: "Yes", plans: "Join the league"}, first),
        Slip({scale: "5", again: "n", plans: " "}),
    ]

    assert feedback.add(register, number, slips) == 2

    rows = feedback_lists.summary(register, number).rows
    assert [row[1:] for row in rows] == [
        (2, 4.5, "1: 0, 2: 0, 3: 0, 4: 1, 5: 1", None),
        (2, 0.5, "Yes 1, no 1", None),
        (1, None, None, "Join the league"),
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

    questions.ask(register, [("What was new?", "words")])

    assert [row["question"] for row in questions.asked(register)] == ["What was new?"]
    assert len(feedback_lists.summary(register, number).rows) == 1


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


def test_a_follow_up_is_done_without_a_word_too(register, club):
    number, _children = club
    looked = follow_ups.plan(register, number, "Who plays on?", weeks=0)
    with register.change("Time goes by") as db:
        db.update("follow_ups", looked, {"due_on": "2026-11-20"})

    assert follow_ups.due(register).only(["activity", "what"]).rows == [
        ("Chess club", "Who plays on?")
    ]
    follow_ups.finish(register, looked)

    assert follow_ups.due(register).rows == []
    with pytest.raises(UserError, match="not there any more"):
        follow_ups.finish(register, 99)


def test_the_usual_questions_are_asked_until_the_school_has_its_own(register):
    assert questions.now(register) == questions.usual()
    assert questions.asked(register) == []

    questions.ask(register, [("What was new?", "words"), ("Again?", "yes_no")])

    assert questions.now(register) == [("What was new?", "words"), ("Again?", "yes_no")]


def test_a_question_nobody_answered_goes_and_one_with_answers_is_kept(register, club):
    number, _children = club
    first, *_others = asked(register)
    feedback.add(register, number, [Slip({first: "3"})])
    (scale, _kind), *_rest = questions.usual()

    with pytest.raises(UserError, match="has answers already"):
        questions.ask(register, [(scale, "words")])
    questions.ask(register, [("What was new?", "words")])

    held = register.rows("select question, retired_on from questions order by id")
    assert [tuple(row) for row in held] == [
        (scale, "2026-11-23"),
        ("What was new?", None),
    ]


def test_a_question_is_asked_once(register):
    with pytest.raises(UserError, match="asked already"):
        questions.ask(register, [("Again?", "yes_no"), ("Again?", "words")])


def test_answers_are_pasted_with_headings_or_in_the_order_of_the_questions(
    register, club
):
    number, (first, _second) = club
    asked(register)

    plain = feedback.paste(register, number, "4\t5\tyes\tPlay on\n2\t\tno\t\n")
    headed = feedback.paste(
        register, number, "Name\tWould you do it again?\nPupil 001 Ahmed\tyes\n"
    )

    assert (plain, headed) == (2, 1)
    rows = feedback_lists.summary(register, number).only(["answers", "counts"]).rows
    assert rows[2] == (3, "Yes 2, no 1")
    named = "select count(*) from feedback where pupil_id = :id"
    assert register.value(named, id=first) == 1
    assert feedback_lists.in_words(register, number) == [
        "How hard was it for you? (1 easy, 5 very hard) "
        "Mean 3 of 2 answers (1: 0, 2: 1, 3: 0, 4: 1, 5: 0).",
        "How much did you learn? (1 nothing, 5 a lot) "
        "Mean 5 of 1 answer (1: 0, 2: 0, 3: 0, 4: 0, 5: 1).",
        "Would you do it again? Yes 2, no 1.",
        "What will you do with it next?",
        "“Play on”",
    ]
    with pytest.raises(UserError, match="No heading"):
        feedback.paste(register, number, "4\t5\n")


def test_the_blank_form_has_every_question(register, club):
    number, _children = club
    questions.ask(register, [(f"Question number {n}?", "words") for n in range(1, 12)])

    pages = PdfReader(BytesIO(feedback_form.blank(register, number))).pages

    text = " ".join(page.extract_text() for page in pages)
    assert len(pages) == 2
    assert all(f"{n}. Question number {n}?" in text for n in range(1, 12))


def test_the_cost_for_each_pupil_stands_beside_the_outcomes(register):
    number = activity(register, cost=1000)
    children = pupils(register, 3)
    places.invite(register, number, children)
    evaluations.set_outcome(register, number, children[:2], "met")
    evaluations.set_outcome(register, number, children[1:2], "partly")

    found = evaluations.figures(register, number)

    assert (found.each, found.noted, found.met, found.pupils) == (333, 2, 1, 3)
