"""Whether a workbook is too long is known before its cells are read."""

import io
import zipfile

import pytest

from gtregister.importers.sheet_child import archive, ods, ole, parcel, web, xls, xlsx
from gtregister.importers.sheet_child.limits import ROWS, Refused
from tests.importers import odd_ods, odd_xls

CELL = b'<table:table-cell office:value-type="string"><text:p>x</text:p>'
CELL += b"</table:table-cell>"


def look(*pieces):
    tables = ods.Tables()
    for piece in pieces:
        tables.look(piece)
    tables.end()
    return tables.sheets


def table(rows, name=b"Year 7"):
    return b'<table:table table:name="' + name + b'">' + rows + b"</table:table>"


def row(cells=CELL, times=1):
    said = b' table:number-rows-repeated="%d"' % times if times > 1 else b""
    return b"<table:table-row" + said + b">" + cells + b"</table:table-row>"


def test_a_table_of_too_many_rows_is_refused():
    with pytest.raises(Refused, match="rows"):
        look(table(row() * (ROWS + 1)))


def test_a_row_that_stands_for_many_counts_as_many():
    look(table(row(times=ROWS)))
    with pytest.raises(Refused, match="rows"):
        look(table(row() + row(times=ROWS)))


def test_a_value_far_below_blank_rows_is_refused():
    with pytest.raises(Refused, match="rows"):
        look(table(row(b"<table:table-cell/>", times=ROWS) + row()))


def test_blank_rows_at_the_end_and_rows_of_other_tables_do_not_count():
    blank = row(b"<table:table-cell/>", times=1_000_000)
    look(table(row(times=ROWS) + blank), table(row(times=ROWS), name=b"Year 8"))


def test_where_the_file_is_cut_into_pieces_makes_no_difference():
    with zipfile.ZipFile(io.BytesIO(odd_ods.hidden())) as book:
        content = book.read("content.xml")
    whole = look(content)
    assert whole["Year 7"].hidden_rows == [1]
    assert whole["Year 7"].cells == {1: {3: "=SUM([.A1:.A2])"}, 2: {3: "#N/A"}}
    for size in (1, 7, 100):
        pieces = [content[n : n + size] for n in range(0, len(content), size)]
        assert look(*pieces) == whole


def sheet_of(rows, before=b""):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", b"<Types/>")
        book.writestr("xl/worksheets/sheet1.xml", before + rows)
    return content


ROW = b'<row><c t="inlineStr"><is><t>%s</t></is></c></row>' % (b"x" * 90)


@pytest.mark.parametrize("says", [b"", b'<dimension ref="A1:B2"/>'])
def test_a_sheet_seems_long_by_its_rows_and_not_by_what_it_says(says):
    assert archive.is_long(sheet_of(ROW * 90_000, says))
    assert not archive.is_long(sheet_of(ROW * 20_000, says))
    assert not archive.is_long(sheet_of(ROW * 9, b'<dimension ref="A1:B99999"/>'))


def test_a_file_that_only_seems_short_is_refused_all_the_same():
    sheet = xlsx.Worksheet()
    sheet.look(ROW * ROWS)
    sheet.look(ROW)
    with pytest.raises(Refused, match="rows"):
        sheet.look(ROW)


def test_a_web_page_of_too_many_rows_is_refused_before_its_cells_are_read():
    rows = "<TR><td>x</td></tr>"
    with pytest.raises(Refused, match="rows"):
        web.lines("<table>" + rows * (ROWS + 2), "utf-8")
    web.lines("<table>" + rows * 9 + "<!--" + rows * ROWS + "-->", "utf-8")


def test_an_old_workbook_says_what_is_wrong_and_what_is_hidden():
    book = odd_xls.book([["x", "#N/A"], ["=#REF!", 1]], "Zoë", [1], [0])
    [(name, odd)] = xls.inspected(book).items()
    assert (name, odd.cells) == ("Zoë", {0: {1: "#N/A"}, 1: {0: "#REF!"}})
    assert (odd.hidden_rows, odd.hidden_columns) == ([1], [0])


@pytest.mark.parametrize("end", [0, 40, 600, 1100, 3000])
def test_an_old_workbook_that_is_cut_off_says_nothing(end):
    assert xls.inspected(odd_xls.book([["x"]])[:end]) in (
        {},
        {"Year 7": xls.Oddities()},
    )


def test_a_chain_that_bites_its_tail_ends():
    book = bytearray(odd_xls.book([["x"]]))
    book[512 + 4 * 3 : 512 + 4 * 4] = (2).to_bytes(4, "little")
    assert len(ole.stream(bytes(book), ["Workbook"])) == 1024


def test_a_zip_file_that_sends_its_reader_out_of_the_file_is_damaged():
    content = bytearray(sheet_of(ROW).getvalue())
    # The folder of the members claims to begin far behind where it stands.
    end = content.rindex(b"PK\x05\x06")
    content[end + 16 : end + 20] = (len(content) * 2).to_bytes(4, "little")
    with pytest.raises(Refused, match="damaged"):
        archive.inspected(io.BytesIO(bytes(content)))
    assert not archive.is_long(io.BytesIO(bytes(content)))


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_workbook_is_packed_as_every_other_or_damaged(kind):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", kind) as book:
        book.writestr("content.xml", ROW)
    with pytest.raises(Refused, match="damaged"):
        archive.inspected(content)
    with pytest.raises(Refused, match="zip"):
        [
            *parcel.lines(
                content.getvalue().replace(b"content.xml", b"content.csv"), list
            )
        ]
