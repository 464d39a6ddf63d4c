"""Planning: partners, adults, buses and kinds, and invitations from the radar."""

import pytest
from PySide6.QtWidgets import QComboBox

from gtregister.core.enrichment import (
    activities,
    activity_kinds,
    activity_parts,
    partners,
    places,
    provision,
)
from gtregister.core.enrichment.activity_parts import Adult, Bus
from gtregister.core.roll import staff
from gtregister.desktop.activities.activities_page import ActivitiesPage
from gtregister.desktop.activities.going_dialog import GoingDialog
from gtregister.desktop.activities.new_activity import NewActivityDialog
from gtregister.desktop.activities.plan_options import NEW
from gtregister.desktop.activities.plan_part import PlanPart
from gtregister.desktop.activities.radar_view import RadarView
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.widgets.question_dialog import QuestionDialog
from gtregister.desktop.widgets.views_button import ViewsButton
from tests.desktop.activities.given import Hand, write


@pytest.fixture
def plan(page: ActivitiesPage, trip: int) -> PlanPart:
    page.open_activity(trip, "plan")
    part = page._view.part()
    assert isinstance(part, PlanPart)
    return part


@pytest.fixture
def radar(page: ActivitiesPage, hand: Hand) -> RadarView:
    hand.press(page, "Who has had nothing")
    found = page._catalogue.view
    assert isinstance(found, RadarView)
    return found


def choose(box: QComboBox, key: str) -> None:
    """Choose as somebody at the screen does."""
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def test_a_new_partner_is_entered_where_one_is_chosen(
    page: ActivitiesPage, plan: PlanPart, trip: int, hand: Hand
) -> None:
    assert plan.form is not None
    box = plan.form.rest.field("partner_id")
    choose(box, NEW)
    asked = hand.dialog(QuestionDialog)
    write(asked.form, name="Larkmere Sinfonia", telephone="01632 960004")
    choose(asked.form.field("kind"), "arts")
    hand.press(asked, "Add")

    held = activities.of(page.register, trip).partner_id
    assert held is not None
    partner = partners.of(page.register, held)
    assert (partner.kind, partner.telephone) == ("arts", "01632 960004")


def test_no_partner_is_chosen_when_the_question_is_cancelled(
    page: ActivitiesPage, plan: PlanPart, trip: int, hand: Hand
) -> None:
    assert plan.form is not None
    box = plan.form.rest.field("partner_id")
    choose(box, NEW)
    hand.press(hand.dialog(QuestionDialog), "Cancel")

    assert box.currentData() == ""
    assert activities.of(page.register, trip).partner_id is None


def test_adults_have_roles_and_telephones(
    page: ActivitiesPage, plan: PlanPart, trip: int, hand: Hand
) -> None:
    said = {"name": "Ms Roy", "role": "Head of drama", "email": None}
    roy = staff.keep(page.register, None, said | {"telephone": None})
    hand.press(plan, "Adults and telephones…")
    dialog = hand.dialog(GoingDialog)
    hand.press(dialog, "Add an adult…")
    asked = hand.dialog(QuestionDialog)
    choose(asked.form.field("staff_id"), str(roy))
    write(asked.form, telephone="07700 900001")
    hand.press(asked, "Save")
    hand.press(dialog, "Add an adult…")
    asked = hand.dialog(QuestionDialog)
    write(asked.form, name="Mr Khan")
    choose(asked.form.field("role"), "driver")
    hand.press(asked, "Save")

    going = [adult for _id, adult in activity_parts.adults(page.register, trip)]
    assert going == [
        Adult("Ms Roy", "leader", "07700 900001", None, roy),
        Adult("Mr Khan", "driver"),
    ]
    dialog.list.view.selectRow(0)
    hand.press(dialog, "Take out")
    assert len(activity_parts.adults(page.register, trip)) == 1


def test_a_bus_has_a_telephone(
    page: ActivitiesPage, plan: PlanPart, trip: int, hand: Hand
) -> None:
    activity_parts.set_buses(page.register, trip, [Bus("Coach", 49)])
    hand.press(plan, "Buses and telephones…")
    dialog = hand.dialog(GoingDialog)
    dialog.list.view.selectRow(0)
    hand.press(dialog, "Change…")
    asked = hand.dialog(QuestionDialog)
    write(asked.form, telephone="01632 960005")
    hand.press(asked, "Save")

    (bus,) = [bus for _id, bus in activity_parts.buses(page.register, trip)]
    assert bus == Bus("Coach", 49, "01632 960005")


