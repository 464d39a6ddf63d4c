"""Files made to do harm, read by the real child: refused in one sentence, soon."""

import csv
import os
import re
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from random import Random

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gtregister.errors import UserError
from gtregister.importers import child, sheets
from gtregister.importers.sheet_child import limits, lines, within
from tests.fuzz.mutations import ODD_CELLS, spoil_bytes
from tests.importers.given import text_file, workbook, zipped
from tests.importers.test_sheets import MINIMAL, SHEET, by_hand, refusal, rows_of

ODD = Path(__file__).parents[1] / "data" / "odd"
any_rows = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def merged(folder):
    sheet = SHEET.format("", "", '<row r="1"><c r="A1"><v>1</v></c></row>')
    every = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    sheet = sheet.replace("</worksheet>", every)
    return zipped(folder, {**MINIMAL, "xl/worksheets/sheet1.xml": sheet})


def test_there_are_at_most_twelve_reasons_and_each_is_one_thing_to_do():
    assert len(sheets._REFUSALS) <= 12
    for said in sheets._REFUSALS.values():
        assert "{file}" in said
        assert said.endswith(".")
    child_code = Path(limits.__file__).parent.glob("*.py")
    written = "".join(path.read_text(encoding="utf-8") for path in child_code)
    reasons = set(re.findall(r'Refused\("(\w+)"\)', written))
    assert reasons
    assert reasons <= sheets._REFUSALS.keys()


def test_the_child_may_have_no_more_than_512_mb_and_a_minute():
    assert limits.MEMORY <= 512 * 1024 * 1024
    assert child.SECONDS <= 60


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits it from outside")
def test_the_child_limits_its_own_memory(tmp_path, monkeypatch):
    grasps = child.command()
    grasps[-1] = grasps[-1].replace(
        "sheet_child.main('')",
        "sheet_child.lines = lambda *_all: bytearray(513 << 20); sheet_child.main()",
    )
    monkeypatch.setattr(child, "command", lambda _encoding: grasps)
    assert "far more than" in refusal(text_file(tmp_path, "UPN\n"))


def test_the_limit_that_is_stated_is_within_the_limits():
    assert limits.CELLS >= 20_001 * 200
    rows = ([1] * 200 for _row in range(20_001))
    assert sum(len(line["rows"]) for line in within(limits.told(rows))) == 20_001


def test_more_cells_than_that_are_refused(tmp_path):
    row = "," * 449 + "x\n"
    assert "far more" in refusal(text_file(tmp_path, row * 10_000))


@pytest.mark.parametrize(
    "text",
    [
        "UPN,Surname\n" + "A1,Ahmed\n" * 100_000,
        "<CTfile>" + "<Pupil><UPN>A1</UPN></Pupil>" * 100_000 + "</CTfile>",
        "<html><table>" + "<tr><td>A1</td></tr>" * 100_000,
        "UPN\n" + "\n" * 300_000 + "A1\n",
    ],
    ids=["csv", "ctf", "html", "blank rows"],
)
def test_a_hundred_thousand_rows_are_refused_before_any_is_told(text):
    told = []
    with pytest.raises(limits.Refused, match="rows"):
        told.extend(within(lines(text.encode())))
    assert not any("rows" in line for line in told)


@pytest.mark.parametrize("row", ['<row r="{n}">', "<row>"])
def test_a_hundred_thousand_rows_of_a_workbook_are_refused(tmp_path, row):
    cells = '<c t="inlineStr"><is><t>a{n}</t></is></c><c><v>{n}</v></c></row>'
    rows = "".join((row + cells).format(n=n) for n in range(1, 100_001))
    assert "20,000 rows" in refusal(by_hand(tmp_path, rows))


def test_cells_that_are_all_merged_are_one(tmp_path):
    assert rows_of(merged(tmp_path)) == [[1]]


def test_half_a_million_errors_are_refused(tmp_path):
    cells = '<c r="B{n}" t="e"><v>#N/A</v></c>' * 20
    rows = "".join(f'<row r="{n}">{cells.format(n=n)}</row>' for n in range(1, 20_001))
    assert "far more" in refusal(by_hand(tmp_path, rows))


def test_an_error_at_the_seam_of_two_pieces_is_found(tmp_path):
    row = '<row r="{n}"><c r="A{n}"><v>1</v></c><c r="B{n}" t="e"><v>#N/A</v></c></row>'
    found = rows_of(
        by_hand(tmp_path, "".join(row.format(n=n) for n in range(1, 20_001)))
    )
    assert {cell for _one, cell in found} == {"#N/A"}


@pytest.mark.parametrize(
    "text",
    [
        "<table>" + "<tr><td><table>" * 200_000,
        "<table>" + "<!--" * 500_000,
        "<table>" + "<" * 3_000_000,
        "<CTfile>" + "<a>" * 1_000_000,
        '"' * 3_000_001,
        "a,b\n" + '"a,\n' * 300_000,
        "\n" * 10_000_000 + "a,b",
    ],
)
def test_what_would_keep_a_simple_reader_busy_for_hours_is_soon_refused(tmp_path, text):
    refusal(text_file(tmp_path, text, "list.xls"))


