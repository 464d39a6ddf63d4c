"""Odd workbooks, zip files and XML files."""

import io
from collections.abc import Callable
from datetime import date, datetime

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.importers import odd_ods, odd_xls
from tests.importers.given import AISHA, NOAH, ZOE
from tests.importers.odd_lists import PLAIN
from tests.importers.odd_results import RESULTS
from tests.importers.odd_zips import members, zipped


def _book(
    rows: list[list[object]], change: Callable[[openpyxl.Workbook], None] | None = None
) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Year 7"
    for row in rows:
        book.active.append(row)
    if change:
        change(book)
    return _saved(book)


def _saved(book: openpyxl.Workbook) -> bytes:
    # A fixed day, so that the same script always makes the same bytes.
    book.properties.created = book.properties.modified = datetime(2026, 7, 7)
    content = io.BytesIO()
    book.save(content)
    return zipped(
        {n: b for n, b in members(content).items() if n != "docProps/core.xml"}
    )


_ROWS: list[list[object]] = [
    ["UPN", "Surname", "Forename", "DOB", "KS2 Reading SS"],
    [AISHA, "Ahmed", "Aisha", date(2014, 9, 3), 112],
    [NOAH, "Baker", "Noah", date(2015, 3, 28), "N"],
    [ZOE, "Clarke", "Zoë", date(2014, 12, 31), 101],
]


def _hide(book: openpyxl.Workbook) -> None:
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["D"].hidden = True
    book.create_sheet("Last year").append(["UPN", "Surname", "Forename"])
    book["Last year"].sheet_state = "hidden"


def _merge(book: openpyxl.Workbook) -> None:
    book.active.merge_cells("A1:E1")
    book.active.merge_cells("D3:E3")


