import pytest

from gtregister.core.enrichment import choices, places
from gtregister.core.undo import undo
from gtregister.errors import UserError
from tests.builders import contents, pupil
from tests.programme import activity, pupils, session, states


def rounds(register, *, most=1, seed=None, each=1):
    offered = [
        activity(register, title, places_most=most)
        for title in ("Chess", "Drama", "Robots", "Choir", "Code")
    ]
    number = choices.open_round(
        register, "Spring clubs", offered, places_each=each, seed=seed
    )
    return number, offered


def met(answers):
    return {(a.pupil_id, a.activity_id) for a in answers if a.is_met}


def test_every_rank_counts_down_to_the_fifth(register):
    number, (chess, drama, robots, choir, code) = rounds(register)
    children = pupils(register, 5)
    for child in children:
        choices.enter(register, number, child, [chess, drama, robots, choir, code])

    answers = choices.draft(register, number)

    assert len(met(answers)) == 5
    assert {a for _pupil, a in met(answers)} == {chess, drama, robots, choir, code}
    last = [a for a in answers if a.is_met and a.pupil_id == children[4]]
    assert last[0].outcome == "Choice 5 in “Spring clubs”."


def test_nobody_gets_a_second_place_while_another_has_none(register):
    number, (chess, drama, *_rest) = rounds(register, each=2)
    first, second = pupils(register, 2)
    choices.enter(register, number, first, [chess, drama])
    choices.enter(register, number, second, [chess, drama])

    assert met(choices.draft(register, number)) == {(first, chess), (second, drama)}


def test_who_had_fewer_activities_this_year_comes_first(register):
    number, (chess, *_rest) = rounds(register)
    busy, idle = pupil(register, "Aaron"), pupil(register, "Zoe")
    places.invite(register, activity(register, "Orchestra"), [busy])
    for child in (busy, idle):
        choices.enter(register, number, child, [chess])

    assert met(choices.draft(register, number)) == {(idle, chess)}


def test_the_draw_is_that_of_the_stored_seed(register):
    winners = set()
    children = pupils(register, 6)
    for seed in range(1, 9):
        number, (chess, *_rest) = rounds(register, seed=seed)
        for child in children:
            choices.enter(register, number, child, [chess])
        assert choices.draft(register, number) == choices.draft(register, number)
        winners |= {child for child, _chess in met(choices.draft(register, number))}

    assert len(winners) > 1


def test_settling_invites_with_the_reason_and_is_undone_whole(register):
    number, (chess, drama, *_rest) = rounds(register)
    first, second = pupils(register, 2)
    choices.enter(register, number, first, [chess, drama])
    choices.enter(register, number, second, [chess])
    before = contents(register)

    choices.settle(register, number)

    assert states(register, chess) == {"Pupil 001": "invited"}
    (row,) = places.rows_of(register, [places.place_of(register, chess, first)])
    assert row["why"] == "Choice 1 in “Spring clubs”."
    told = [row[-1] for row in choices.table(register, number).rows]
    assert told == [
        "Choice 1 in “Spring clubs”.",
        "Has 1 place from an earlier choice.",
        "Full: its places went to others who ranked it as high or higher.",
    ]
    with pytest.raises(UserError, match="settled already"):
        choices.settle(register, number)
    undo(register)
    assert contents(register) == before


def test_a_choice_that_clashes_is_not_met_and_it_says_so(register):
    number, (chess, drama, robots, *_rest) = rounds(register, most=2, each=2)
    orchestra = activity(register, "Orchestra")
    for one in (chess, drama, robots, orchestra):
        session(
            register,
            one,
            starts_at="15:30" if one != robots else "16:30",
            ends_at="16:30" if one != robots else "17:30",
        )
    aisha, noah = pupils(register, 2)
    places.invite(register, orchestra, [aisha])
    choices.enter(register, number, aisha, [chess, robots])
    choices.enter(register, number, noah, [chess, drama])

    answers = choices.draft(register, number)

    assert met(answers) == {(aisha, robots), (noah, chess)}
    said = [a.outcome for a in answers if not a.is_met]
    assert "has Orchestra on 26 November 2026 at that time" in said[0]
    assert said[1] == "At the same time as an earlier choice that was met."


def test_new_choices_take_the_place_of_old_ones(register):
    number, (chess, drama, *_rest) = rounds(register)
    aisha = pupil(register)
    choices.enter(register, number, aisha, [chess])
    choices.enter(register, number, aisha, [drama, chess])

    assert [row[5] for row in choices.table(register, number).rows] == [
        "Drama",
        "Chess",
    ]


def test_an_activity_outside_the_round_or_twice_is_refused(register):
    number, (chess, *_rest) = rounds(register)
    aisha = pupil(register)
    for wrong in ([activity(register, "Golf")], [chess, chess]):
        with pytest.raises(UserError, match="Choose each activity once"):
            choices.enter(register, number, aisha, wrong)
