import tomllib

import pytest

from gtregister.criteria.policy_document import parse
from gtregister.criteria.routes import Clause
from gtregister.errors import UserError

POLICY = """
name = "Ours"
about = "Agreed by the governors."
era = "From 2016"

[[routes]]
key = "maths"
title = "Mathematics"
strand = "gifted"
subject = "maths"
scope = "national"
tier = "most able"
needs = "at least 1"

[[routes.criteria]]
criterion = "ks2_scaled_score"
subject = "maths"
at_least = 115

[[routes.criteria]]
criterion = "referral"
sources = "staff, parent"
subject = "maths"
"""


def test_a_policy_says_what_it_says():
    policy = parse(POLICY)
    (route,) = policy.routes
    assert (policy.name, policy.about, policy.era) == (
        "Ours",
        "Agreed by the governors.",
        "From 2016",
    )
    assert (route.key, route.title, route.strand) == ("maths", "Mathematics", "gifted")
    assert (route.subject, route.scope, route.tier) == (
        "maths",
        "national",
        "most able",
    )
    assert (route.needs, route.least) == ("at least 1", 1)


def test_what_is_left_out_is_answered_by_the_defaults():
    scaled_score, referral = parse(POLICY).routes[0].clauses
    assert scaled_score == Clause(
        "ks2_scaled_score", {"subject": "maths", "at_least": 115, "near": 2}
    )
    assert referral.options["at_least"] == 1


def test_a_route_may_be_short():
    short = """
        name = "Ours"
        [[routes]]
        key = "all-round"
        title = "All-round"
        strand = "gifted"
        [[routes.criteria]]
        criterion = "ks2_scaled_score"
    """
    (route,) = parse(short).routes
    assert (route.subject, route.scope, route.tier) == (None, "school", None)
    assert (route.needs, route.least) == ("all", 1)


SECOND_ROUTE = """
[[routes]]
key = "{key}"
title = "{title}"
strand = "talented"
[[routes.criteria]]
criterion = "referral"
"""


@pytest.mark.parametrize(
    ("written", "instead", "sentence"),
    [
        ('name = "Ours"', "", "The policy lacks “name”"),
        ('name = "Ours"', "name = 7", "The policy: “name” must be a text"),
        (
            'era = "From 2016"',
            'years = "2016"',
            "The policy: “years” is not known here",
        ),
        ('key = "maths"', "", "Route 1 lacks “key”"),
        ('key = "maths"', 'key = "Top Maths!"', "Route 1: write its key in small"),
        ('title = "Mathematics"', "", "Route “maths” lacks “title”"),
        ('"gifted"', '"clever"', "“strand” must be one of: gifted, talented"),
        ('strand = "gifted"', "", "“strand” must be one of: gifted, talented"),
        ('"national"', '"galactic"', "“scope” must be one of: school, national"),
        ('"at least 1"', '"most"', "“needs” must be all, any or at least n"),
        ('"at least 1"', '"at least 0"', "“needs” must be all, any or at least n"),
        ('"at least 1"', '"at least 3"', "no more than the number of its criteria, 2"),
        ('"at least 1"', "1", "“needs” must be a text"),
        ('"ks2_scaled_score"', '"ks2_skore"', "“criterion” must be one of: ability_"),
        ("at_least = 115", "atleast = 115", "criterion 1: “atleast” is not known here"),
        ("at_least = 115", 'at_least = "115"', "“at_least” must be a number"),
        ("at_least = 115", "at_least = true", "“at_least” must be a number"),
        ("at_least = 115", "at_least = nan", "“at_least” must be a number"),
        ("at_least = 115", "at_least = inf", "“at_least” must be a number"),
        ("at_least = 115", "at_least = 1_151_151", "“at_least” must be a number"),
        ("at_least = 115", "at_least = 1150", "criterion 1: at_least is 1,150; write"),
        ('"maths"\nat', '"art"\nat', "“subject” must be one of: reading_maths"),
        ('"maths"\nat', "5\nat", "criterion 1: “subject” must be a text"),
        ('"staff, parent"', '"teachers"', "criterion 2: “teachers” does not name"),
        ('"staff, parent"', "['staff']", "criterion 2: “sources” must be a text"),
        ('"From 2016"', '"From 2016', "cannot be read at line 4, column "),
        ('era = "From', 'name = "From', "cannot be read at line 4, column "),
        ('"Agreed by the governors."', '"""Agreed', "The policy ends too early"),
    ],
)
def test_a_fault_is_named_with_its_place(written, instead, sentence):
    assert POLICY.count(written) == 1
    with pytest.raises(UserError) as caught:
        parse(POLICY.replace(written, instead))
    assert sentence in caught.value.text
    assert caught.value.text.endswith(".")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The policy lacks “name”"),
        ('name = "Ours"', "The policy has no routes"),
        ('name = "Ours"\nroutes = []', "The policy has no routes"),
        ('name = "Ours"\nroutes = "many"', "The policy has no routes"),
        ('name = "Ours"\nroutes = [1, 2]', "The policy has no routes"),
        ('name = "Ours"\n[[routes]]\nkey = "a"', "Route “a” has no criteria"),
    ],
)
def test_a_policy_needs_routes_and_a_route_needs_criteria(text, sentence):
    with pytest.raises(UserError, match=sentence):
        parse(text)


@pytest.mark.parametrize(
    ("key", "title"),
    [("maths", "Art"), ("art", "Mathematics"), ("maths", "Mathematics")],
)
def test_two_routes_never_share_a_key_or_a_title(key, title):
    with pytest.raises(UserError, match="Two routes are called"):
        parse(POLICY + SECOND_ROUTE.format(key=key, title=title))


def test_two_routes_with_names_of_their_own_are_both_there():
    policy = parse(POLICY + SECOND_ROUTE.format(key="art", title="Art"))
    assert [route.key for route in policy.routes] == ["maths", "art"]


def test_the_policy_of_these_tests_is_sound_toml():
    assert tomllib.loads(POLICY)["name"] == "Ours"
