"""How the register is made up: counts beside shares, and no verdict."""

from gtregister.core.identifying import make_up
from gtregister.i18n import N_
from tests.builders import pupil


def on_register(register, pupil_id):
    with register.change(N_("Added")) as db:
        entry = {"pupil_id": pupil_id, "strand": "gifted", "scope": "school"}
        db.insert("entries", entry | {"status": "on", "from_on": "2026-09-01"})


def given(register):
    ids = [
        pupil(register, "Aisha", sex="F", pupil_premium=1, sen="N", year_group=7),
        pupil(register, "Ben", sex="M", pupil_premium=0, sen="K", year_group=7),
        pupil(register, "Cara", sex="F", pupil_premium=1, eal=1, year_group=8),
        pupil(register, "Dev", sex="M", pupil_premium=None, year_group=8),
    ]
    on_register(register, ids[1])
    return ids


def test_adding_shows_now_and_then_beside_the_school(register):
    ids = given(register)
    members = make_up.roll(register)

    whole = make_up.whole(members, {ids[0], ids[1]})
    assert whole.now.in_words() == "1 of 4 (25%)"
    assert whole.then.in_words() == "2 of 4 (50%)"

    groups = {g.key: g for g in make_up.groups(members, {ids[0]})}
    premium = groups["pupil_premium"]
    assert (premium.now.in_words(), premium.then.in_words()) == (
        "0 of 1 (0%)",
        "1 of 2 (50%)",
    )
    assert groups["7"].title == "Year 7"
    assert (groups["7"].then.n, groups["8"].then.n) == (2, 0)


def test_a_share_is_of_those_of_whom_it_is_known(register):
    given(register)

    groups = {g.key: g for g in make_up.groups(make_up.roll(register), ())}

    assert groups["pupil_premium"].school.in_words() == "2 of 3 (67%)"
    assert groups["sen"].school.in_words() == "1 of 2 (50%)"


def test_the_same_as_a_table(register):
    given(register)

    table = make_up.table(make_up.groups(make_up.roll(register), ()))

    assert [row[0] for row in table.rows][:2] == ["Pupil premium", "SEN"]
    assert table.rows[0][1:] == (0, 0, 0, 0, 2, 67)
