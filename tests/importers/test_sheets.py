"""Files of every kind, honest and hostile, read by the child process."""

import os
import random
import sys
import tracemalloc
import zipfile
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest

from gtregister.errors import Cancelled, UserError
from gtregister.importers import child, sheets
from gtregister.importers.sheet_child import FLAG
from tests.importers.given import AISHA, NOAH, text_file, workbook, zipped

DATA = Path(__file__).parents[1] / "data"
MINIMAL = {
    "[Content_Types].xml": (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/'
        '2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxml'
        'formats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/'
        'package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxml'
        'formats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/'
        'spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships"><sheets><sheet name="A &amp; B" '
        'sheetId="1" r:id="r1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/'
        'package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxml'
        'formats.org/officeDocument/2006/relationships/worksheet" '
        'Target="/xl/worksheets/sheet1.xml"/></Relationships>'
    ),
}
SHEET = '<?xml version="1.0"?>{}<worksheet xmlns="http://schemas.openxmlformats.org/{}'
SHEET += 'spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'


def by_hand(folder, rows, before="", **more):
    members = {**MINIMAL, "xl/worksheets/sheet1.xml": SHEET.format(before, "", rows)}
    return zipped(folder, {**members, **more})


def rows_of(path):
    [sheet] = sheets.sheets(path)
    return [list(row) for row in sheet.rows]


def refusal(path):
    with pytest.raises(UserError) as refused:
        sheets.sheets(path)
    assert path.name in refused.value.text
    assert refused.value.text.endswith(".")
    return refused.value.text


def test_cells_of_a_workbook_come_as_they_are_meant(tmp_path):
    cells = ["0012", 118.0, 105.5, True, date(2014, 9, 3), None, " a\nb ", "#N/A"]
    cells += [datetime(2014, 9, 3, 12, 30), 0.1 + 0.2, 1234567890123]
    [row] = rows_of(workbook(tmp_path, [cells]))
    assert row == [
        *("0012", 118, 105.5, True, date(2014, 9, 3), "", " a\nb ", "#N/A"),
        *(date(2014, 9, 3), 0.3, 1234567890123),
    ]
    assert isinstance(row[1], int)
    assert isinstance(row[3], bool)


def test_rows_and_columns_are_counted_from_the_first_of_the_sheet(tmp_path):
    def place(book):
        book.active["C4"] = "UPN"
        book.active["C5"] = AISHA
        book.active["C9"] = " "

    found = rows_of(workbook(tmp_path, [], change=place))
    assert len(found) == 5
    assert found[3][2] == "UPN"


def test_sheets_have_names_and_say_whether_they_are_hidden(tmp_path):
    def more(book):
        book.create_sheet("Old").sheet_state = "veryHidden"
        book.create_chartsheet("Chart")

    found = sheets.sheets(workbook(tmp_path, [["UPN"]], change=more))
    assert [(s.name, s.hidden) for s in found] == [("Year 7", False), ("Old", True)]


def test_errors_of_formulas_are_kept_where_they_stand(tmp_path):
    rows = (
        '<row r="2"><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="AA2"><v>7</v></c>'
    )
    rows += '<c t="e" r="AB2"><v>#REF!</v></c></row>'
    found = rows_of(by_hand(tmp_path, rows))
    assert found[1][1] == "#DIV/0!"
    assert found[1][26:] == [7, "#REF!"]


def test_an_old_workbook_of_excel_is_read():
    rows = rows_of(DATA / "ks2.xls")
    assert rows[1] == [AISHA, "Ahmed", "Aisha", date(2014, 9, 3), 112]


def test_a_workbook_of_libreoffice_is_read(tmp_path):
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = "".join(
        f' xmlns:{name}="{names}{name}:1.0"' for name in ("office", "table", "text")
    )
    cells = (
        '<table:table-cell office:value-type="string"><text:p>UPN</text:p>'
        '</table:table-cell><table:table-cell office:value-type="float" '
        'office:value="112"><text:p>112</text:p></table:table-cell>'
    )
    content = (
        f'<?xml version="1.0"?><office:document-content{spaces}><office:body>'
        '<office:spreadsheet><table:table table:name="Year 7"><table:table-row>'
        f"{cells}</table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{names}manifest:1.0"/>'
    members = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": manifest,
        "content.xml": content,
    }
    assert rows_of(zipped(tmp_path, members, "list.ods")) == [["UPN", 112]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]
)
def test_text_is_read_whatever_wrote_it(tmp_path, delimiter, encoding):
    text = "UPN,Surname,Forename\r\nA1,Brontë,Zoë\r\nA2,O’Neill,Ben\r\n"
    path = text_file(tmp_path, text.replace(",", delimiter), encoding=encoding)
    assert rows_of(path) == [
        ["UPN", "Surname", "Forename"],
        ["A1", "Brontë", "Zoë"],
        ["A2", "O’Neill", "Ben"],
    ]


