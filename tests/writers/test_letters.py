"""Letters on paper, in Word, as drafts and on labels: whole, readable and harmless."""

import email
from email import policy

import pytest
from pypdf import PdfReader

from gtregister.errors import Cancelled, UserError
from gtregister.writers import (
    labels_pdf,
    letter_eml,
    letter_merge,
    letter_pdf,
    no_step,
)
from gtregister.writers.letter import Batch, Letterhead
from tests.writers.letters import DAY, SLIP, batch, letter, pages, school_template


def test_a_letter_has_its_letterhead_address_text_and_slip(tmp_path):
    letter_pdf.write(batch(letter(slip=SLIP)), tmp_path / "x.pdf")

    (text,) = pages(tmp_path / "x.pdf")

    for words in (
        "Greenfield Academy",
        "4 Mill Lane",
        "Why we write",
        "10019",
        "Signed",
    ):
        assert words in text
    assert "Page 1" not in text


def test_the_address_stands_in_the_window_of_an_envelope(tmp_path):
    letter_pdf.write(batch(letter()), tmp_path / "x.pdf")
    found = {}

    def note(text, _cm, matrix, _font, _size):
        found[text.strip()] = (matrix[4], matrix[5])

    PdfReader(tmp_path / "x.pdf").pages[0].extract_text(visitor_text=note)
    lines = [y for words, (_x, y) in found.items() if "Mill Lane" in words]

    millimetres = [(842 - y) / 72 * 25.4 for y in lines]
    assert all(50 <= from_top <= 85 for from_top in millimetres)


@pytest.mark.parametrize("lines", [1, 2, 3, 6])
def test_no_words_of_a_posted_letter_show_in_the_window(tmp_path, lines):
    address = ("Mrs Ahmed", "4 Mill Lane", "Far End", "Greenfield", "Shire", "GF1 2AB")
    letter_pdf.write(batch(letter(address=address[:lines])), tmp_path / "x.pdf")
    heights = {}

    def note(text, _cm, matrix, _font, _size):
        heights[text.strip()] = (842 - matrix[5]) / 72 * 25.4

    PdfReader(tmp_path / "x.pdf").pages[0].extract_text(visitor_text=note)

    others = [y for words, y in heights.items() if words and words not in address]
    assert not [y for y in others if 46 < y < 98]


def test_a_long_letter_takes_more_pages_and_keeps_its_slip_whole(tmp_path):
    letter_pdf.write(batch(letter(paragraphs=40, slip=SLIP)), tmp_path / "x.pdf")

    texts = pages(tmp_path / "x.pdf")

    assert len(texts) >= 2
    assert f"Page 1 of {len(texts)}" in texts[0]
    assert "Reply slip" in texts[-1]
    assert "Signed" in texts[-1]
    assert all(f"line {n}." in "".join(texts) for n in range(40))


@pytest.mark.parametrize("paragraphs", range(14, 26))
def test_a_signature_never_stands_alone_on_a_page(tmp_path, paragraphs):
    letter_pdf.write(batch(letter(paragraphs=paragraphs)), tmp_path / "x.pdf")

    last = pages(tmp_path / "x.pdf")[-1]

    assert "a problem-solving group" in last
    assert "Head teacher" in last


def test_large_print_is_larger(tmp_path):
    letter_pdf.write(batch(letter(paragraphs=7)), tmp_path / "small.pdf")
    large = letter(paragraphs=7, large_print=True)
    letter_pdf.write(batch(large), tmp_path / "large.pdf")

    assert len(pages(tmp_path / "large.pdf")) > len(pages(tmp_path / "small.pdf"))


def test_on_both_sides_each_letter_begins_a_sheet(tmp_path):
    both = batch(letter(), letter())
    letter_pdf.write(both, tmp_path / "x.pdf", two_sided=True)

    assert ["Dear" in text for text in pages(tmp_path / "x.pdf")] == [
        True,
        False,
        True,
        False,
    ]