def _of_1904(book: openpyxl.Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904


def _second_sheet(book: openpyxl.Workbook) -> None:
    notes = book.create_sheet("Notes", 0)
    notes.append(["Ask Ms Hall about the marks."])


_EXCEL_2003 = f"""<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Year 7"><Table>
<Row ss:Index="2"><Cell><Data ss:Type="String">UPN</Data></Cell>
<Cell><Data ss:Type="String">Surname</Data></Cell>
<Cell><Data ss:Type="String">Forename</Data></Cell>
<Cell ss:Index="5"><Data ss:Type="String">DOB</Data></Cell>
<Cell><Data ss:Type="String">KS2 Maths SS</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">{AISHA}</Data></Cell>
<Cell><Data ss:Type="String">Ahmed</Data></Cell>
<Cell><Data ss:Type="String">Aisha</Data></Cell>
<Cell ss:Index="5"><Data ss:Type="DateTime">2014-09-03T00:00:00.000</Data></Cell>
<Cell><Data ss:Type="Number">112</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def _assessed(
    subject: str, method: str, component: str, qualifier: str, result: str
) -> str:
    return (
        "<StageAssessment><Locale>ENG</Locale><Year>2026</Year>"
        f"<Subject>{subject}</Subject><Method>{method}</Method>"
        f"<Component>{component}</Component><ResultStatus>R</ResultStatus>"
        f"<ResultQualifier>{qualifier}</ResultQualifier><Result>{result}</Result>"
        "</StageAssessment>"
    )


_CTF_PUPIL = (
    f"<Pupil><UPN>{AISHA}</UPN><Surname>AHMED</Surname><Forename>AISHA</Forename>"
    "<DOB>2014-09-03</DOB><Sex>F</Sex><BasicDetails><NCyearActual>6</NCyearActual>"
    "<Ethnicity>APKN</Ethnicity></BasicDetails><LookedAfter><InCare>true</InCare>"
    "</LookedAfter><FSMhistory><FSMinstance><FSMstartDate>2023-09-01</FSMstartDate>"
    "<FSMendDate>2025-09-01</FSMendDate></FSMinstance></FSMhistory><SENhistory><SEN>"
    "<StartDate>2024-09-01</StartDate><SENprovision>K</SENprovision></SEN><SEN>"
    "<StartDate>2020-09-01</StartDate><SENprovision>N</SENprovision></SEN></SENhistory>"
    "<Address><BS7666Address><PAON>12</PAON><Street>Mill Lane</Street>"
    "<Town>Greenfield</Town></BS7666Address><PostCode>GR1 2AB</PostCode></Address>"
    "<Contacts><Contact><Order>1</Order><Title>Mrs</Title><Surname>Ahmed</Surname>"
    "<Forename>Farah</Forename><Responsibility>true</Responsibility><Address>"
    "<AddressAsPupil>true</AddressAsPupil></Address></Contact></Contacts>"
    "<StageAssessments><KeyStage><Stage>KS2</Stage>"
    + _assessed("MAT", "TT", "MAT", "NM", "104")
    + _assessed("MAT", "TT", "MAT", "NS", "115")
    + _assessed("MAT", "TT", "ARI", "NM", "38")
    + _assessed("ENG", "TA", "WRI", "NL", "4")
    + _assessed("MAT", "TT", "MTC", "MT", "25")
    + "</KeyStage></StageAssessments></Pupil>"
)


def _ctf(pupils: str, *, version: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><CTfile><Header>'
        f"<DocumentName>Common Transfer File</DocumentName><CTFversion>{version}"
        "</CTFversion><DateTime>2026-07-14T10:00:00</DateTime><SourceSchool><LEA>999"
        "</LEA><Estab>2001</Estab><SchoolName>Mill Lane Primary</SchoolName>"
        "</SourceSchool><DestSchool><LEA>999</LEA><Estab>4025</Estab></DestSchool>"
        f"</Header><CTFpupilData>{pupils}</CTFpupilData></CTfile>"
    ).encode()


def _forms(book: openpyxl.Workbook) -> None:
    book.active.title = "7A"
    other = book.create_sheet("7B")
    for row in (_ROWS[0], _ROWS[2]):
        other.append(row)
    book.create_sheet("Key").append(["N is for no score."])


WORKBOOKS: dict[str, Callable[[], bytes]] = {
    "plain.xlsx": lambda: _book(_ROWS),
    "hidden rows columns and sheets.xlsx": lambda: _book(_ROWS, _hide),
    "dates of 1904.xlsx": lambda: _book(_ROWS, _of_1904),
    "a sheet of notes first.xlsx": lambda: _book(_ROWS, _second_sheet),
    "headings in two rows.xlsx": lambda: _book(
        [
            ["Year 7 of 2026"],
            [],
            ["UPN", "Surname", "Forename", "KS2", None],
            [None, None, None, "Reading", "Maths"],
            [AISHA, "Ahmed", "Aisha", 112, 108],
        ],
        _merge,
    ),
    "formulas without values.xlsx": lambda: _book(
        [*_ROWS[:2], [NOAH, "Baker", "Noah", date(2015, 3, 28), "=100+7"]]
    ),
    "numbers as text.xlsx": lambda: _book(
        [[*_ROWS[0], "Year"], [*_ROWS[1][:4], "112", "7"], [*_ROWS[3][:4], 99.0, 7]]
    ),
    "a real error.xlsx": lambda: _book(
        [*_ROWS[:2], [NOAH, "Baker", "Noah", "", "#N/A"]]
    ),
    "text that calls itself a workbook.xlsx": PLAIN.encode,
    "a workbook that calls itself text.csv": lambda: _book(_ROWS),
    "an error in libreoffice.ods": odd_ods.book,
    "zipped download.zip": lambda: zipped(
        {"npd/ks2_results.tab": RESULTS["ks2_results.csv"].replace(b",", b"\t")}
    ),
    "several files in one.zip": lambda: zipped(
        {
            "ks2_results.csv": RESULTS["ks2_results.csv"],
            "mtc_results.csv": RESULTS["mtc_results.csv"],
            "__MACOSX/._mtc_results.csv": b"\0\1",
        }
    ),
    "letters.zip": lambda: zipped({"letter.docx": b"Dear"}),
    "password.xlsx": lambda: (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(504)
        + "EncryptedPackage".encode("utf-16-le")
        + bytes(512)
    ),
    "a sheet for each form.xlsx": lambda: _book(_ROWS, _forms),
    "errors in excel 97.xls": lambda: odd_xls.book(
        [
            ["UPN", "Surname", "Forename", "KS2 Reading SS"],
            [AISHA, "Ahmed", "Aisha", 112],
            [NOAH, "Baker", "Noah", "#N/A"],
            [ZOE, "Clarke", "Zoë", "=#REF!"],
        ],
        hidden_rows=[2],
        hidden_columns=[1],
    ),
    "hidden in libreoffice.ods": odd_ods.hidden,
    "ctf that is not utf-8.xml": lambda: (
        _ctf(_CTF_PUPIL.replace("AHMED", "MÜLLER"), version="25.0")
        .decode("utf-8")
        .encode("cp1252")
    ),
    "excel 2003.xml": _EXCEL_2003.encode,
    "excel 2003 called.xls": lambda: _EXCEL_2003.encode("utf-8-sig"),
    "9992001_CTF_9994025_001.xml": lambda: (
        b"\xef\xbb\xbf" + _ctf(_CTF_PUPIL, version="25.0")
    ),
    "old ctf with gender.xml": lambda: _ctf(
        _CTF_PUPIL.replace("Sex>", "Gender>")
        .replace(">2026<", ">2014<")
        .replace("<Result>115<", "<Result>5<"),
        version="13.0",
    ),
    "ctf with a namespace.xml": lambda: _ctf(_CTF_PUPIL, version="25").replace(
        b"<CTfile>", b'<CTfile xmlns="urn:school">'
    ),
    "atf of admissions.xml": lambda: (
        _ctf(
            f"<Pupil><ApplicationReference>1</ApplicationReference><UPN>{NOAH}</UPN>"
            "<Surname>Baker</Surname><Forename>Noah</Forename><DOB>2015-03-28</DOB>"
            "<Sex>M</Sex></Pupil>",
            version="25.0",
        )
        .replace(b"CTfile", b"ATfile")
        .replace(b"CTFpupilData", b"ATFpupilData")
    ),
    "ctf without pupils.xml": lambda: _ctf("", version="25.0"),
}
