"""Telling families, from end to end: new pupils, forty slips, a separated family."""

from datetime import date, timedelta

from pypdf import PdfReader

from gtregister.core import history, undo
from gtregister.core.enrichment import activities, places, sessions
from gtregister.core.enrichment.sessions import When
from gtregister.core.telling import (
    answers,
    letter_files,
    letters,
    notices,
    owed,
    slips,
    templates,
    wishes,
)
from tests.builders import contents, pupil
from tests.families import leave, newcomer, offer, parent, stay
from tests.programme import activity, session

TRIP = date(2026, 12, 10)


def due(register, kind=None):
    return letters.write(register, letters.due(register, kind)).letters


def whole(path):
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def kinds(register, state="due"):
    found = owed.every(register)
    return sorted((o.event.kind, o.audience) for o in found if o.state == state)


def test_letters_to_new_families_go_out_in_form_order_and_are_undone(
    register, tmp_path
):
    offer(register)
    for number in range(12):
        newcomer(
            register,
            f"Child{number:02}",
            form=f"7{'CAB'[number % 3]}",
            surname=f"Family{number:02}",
        )
    before = contents(register)
    ready = due(register, "joined")

    made = letter_files.save_by_form(register, ready, tmp_path)
    letters.mark_printed(register, ready)

    assert [path.name for path in made] == [
        "letters-7A.pdf",
        "letters-7B.pdf",
        "letters-7C.pdf",
    ]
    texts = [whole(path) for path in made]
    for number in range(12):
        mine = texts[["7A", "7B", "7C"].index(f"7{'CAB'[number % 3]}")]
        assert f"Child{number:02}" in mine
        assert sum(f"Child{number:02}" in text for text in texts) == 1
    assert notices.not_told(register).notices == 0
    undo.undo(register)
    assert contents(register) == before


def test_forty_slips_are_typed_in(register):
    offer(register)
    for number in range(40):
        newcomer(register, f"Child{number:02}", surname=f"Family{number:02}")
    ready = due(register, "joined")
    letters.mark_printed(register, ready)
    numbers = [one.letter.slip.number for one in ready if one.letter.slip]
    assert len(set(numbers)) == 40

    for place, number in enumerate(numbers):
        said = "ynn" if place % 10 else "nyy"
        assert answers.enter(register, number, [said]).slip.number == number

    assert slips.table(register, is_missing=True).rows == []
    assert len(wishes.table(register, is_open=True).rows) == 4
    assert len(slips.table(register).rows) == 40


def test_a_separated_family_gets_two_letters_and_one_answer_of_each(register, tmp_path):
    offer(register)
    child = newcomer(register)
    father = {"surname": "Khan", "title": "Mr", "address": "9 High Street"}
    parent(register, child, "Omar", **father, postcode="GF9 9ZZ")
    ready = [one for one in due(register) if one.owed.household]
    letters.mark_printed(register, ready)

    for place, one in enumerate(ready):
        path = tmp_path / f"{place}.pdf"
        letter_files.save(register, [one], path)
        other = ready[1 - place]
        theirs = [line for line in other.letter.address if line != "Greenfield"]
        assert all(line not in whole(path) for line in theirs)

    mother, father = (one.letter.slip.number for one in ready)
    answers.enter(register, mother, ["yes"])
    found = {
        o.household.people[0].name: o.state for o in owed.every(register) if o.household
    }
    assert found == {"Mrs Farah Ahmed": "answered", "Mr Omar Khan": "printed"}
    answers.enter(register, father, ["nny"])
    (row,) = wishes.table(register).only(["said_by"]).rows
    assert row == ("Mr Omar Khan",)


def test_a_withdrawn_pupil_is_told_kindly_and_the_history_shows_it(register):
    offer(register)
    child = pupil(register, "Lina", form="8B")
    parent(register, child)
    entry = stay(register, child, on=register.today - timedelta(days=90))
    letters.mark_printed(register, due(register))

    leave(register, entry)
    ready = due(register)
    letters.mark_printed(register, ready)

    text = next(one.letter.text for one in ready if one.owed.household)
    assert "Leaving is no disgrace" in text
    assert "Lina" in text
    assert kinds(register) == []
    said = [what for (what,) in history.table(register, child).only(["what"]).rows]
    assert said[:2] == ["Letters printed", "Decided"]
    assert len(letters.table(register, child).rows) == 4


def test_a_consent_goes_from_the_slip_to_the_roster(register):
    child = pupil(register, "Aisha", form="7A")
    friend = pupil(register, "Ben", surname="Hill", form="7A")
    for one in (child, friend):
        parent(register, one)
    trip = activity(
        register, "Maths at the university", consent="needed", places_most=1, charge=450
    )
    session(register, trip, TRIP, "09:00", "15:00")
    places.invite(register, trip, [child, friend], "fits the subject")
    assert kinds(register) == [("offered", "parents"), ("offered", "pupil")]

    ready = due(register, "offered")
    letters.mark_printed(register, ready)
    (letter,) = (one.letter for one in ready if one.owed.household)
    assert "10 December 2026, 09:00 to 15:00" in letter.text
    assert "£4.50" in letter.text

    answers.enter(register, letter.slip.number, ["no"])
    standing = dict(map(tuple, register.rows("select forename, state from place_list")))
    assert standing == {"Aisha": "declined", "Ben": "invited"}
    assert kinds(register) == [("offered", "parents"), ("offered", "pupil")]

    ready = due(register, "offered")
    letters.mark_printed(register, ready)
    (number,) = (one.letter.slip.number for one in ready if one.letter.slip)
    answers.enter(register, number, ["yn"])
    row = register.row("select state, consent from place_list where forename = 'Ben'")
    assert tuple(row) == ("accepted", "given")


def test_a_moved_and_a_cancelled_activity_are_told_to_all_who_have_a_place(register):
    child = pupil(register, "Aisha", form="7A")
    parent(register, child)
    club = activity(register, "Chess club")
    meeting = session(register, club, TRIP)
    places.invite(register, club, [child], "fits the subject")
    letters.mark_printed(register, due(register))

    sessions.move(
        register, meeting, When(date(2026, 12, 11), "15:30"), "the hall floods"
    )
    assert kinds(register) == [("changed", "parents"), ("changed", "pupil")]
    ready = due(register)
    assert "is now on 11 December 2026, 15:30" in ready[0].letter.text
    letters.mark_printed(register, ready)

    activities.set_status(register, club, "cancelled")
    assert kinds(register) == [("cancelled", "parents"), ("cancelled", "pupil")]
    assert "Chess club is cancelled" in due(register)[0].letter.text


def test_letters_through_the_years_read_as_the_school_has_edited_them(register):
    offer(register)
    newcomer(register)
    own = "# News of {{child}}\nWe offer:\n- {{offers}}\n---\n? read: We read it.\n"

    templates.keep(register, "joined_parents", "en", own)
    ready = [one for one in due(register) if one.owed.household]

    assert ready[0].letter.subject == "News of Aisha"
    assert ready[0].letter.slip.questions == ("We read it.",)
    letters.mark_printed(register, ready)
    templates.restore(register, "joined_parents", "en")
    (kept,) = letters.table(register).keys
    assert "News of Aisha" in letters.text(register, kept)
