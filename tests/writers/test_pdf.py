from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from gtregister.table import Column, Imprint, Table
from gtregister.writers import pdf
from tests.writers.lists import IMPRINT, register, texts


def read(table: Table, folder: Path, imprint: Imprint = IMPRINT) -> PdfReader:
    path = folder / "list.pdf"
    pdf.write(table, imprint, path)
    return PdfReader(path)


@pytest.mark.parametrize("rows", [1, 30, 31, 61, 200])
def test_every_row_is_printed_once_and_every_page_is_complete(tmp_path, rows):
    pages = [page.extract_text() for page in read(register(rows), tmp_path).pages]
    together = "\n".join(pages)
    for row in range(1, rows + 1):
        assert together.count(f"Pupil-{row:05}") == 1
        assert together.count(f"A{row:012}") == 1
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Gifted and talented register" in page
        assert "Ysgol Dyfrig" in page
        assert "Policy: Top tenth, version 3." in page
        assert "Date of birth" in page
        assert "Pupil-" in page
        assert (
            "Confidential. Printed 26 November 2026 by C Hall. Shred after use." in page
        )


def test_an_empty_list_is_one_page_that_says_so(tmp_path):
    (page,) = read(register(0), tmp_path).pages
    assert "There are none." in page.extract_text()
    assert "Page 1 of 1" in page.extract_text()


def test_values_are_printed_as_words(tmp_path):
    text = read(register(3), tmp_path).pages[0].extract_text()
    for words in ("On the register", "Candidate", "02/02/2014", "Yes", "No"):
        assert words in text


def test_the_paper_is_a4_landscape(tmp_path):
    box = read(register(1), tmp_path).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (842, 595)


def test_names_of_all_languages_can_be_read_and_searched(tmp_path):
    names = ("Łęczyński", "Ŵynne-Griffŷdd", "Nguyễn Thị Hồng", "Шевченко", "李", "አ")
    text = read(texts(*names), tmp_path).pages[0].extract_text()
    for name in names[:4]:
        assert name in text
    assert "□" in text


def test_every_font_is_embedded_and_only_the_letters_that_are_used(tmp_path):
    reader = read(texts("Łęczyński", "محمد"), tmp_path)
    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    names = {font.get_object()["/BaseFont"] for font in fonts}
    assert {name.split("+")[1] for name in names} == {
        "DejaVuSansCondensed",
        "DejaVuSansCondensed-Bold",
        "NotoSansArabic-Regular",
    }
    assert all("/FontFile2" in f.get_object()["/FontDescriptor"] for f in fonts)
    assert (tmp_path / "list.pdf").stat().st_size < 60_000


def test_the_properties_name_the_list_and_nobody(tmp_path):
    told = read(register(1), tmp_path).metadata
    assert told.title == "Gifted and talented register"
    assert told.creator == "gtregister"
    assert not told.author
    assert "Hall" not in str(dict(told))


def test_the_same_list_gives_the_same_bytes(tmp_path):
    read(register(5), tmp_path)
    first = (tmp_path / "list.pdf").read_bytes()
    read(register(5), tmp_path)
    assert (tmp_path / "list.pdf").read_bytes() == first


def test_a_list_that_nobody_asked_for_by_name_names_nobody(tmp_path):
    imprint = Imprint("Ysgol Dyfrig", "", date(2026, 11, 26))
    text = read(register(1), tmp_path, imprint).pages[0].extract_text()
    assert "Confidential. Printed 26 November 2026. Shred after use." in text


def test_a_long_title_and_a_long_school_do_not_meet(tmp_path):
    imprint = Imprint("The Academy of " + "Saint " * 60, "C Hall", date(2026, 11, 26))
    table = Table("Pupils " * 60, (Column("a", "A"),), [("x",)])
    text = read(table, tmp_path, imprint).pages[0].extract_text()
    assert text.count("…") == 2
