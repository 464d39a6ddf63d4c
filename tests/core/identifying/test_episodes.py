"""What is decided by hand on an entry, each time with a reason and the evidence."""

from datetime import date

import pytest

from gtregister.core.identifying import entries, episodes, policies, pupil_entries
from gtregister.core.undo import undo
from gtregister.errors import UserError
from tests.builders import contents, pupil, score

WHY = "Two teachers agree."


@pytest.fixture
def aisha(register):
    policies.use(register, "eic")
    child = pupil(register)
    for subject in ("reading", "maths"):
        score(register, child, "118", subject)
    return child


def only(register, pupil_id):
    [episode] = pupil_entries.of(register, pupil_id)
    return episode


def test_an_entry_by_hand_keeps_who_when_why_and_the_evidence_of_that_day(
    register, aisha
):
    entry = episodes.add(register, aisha, "gifted", "maths", WHY)

    episode = only(register, aisha)
    assert (episode.id, episode.area) == (entry, "Gifted, Mathematics")
    assert episode.is_open
    assert episode.dates == "Since 23 November 2026. Review due 23 November 2027."
    [decision] = episode.decisions
    assert (decision.what, decision.by) == ("Added to the register", "C Hall")
    assert (decision.on, decision.reason) == (register.today, WHY)
    assert decision.policy == "Excellence in Cities, version 1"
    [ground] = decision.grounds
    assert ground.met is False  # the only pupil is not in the top tenth
    assert "mean 118" in ground.text


def test_the_evidence_stays_as_it_stood_that_day(register, aisha):
    episodes.add(register, aisha, "gifted", None, WHY)
    with register.change("Score mended") as db:
        db.update("results", 1, {"value": "90", "number": 90})

    assert "mean 118" in only(register, aisha).decisions[0].grounds[0].text


def test_without_a_policy_the_results_themselves_are_kept(register):
    child = pupil(register)
    score(register, child, "118")

    episodes.add(register, child, "gifted", "maths", WHY)

    [decision] = only(register, child).decisions
    assert decision.policy is None
    assert decision.grounds[0].met is None
    assert decision.grounds[0].text.startswith("KS2 maths, scaled score 118, typed in")


def test_nobody_is_on_the_register_twice_for_the_same(register, aisha):
    episodes.add(register, aisha, "gifted", "maths", WHY)

    with pytest.raises(UserError, match="Aisha Ahmed is on the register for Gifted, M"):
        episodes.add(register, aisha, "gifted", "maths", WHY)

    assert episodes.add(register, aisha, "gifted", None, WHY)


@pytest.mark.parametrize("rest", [episodes.watch, episodes.pause])
def test_an_entry_that_rests_still_holds_its_place(register, aisha, rest):
    entry = episodes.add(register, aisha, "gifted", "maths", WHY)
    rest(register, entry, WHY)

    with pytest.raises(UserError, match="is on the register for Gifted, M"):
        episodes.add(register, aisha, "gifted", "maths", WHY)


@pytest.mark.parametrize(
    "deed",
    [
        lambda register, entry: episodes.pause(register, entry, " "),
        lambda register, entry: episodes.leave(register, entry, ""),
        lambda register, entry: episodes.move(register, entry, "gifted", None, ""),
    ],
)
def test_each_decision_needs_a_reason(register, aisha, deed):
    entry = episodes.add(register, aisha, "gifted", "maths", WHY)
    before = contents(register)

    with pytest.raises(UserError, match="Say why"):
        deed(register, entry)

    assert contents(register) == before


def test_an_entry_is_watched_paused_resumed_and_left(register, aisha):
    entry = episodes.add(register, aisha, "gifted", "maths", WHY)

    for deed, status in (
        (episodes.watch, "watching"),
        (episodes.pause, "paused"),
        (episodes.resume, "on"),
        (episodes.leave, "left"),
    ):
        deed(register, entry, f"Because of {status}")
        assert only(register, aisha).status == status

    episode = only(register, aisha)
    assert episode.to_on == register.today
    assert [d.what for d in episode.decisions] == [
        *("Taken off the register", "Fully on the register again", "Paused"),
        *("Watched from now on", "Added to the register"),
    ]
    assert entries.count(register) == 0


def test_what_ended_stays_ended_and_the_pupil_comes_back_by_a_new_entry(
    register, aisha
):
    entry = episodes.add(register, aisha, "gifted", "maths", WHY)
    episodes.leave(register, entry, WHY)

    with pytest.raises(UserError, match="Add a new entry"):
        episodes.resume(register, entry, WHY)

    episodes.add(register, aisha, "gifted", "maths", WHY)
    assert [e.status for e in pupil_entries.of(register, aisha)] == ["on", "left"]


def test_a_candidate_who_is_put_on_is_on_from_today(register, aisha):
    with register.change("Candidate") as db:
        entry = {"pupil_id": aisha, "strand": "gifted", "scope": "school"}
        entry_id = db.insert("entries", entry | {"status": "candidate"})

    episodes.resume(register, entry_id, WHY)

    episode = only(register, aisha)
    assert (episode.from_on, episode.review_due) == (
        *(register.today, date(2027, 11, 23)),
    )
    assert episode.decisions[0].what == "Added to the register"


def test_a_moved_entry_says_what_it_was_until_then(register, aisha):
    entry = episodes.add(register, aisha, "gifted", "maths", WHY)

    episodes.move(register, entry, "talented", "music", "A slip of the pen.")

    episode = only(register, aisha)
    assert episode.area == "Talented, Music"
    assert episode.decisions[0].reason == (
        "Until then: Gifted, Mathematics. A slip of the pen."
    )


def test_an_entry_does_not_move_to_where_it_is_or_where_another_is(register, aisha):
    entry = episodes.add(register, aisha, "gifted", "maths", WHY)
    episodes.add(register, aisha, "talented", "music", WHY)

    for strand, subject in (("gifted", "maths"), ("talented", "music")):
        with pytest.raises(UserError):
            episodes.move(register, entry, strand, subject, WHY)


def test_a_review_date_is_set_and_taken_away(register, aisha):
    entry = episodes.add(register, aisha, "gifted", "maths", WHY)

    episodes.set_review(register, entry, date(2027, 1, 15))
    assert only(register, aisha).review_due == date(2027, 1, 15)
    episodes.set_review(register, entry, None)
    assert only(register, aisha).review_due is None
    with pytest.raises(UserError, match="a day to come"):
        episodes.set_review(register, entry, register.today)


def test_a_decision_is_undone_whole(register, aisha):
    entry = episodes.add(register, aisha, "gifted", "maths", WHY)
    before = contents(register)

    episodes.pause(register, entry, WHY)
    undo(register)

    assert contents(register) == before


def test_a_review_is_due_a_year_later_on_a_leap_day_too():
    assert episodes.in_a_year(date(2028, 2, 29)) == date(2029, 2, 28)


def test_the_areas_are_the_subjects_of_each_strand_after_all_round(register):
    found = pupil_entries.areas(register)

    assert found[0] == ("gifted", None, "Gifted", "All-round")
    assert ("talented", "music", "Talented", "Music") in found
    assert ("gifted", "music", "Gifted", "Music") not in found
