from gtregister.core import words
from gtregister.core.enrichment import activities, activity_scope
from gtregister.core.enrichment.activities import NewActivity
from tests.builders import pupil
from tests.programme import activity


def enter(register, tier):
    row = {"pupil_id": pupil(register), "strand": "gifted", "scope": "school"}
    row |= {"status": "on", "from_on": "2026-09-07", "tier": tier}
    with register.change("Added to the register") as db:
        db.insert("entries", row)


def test_the_tiers_of_the_register_are_offered_in_the_schools_words(register):
    enter(register, "gold")
    enter(register, "gold")
    enter(register, None)
    words.call_tier(register, "gold", "Top 2 %")

    assert activity_scope.tiers(register) == {"gold": "Top 2 %"}
    assert activity_scope.tiers(register, "old") == {"gold": "Top 2 %", "old": "old"}


def test_subjects_and_years_are_kept_in_order_and_taken_out_again(register):
    number = activity(register, subjects=("music", "art"), years=(9, 7))
    assert activity_scope.of(register, number) == (("art", "music"), (7, 9))

    held = activities.of(register, number)
    same = NewActivity(title="Any", subjects=("music", "art"), years=(9, 7))
    assert activity_scope.is_same(held, same)
    assert not activity_scope.is_same(held, NewActivity(title="Any"))