def test_a_first_line_that_names_the_delimiter_is_a_row(tmp_path):
    rows = rows_of(text_file(tmp_path, "sep=;\nUPN;Name\nA1;Ahmed, Aisha\n"))
    assert rows[1:] == [["UPN", "Name"], ["A1", "Ahmed, Aisha"]]
    assert len(rows) == 3


def test_quotation_marks_keep_what_is_in_them_together(tmp_path):
    text = 'UPN,Name,Note\nA1,"Ahmed, Aisha","two\nlines"\n\nA2,"Baker ""Bo"" Noah",x\n'
    assert rows_of(text_file(tmp_path, text)) == [
        ["UPN", "Name", "Note"],
        ["A1", "Ahmed, Aisha", "two\nlines"],
        [],
        ["A2", 'Baker "Bo" Noah', "x"],
    ]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing(tmp_path):
    lines = [f"A{n},Ahmed,Aisha" for n in range(20)]
    text = "\n".join(["UPN,Surname,Forename", 'A99,"Ahmed,Aisha', *lines])
    rows = rows_of(text_file(tmp_path, text))
    assert len(rows) == 22
    assert rows[1] == ["A99", '"Ahmed', "Aisha"]


def test_bytes_of_nothing_are_dropped_and_lone_returns_end_a_line(tmp_path):
    rows = rows_of(text_file(tmp_path, "UPN,Na\0me\rA1,Ah\0med\r"))
    assert rows == [["UPN", "Name"], ["A1", "Ahmed"]]


def test_the_apostrophe_of_our_own_files_is_taken_off_again(tmp_path):
    text = "'=1+1,'+44 20,'-Smith,'@x,'  =2,''=3,'Til,O'Neill\n"
    assert rows_of(text_file(tmp_path, text)) == [
        ["=1+1", "+44 20", "-Smith", "@x", "  =2", "'=3", "'Til", "O'Neill"]
    ]


@pytest.mark.parametrize("name", ["list.xlsx", "list.xls", "list.csv", "list"])
def test_the_content_tells_what_a_file_is_and_not_its_name(tmp_path, name):
    made = workbook(tmp_path, [["UPN", 112]], name="made.xlsx")
    made.rename(tmp_path / name)
    assert rows_of(tmp_path / name) == [["UPN", 112]]
    assert rows_of(text_file(tmp_path, "UPN,112\n", name)) == [["UPN", "112"]]


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path):
    assert "no file" in refusal(tmp_path / "gone.xlsx")
    assert "folder" in refusal(tmp_path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_is_refused(tmp_path):
    path = text_file(tmp_path, "UPN\n")
    path.chmod(0)
    assert "could not be opened" in refusal(path)


@pytest.mark.parametrize("content", [b"", b"\n\n , ,\n", b"\xef\xbb\xbf", b"\0\0"])
def test_an_empty_file_is_refused(tmp_path, content):
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    assert "is empty" in refusal(path)


def test_a_file_with_a_password_is_refused_with_the_way_out(tmp_path):
    path = tmp_path / "list.xlsx"
    entry = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + entry + bytes(512)
    )
    assert "password" in refusal(path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<html><table><tr><td></td></tr></table></html>", "neither a spreadsheet"),
        ('\ufeff<!DOCTYPE html>\n<table class="x"></table>', "neither a spreadsheet"),
        ('<?xml version="1.0"?><Workbook></Workbook>', "neither a spreadsheet"),
        ("<CTfile><Pupil>", "could not be read"),
        ("<CTfile></CTfile>", "is empty"),
        ("<Pupils><Pupil>", "neither a spreadsheet"),
        ("%PDF-1.7\n%âãÏÓ", "neither a spreadsheet"),
    ],
)
def test_what_only_calls_itself_a_spreadsheet_is_refused(tmp_path, text, words):
    assert words in refusal(text_file(tmp_path, text, "list.xls"))


@pytest.mark.parametrize("seed", range(5))
def test_random_bytes_are_refused(tmp_path, seed):
    path = tmp_path / "list.xlsx"
    path.write_bytes(random.Random(seed).randbytes(5000))
    assert "neither a spreadsheet" in refusal(path)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_is_refused(tmp_path, share):
    path = workbook(tmp_path, [[AISHA, n, "Ahmed"] for n in range(200)])
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert "could not be read" in refusal(path)


