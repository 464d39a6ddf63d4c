import csv
import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gtregister.table import Column, Table
from gtregister.writers import csv as csv_writer
from tests.writers.lists import HOSTILE, IMPRINT, register, texts

STARTS = tuple("=+-@＝＋－＠\t\r\n")


def written(table: Table, folder: Path) -> list[list[str]]:
    path = folder / "list.csv"
    csv_writer.write(table, IMPRINT, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def as_an_importer_reads(text: str) -> str:
    return re.sub(r"^'(?='*(?:[\t\r\n]|\s*[=+\-@＝＋－＠]))", "", text)


def test_the_file_has_a_byte_order_mark_windows_line_ends_and_quotes(tmp_path):
    csv_writer.write(register(1), IMPRINT, tmp_path / "list.csv")
    assert (tmp_path / "list.csv").read_bytes() == (
        b'\xef\xbb\xbf"UPN","Surname","Year","Date of birth","Status","EAL"\r\n'
        b'"A000000000001","Pupil-00001","8","02/02/2014","Candidate","No"\r\n'
    )


def test_a_text_that_would_run_as_a_formula_gets_an_apostrophe(tmp_path):
    _heading, *rows = written(texts(*HOSTILE), tmp_path)
    cells = [row[0] for row in rows]
    assert not [
        c for c in cells if c.startswith(STARTS) or c.lstrip().startswith(STARTS)
    ]
    assert cells[:4] == ["'=1+1", "'+44 1632 960001", "'-Smith", "'@SUM(A1)"]
    assert "a;=1" in cells
    assert "007" in cells


def test_a_heading_cannot_run_as_a_formula_either(tmp_path):
    table = Table("List", (Column("a", "=1+1"),), [])
    assert written(table, tmp_path) == [["'=1+1"]]


def test_a_negative_number_stays_a_number_and_a_text_beside_it_does_not(tmp_path):
    table = Table(
        "List", (Column("a", "A", "number"),), [(-5,), (-1.5,), (7.0,), ("-x",)]
    )
    assert written(table, tmp_path)[1:] == [["-5"], ["-1.5"], ["7"], ["'-x"]]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(st.text(st.characters(codec="utf-8") | st.sampled_from("'=+-@\t\r ＝")))
)
def test_an_importer_gets_back_the_texts_that_were_written(tmp_path, words):
    _heading, *rows = written(texts(*words), tmp_path)
    assert [as_an_importer_reads(row[0]) for row in rows] == words


def test_half_a_character_does_not_stop_the_list(tmp_path):
    assert written(texts("\ud800x"), tmp_path)[1:] == [["?x"]]
