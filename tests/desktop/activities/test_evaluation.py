"""What pupils say, typed from paper; and looking at an activity again later."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gtregister.core.enrichment import (
    feedback_lists,
    follow_ups,
    questions,
)
from gtregister.core.register import Register
from gtregister.desktop.activities.activities_page import ActivitiesPage
from gtregister.desktop.activities.answers_dialog import AnswersDialog
from gtregister.desktop.activities.evaluation_part import EvaluationPart
from gtregister.desktop.activities.questions_dialog import QuestionsDialog
from gtregister.desktop.exports.print_dialog import PrintDialog
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.widgets.question_dialog import QuestionDialog
from tests.desktop import audit
from tests.desktop.activities.given import TRIP, Hand, write


@pytest.fixture
def part(page: ActivitiesPage, trip: int) -> EvaluationPart:
    page.open_activity(trip, "evaluation")
    found = page._view.part()
    assert isinstance(found, EvaluationPart)
    return found


def counts(register: Register, trip: int) -> list[tuple[object, ...]]:
    table = feedback_lists.summary(register, trip)
    return [tuple(row) for row in table.only(("answers", "counts", "said")).rows]


def test_two_forms_are_typed_in_with_a_key_for_each_answer(
    qtbot: QtBot, page: ActivitiesPage, part: EvaluationPart, trip: int, hand: Hand
) -> None:
    hand.press(part, "Type answers in…")
    dialog = hand.dialog(AnswersDialog)
    dialog.activateWindow()
    for keys in ("45yJoin the league", "3"):
        for key in keys:
            field = dialog.focusWidget()
            assert field is not None
            qtbot.keyClicks(field, key)
        for _rest in range(4 if keys == "3" else 1):
            if dialog.fields[0].text() or dialog.fields[-1].text():
                qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    assert counts(page.register, trip) == [
        (2, "1: 0, 2: 0, 3: 1, 4: 1, 5: 0", None),
        (1, "1: 0, 2: 0, 3: 0, 4: 0, 5: 1", None),
        (1, "Yes 1, no 0", None),
        (1, None, "Join the league"),
    ]
    assert dialog.said.text() == "2 forms are kept."
    assert audit.findings(dialog) == []
    hand.press(dialog, "Undo this form")
    qtbot.waitUntil(lambda: counts(page.register, trip)[0][0] == 1)
    dialog.close()
    assert "“Join the league”" in part.answers._said.text()


def test_a_form_may_be_kept_under_the_name_of_a_pupil(
    page: ActivitiesPage, trip: int, part: EvaluationPart, hand: Hand
) -> None:
    hand.press(part, "Type answers in…")
    dialog = hand.dialog(AnswersDialog)
    assert dialog.focusWidget() is dialog.fields[0]
    dialog.pupil.setCurrentIndex(2)
    whose = dialog.pupil.currentData()
    dialog.fields[0].setText("4")
    hand.press(dialog, "Keep this form")
    dialog.fields[0].setText("5")
    hand.press(dialog, "Keep this form")

    kept = "select pupil_id from feedback where activity_id = :id order by slip"
    assert [row["pupil_id"] for row in page.register.rows(kept, id=trip)] == [
        whose,
        None,
    ]
    assert audit.findings(dialog) == []
    dialog.close()


def test_an_answer_that_will_not_do_keeps_the_form_and_goes_there(
    qtbot: QtBot, part: EvaluationPart, hand: Hand
) -> None:
    hand.press(part, "Type answers in…")
    dialog = hand.dialog(AnswersDialog)
    dialog.fields[1].setText("7")
    hand.press(dialog, "Keep this form")
    assert "a number from 1 to 5" in dialog.said.text()
    assert dialog.focusWidget() is dialog.fields[1]
    dialog.close()


def test_answers_are_pasted_in_the_order_of_the_questions(
    page: ActivitiesPage, part: EvaluationPart, trip: int, hand: Hand
) -> None:
    QApplication.clipboard().setText("4\t5\tyes\tPlay\n2\t3\tno\t\n")
    hand.press(part, "Paste answers")
    assert page.desk.notices.text() == "2 slips are read."
    assert counts(page.register, trip)[2][1] == "Yes 1, no 1"


def test_the_questions_of_the_school_are_worded_and_put_in_order(
    page: ActivitiesPage, part: EvaluationPart, hand: Hand
) -> None:
    hand.press(part, "Questions…")
    dialog = hand.dialog(QuestionsDialog)
    dialog.list.view.selectRow(0)
    hand.press(dialog, "Take out")
    hand.press(dialog, "Add a question…")
    asked = hand.dialog(QuestionDialog)
    write(asked.form, question="What was new?")
    kind = asked.form.field("kind")
    kind.setCurrentIndex(kind.findData("words"))
    hand.press(asked, "Keep it")
    hand.press(dialog, "Earlier")

    now = [text for text, _kind in questions.now(page.register)]
    assert now[0] == "How much did you learn? (1 nothing, 5 a lot)"
    assert now[-2:] == ["What was new?", "What will you do with it next?"]
    assert audit.findings(dialog) == []
    dialog.close()


def test_the_form_for_pupils_is_shown_before_it_is_printed(
    part: EvaluationPart, hand: Hand
) -> None:
    hand.press(part, "Blank form…")
    dialog = hand.dialog(PrintDialog)
    assert dialog.pdf.startswith(b"%PDF")
    dialog.close()


def test_a_follow_up_is_planned_comes_up_on_today_and_is_done_by_one_click(
    qtbot: QtBot, window: MainWindow, page: ActivitiesPage, trip: int, hand: Hand
) -> None:
    page.open_activity(trip, "evaluation")
    part = page._view.part()
    assert isinstance(part, EvaluationPart)
    hand.press(part, "Plan it")
    assert page.desk.notices.text() == "It comes up on Today from 7 January 2027."
    with page.register.change("Time goes by") as db:
        (key,) = follow_ups.table(page.register, activity_id=trip).keys
        db.update("follow_ups", key, {"due_on": "2026-11-20"})

    window.go_to("today")
    hand.press(window.page, f"Open: {TRIP}: What is left of it?")
    assert isinstance(page._view.part(), EvaluationPart)
    window.go_to("today")
    before = hand.clicks
    hand.press(window.page, f"Done: {TRIP}: What is left of it?")

    assert hand.clicks - before == 1
    assert follow_ups.due(page.register).rows == []
    qtbot.waitUntil(lambda: not window.page._follow_ups.isVisible())


def test_what_was_found_is_written_beside_the_outcomes(
    page: ActivitiesPage, trip: int, hand: Hand
) -> None:
    follow_ups.plan(page.register, trip, "Who plays on?", weeks=0)
    page.open_activity(trip, "evaluation")
    part = page._view.part()
    assert isinstance(part, EvaluationPart)
    (row,) = part.follow_ups._lines
    field = row.findChildren(type(part.follow_ups.what))[0]
    field.setText("Five of them")
    hand.press(row, "Done")
    (line,) = part.follow_ups._lines
    assert "Done on 23 November 2026. Five of them" in line.text()
