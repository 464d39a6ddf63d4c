import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gtregister.core import checks
from gtregister.core.importing import imports
from gtregister.core.undo import last, redo, redoable, undo
from gtregister.errors import Cancelled, UserError
from tests.builders import contents, pupil, score


def changed(register, pupil_id, **values):
    with register.change("Pupil changed") as db:
        db.update("pupils", pupil_id, values)


def removed(register, table, row_id):
    with register.change("Removed") as db:
        db.delete(table, [row_id])


def test_undo_puts_back_exactly_what_was_there(register):
    aisha = pupil(register)
    maths = score(register, aisha, "118")
    before = contents(register)

    with register.change("Many things") as db:
        db.update("pupils", aisha, {"form": "7A", "pupil_premium": 1})
        db.update("results", maths, {"value": "112", "number": 112.5})
        db.insert("pupils", {"surname": "Baker", "forename": "Noah"})
        db.delete("results", [maths])
    undone = undo(register)

    assert contents(register) == before
    assert undone.kept == ()


def test_an_undo_can_be_undone_by_its_number(register):
    pupil(register)
    after = contents(register)
    undo(register)
    number = register.value("select max(id) from changes")

    undo(register, number)

    assert contents(register) == after


def test_an_undo_may_be_undone_and_done_again_any_number_of_times(register):
    without = contents(register)
    pupil(register)
    with_aisha = contents(register)
    undo(register)

    for expected in (with_aisha, without, with_aisha):
        undo(register, register.value("select max(id) from changes"))
        assert contents(register) == expected
    undo(register)
    assert contents(register) == without


def test_a_upn_that_was_given_on_is_given_back(register):
    aisha = pupil(register, upn="H801200001001")
    before = contents(register)

    with register.change("UPN given on") as db:
        db.update("pupils", aisha, {"upn": None})
        other = {"upn": "H801200001001", "surname": "Baker", "forename": "Noah"}
        db.insert("pupils", other)
    undo(register)

    assert contents(register) == before


def test_undoing_an_import_that_amended_a_result_leaves_no_trace(register, tmp_path):
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    row = "UPN,Surname,Forename,DOB,KS2 Maths SS\nH801200001001,Ahmed,Aisha,03/09/2014,"
    first.write_text(row + "101\n")
    second.write_text(row + "104\n")
    imports.apply(register, imports.plan(register, first))
    before = contents(register)

    imports.apply(register, imports.plan(register, second))
    undone = undo(register)

    assert undone.kept == ()
    assert contents(register) == before


def test_undo_without_a_number_goes_further_back_each_time(register):
    first = contents(register)
    aisha = pupil(register)
    changed(register, aisha, form="7A")

    undo(register)
    undo(register)

    assert contents(register) == first
    with pytest.raises(UserError, match="nothing to undo"):
        undo(register)


def test_a_later_edit_of_another_column_does_not_hinder(register):
    aisha = pupil(register, form="7A")
    changed(register, aisha, form="7B")
    second = register.value("select max(id) from changes")
    changed(register, aisha, year_group=8)

    undone = undo(register, second)

    row = register.row("select form, year_group from pupils")
    assert tuple(row) == ("7A", 8)
    assert undone.kept == ()


def test_what_was_edited_since_is_kept_and_listed(register):
    aisha = pupil(register, form="7A")
    changed(register, aisha, form="7B", sex="F")
    second = register.value("select max(id) from changes")
    changed(register, aisha, form="7C")

    undone = undo(register, second)

    row = register.row("select form, sex from pupils")
    assert tuple(row) == ("7C", None)
    [kept] = undone.kept
    assert "Aisha Ahmed" in kept.text
    assert "7C" in kept.text