def test_a_hidden_kind_is_not_offered(page: ActivitiesPage, hand: Hand) -> None:
    activity_kinds.hide(page.register, "sport")
    page.plan_new()
    dialog = hand.dialog(NewActivityDialog)

    kinds = dialog.form.first.field("kind")

    assert kinds.findData("sport") == -1
    assert kinds.findData("club") >= 0


def show(radar: RadarView, which: str) -> None:
    choose(radar.which, which)


def test_the_pupils_of_a_subject_are_invited_in_one_step(
    page: ActivitiesPage, radar: RadarView, hand: Hand
) -> None:
    show(radar, "gaps")
    radar.list.view.selectRow(0)
    n = radar.list.model.table.rows[0][2]
    hand.press(radar, "Add to activity…")
    asked = hand.dialog(QuestionDialog)
    assert asked.windowTitle() == f"Add {n} pupils to an activity"


def test_an_activity_is_planned_for_a_subject(
    page: ActivitiesPage, radar: RadarView, hand: Hand
) -> None:
    show(radar, "gaps")
    subjects = [row[1] for row in radar.list.model.table.rows]
    radar.list.view.selectRow(subjects.index("Music"))
    hand.press(radar, "Plan an activity…")
    dialog = hand.dialog(NewActivityDialog)
    write(dialog.form.first, title="Choir")
    hand.press(dialog, "Add")

    choir = activities.find(page.register, "Choir")
    assert (choir.strand, choir.subjects) == ("talented", ("music",))


def test_those_of_a_group_with_nothing_are_invited_in_one_step(
    page: ActivitiesPage, radar: RadarView, trip: int, hand: Hand
) -> None:
    show(radar, "groups")
    groups = radar.groups
    assert not radar.list.isVisible()
    choose(groups.which, "year_9")
    idle = groups.idle()
    hand.press(groups, f"Invite {len(idle)} pupils…")
    asked = hand.dialog(QuestionDialog)
    choose(asked.form.field("activity"), str(trip))
    hand.press(asked, f"Invite {len(idle)} pupils")

    for pupil_id in idle:
        assert places.place_of(page.register, trip, pupil_id)


def test_groups_are_bars_and_a_table_and_are_said_in_words(radar: RadarView) -> None:
    show(radar, "groups")
    said = radar.groups.bars.accessibleDescription()
    assert "Year 7" in said
    assert "Places" in said
    radar.groups.card._turn.click()
    assert radar.groups.card._sides.currentWidget() is not radar.groups.bars
    assert radar.list.model.table.rows  # what Print and Export are about


def test_pupils_of_the_radar_are_kept_for_an_activity_that_is_planned_first(
    page: ActivitiesPage, radar: RadarView, hand: Hand
) -> None:
    for number in activities.table(page.register).keys:
        activities.set_status(page.register, number, "cancelled")
    page.refresh()
    idle = radar.list.model.table.keys[0]
    radar.list.view.selectRow(0)
    hand.press(radar, "Add to activity…")
    dialog = hand.dialog(NewActivityDialog)
    write(dialog.form.first, title="Code club")
    hand.press(dialog, "Add")

    club = activities.find(page.register, "Code club").id
    assert places.place_of(page.register, club, idle)


def test_a_view_of_the_register_has_those_with_no_activity_this_year(
    window: MainWindow, hand: Hand
) -> None:
    window.go_to("register")
    views = window.page.findChild(ViewsButton)
    assert isinstance(views, ViewsButton)
    actions = views.menu_now().actions()
    next(a for a in actions if a.text() == "No activity this year").trigger()

    listing = window.listing()
    assert listing is not None
    shown = listing.rows_shown()
    idle = provision.without(window.register, "year")
    assert len(shown.rows) == len(idle.rows) == 12
    names = {tuple(row) for row in shown.only(("surname", "forename")).rows}
    assert names == {tuple(row[:2]) for row in idle.rows}
