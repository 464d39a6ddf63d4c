from dataclasses import replace
from random import Random

import pytest

from gtregister.core import history
from gtregister.core.enrichment import (
    activities,
    attendance,
    consents,
    place_lists,
    places,
    waiting_lists,
)
from gtregister.core.undo import undo
from gtregister.errors import UserError
from tests.builders import contents, pupil
from tests.programme import activity, line, pupils, session, states


def place(register, activity_id, pupil_id):
    return places.place_of(register, activity_id, pupil_id)


def test_a_full_activity_puts_the_next_pupil_on_the_waiting_list(register):
    chess = activity(register, places_most=1)
    aisha, noah = pupils(register, 2)

    given = places.invite(register, chess, [aisha, noah], "Plays for the county.")

    assert given == places.Given((aisha,), (noah,), ())
    assert line(register, chess) == [noah]


def test_a_place_that_is_given_up_goes_to_the_next_who_waits(register):
    chess = activity(register, places_most=1, consent="covered", charge=250)
    first, second, third = pupils(register, 3)
    places.invite(register, chess, [first, second, third])

    places.withdraw(register, [place(register, chess, first)], "Has football.")

    assert states(register, chess) == {
        "Pupil 001": "withdrawn",
        "Pupil 002": "invited",
        "Pupil 003": "waiting",
    }
    (row,) = places.rows_of(register, [place(register, chess, second)])
    assert (row["consent"], row["payment"]) == ("covered", "due")
    assert "when a place was free" in row["why"]


def removed(register, chess, seated):
    places.remove(register, [place(register, chess, seated)], "Wrong year.")


def declined(register, chess, seated):
    places.decline(register, [place(register, chess, seated)])


def raised(register, chess, _seated):
    plan = activities.of(register, chess)
    activities.edit(register, replace(plan, places_most=2))


def unlimited(register, chess, _seated):
    plan = activities.of(register, chess)
    activities.edit(register, replace(plan, places_most=None))


def left_school(register, _chess, seated):
    with register.change("Pupil list imported") as db:
        db.update("pupils", seated, {"left_on": "2026-11-20"})


def undone(register, _chess, _seated):
    # The first pupil was invited in a change of their own.
    change = register.value("select id from changes where what = 'Pupils invited'")
    undo(register, change)


def written_by_hand(register, chess, seated):
    with register.change("Something else") as db:
        db.delete("places", [place(register, chess, seated)])


@pytest.mark.parametrize(
    "freed",
    [removed, declined, raised, unlimited, left_school, undone, written_by_hand],
)
def test_whatever_frees_a_place_offers_it_to_the_next(register, freed):
    chess = activity(register, places_most=1)
    seated, waiting = pupils(register, 2)
    places.invite(register, chess, [seated])
    places.invite(register, chess, [waiting])

    freed(register, chess, seated)

    assert states(register, chess)["Pupil 002"] == "invited"


def test_undo_takes_the_place_back_from_whoever_it_was_offered_to(register):
    chess = activity(register, places_most=1)
    seated, waiting = pupils(register, 2)
    places.invite(register, chess, [seated, waiting])
    before = contents(register)

    places.withdraw(register, [place(register, chess, seated)])
    undone = undo(register)

    assert contents(register) == before
    assert undone.kept == ()


def test_an_undo_that_would_overfill_an_activity_is_refused(register):
    chess = activity(register, places_most=1)
    first, second = pupils(register, 2)
    places.invite(register, chess, [first])
    places.withdraw(register, [place(register, chess, first)])
    change = register.value("select max(id) from changes")
    places.invite(register, chess, [second])

    with pytest.raises(UserError, match="2 pupils and has room for 1"):
        undo(register, change)

    assert states(register, chess)["Pupil 001"] == "withdrawn"


def test_a_newcomer_does_not_overtake_those_who_wait(register):
    chess = activity(register, places_most=2)
    robots = activity(register, "Robotics")
    session(register, chess)
    session(register, robots)
    first, busy, newcomer = pupils(register, 3)
    places.invite(register, robots, [busy])
    places.invite(register, chess, [first])
    places.wait(register, chess, [busy])

    given = places.invite(register, chess, [newcomer])

    assert given.waiting == (newcomer,)
    # Busy is passed over and goes on waiting; the newcomer has no clash.
    assert line(register, chess) == [busy]
    assert states(register, chess)["Pupil 003"] == "invited"