@pytest.mark.parametrize("repeated", ["1048576", "20000"])
def test_repeated_cells_of_libreoffice_are_refused(tmp_path, repeated):
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = "".join(
        f' xmlns:{name}="{names}{name}:1.0"' for name in ("office", "table", "text")
    )
    row = (
        f'<table:table-row table:number-rows-repeated="{repeated}"><table:table-cell '
        'table:number-columns-repeated="16384" office:value-type="string"><text:p>x'
        "</text:p></table:table-cell></table:table-row>"
    )
    content = (
        f"<office:document-content{spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="A">{row}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    members = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": f'<m:manifest xmlns:m="{names}manifest:1.0"/>',
        "content.xml": content,
    }
    refusal(zipped(tmp_path, members, "list.ods"))


@pytest.mark.parametrize("seed", range(60))
def test_a_spoilt_file_is_read_or_refused_by_the_real_child(tmp_path, seed):
    dice = Random(seed)
    files = sorted(
        p
        for p in ODD.iterdir()
        if p.suffix in {".xlsx", ".xls", ".xml", ".zip", ".ods"}
    )
    chosen = dice.choice([*files, ODD.parent / "ks2.xls"])
    path = tmp_path / f"list{chosen.suffix}"
    path.write_bytes(spoil_bytes(chosen.read_bytes(), dice))
    with suppress(UserError):
        assert sheets.sheets(path)


texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"),
    max_size=12,
)


@any_rows
@given(st.lists(st.lists(texts, min_size=2, max_size=5), min_size=2, max_size=8))
def test_a_text_file_is_read_as_the_standard_library_reads_it(tmp_path, rows):
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([["UPN", "Name", "X"], *rows])
    with path.open(encoding="utf-8", newline="") as file:
        expected = [*csv.reader(file)]
    found = [
        row for line in within(lines(path.read_bytes())) for row in line.get("rows", ())
    ]
    while expected and limits.is_blank(expected[-1]):
        expected.pop()
    assert [[*row] for row in found] == [
        [] if limits.is_blank(row) else [_plain(cell) for cell in row]
        for row in expected
    ]


def _plain(cell):
    return cell[1:] if re.match(r"''*\s*[=+\-@＝＋－＠]", cell) else cell


def test_a_workbook_is_read_as_openpyxl_reads_it(tmp_path):
    dice = Random(11)
    cells = [
        c for c in ODD_CELLS if c not in ("\ud800", "\x00", "\x1b[2J", "\u202eahsiA")
    ]
    cells = [c for c in cells if not (isinstance(c, str) and c.startswith(("=", "#")))]
    # A number of more than fifteen digits is another one in Excel too.
    cells = [c for c in cells if not isinstance(c, float) or abs(c) < 1e15]
    rows = [dice.choices(cells, k=12) for _row in range(200)]
    path = workbook(tmp_path, [["UPN"], *rows, ["end"]])
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    expected = [
        [_said(c) for c in row] for row in book.active.iter_rows(values_only=True)
    ]
    book.close()
    for mine, theirs in zip(rows_of(path), expected, strict=True):
        row = [*mine, *[""] * (len(theirs) - len(mine))]
        assert row == theirs
    assert sum(map(len, expected)) >= 300


def _said(cell):
    if cell is None:
        return ""
    return cell.date() if hasattr(cell, "hour") else cell


def test_nothing_of_a_file_outlives_its_reading(tmp_path, monkeypatch, caplog, capfd):
    own = tmp_path / "temporary"
    own.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(own))
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(own))
    monkeypatch.chdir(own)
    caplog.set_level(0)
    paths = sorted(path for path in ODD.iterdir() if path.suffix != ".md")
    for path in [*paths[::4], text_file(tmp_path, 'UPN,"Secretname\n' * 30)]:
        try:
            sheets.sheets(path)
        except UserError:
            continue
    assert [*own.iterdir()] == []
    assert caplog.text == ""
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(os.name == "nt", reason="Windows needs sockets for its pipes")
def test_no_import_opens_a_socket(tmp_path, monkeypatch):
    refuses = (
        "import sys; sys.addaudithook(lambda event, _a: "
        "sys.exit(9) if event.startswith('socket.') else None); "
    )
    command = child.command()
    command[-1] = refuses + command[-1]
    monkeypatch.setattr(child, "command", lambda _encoding: command)
    _listen()
    paths = [path for path in ODD.iterdir() if path.suffix != ".md"]
    _SEEN.clear()
    assert sum(map(_is_read, paths)) > 60
    assert _SEEN == []


_SEEN: list[str] = []


def _listen():
    """Note each use of a socket; a hook cannot be taken away again."""
    if not _is_listening:
        sys.addaudithook(
            lambda event, _a: _SEEN.append(event) if "socket." in event else None
        )
        _is_listening.append(True)


_is_listening: list[bool] = []


def _is_read(path):
    try:
        return bool(sheets.sheets(path))
    except UserError:
        return False
