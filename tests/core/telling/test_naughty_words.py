"""Hostile names and templates go through a letter as text, and as nothing else."""

import pytest

from gtregister.core.telling import letter_template, letters, templates
from gtregister.errors import UserError
from tests import naughty
from tests.families import newcomer, offer

TEXTS = naughty.texts()


def listed(several):
    return ", ".join(several)


@pytest.mark.parametrize("place", ["child", "areas", "award"])
def test_a_value_is_put_in_as_it_is_and_never_read_again(place):
    template = letter_template.parse("# To {{child}}\nX {{child}} {{areas}} {{award}}")

    for text in TEXTS:
        values = {"child": "-", "areas": ("-",), "award": "-"}
        values |= {place: (text,) if place == "areas" else text}
        filled = letter_template.fill(template, values, listed)
        assert letter_template.one_line(text) in filled.blocks[0].text
        assert len(filled.blocks) == 1


def test_a_template_of_any_text_is_read_or_refused_in_sentences():
    for text in TEXTS:
        wrong = templates.problems("joined_parents", text)
        assert wrong
        assert all(said.endswith((".", "”")) for said in wrong), wrong
        with pytest.raises(UserError):
            letter_template.parse(text)


def test_any_text_within_a_template_is_text_or_a_problem():
    for text in TEXTS:
        source = f"# About {text}\n\nWords: {text}\n"
        if letter_template.problems(source):
            continue
        template = letter_template.parse(source)
        filled = letter_template.fill(template, {"child": "Aisha"}, listed)
        assert filled.subject


def test_a_child_of_any_name_gets_a_letter_that_can_be_kept(register):
    offer(register)
    with register.change("Pupils added"):
        for text in TEXTS[::7]:
            name = letter_template.one_line(text)
            newcomer(register, name or "A", surname=name or "B")

    prepared = letters.write(register, letters.due(register))
    letters.mark_printed(register, prepared.letters)

    kept = letters.table(register).keys
    assert len(kept) == len(prepared.letters)
    assert all(
        "{{" not in one.letter.subject.replace(one.letter.child, "")
        for one in prepared.letters
        if "{" not in one.letter.child
    )
