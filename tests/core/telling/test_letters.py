"""Letters: whole, in the family's words, about one pupil, kept as they were sent."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gtregister.core import history, school, undo
from gtregister.core.telling import (
    letter_batches,
    letter_settings,
    letters,
    notices,
    on_request,
    templates,
)
from gtregister.errors import UserError
from tests.builders import contents, pupil
from tests.conftest import TODAY
from tests.families import newcomer, offer, parent, stay


def written(register, audience="parents"):
    return [
        one
        for one in letters.write(register, letters.due(register)).letters
        if one.owed.audience == audience
    ]


def test_a_joining_letter_opens_with_what_is_offered_and_why_without_a_score(register):
    offer(register)
    newcomer(register)

    (letter,) = (one.letter for one in written(register))

    assert letter.address == ("Mrs Farah Ahmed", "4 Mill Lane", "Greenfield", "GF1 2AB")
    assert letter.greeting == "Dear Mrs Ahmed"
    assert letter.subject == "What we will offer Aisha this year"
    assert letter.blocks[1].text == "a problem-solving group on Thursdays"
    assert "mathematics" in letter.text
    assert "{{" not in letter.text
    assert letter.slip.number == "10019"
    assert letter.slip.instruction.endswith("by 7 December 2026.")


def test_a_pupil_is_told_in_words_of_their_own(register):
    offer(register)
    newcomer(register)

    (letter,) = (one.letter for one in written(register, "pupil"))

    assert letter.address == ("Aisha Ahmed", "Form 7A")
    assert letter.greeting == "Dear Aisha"
    assert letter.slip is None


def test_an_older_pupil_is_written_to_at_home(register):
    offer(register)
    newcomer(register, "Lina", dob="2009-01-05")

    (one,) = written(register, "pupil")

    assert one.letter.address == ("Lina Ahmed", "4 Mill Lane", "Greenfield", "GF1 2AB")
    assert one.way == "post"


def test_neither_household_of_a_separated_family_learns_the_others_address(register):
    offer(register)
    child = newcomer(register)
    parent(register, child, "Omar", surname="Khan", title="Mr", address="9 High Street")

    mother, father = (one.letter for one in written(register))

    assert "High Street" not in mother.text + "".join(mother.address)
    assert "Khan" not in mother.text + "".join(mother.address)
    assert "Mill Lane" not in father.text + "".join(father.address)
    assert mother.slip.number != father.slip.number


def test_a_family_is_written_to_in_its_language_else_in_english(register):
    offer(register)
    for forename, language in (("Siân", "CYM"), ("Zofia", "POL"), ("Tom", "Welsh")):
        child = pupil(register, forename)
        parent(register, child, language=language)
        stay(register, child)

    found = {one.letter.child: one.letter for one in written(register)}

    assert found["Siân Ahmed"].greeting == "Annwyl Mrs Ahmed"
    assert "mathemateg" in found["Siân Ahmed"].text
    assert found["Siân Ahmed"].day == "23 Tachwedd 2026"
    assert found["Tom Ahmed"].language == "cy"
    assert found["Zofia Ahmed"].greeting == "Dear Mrs Ahmed"


def test_a_language_is_one_more_file(register):
    offer(register)
    child = pupil(register, "Zofia")
    parent(register, child, language="POL")
    stay(register, child)
    text = "# {{child}}\nOferujemy: {{offers}}.\n"
    with register.change("Letter edited") as db:
        row = {"key": "joined_parents", "language": "pl", "text": text}
        db.insert("letter_templates", row)

    (one,) = written(register)

    assert one.letter.blocks[0].text.startswith("Oferujemy: a problem")
    assert one.letter.day == "23 listopada 2026"


def test_the_schools_words_are_those_of_the_letter(register):
    offer(register)
    newcomer(register)
    called = replace(school.of(register), register_words="Aspire programme")
    school.amend(register, called)

    (one,) = written(register)

    assert "our aspire programme" in one.letter.text


def test_printing_keeps_what_was_said_and_is_undone(register):
    offer(register)
    child = newcomer(register)
    before = contents(register)
    prepared = letters.write(register, letters.due(register))

    letters.mark_printed(register, prepared.letters)

    assert notices.not_told(register).notices == 0
    kept = letters.table(register, child)
    assert len(kept.rows) == 2
    texts = [letters.text(register, key) for key in kept.keys]
    assert any("What we will offer Aisha" in text for text in texts)
    assert history.table(register, child).only(["what"]).rows[0] == ("Letters printed",)
    undo.undo(register)
    assert contents(register) == before


def test_a_number_is_not_used_again_after_an_undo(register):
    offer(register)
    newcomer(register)
    letters.mark_printed(register, written(register))
    undo.undo(register)

    (one,) = written(register)

    assert one.letter.slip.number != "10019"


def test_letters_made_before_others_were_numbered_are_refused(register):
    offer(register)
    newcomer(register)
    early = written(register)
    letters.draft(register, written(register))
    undo.undo(register)

    with pytest.raises(UserError, match="Make these letters again"):
        letters.mark_printed(register, early)


def test_a_draft_is_not_told_and_keeps_its_number(register):
    offer(register)
    newcomer(register)
    letters.draft(register, written(register))

    (one,) = written(register)

    assert one.owed.state == "drafted"
    assert one.letter.slip.number == "10019"
    letters.mark_printed(register, [one])
    assert register.value("select count(*) from slips") == 1


def test_a_reprint_says_that_it_is_a_copy_and_changes_nothing_else(register):
    offer(register)
    newcomer(register)
    letters.mark_printed(register, written(register))
    again = letters.due(register, again=True)

    prepared = letters.write(register, again)
    letters.mark_printed(register, prepared.letters)

    (one,) = prepared.letters
    assert one.letter.copy == "Copy"
    assert one.letter.slip.number == "10019"
    assert [row[7] for row in letters.table(register).rows] == [1, 0]
    assert register.value("select count(*) from notices") == 1


def test_a_copy_asks_for_its_slip_by_the_day_of_the_first(register):
    offer(register)
    newcomer(register)
    letters.mark_printed(register, written(register))
    register._given_today = TODAY + timedelta(days=5)

    again = letters.write(register, letters.due(register, again=True)).letters

    (letter,) = (one.letter for one in again if one.letter.slip)
    assert letter.slip.instruction.endswith("by 7 December 2026.")
    assert "Return the slip by 7 December 2026." in letter.text


def test_letters_come_in_the_order_of_forms_siblings_together_if_wanted(register):
    offer(register)
    newcomer(register, "Zoe", form="7B")
    newcomer(register, "Ann", form="7A", surname="Other")
    newcomer(register, "Bilal", form="9A", year_group=9)
    found = written(register)
    assert [one.letter.form for one in found] == ["7A", "7B", "9A"]

    grouped = letter_batches.together(found)

    assert len({one.owed.household.id for one in grouped}) == 1


def test_only_what_is_written_on_request_can_be_asked_for(register):
    child = newcomer(register)

    (to_next,) = letters.write(
        register, on_request.notices(register, "next_school", [child])
    ).letters

    assert to_next.letter.subject == "Aisha Ahmed: what to build on"
    with pytest.raises(UserError):
        on_request.notices(register, "joined", [child])


def test_a_template_in_the_making_is_shown_for_a_made_up_pupil(register):
    shown = letters.preview(
        register, "joined_parents", "en", "# Hello {{child}}\n- {{offers}}\n"
    )

    assert shown.letter.subject == "Hello Aisha"
    assert len(shown.letter.blocks) == 2
    with pytest.raises(UserError, match="not a field"):
        letters.preview(register, "joined_parents", "en", "# {{child.__class__}}\nX")


def test_every_shipped_letter_reads_well_and_uses_fields_that_there_are(register):
    for (key, language), source in templates.every(register).items():
        assert templates.problems(key, source.text) == [], (key, language)
        letter = letters.preview(register, key, language, source.text).letter
        assert "{{" not in letter.text


def test_settings_that_are_the_same_are_no_change(register):
    held = letter_settings.of(register)
    before = register.value("select max(id) from changes")

    letter_settings.update(register, held)
    assert register.value("select max(id) from changes") == before

    letter_settings.update(register, replace(held, signatory="Mrs J Osei"))
    letter_settings.update(register, replace(held, signatory=""))
    assert letter_settings.of(register) == held
