"""Templates: edited by the school, checked, and never more than text with fields."""

import pytest

from gtregister.core import undo
from gtregister.core.telling import letter_template, readability, templates
from gtregister.errors import UserError
from gtregister.writers.letter import Block
from tests.builders import contents

OWN = "# News of {{child}}\n\nWe offer:\n- {{offers}}\n"


def filled(text, **values):
    template = letter_template.parse(text)
    return letter_template.fill(template, values, " and ".join)


def test_a_bullet_that_is_a_field_becomes_one_for_each_value():
    found = filled(OWN, child="Aisha", offers=("chess", "a choir"))

    assert found.subject == "News of Aisha"
    assert found.blocks == (
        Block("text", "We offer:"),
        Block("bullet", "chess"),
        Block("bullet", "a choir"),
    )


def test_several_values_in_a_sentence_are_written_in_a_row():
    found = filled("# X\nIn {{areas}}.", areas=("music", "art"))

    assert found.blocks[0].text == "In music and art."


def test_what_has_no_value_is_left_out_with_its_heading():
    found = filled("# X\nHello.\n## Done\n- {{done}}\n## Next\n{{offers}}\n", done=())

    assert [block.text for block in found.blocks] == ["Hello."]


def test_a_value_is_never_read_as_a_template():
    found = filled(
        "# {{child}}\n- {{offers}}", child="{{form}}", offers=("# {{child}}",)
    )

    assert found.subject == "{{form}}"
    assert found.blocks[0].text == "# {{child}}"


def test_control_characters_and_line_ends_of_a_value_are_left_out():
    assert letter_template.one_line("a\x00\r\nb\u2028c\ud800") == "a b c"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("# X\n{{shoe_size}}", "“shoe_size” is not a field"),
        ("# X\n{{child.__class__}}", "is not a field"),
        ("# X\n{{child}", "A field begins with"),
        ("Hello.", "Say what the letter is about"),
        ("# X", "says nothing yet"),
        ("# X\nHello.\n---\nTick here.", "is not a question"),
        ("# X\nHello.\n---\n? a: One?\n? a: Two?", "the same name"),
    ],
)
def test_what_is_wrong_with_a_template_is_said(text, wrong):
    assert any(wrong in said for said in letter_template.problems(text))
    with pytest.raises(UserError):
        letter_template.parse(text)


def test_the_schools_own_text_stands_before_the_shipped_one_until_put_back(register):
    before = contents(register)
    shipped = templates.of(register, "joined_parents").text

    templates.keep(register, "joined_parents", "en", OWN)
    assert templates.of(register, "joined_parents").is_own
    templates.keep(register, "joined_parents", "en", OWN + "More.\n")
    templates.restore(register, "joined_parents", "en")

    assert templates.of(register, "joined_parents").text == shipped
    for _step in range(3):
        undo.undo(register)
    assert contents(register) == before


def test_a_joining_letter_without_an_offer_is_not_kept(register):
    with pytest.raises(UserError, match="says what is offered"):
        templates.keep(register, "joined_parents", "en", "# X\nYou are on the list.\n")


def test_every_template_is_listed_with_its_language(register):
    listed = templates.table(register).only(["kind", "audience", "language"]).rows

    assert ("Joined the register", "Parents", "Welsh") in listed
    assert ("Yearly update", "The pupil", "English") in listed
    with pytest.raises(UserError, match="There is no letter “nonsense”"):
        templates.of(register, "nonsense")


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("CYM", "cy"),
        ("Welsh", "cy"),
        ("cy", "cy"),
        ("POL", "en"),
        ("", "en"),
        ("?", "en"),
    ],
)
def test_a_contacts_language_is_found_by_code_or_name(said, language):
    assert templates.language_of(said, frozenset({"en", "cy"})) == language


def test_the_shipped_letters_are_read_with_ease():
    for key, text in templates.shipped("en").items():
        template = letter_template.parse(text)
        plain = "\n".join(block.text for block in template.blocks)
        years = readability.age(plain)
        assert years is None or years <= 13, (key, years)


def test_hard_words_and_long_sentences_need_an_older_reader():
    easy = (
        "We like to read. You can help. Ask what was hard. Talk about it at home. " * 3
    )
    hard = (
        "Notwithstanding individual differentiation, identification necessitates "
        "comprehensive consideration of multidimensional psychometric characteristics "
        "alongside longitudinal attainment trajectories and extracurricular "
        "participation throughout secondary education."
    )

    assert readability.age(easy) < 8
    assert readability.age(hard) > 16
    assert readability.age("Too short.") is None
    assert "Aim for 9 to 11" in readability.sentence(easy)
    assert readability.sentence(easy, "cy") == "The reading age is not known."