def test_somebody_who_waits_can_be_moved_in_the_line(register):
    chess = activity(register, places_most=1)
    _seated, *waiting = children = pupils(register, 4)
    places.invite(register, chess, children)

    waiting_lists.move(register, place(register, chess, waiting[2]), 1)
    assert line(register, chess) == [waiting[2], waiting[0], waiting[1]]
    waiting_lists.move(register, place(register, chess, waiting[2]), 2)
    assert line(register, chess) == [waiting[0], waiting[2], waiting[1]]
    waiting_lists.move(register, place(register, chess, waiting[0]), 99)
    assert line(register, chess) == [waiting[2], waiting[1], waiting[0]]


def test_whoever_comes_back_to_the_waiting_list_is_not_expected_meanwhile(register):
    chess = activity(register, places_most=1)
    held = session(register, chess)
    first, second = pupils(register, 2)
    places.invite(register, chess, [first, second])
    places.withdraw(register, [place(register, chess, first)])
    places.invite(register, chess, [first])

    assert line(register, chess) == [first]
    assert attendance.expected(register, held) == [second]
    places.withdraw(register, [place(register, chess, second)])
    assert attendance.expected(register, held) == [first]


def test_whoever_declined_is_not_on_the_attendance_grid(register):
    chess = activity(register)
    session(register, chess)
    first, second = pupils(register, 2)
    places.invite(register, chess, [first, second])
    places.decline(register, [place(register, chess, first)])

    assert attendance.grid(register, chess).table.keys == [second]


def test_a_clash_is_stopped_and_an_override_is_kept(register):
    chess, robots = activity(register), activity(register, "Robotics")
    session(register, chess)
    session(register, robots, starts_at="16:00", ends_at="17:00")
    aisha, noah = pupil(register), pupil(register, "Noah")
    places.invite(register, chess, [aisha])
    both = [noah, aisha]

    with pytest.raises(UserError, match="Aisha Ahmed has Chess club on 26 November"):
        places.invite(register, robots, both)
    places.invite(register, robots, both, override="Comes half an hour late.")

    rows = places.rows_of(register, [place(register, robots, child) for child in both])
    assert [row["override"] for row in rows] == [None, "Comes half an hour late."]


def test_activities_one_after_the_other_do_not_clash(register):
    chess, robots = activity(register), activity(register, "Robotics")
    session(register, chess, ends_at="16:30")
    session(register, robots, starts_at="16:30", ends_at="17:30")
    aisha = pupil(register)

    places.invite(register, chess, [aisha])
    places.invite(register, robots, [aisha])

    assert states(register, robots) == {"Aisha": "invited"}


def test_consent_and_payment_are_noted_with_their_days(register):
    trip = activity(register, consent="needed", charge=1250)
    aisha = pupil(register)
    places.invite(register, trip, [aisha])
    ids = [place(register, trip, aisha)]

    consents.set_consent(register, ids, "requested")
    consents.set_consent(register, ids, "given")
    consents.set_payment(register, ids, "paid")

    (row,) = places.rows_of(register, ids)
    assert (row["consent"], row["payment"]) == ("given", "paid")
    assert row["consent_requested_on"] == row["consent_answered_on"] == "2026-11-23"


def test_one_pupil_may_be_covered_though_others_must_ask(register):
    trip = activity(register, consent="needed", charge=500)
    ids = [
        places.place_of(register, trip, child)
        for child in places.invite(register, trip, pupils(register, 2)).invited
    ]

    consents.set_consent(register, ids[:1], "covered")
    consents.set_payment(register, ids[:1], "waived")

    assert [
        (row["consent"], row["payment"]) for row in places.rows_of(register, ids)
    ] == [("covered", "waived"), (None, "due")]
    with pytest.raises(UserError, match="Use “waived”"):
        consents.set_payment(register, ids, "none")