def test_a_copy_says_so(tmp_path):
    letter_pdf.write(batch(letter(copy="Copy")), tmp_path / "x.pdf")

    assert "Copy" in pages(tmp_path / "x.pdf")[0]


def test_progress_is_told_and_cancel_is_heard(tmp_path):
    heard = []

    def step(done, of):
        heard.append((done, of))
        if done == 2:
            raise Cancelled

    many = batch(*[letter() for _n in range(5)])
    with pytest.raises(Cancelled):
        letter_pdf.write(many, tmp_path / "x.pdf", step=step)
    assert heard == [(1, 5), (2, 5)]


def test_a_logo_that_is_no_picture_is_left_out(tmp_path):
    head = Letterhead("Greenfield Academy", (), b"no picture")

    letter_pdf.write(Batch(head, [letter()], DAY), tmp_path / "x.pdf")

    assert len(pages(tmp_path / "x.pdf")) == 1


def test_the_schools_own_template_is_filled_by_its_merge_fields(tmp_path):
    from docx import Document

    template = school_template(tmp_path, "address", "child", "text", "slip_number")
    both = batch(letter(slip=SLIP), letter("Mr Khan"))

    letter_merge.write(both, tmp_path / "x.docx", template, no_step)

    whole = "\n".join(p.text for p in Document(str(tmp_path / "x.docx")).paragraphs)
    assert whole.count("Our own paper") == 2
    for words in ("Mrs Ahmed", "4 Mill Lane", "Mr Khan", "Aisha", "10019"):
        assert words in whole
    assert "«" not in whole


def test_a_field_that_letters_do_not_have_is_named(tmp_path):
    template = school_template(tmp_path, "child", "shoe_size")

    with pytest.raises(UserError, match="“shoe_size”"):
        letter_merge.write(batch(letter()), tmp_path / "x.docx", template, no_step)


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x05\x06" + b"\0" * 18])
def test_a_template_that_is_no_document_is_refused_in_a_sentence(tmp_path, content):
    template = tmp_path / "template.docx"
    template.write_bytes(content)

    with pytest.raises(UserError, match="not a Word document"):
        letter_merge.write(batch(letter()), tmp_path / "x.docx", template, no_step)


def test_a_draft_goes_to_one_family_and_is_sent_by_a_person(tmp_path):
    letter_eml.write(letter(email="f.ahmed@example.org"), tmp_path / "x.eml")

    with (tmp_path / "x.eml").open("rb") as file:
        message = email.message_from_binary_file(file, policy=policy.default)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "What we will offer"
    assert "Dear Mrs Ahmed" in message.get_content()


@pytest.mark.parametrize("wrong", ["", "nobody", "a@b.c\nBcc: d@e.f", "a b@c.d", "@"])
def test_an_address_that_cannot_be_written_to_is_said(tmp_path, wrong):
    with pytest.raises(UserError):
        letter_eml.write(letter(email=wrong), tmp_path / "x.eml")


@pytest.mark.parametrize(("first", "sheets"), [(1, 1), (2, 2), (21, 2)])
def test_labels_begin_at_the_first_free_one(tmp_path, first, sheets):
    addresses = [(f"Mrs {n} Ahmed", "4 Mill Lane", "GF1 2AB") for n in range(21)]

    labels_pdf.write(addresses, tmp_path / "x.pdf", DAY, first=first)

    texts = pages(tmp_path / "x.pdf")
    assert len(texts) == sheets
    assert sum(text.count("Mill Lane") for text in texts) == 21


@pytest.mark.parametrize("wrong", [{"first": 0}, {"first": 22}, {"sheet": "7"}])
def test_labels_that_a_sheet_does_not_have_are_refused(tmp_path, wrong):
    with pytest.raises(UserError):
        labels_pdf.write([("A",)], tmp_path / "x.pdf", DAY, **wrong)