@pytest.mark.parametrize("seed", range(30))
def test_a_damaged_workbook_is_read_or_refused_but_never_crashes(tmp_path, seed):
    path = workbook(tmp_path, [[AISHA, n, "Ahmed"] for n in range(50)])
    content, dice = bytearray(path.read_bytes()), random.Random(seed)
    for _flip in range(dice.randint(1, 40)):
        content[dice.randrange(len(content))] = dice.randrange(256)
    path.write_bytes(content)
    with suppress(UserError):
        assert sheets.sheets(path)


@pytest.mark.parametrize(
    "content", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"]
)
def test_the_beginning_of_a_workbook_alone_is_refused(tmp_path, content):
    path = tmp_path / "list.xls"
    path.write_bytes(content + bytes(600))
    assert "could not be read" in refusal(path)


def test_a_zip_of_other_files_is_refused(tmp_path):
    path = zipped(tmp_path, {"letter.docx": "Dear"}, "npd_results.zip")
    assert "Unpack it" in refusal(path)


def test_a_bomb_is_refused_without_being_unpacked(tmp_path):
    blank = "0" * (60 * 1024 * 1024)
    assert "far more" in refusal(by_hand(tmp_path, "", **{"xl/media/a.bin": blank}))


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path):
    path = by_hand(tmp_path, "<row/>" * 3_000_000)
    content = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        real = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    lie = (1000).to_bytes(4, "little")
    path.write_bytes(content.replace(real.to_bytes(4, "little"), lie))
    refusal(path)


def test_too_many_members_are_refused(tmp_path):
    more = {f"xl/media/{n}.bin": "" for n in range(2_001)}
    assert "far more" in refusal(by_hand(tmp_path, "", **more))


@pytest.mark.parametrize("before", ["<!DOCTYPE a>", '<!DOCTYPE a [<!ENTITY b "c">]>'])
def test_declarations_in_the_xml_are_refused(tmp_path, before):
    assert "could not be read" in refusal(by_hand(tmp_path, "", before))


def test_a_sheet_that_claims_every_cell_there_is_is_refused(tmp_path):
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    rows += '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    refusal(by_hand(tmp_path, rows))


def test_a_single_cell_far_down_is_refused(tmp_path):
    row = '<row r="900000"><c r="A900000"><v>1</v></c></row>'
    assert "20,000 rows" in refusal(by_hand(tmp_path, row))


def test_more_rows_than_a_school_has_pupils_are_refused(tmp_path):
    text = "UPN,Name\n" + f"{AISHA},Ahmed\n" * 20_600
    assert "20,000 rows" in refusal(text_file(tmp_path, text))
    rows = "".join(f'<row r="{n}"><c><v>1</v></c></row>' for n in range(1, 20_600))
    assert "20,000 rows" in refusal(by_hand(tmp_path, rows))


def test_as_many_rows_as_a_large_school_has_pupils_are_read(tmp_path):
    text = "UPN,Name\n" + f"{AISHA},Ahmed\n" * 20_000 + ",\n" * 5_000
    assert len(rows_of(text_file(tmp_path, text))) == 20_001


def test_too_many_columns_are_refused(tmp_path):
    assert "500 columns" in refusal(text_file(tmp_path, "," * 600 + "x\n"))
    assert "500 columns" in refusal(workbook(tmp_path, [[*range(501)]]))


def test_a_file_of_more_than_50_mb_is_refused(tmp_path):
    path = tmp_path / "list.csv"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    assert "50 MB" in refusal(path)


def test_a_child_that_takes_too_long_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(child, "SECONDS", 0.3)
    sleeps = [sys.executable, "-I", "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(child, "command", lambda _encoding: sleeps)
    assert "too long" in refusal(text_file(tmp_path, "UPN\n"))


@pytest.mark.parametrize("says", ["import os; os.abort()", "print('[')", "print('{}')"])
def test_a_child_that_dies_or_says_nonsense_means_a_damaged_file(
    tmp_path, monkeypatch, says
):
    dies = [sys.executable, "-I", "-c", says]
    monkeypatch.setattr(child, "command", lambda _encoding: dies)
    assert "could not be read" in refusal(text_file(tmp_path, "UPN\n"))


def test_the_packed_program_starts_itself_with_a_flag(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child.command("cp1252") == [sys.executable, FLAG, "cp1252"]


def test_reading_can_be_given_up_while_the_child_is_at_work(tmp_path):
    def stop(_done, _of):
        raise Cancelled

    path = workbook(tmp_path, [[NOAH, n] for n in range(2_000)])
    with pytest.raises(Cancelled):
        sheets.sheets(path, stop)


def test_a_bomb_costs_this_process_nothing(tmp_path):
    path = by_hand(tmp_path, "", **{"xl/media/a.bin": "0" * (20 * 1024 * 1024)})
    tracemalloc.start()
    refusal(path)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5 * 1024 * 1024