def test_whoever_asks_for_consent_later_finds_it_missing(register):
    trip = activity(register)
    places.invite(register, trip, pupils(register, 3))

    activities.edit(
        register, replace(activities.of(register, trip), consent="needed", charge=500)
    )

    row = register.row("select unconsented, due from activity_overview")
    assert tuple(row) == (3, 3)


def test_the_history_of_a_pupil_knows_their_places(register):
    chess = activity(register)
    aisha, noah = pupils(register, 2)
    places.invite(register, chess, [aisha])
    places.withdraw(register, [place(register, chess, aisha)])

    what = [row[4] for row in history.table(register, aisha).rows]
    assert what == ["Place given up", "Pupils invited", "Pupils added"]
    assert len(history.table(register, noah).rows) == 1


def test_a_pupil_is_listed_with_their_activities(register):
    chess = activity(register)
    session(register, chess)
    aisha = pupil(register)
    places.invite(register, chess, [aisha], "Plays for the county.")

    table = place_lists.of_pupil(register, aisha)

    assert table.only(["activity", "kind", "state", "why"]).rows == [
        ("Chess club", "Club", "Invited", "Plays for the county.")
    ]


def test_nobody_is_given_a_place_in_what_is_over(register):
    chess = activity(register, status="done")

    with pytest.raises(UserError, match="is over"):
        places.invite(register, chess, pupils(register, 1))


def test_fewer_places_than_pupils_are_refused(register):
    chess = activity(register)
    places.invite(register, chess, pupils(register, 3))

    with pytest.raises(UserError, match="3 pupils have a place, more than 2"):
        activities.edit(
            register, replace(activities.of(register, chess), places_most=2)
        )


def test_whoever_accepts_late_needs_a_reason_for_a_clash(register):
    chess, robots = activity(register), activity(register, "Robotics")
    for one in (chess, robots):
        session(register, one)
    aisha = pupil(register)
    places.invite(register, chess, [aisha])
    places.decline(register, [place(register, chess, aisha)])
    places.invite(register, robots, [aisha])
    ids = [place(register, chess, aisha)]

    with pytest.raises(UserError, match="has Robotics on 26 November"):
        places.accept(register, ids)
    places.accept(register, ids, override="Comes to the second half.")

    (row,) = places.rows_of(register, ids)
    assert (row["state"], row["override"]) == ("accepted", "Comes to the second half.")
    before = register.latest_change
    places.accept(register, ids)
    assert register.latest_change == before


@pytest.mark.parametrize("seed", range(1, 7))
def test_places_never_exceed_the_maximum_and_nobody_overtakes(register, seed):
    """Whatever is done in whichever order: at most so many, the first first."""
    dice = Random(seed)
    chess = activity(register, places_most=3)
    children = pupils(register, 9)

    def step() -> None:
        states_now = {c: state_of(register, chess, c) for c in children}
        child = dice.choice(children)
        state = states_now[child]
        if state in (None, "declined", "withdrawn", "removed"):
            places.invite(register, chess, [child])
        elif state == "waiting" and dice.random() < 0.2:
            places.withdraw(register, [place(register, chess, child)])
        elif state == "waiting":
            with pytest.raises(UserError):
                places.accept(register, [place(register, chess, child)])
        else:
            act = dice.choice((places.accept, places.decline, places.withdraw))
            act(register, [place(register, chess, child)])

    for _step in range(25):
        before = line(register, chess)
        step()
        after = line(register, chess)
        taken = [*states(register, chess).values()]
        seated = sum(state in places.SEATED for state in taken)
        assert seated <= 3
        assert not after or seated == 3
        stayed = [child for child in before if child in after]
        assert [child for child in after if child in before] == stayed
        assert after[: len(stayed)] == stayed
        gone = [c for c in before if c not in after]
        offered = [c for c in gone if state_of(register, chess, c) == "invited"]
        assert offered == before[: len(offered)] or len(gone) > len(offered)


def state_of(register, chess, child):
    return register.value(
        "select state from places where activity_id = :a and pupil_id = :p",
        a=chess,
        p=child,
    )
