"""The register as it is listed: as at a day, with the latest scores, in words."""

from datetime import date

import pytest

from gtregister.core import school, words
from gtregister.core.identifying import entries, entry_groups, policies, together
from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.table import Value
from tests.builders import pupil, score


def entry(register: Register, pupil_id: int, **details: object) -> int:
    known = {"strand": "gifted", "scope": "school", "status": "on"}
    known |= {"from_on": "2026-09-14"}
    with register.change("Entry made") as db:
        return db.insert("entries", {"pupil_id": pupil_id} | known | details)


def column(register: Register, key: str, on: date | None = None) -> list[Value]:
    table = entries.table(register, on=on)
    return [row[table.position(key)] for row in table.rows]


def test_an_empty_register_has_its_columns_and_no_row(register: Register) -> None:
    table = entries.table(register)
    assert list(table.rows) == []
    assert list(table.keys) == []
    assert table.columns == entries.COLUMNS


def test_a_row_says_who_as_what_since_when_and_why(register: Register) -> None:
    aisha = pupil(
        register,
        form="7A",
        upn="A1",
        pupil_premium=1,
        sen="K",
        preferred_forename="Ash",
    )
    entry_id = entry(register, aisha, subject="maths", tier="gold")
    with register.change("Decided") as db:
        decision = {"entry_id": entry_id, "what": "added", "reason": "KS2 maths 118"}
        db.insert(
            "decisions", decision | {"decided_by": "C", "decided_on": "2026-09-14"}
        )
    table = entries.table(register)
    row = dict(zip([c.key for c in table.columns], table.rows[0], strict=True))
    assert row == {
        "surname": "Ahmed",
        "forename": "Ash",
        "year_group": 7,
        "form": "7A",
        "strand": "Gifted",
        "subject": "Mathematics",
        "scope": "School",
        "tier": "gold",
        "reason": "KS2 maths 118",
        "status": "On the register",
        "from_on": date(2026, 9, 14),
        "review_due": None,
        "areas": 1,
        "activities": 0,
        "upn": "A1",
        "dob": date(2014, 9, 3),
        "pupil_premium": 1,
        "sen": "K",
        "eal": None,
        "ks2_reading": None,
        "ks2_maths": None,
        "cat4_mean": None,
    }
    assert list(table.keys) == [entry_id]
    assert entries.pupil_of(register, entry_id) == aisha
    assert entries.pupil_of(register, 99) is None


def test_scores_are_the_latest_numbers_and_hidden_as_sensitive(
    register: Register,
) -> None:
    aisha = pupil(register)
    entry(register, aisha)
    score(register, aisha, "99", academic_year=2024)
    score(register, aisha, "104")
    score(register, aisha, "A")
    score(register, aisha, "112", subject="reading")
    score(register, aisha, "90", subject="reading", academic_year=2024)
    score(register, aisha, "60", subject="reading", measure="raw_mark")
    score(register, aisha, "128", "mean", "sas", "cat4", academic_year=2026)
    score(register, aisha, "101", "mean", "sas", "cat4", academic_year=2024)
    assert column(register, "ks2_maths") == [104.0]
    assert column(register, "ks2_reading") == [112.0]
    assert column(register, "cat4_mean") == [128.0]
    sensitive = {c.key for c in entries.COLUMNS if c.sensitive}
    assert {"ks2_maths", "ks2_reading", "cat4_mean"} <= sensitive


def test_a_pupil_with_several_entries_is_listed_for_each(register: Register) -> None:
    aisha, ben = pupil(register), pupil(register, "Ben", surname="Baker")
    for subject in ("maths", "science", None):
        entry(register, aisha, subject=subject)
    entry(register, ben)
    assert column(register, "areas") == [3, 3, 3, 1]
    assert column(register, "subject")[3] == "All-round"
    assert entries.count(register) == 2


def test_the_register_of_a_past_day(register: Register) -> None:
    aisha = pupil(register)
    entry(register, aisha, status="left", to_on="2026-11-01")
    entry(register, aisha, subject="music", strand="talented", from_on="2026-11-20")
    assert column(register, "subject") == ["Music"]
    assert column(register, "status", date(2026, 10, 31)) == ["On the register"]
    assert column(register, "subject", date(2026, 11, 1)) == []


