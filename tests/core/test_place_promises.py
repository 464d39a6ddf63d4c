"""What holds of places whatever people do, in any order."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gtregister.core.enrichment import activities, places, suggestions
from gtregister.core.enrichment.suggestion_rules import RULES, Rules
from gtregister.core.undo import undo
from gtregister.errors import UserError
from tests.builders import contents, pupil
from tests.programme import activity, line, pupils

ANY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
CHILDREN = 6
DEEDS = (
    *("invite", "wait", "accept", "decline", "withdraw", "remove"),
    *("more", "fewer", "leave", "come back", "undo"),
)
STEPS = st.lists(
    st.tuples(st.sampled_from(DEEDS), st.integers(0, CHILDREN - 1)), max_size=14
)


@pytest.fixture
def children(register):
    return pupils(register, CHILDREN)


def step(register, number, deed, child):
    """Do one thing that a person might do; what is refused changes nothing."""
    held = activities.of(register, number)
    acts = {"accept": places.accept, "decline": places.decline}
    if deed == "invite":
        places.invite(register, number, [child])
    elif deed == "wait":
        places.wait(register, number, [child])
    elif deed in acts:
        acts[deed](register, [places.place_of(register, number, child)])
    elif deed == "withdraw":
        places.withdraw(register, [places.place_of(register, number, child)])
    elif deed == "remove":
        places.remove(register, [places.place_of(register, number, child)], "Why not")
    elif deed in {"more", "fewer"}:
        most = held.places_most + (1 if deed == "more" else -1)
        activities.edit(register, replace(held, places_most=most))
    elif deed in {"leave", "come back"}:
        left_on = "2026-11-20" if deed == "leave" else None
        with register.change("Pupil list imported") as db:
            db.update("pupils", child, {"left_on": left_on})
    else:
        undo(register)


@ANY
@given(steps=STEPS, most=st.integers(1, 3))
def test_places_never_exceed_the_maximum_and_none_is_free_while_somebody_waits(
    register, children, steps, most
):
    with register.change("All are here") as db:
        for child in children:
            db.update("pupils", child, {"left_on": None})
    number = activity(register, places_most=most)
    for deed, place in steps:
        if deed == "undo" and register.value("select max(id) from changes") < 5:
            continue
        before = line(register, number)
        try:
            step(register, number, deed, children[place])
        except UserError:
            continue
        if not register.value("select 1 from activities where id = :id", id=number):
            return  # the undo took the activity away
        held = activities.of(register, number)
        after = line(register, number)
        assert held.taken <= held.places_most
        assert not (after and held.places_left)
        if deed != "undo":
            stayed = [child for child in before if child in after]
            assert [child for child in after if child in before] == stayed
            assert after[: len(stayed)] == stayed


@ANY
@given(steps=STEPS)
def test_undoing_everything_leaves_what_was_there(register, children, steps):
    number = activity(register, places_most=2)
    first, before = (
        register.value("select max(id) from changes"),
        contents(register),
    )
    for deed, place in steps:
        if deed != "undo":
            try:
                step(register, number, deed, children[place])
            except UserError:
                continue
    last = register.value("select max(id) from changes")
    for change in range(last, first, -1):
        if register.value("select row_count from changes where id = :id", id=change):
            assert undo(register, change).kept == ()

    assert contents(register) == before
    undo(register, first)


@ANY
@given(
    order=st.permutations(list(RULES)),
    used=st.integers(0, len(RULES)),
    room=st.integers(0, CHILDREN),
    seed=st.integers(1, 99),
)
def test_the_same_rules_suggest_the_same_pupils(
    register, children, order, used, room, seed
):
    number = activity(register)
    rules = Rules(tuple(order[:used]), room, 42, seed)

    one = suggestions.draft(register, number, rules)
    two = suggestions.draft(register, number, rules)

    assert one == two
    assert len(one.chosen) == room
    assert {s.candidate.pupil_id for s in one.suggestions} == set(children)
    assert all(s.reason for s in one.suggestions)


def test_the_order_of_the_rows_on_the_roll_does_not_matter(register):
    number = activity(register)
    rules = Rules(("mix",), 2, 42, 7)
    ids = [pupil(register, name, dob=None) for name in ("Aisha", "Noah", "Lina")]
    before = suggestions.draft(register, number, rules).chosen

    with register.change("Names corrected") as db:
        for child, name in zip(ids, ("Zara", "Yusuf", "Xena"), strict=True):
            db.update("pupils", child, {"forename": name})

    assert suggestions.draft(register, number, rules).chosen == before
