"""Who changed what about a pupil: each detail, before and after, newest first."""

from gtregister.core.identifying import episodes, who_changed
from gtregister.core.roll import pupils, results_by_hand
from gtregister.core.undo import undo
from tests.builders import pupil, score


def told(register, pupil_id):
    found = who_changed.of(register, pupil_id)
    return [(c.detail, c.before, c.after) for c in found]


def test_each_change_of_a_detail_is_told_newest_first(register):
    aisha = pupil(register, form="7A")
    pupil(register, "Ben", form="7A")
    pupils.change(register, aisha, "form", "7B")
    pupils.change(register, aisha, "pupil_premium", 1)
    pupils.change(register, aisha, "form", "7C")

    assert told(register, aisha) == [
        ("Form", "7B", "7C"),
        ("Pupil premium", "", "Yes"),
        ("Form", "7A", "7B"),
    ]
    [latest, *_others] = who_changed.of(register, aisha)
    assert (latest.by, latest.what) == ("C Hall", "Pupil changed")


def test_what_was_undone_is_told_both_ways(register):
    aisha = pupil(register, form="7A")
    pupils.change(register, aisha, "form", "7B")
    undo(register)

    assert told(register, aisha) == [("Form", "7B", "7A"), ("Form", "7A", "7B")]


def test_entries_and_results_are_told_in_words(register):
    aisha = pupil(register)
    score(register, aisha, "112")
    entry = episodes.add(register, aisha, "gifted", "maths", "Two teachers agree")
    episodes.pause(register, entry, "Long illness")
    results_by_hand.add(register, aisha, "ks2.maths.scaled_score", "118", "2025")

    assert told(register, aisha) == [
        ("KS2 maths, scaled score", "112", "118"),
        ("Status", "On the register", "Paused"),
    ]


def test_the_table_has_a_row_for_each(register):
    aisha = pupil(register, form="7A")
    pupils.change(register, aisha, "form", "")

    [row] = who_changed.table(register, aisha).rows

    assert row[0] == register.today
    assert row[2:] == ("C Hall", "Form", "7A", None, "Pupil changed", 3)
