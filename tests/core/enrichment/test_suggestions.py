import pytest

from gtregister.core.enrichment import places, suggestions
from gtregister.core.enrichment.suggestion_rules import Rules
from gtregister.core.undo import undo
from gtregister.errors import UserError
from tests.builders import contents, pupil
from tests.programme import activity, session, states


def on_register(register, forename, subject="maths", strand="gifted", **details):
    child = pupil(register, forename, **details)
    with register.change("Added to the register") as db:
        db.insert(
            "entries",
            {
                "pupil_id": child,
                "strand": strand,
                "subject": subject,
                "scope": "school",
                "status": "on",
                "from_on": "2026-09-07",
            },
        )
    return child


def names(made, *, chosen=True):
    return [s.candidate.forename for s in made.suggestions if s.is_chosen is chosen]


def reasons(made):
    return {s.candidate.forename: s.reason for s in made.suggestions}


def test_subject_fit_comes_before_strand_and_strand_before_the_rest(register):
    on_register(register, "Historian", "history")
    on_register(register, "Mathematician")
    pupil(register, "Newcomer")
    number = activity(register, strand="gifted", subjects=("maths",))

    made = suggestions.draft(register, number, Rules(("fit",), 2))

    assert names(made) == ["Mathematician", "Historian"]
    said = reasons(made)
    assert said["Mathematician"] == "Fits (Mathematics)."
    assert said["Historian"] == "Fits the strand (History)."
    assert said["Newcomer"] == "3 in the order for 2 places. Not on the register."


def test_an_activity_of_a_strand_is_not_for_the_other_strand(register):
    on_register(register, "Artist", "art", "talented")
    on_register(register, "Historian", "history")
    number = activity(register, strand="gifted", who="register")

    made = suggestions.draft(register, number)

    assert names(made) == ["Historian"]
    assert reasons(made)["Artist"] == "No entry of the strand and tier it is for."


def test_those_with_the_fewest_activities_this_year_come_first(register):
    busy, idle = pupil(register, "Busy"), pupil(register, "Idle")
    places.invite(register, activity(register, "Robotics"), [busy])
    number = activity(register)

    made = suggestions.draft(register, number, Rules(("fewest",), 1))

    assert names(made) == ["Idle"]
    assert reasons(made)["Busy"] == "2 in the order for 1 place. 1 activity this year."
    assert idle in made.chosen


def test_last_years_activities_do_not_count_but_a_late_invitation_does(register):
    busy = pupil(register, "Busy")
    pupil(register, "Idle")
    old = activity(register, "Robotics", academic_year=2025)
    places.invite(register, old, [busy])
    number = activity(register)

    fewest = suggestions.draft(register, number, Rules(("fewest",), 1))
    lately = suggestions.draft(register, number, Rules(("not_lately",), 1))

    assert "0 activities this year" in reasons(fewest)["Busy"]
    assert names(lately) == ["Idle"]
    assert "invited 0 days ago" in reasons(lately)["Busy"]


def test_pupil_premium_comes_first_only_if_the_school_says_so(register):
    pupil(register, "Amir", pupil_premium=0)
    pupil(register, "Zoe", pupil_premium=1)
    number = activity(register)

    first = suggestions.draft(register, number, Rules(("pupil_premium",), 1))

    assert names(first) == ["Zoe"]
    assert reasons(first)["Zoe"] == "pupil premium."
    assert "pupil_premium" not in Rules().order


def test_a_mix_of_years_takes_turns(register):
    for year in (7, 7, 7, 7, 8, 9):
        pupil(register, f"Year {year}", year_group=year)
    number = activity(register)

    made = suggestions.draft(register, number, Rules(("mix",), 4))

    assert sorted(names(made)) == ["Year 7", "Year 7", "Year 8", "Year 9"]


def test_everybody_who_cannot_come_is_named_with_the_reason(register):
    wrong_year = pupil(register, "Elder", year_group=10)
    busy, barred = pupil(register, "Busy"), pupil(register, "Barred")
    declined, coming = pupil(register, "Declined"), pupil(register, "Coming")
    robots = activity(register, "Robotics")
    session(register, robots)
    places.invite(register, robots, [busy])
    number = activity(register, years=(7, 8))
    places.invite(register, number, [declined])
    places.decline(register, [places.place_of(register, number, declined)])
    session(register, number)
    suggestions.bar(register, number, [barred], "Has detention then.")

    made = suggestions.draft(register, number)

    assert made.chosen == [coming]
    assert wrong_year not in made.chosen
    said = reasons(made)
    assert said["Elder"] == "Not in the years it is for (7, 8)."
    assert said["Busy"] == "Busy Ahmed has Robotics on 26 November 2026 at that time."
    assert said["Barred"] == "Barred: Has detention then."
    assert said["Declined"] == "Said no already."


def test_a_pin_comes_before_every_rule_and_is_told(register):
    pupil(register, "Amir", pupil_premium=1)
    zoe = pupil(register, "Zoe")
    number = activity(register)
    suggestions.pin(register, number, [zoe], "Founded the club.")

    made = suggestions.draft(register, number, Rules(("pupil_premium",), 1))

    assert names(made) == ["Zoe"]
    assert reasons(made)["Zoe"] == "Pinned: Founded the club."
    suggestions.release(register, number, [zoe])
    assert names(suggestions.draft(register, number, made.rules)) == ["Amir"]


def test_a_pin_without_a_reason_is_refused(register):
    with pytest.raises(UserError, match="Say why"):
        suggestions.pin(register, activity(register), [pupil(register)], " ")


def test_a_kept_draft_is_on_the_list_with_its_reasons_and_rules(register):
    aisha, noah = pupil(register), pupil(register, "Noah")
    number = activity(register)
    rules = Rules(("fewest",), 1, 30, 5)
    made = suggestions.draft(register, number, rules)

    suggestions.keep(register, made)

    assert suggestions.rules_of(register, number) == rules
    assert [*states(register, number).values()] == ["suggested"]
    kept, drafted = suggestions.kept(register, number), suggestions.table(made)
    assert (kept.rows, kept.keys) == (drafted.rows, drafted.keys)
    assert set(kept.keys) == {aisha, noah}
    places.invite(register, number, made.chosen)
    (row,) = places.rows_of(
        register, [places.place_of(register, number, made.chosen[0])]
    )
    assert row["why"] == "0 activities this year."


def test_keeping_another_draft_replaces_the_first_and_is_undone(register):
    pupil(register), pupil(register, "Noah")
    number = activity(register)
    suggestions.keep(register, suggestions.draft(register, number, Rules(places=2)))
    before = contents(register)

    suggestions.keep(register, suggestions.draft(register, number, Rules(places=1)))
    assert len(states(register, number)) == 1
    undo(register)

    assert contents(register) == before


def test_a_rule_that_nobody_knows_is_said(register):
    with pytest.raises(UserError, match="“luck” is not a rule"):
        suggestions.draft(register, activity(register), Rules(("luck",)))
