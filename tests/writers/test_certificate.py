"""Certificates on paper: across, one to a page, with the name as the largest word."""

import pytest
from pypdf import PdfReader

from gtregister.writers import letter_docx, letter_pdf
from gtregister.writers.letter import Batch, Block, Letterhead
from tests.writers.letters import DAY, batch, letter


def certificate(name="Aisha Ahmed", award="Chess club: silver award", **known):
    blocks = (
        Block("text", "This is presented to"),
        Block("heading", name),
        Block("text", "In recognition of"),
        Block("heading", award),
        Block("text", "Well done."),
    )
    usual = {
        "address": (name,),
        "greeting": "",
        "subject": "Certificate",
        "blocks": blocks,
        "closing": ("Mrs J Osei", "Head teacher"),
        "is_certificate": True,
    }
    return letter(name, **usual | known)


def sizes(page):
    """How large each text of a page is, in points."""
    found = {}

    def note(text, _cm, matrix, _font, size):
        if text.strip():
            found[text.strip()] = round(size * matrix[0])

    page.extract_text(visitor_text=note)
    return found


def test_each_certificate_is_a_page_across_with_all_that_belongs_on_it(tmp_path):
    letter_pdf.write(batch(certificate(), certificate("Ben Hill")), tmp_path / "x.pdf")

    first, second = PdfReader(tmp_path / "x.pdf").pages

    assert first.mediabox.width > first.mediabox.height
    text = first.extract_text()
    for words in (
        *("Greenfield Academy", "Certificate", "Aisha Ahmed", "silver award"),
        *("23 November 2026", "Mrs J Osei", "Head teacher"),
    ):
        assert words in text
    assert "Dear" not in text
    assert "Ben Hill" in second.extract_text()


def test_the_name_is_the_largest_but_for_the_title(tmp_path):
    letter_pdf.write(batch(certificate()), tmp_path / "x.pdf")

    (page,) = PdfReader(tmp_path / "x.pdf").pages
    largest = sorted(sizes(page).items(), key=lambda pair: -pair[1])

    assert [words for words, _size in largest[:3]] == [
        "Certificate",
        "Aisha Ahmed",
        "Chess club: silver award",
    ]


@pytest.mark.parametrize("words", ["A" * 400, "long " * 300])
def test_everything_stays_on_the_page(tmp_path, words):
    many = tuple(Block("bullet", f"{n} {words}") for n in range(30))
    letter_pdf.write(
        batch(certificate(words, words), certificate(blocks=many)), tmp_path / "x.pdf"
    )

    pages = PdfReader(tmp_path / "x.pdf").pages
    assert len(pages) == 2
    lowest = []
    pages[1].extract_text(
        visitor_text=lambda text, _cm, matrix, _font, _size: (
            lowest.append(matrix[5]) if text.strip() else None
        )
    )
    assert min(lowest) > 20


def test_a_letter_after_a_certificate_stands_upright(tmp_path):
    letter_pdf.write(batch(certificate(), letter()), tmp_path / "x.pdf")

    across, upright = PdfReader(tmp_path / "x.pdf").pages

    assert across.mediabox.width == upright.mediabox.height


def test_a_logo_that_is_no_picture_is_left_out(tmp_path):
    head = Letterhead("Greenfield Academy", (), b"no picture")

    letter_pdf.write(Batch(head, [certificate()], DAY), tmp_path / "x.pdf")

    assert len(PdfReader(tmp_path / "x.pdf").pages) == 1


def test_in_word_it_is_across_too_and_greets_nobody(tmp_path):
    from docx import Document

    letter_docx.write(batch(certificate(), certificate("Ben")), tmp_path / "x.docx")

    document = Document(str(tmp_path / "x.docx"))
    said = [p.text for p in document.paragraphs]
    assert "Aisha Ahmed" in said
    assert "Dear Mrs Ahmed" not in said
    (section,) = document.sections
    assert section.page_width > section.page_height