def test_strands_and_tiers_have_the_names_that_the_school_gives_them(
    register: Register,
) -> None:
    entry(register, pupil(register), tier="1")
    school.name_strand(register, "gifted", "More able")
    words.call_tier(register, "1", "Highest")
    assert column(register, "strand") == ["More able"]
    assert column(register, "tier") == ["Highest"]


def test_equal_values_of_a_long_register_are_kept_once(register: Register) -> None:
    for serial in range(3):
        entry(register, pupil(register, f"P{serial}", form="10B"))
    forms = column(register, "form")
    assert len({id(form) for form in forms}) == 1


def test_the_last_decision_is_named(register: Register) -> None:
    assert entries.last_decision(register) is None
    entry_id = entry(register, pupil(register))
    together.set_status(register, [entry_id], "paused", "Away")
    assert entries.last_decision(register) == register.today


@pytest.mark.parametrize(
    ("day", "since", "review"),
    [
        (date(2026, 9, 1), "this_year", "due"),
        (date(2026, 8, 31), "earlier", "due"),
        (date(2026, 11, 23), "this_year", "due"),
        (date(2026, 11, 24), "this_year", "later"),
        (None, "earlier", "not_set"),
    ],
)
def test_days_are_put_together(
    register: Register, day: date | None, since: str, review: str
) -> None:
    assert entry_groups.since(register)(day) == since
    assert entry_groups.review(register)(day) == review


def test_groups_have_words() -> None:
    assert entry_groups.in_words(entry_groups.areas(1)) == "One area"
    assert entry_groups.in_words(entry_groups.areas(2)) == "Several areas"
    assert entry_groups.in_words(entry_groups.activities(0)) == "None this year"
    assert entry_groups.in_words(entry_groups.activities(2)) == "One or more this year"


def test_several_entries_leave_in_one_change_and_come_back_in_one_undo(
    register: Register,
) -> None:
    from gtregister.core import undo

    ids = [entry(register, pupil(register, name)) for name in ("Aisha", "Ben")]
    steps: list[tuple[int, int]] = []
    moved = together.set_status(
        register, ids, "left", "Asked for it", lambda *step: steps.append(step)
    )
    assert (moved, steps) == (2, [(0, 2), (1, 2)])
    assert column(register, "surname") == []
    what = register.row("select what, reason from changes order by id desc limit 1")
    assert what is not None
    assert tuple(what) == ("Taken off the register", "Asked for it")
    undo.undo(register)
    assert len(column(register, "surname")) == 2


def test_those_that_are_so_already_are_left_alone(register: Register) -> None:
    on = entry(register, pupil(register))
    paused = entry(register, pupil(register, "Ben"), status="paused")
    assert together.set_status(register, [on, paused], "paused", "Away") == 1
    assert together.set_status(register, [on, paused], "paused", "Away") == 0
    assert together.set_status(register, [on, 99], "left", "Away") == 1


def test_a_reason_is_needed(register: Register) -> None:
    entry_id = entry(register, pupil(register))
    with pytest.raises(UserError, match="Say why") as refused:
        together.set_status(register, [entry_id], "left", "  ")
    assert refused.value.field == "reason"
    assert entries.count(register) == 1


def test_the_heading_speaks_of_its_day(register):
    policies.use(register, "eic")
    pupil(register, "Ben", joined_on="2026-12-01", left_on="2027-03-01")
    pupil(register, "Aisha")
    register._given_today = date(2027, 9, 6)
    policies.use(register, "high-prior-attainers")

    before, between = (
        entries.facts(register, day) for day in (date(2026, 11, 23), date(2027, 1, 8))
    )

    assert "0 of 1 pupils" in before[0]
    assert "0 of 2 pupils" in between[0]
    assert "Excellence in Cities" in between[1]
    assert "0 of 1 pupils" in entries.facts(register)[0]
    assert "High prior" in entries.facts(register)[1]
