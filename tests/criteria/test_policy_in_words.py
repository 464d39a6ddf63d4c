from gtregister.criteria.policy_document import parse
from gtregister.criteria.policy_in_words import describe

ROUTE = """
[[routes]]
key = "maths"
title = "Mathematics"
strand = "gifted"
subject = "maths"
scope = "national"
tier = "most able"
needs = "{needs}"
[[routes.criteria]]
criterion = "top_of_year"
measure = "cat4.quantitative.sas"
percent = 7.5
[[routes.criteria]]
criterion = "referral"
sources = "staff, parent"
[[routes.criteria]]
criterion = "ks2_level"
"""


def words(needs):
    written = 'name = "Ours"\nera = "To 2015"' + ROUTE.format(needs=needs)
    return describe(parse(written), {})


def test_every_threshold_is_said():
    assert words("all") == [
        "Ours",
        "Results it speaks of: To 2015",
        "",
        "Mathematics (gifted, maths, national, most able)",
        "A pupil is suggested who meets all of these criteria:",
        "  - Top of the year group (Measure: CAT4 quantitative score;"
        " Top per cent: 7.5; Near miss (per cent further down): 2.5)",
        "  - Referrals (At least: 1; From (any, or several with commas): staff, parent;"
        " Subject (any, talented, gifted or its name): any)",
        "  - KS2 level (tests to 2015) (Subject: mean of English and maths;"
        " At least: 5; Near miss (levels below): 0.25)",
    ]


def test_how_many_criteria_must_be_met_is_said():
    assert "A pupil is suggested who meets any of these criteria:" in words("any")
    assert "A pupil is suggested who meets at least 2 of these 3 criteria:" in words(
        "at least 2"
    )


def test_strands_and_tiers_are_called_what_the_school_calls_them():
    written = 'name = "Ours"' + ROUTE.format(needs="any")
    said = describe(parse(written), {"gifted": "Scholars", "most able": "Gold"})

    assert "Mathematics (Scholars, maths, national, Gold)" in said