def test_a_pupil_whom_later_rows_need_is_kept(register):
    aisha = pupil(register)
    noah = pupil(register, "Noah", dob="2014-10-04")
    with register.change("Two pupils") as db:
        ben = db.insert("pupils", {"surname": "Lee", "forename": "Ben"})
        eve = db.insert("pupils", {"surname": "Lee", "forename": "Eve"})
    added = register.value("select max(id) from changes")
    score(register, ben, "118")

    undone = undo(register, added)

    left = {row["id"] for row in register.rows("select id from pupils")}
    assert left == {aisha, noah, ben}
    assert eve not in left
    assert [kept.row_id for kept in undone.kept] == [ben]
    assert checks.damage(register.file) == []


def test_nothing_is_marked_undone_if_nothing_could_be_put_back(register):
    aisha = pupil(register, form="7A")
    changed(register, aisha, form="7B")
    second = register.value("select max(id) from changes")
    changed(register, aisha, form="7C")

    with pytest.raises(UserError, match="Nothing could be put back"):
        undo(register, second)

    assert register.value("select count(*) from changes where undoes is not null") == 0


def test_a_change_is_undone_once(register):
    pupil(register)
    number = register.value("select max(id) from changes")
    undo(register, number)

    with pytest.raises(UserError, match="undone already"):
        undo(register, number)


def test_the_making_of_the_register_stays(register):
    with pytest.raises(UserError, match="cannot be undone"):
        undo(register, 1)


def test_an_id_is_never_used_twice(register):
    first = pupil(register)
    undo(register)

    assert pupil(register, "Noah") > first


def test_redo_makes_again_what_was_undone_last(register):
    aisha = pupil(register)
    changed(register, aisha, form="7A")
    after = contents(register)
    undo(register)

    redone = redo(register)

    assert contents(register) == after
    assert redone.what == "Pupil changed"
    assert last(register)["what"] == "Pupil changed"


def test_undo_and_redo_walk_the_same_steps_to_and_fro(register):
    states = [contents(register)]
    for name in ("Aisha", "Noah", "Zoë"):
        pupil(register, name)
        states.append(contents(register))

    for _round in range(2):
        for before in reversed(states[:-1]):
            undo(register)
            assert contents(register) == before
        for after in states[1:]:
            redo(register)
            assert contents(register) == after


def test_an_ordinary_change_after_an_undo_ends_redo(register):
    pupil(register)
    undo(register)
    assert redoable(register) is not None

    pupil(register, "Noah")

    assert redoable(register) is None
    with pytest.raises(UserError, match="nothing to redo"):
        redo(register)


def test_a_print_after_an_undo_does_not_end_redo(register):
    pupil(register)
    undo(register)
    with register.change("Printed"):
        pass

    assert redoable(register)["undone_what"] == "Pupil added"


def test_an_undo_that_is_cancelled_changes_nothing(register):
    aisha = pupil(register)
    changed(register, aisha, form="7A")
    before = contents(register)

    def stop(done, of):
        raise Cancelled

    with pytest.raises(Cancelled):
        undo(register, step=stop)
    assert contents(register) == before
    assert last(register)["what"] == "Pupil changed"


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["add", "form", "year", "score", "drop score"]),
        st.integers(0, 5),
    ),
    min_size=1,
    max_size=12,
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(actions=ACTIONS)
def test_undoing_everything_in_turn_leads_back_to_the_start(register, actions):
    start = contents(register)
    steps = []
    for action, n in actions:
        before, changes = contents(register), count_changes(register)
        act(register, action, n)
        if count_changes(register) > changes:
            steps.append(before)

    for before in reversed(steps):
        undo(register)
        assert contents(register) == before
    assert contents(register) == start


def count_changes(register):
    return register.value("select count(*) from changes where row_count > 0")


def act(register, action, n):
    pupils = [row["id"] for row in register.rows("select id from pupils order by id")]
    results = [row["id"] for row in register.rows("select id from results order by id")]
    if action == "add" or not pupils:
        pupil(register, f"Pupil {n}")
    elif action == "form":
        changed(register, pupils[n % len(pupils)], form=f"7{n}")
    elif action == "year":
        changed(register, pupils[n % len(pupils)], year_group=n)
    elif action == "score":
        score(register, pupils[n % len(pupils)], f"{100 + n}.25")
    elif results:
        removed(register, "results", results[n % len(results)])
