from datetime import date

import openpyxl
import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from gtregister.core.enrichment import (
    activities,
    activity_parts,
    attendance,
    consents,
    evaluations,
    places,
    roster_columns,
    rosters,
    sessions,
)
from gtregister.core.enrichment.activity_parts import Adult, Bus
from gtregister.core.enrichment.sessions import When
from gtregister.errors import UserError
from tests.builders import pupil, upn
from tests.programme import THURSDAY, activity, pupils, session


def text_of(path):
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def trip(register, count=3, **plan):
    known = {
        "venue": "Leeds Town Hall",
        "kind": "trip",
        "transport": "Coach",
        "leaves_at": "08:45",
        "returns_at": "15:50",
        "consent": "needed",
        "bring": "A packed lunch",
    }
    number = activity(register, "Museum visit", **known | plan)
    session(register, number, starts_at="09:30", ends_at="14:30")
    children = pupils(register, count)
    places.invite(register, number, children)
    ids = [places.place_of(register, number, child) for child in children]
    places.accept(register, ids)
    return number, children, ids


def test_the_leaders_sheet_says_when_where_and_how(register):
    number, _children, ids = trip(register)
    activity_parts.set_adults(
        register, number, [Adult("Mr Cole", "leader", "07700 900123"), Adult("Ms Lee")]
    )
    consents.set_consent(register, ids[:2], "given")

    roster = rosters.make(register, number)

    assert roster.table.title == "Museum visit: Leader’s sheet"
    assert roster.facts[0] == (
        "Thursday 26 November 2026, 09:30 – 14:30, Leeds Town Hall"
    )
    assert "leave school 08:45" in roster.facts[1]
    assert "Mr Cole (Leader) 07700 900123" in roster.facts[2]
    assert "Bring: A packed lunch" in roster.facts
    assert roster.totals == ("3 pupils: 3 in Year 7. 1 consent is missing. 2 adults.",)


def test_contacts_who_may_be_told_are_on_it_in_their_order(register):
    number, children, _ids = trip(register, 1)
    with register.change("Contacts added") as db:
        for order, (name, hidden) in enumerate(
            [("Omar", 0), ("Nadia", 1), ("Sana", 0)], 1
        ):
            db.insert(
                "contacts",
                {
                    "pupil_id": children[0],
                    "surname": "Ahmed",
                    "forename": name,
                    "relationship": "parent",
                    "telephone": "01632 960001",
                    "contact_order": order,
                    "no_contact": hidden,
                },
            )

    (row,) = (
        rosters.make(register, number).table.only(["contact", "second_contact"]).rows
    )

    assert row == (
        "01632\xa0960001 Omar Ahmed (parent)",
        "01632\xa0960001 Sana Ahmed (parent)",
    )


@pytest.mark.parametrize("audience", rosters.AUDIENCES)
@pytest.mark.parametrize("ending", ["pdf", "xlsx", "csv"])
def test_every_roster_goes_to_every_kind_of_file(register, tmp_path, audience, ending):
    number, _children, _ids = trip(register)
    path = tmp_path / f"roster.{ending}"

    rosters.save(register, rosters.make(register, number, audience), path)

    assert path.stat().st_size > 100
    change = register.row("select * from changes order by id desc")
    assert (change["what"], change["row_count"]) == ("Exported", 0)


@pytest.mark.parametrize("audience", rosters.AUDIENCES)
def test_no_roster_has_a_upn_nor_a_sensitive_column_by_itself(register, audience):
    number, _children, _ids = trip(register)

    table = rosters.make(register, number, audience).table

    assert not any(column.sensitive for column in table.columns)
    assert upn(1) not in str(table.rows)
    with pytest.raises(UserError, match="no column “upn”"):
        rosters.make(register, number, audience, columns=["surname", "upn"])


def test_medical_columns_are_blank_but_for_what_the_school_entered(register):
    number, _children, ids = trip(register, 2)
    consents.note(register, ids[1], medical="Inhaler in blue bag")

    roster = rosters.make(register, number)

    medical = [row for (row,) in roster.table.only(["medical"]).rows]
    assert medical == [None, "Inhaler in blue bag"]
    assert {"medical", "dietary"} <= roster.by_hand


def test_chosen_columns_are_remembered_for_each_audience(register):
    number, _children, _ids = trip(register)

    roster_columns.choose(register, "leader", ["surname", "forename", "dob"])

    keys = [column.key for column in rosters.make(register, number).table.columns]
    assert keys == ["surname", "forename", "dob"]
    assert len(rosters.make(register, number, "base").table.columns) > 3
    roster_columns.choose(register, "leader", [])
    assert roster_columns.chosen(register, "leader")[0] == "number"


