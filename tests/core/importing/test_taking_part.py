"""Lists of who took part in what become activities of the past, once."""

from datetime import date

import pytest

from gtregister.core import undo
from gtregister.core.enrichment import activities, activity_log, sessions
from gtregister.core.enrichment.activities import NewActivity
from gtregister.core.enrichment.sessions import When
from gtregister.core.importing import imports
from gtregister.core.importing.import_choices import Choices
from gtregister.importers import Ask
from tests.builders import pupil, upn

HEAD = "UPN,Surname,Forename,Activity,Date,Term,Led by,Attended"
AISHA, NOAH = f"{upn(1)},Ahmed,Aisha", f"{upn(2)},Baker,Noah"
CHESS = f"{AISHA},Chess club,14/10/2025,,Ms Hall,Y"


@pytest.fixture
def roll(register):
    return [
        pupil(register, upn=upn(1)),
        pupil(register, "Noah", surname="Baker", dob="2015-03-28", upn=upn(2)),
    ]


@pytest.fixture
def bring(register, tmp_path):
    def bring(*rows, head=HEAD, **ask):
        source = tmp_path / "list.csv"
        source.write_text("\n".join([head, *rows]), encoding="utf-8")
        plan = imports.plan(register, source, Choices(ask=Ask(**ask)))
        applied = imports.apply(register, plan)
        return plan, applied

    return bring


def taken(register):
    rows = register.rows("select * from enrichment order by title, pupil_id")
    return [
        (r["title"], r["academic_year"], r["first_on"], r["pupil_id"], r["attended"])
        for r in rows
    ]


def test_an_activity_of_the_past_is_entered_with_those_who_were_there(
    register, roll, bring
):
    bring(CHESS, f"{NOAH},Chess club,14/10/2025,,Ms Hall,N")

    assert taken(register) == [
        ("Chess club", 2025, "2025-10-14", roll[0], 1),
        ("Chess club", 2025, "2025-10-14", roll[1], 0),
    ]
    [activity] = register.rows("select * from activities")
    assert (activity["status"], activity["kind"]) == ("done", "club")
    assert register.value("select name from activity_staff") == "Ms Hall"
    marks = register.rows("select mark from attendance order by pupil_id")
    assert [row["mark"] for row in marks] == ["present", "absent"]


def test_the_same_list_again_changes_nothing(register, roll, bring):
    rows = (CHESS, f"{NOAH},Debating,,Spring 2026,,", f"{NOAH},Art,,,,")
    bring(*rows, academic_year=2025)
    before = taken(register)

    again, _applied = bring(*reversed(rows), academic_year=2025)

    assert again.changes_nothing
    assert again.counts().unchanged_places == 3
    assert taken(register) == before


def test_a_club_of_every_week_is_one_activity_in_each_term(register, roll, bring):
    days = ("14/10/2025", "21/10/2025", "13/01/2026")
    plan, _applied = bring(*(f"{AISHA},Chess club,{day},,," for day in days))

    assert plan.counts().new_activities == 2
    assert register.value("select count(*) from sessions") == 3


def test_an_activity_that_the_register_has_is_joined(register, roll, bring):
    day = register.today.replace(year=2025, month=10, day=14)
    held = activity_log.log(
        register, NewActivity(title="CHESS CLUB"), When(day), [roll[1]]
    )

    plan, _applied = bring(CHESS)

    counts = plan.counts()
    assert (counts.new_activities, counts.joined_activities) == (0, 1)
    assert [row[3] for row in taken(register)] == roll
    assert activities.of(register, held).taken == 2


def test_a_title_that_is_nearly_one_of_the_register_is_shown(register, roll, bring):
    bring(CHESS)

    plan, _applied = bring(f"{NOAH},Ches club,14/10/2025,,,")

    assert plan.counts().new_activities == 1
    assert any("beside “Chess club”" in p.text for p in plan.problems)


def test_a_kind_that_is_guessed_is_said(register, roll, bring):
    plan, _applied = bring(f"{NOAH},Globe,14/10/2025,,,", CHESS)

    looks = [p.text for p in plan.problems if "check this" in p.text]
    assert looks == ["“Chess club” is entered as “Club”; check this."]
    kinds = register.rows("select title, kind from activities order by title")
    assert [row["kind"] for row in kinds] == ["club", "other"]


def test_a_year_that_nobody_has_said_is_asked_for_and_never_guessed(
    register, roll, bring
):
    plan, applied = bring(f"{AISHA},Art,,,,", f"{NOAH},Art,,,,")

    assert plan.questions == ["academic_year"]
    assert [(p.row, p.level) for p in plan.problems if p.row] == [
        (2, "problem"),
        (3, "problem"),
    ]
    assert applied.import_id is None
    told, _applied = bring(f"{AISHA},Art,,,,", academic_year=2024)
    assert told.questions == []
    assert taken(register) == [("Art", 2024, None, roll[0], 0)]


def test_undo_puts_the_activities_back_with_the_import(register, roll, bring):
    _plan, applied = bring(CHESS)

    undo.undo(register, applied.change_id)

    for table in ("activities", "sessions", "places", "attendance", "imports"):
        assert register.value(f"select count(*) from {table}") == 0


def test_an_old_list_does_not_move_pupils_back_a_year(register, roll, bring):
    bring(
        f"{AISHA},6,6H,Chess club,14/10/2024",
        head="UPN,Surname,Forename,Year,Form,Activity,Date",
    )

    row = register.row("select year_group, form from pupils where id = :id", id=roll[0])
    assert tuple(row) == (7, None)


def test_who_gave_a_place_up_stays_so(register, roll, bring):
    bring(CHESS)
    with register.change("Place given up") as db:
        db.update("places", 1, {"state": "withdrawn"})

    plan, _applied = bring(CHESS)

    assert plan.changes_nothing
    assert any("gave up Chess club" in p.text for p in plan.problems)


def test_ticks_under_the_names_of_activities_are_places(register, roll, bring):
    plan, _applied = bring(
        f"{AISHA},x,y",
        f"{NOAH},,14/10/2025",
        head="UPN,Surname,Forename,Chess club,Art club",
        academic_year=2025,
    )

    assert plan.reading.format == "activities"
    assert [(row[0], row[3]) for row in taken(register)] == [
        ("Art club", roll[0]),
        ("Art club", roll[1]),
        ("Chess club", roll[0]),
    ]


def test_an_activity_still_to_come_is_planned_and_not_marked(register, roll, bring):
    bring(f"{AISHA},Globe trip,14/12/2026,,,Y")

    assert register.value("select status from activities") == "planned"
    assert register.value("select count(*) from attendance") == 0


def test_two_marks_of_one_day_are_said_and_the_first_is_kept(register, roll, bring):
    plan, _applied = bring(CHESS, CHESS.replace(",Y", ",N"))

    assert register.value("select mark from attendance") == "present"
    assert [p.row for p in plan.problems if "otherwise" in p.text] == [3]


def test_no_more_pupils_come_in_than_there_are_places(register, roll, bring):
    trip = NewActivity(title="Globe trip", places_most=1, who="roll")
    number = activities.add(register, trip)
    sessions.add(register, number, When(date(2026, 12, 14)))

    rows = [f"{who},Globe trip,14/12/2026,,," for who in (AISHA, NOAH)]
    plan, _applied = bring(*rows)

    assert plan.counts().new_places == 1
    assert [p.row for p in plan.problems if "no place left" in p.text] == [3]