def test_a_bus_list_is_broken_by_bus(register, tmp_path):
    number, _children, ids = trip(register, 3)
    activity_parts.set_buses(register, number, [Bus("Coach 1", 49), Bus("Coach 2", 16)])
    (first, _), (second, _) = activity_parts.buses(register, number)
    activity_parts.set_adults(register, number, [Adult("Mr Cole", bus_id=second)])
    consents.put_on_bus(register, ids[:2], second)
    consents.put_on_bus(register, ids[2:], first)
    path = tmp_path / "bus.pdf"

    rosters.save(register, rosters.make(register, number, "bus"), path)

    text = text_of(path)
    coach_1, coach_2 = text.index("Coach 1"), text.index("Coach 2")
    assert coach_1 < text.index("Pupil 003") < coach_2 < text.index("Pupil 001")
    assert text.index("Mr Cole (Accompanying adult) · 2 pupils, 16 seats") > coach_2


def test_a_tick_sheet_has_a_column_for_each_session_of_the_term(register):
    club = activity(register)
    sessions.plan_weekly(register, club, When(THURSDAY, "15:30"), date(2026, 12, 18))
    places.invite(register, club, pupils(register, 2))

    roster = rosters.make(register, club, "term")

    assert "26/11" in [column.title for column in roster.table.columns]
    assert any(key.startswith("session_") for key in roster.ticks)


def test_a_tick_sheet_without_sessions_says_what_to_do(register):
    with pytest.raises(UserError, match="Plan the sessions first"):
        rosters.make(register, activity(register), "term")


def test_the_certificate_list_has_those_who_came_leavers_too(register):
    number, children, ids = trip(register, 3)
    (held,) = sessions.table(register, activity_id=number).keys
    attendance.mark(register, held, {children[0]: "late", children[1]: "absent"})
    evaluations.set_outcome(
        register, number, children[:1], "exceeded", award="Gold certificate"
    )
    places.withdraw(register, ids[:1])

    table = rosters.make(register, number, "certificates").table

    assert table.only(["forename", "attended", "outcome", "award"]).rows == [
        ("Pupil 001", "1 of 1", "More than hoped for", "Gold certificate")
    ]


def test_whoever_has_not_answered_is_on_the_roster_and_it_says_so(register):
    number, _children, _ids = trip(register, 1)
    noah = pupil(register, "Noah")
    places.invite(register, number, [noah])

    replies = [
        row for (row,) in rosters.make(register, number).table.only(["reply"]).rows
    ]

    assert replies == ["None yet", None]


def test_whoever_left_the_school_is_not_on_it(register):
    number, children, _ids = trip(register, 2)
    with register.change("Pupil list imported") as db:
        db.update("pupils", children[0], {"left_on": "2026-11-20"})

    assert len(rosters.make(register, number).table.rows) == 1


def test_an_empty_roster_says_that_there_are_none(register, tmp_path):
    number = activities.find(register, str(activity(register))).id
    path = tmp_path / "empty.pdf"

    rosters.save(register, rosters.make(register, number), path)

    assert "There are none." in text_of(path)


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        (("leader",), "1 adult."),
        (("leader", "adult", "driver"), "2 adults and 1 driver."),
        (("driver",), "1 driver."),
    ],
)
def test_drivers_are_counted_apart_from_adults_who_look_after_pupils(
    register, roles, said
):
    number, _children, _ids = trip(register, 1, consent="not_needed")
    going = [Adult(f"Adult {n}", role) for n, role in enumerate(roles)]
    activity_parts.set_adults(register, number, going)

    assert rosters.make(register, number).totals == (f"1 pupil: 1 in Year 7. {said}",)


@pytest.mark.parametrize("audience", rosters.AUDIENCES)
def test_a_workbook_says_the_same_to_every_reader(register, tmp_path, audience):
    number, children, _ids = trip(register, 61)
    with register.change("Names") as db:
        db.update("pupils", children[0], {"surname": "சுப்பிரமணியன்"})
        db.update("pupils", children[1], {"surname": "王"})
        db.update("pupils", children[2], {"surname": "الأحمد"})
    path = tmp_path / "roster.xlsx"
    table = rosters.make(register, number, audience).table

    rosters.save(register, rosters.make(register, number, audience), path)

    sheet = openpyxl.load_workbook(path).worksheets[0]
    place = table.position("surname")
    named = [row[place] for row in table.rows]
    by_openpyxl = [row[place] for row in sheet.iter_rows(min_row=2, values_only=True)]
    by_calamine = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert by_openpyxl == named
    assert [row[place] for row in by_calamine[1:]] == named
    assert {"சுப்பிரமணியன்", "王", "الأحمد"} <= set(named)
    assert sheet.max_row == 62
