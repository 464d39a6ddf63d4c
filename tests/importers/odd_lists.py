"""Odd lists of pupils in text files: how they are cut, headed and filled in."""

from tests.importers.given import AISHA, NOAH, ZOE

WHO = "UPN,Surname,Forename,DOB"
A, N, Z = (
    f"{AISHA},Ahmed,Aisha,03/09/2014",
    f"{NOAH},Baker,Noah,28/03/2015",
    f"{ZOE},Clarke,Zoë,31/12/2014",
)
PLAIN = f"{WHO},KS2 Reading SS\n{A},112\n{N},N\n{Z},101\n"


def lines(*lines: str) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def dfe(*rows: str, head: str = "") -> bytes:
    head = head or (
        "ACADYR,PupilMatchingRef,UPN,SURNAME,FORENAMES,DOB,SEX,LA,LAESTAB,URN,"
        "READSCORE,MATSCORE,KS2READSCORE,READOUTCOME,WRITTAOUTCOME,VERSION"
    )
    return lines(head, *rows)


DFE_ROW = (
    f"2024/2025,P1,{AISHA},AHMED,AISHA,03/09/2014,F,999,9992001,1,112,98,70,AS,GDS,F"
)


LISTS: dict[str, bytes] = {
    "plain.csv": PLAIN.encode(),
    "semicolons.csv": PLAIN.replace(",", ";").encode(),
    "tabs.tab": PLAIN.replace(",", "\t").encode(),
    "pipes.txt": PLAIN.replace(",", "|").encode(),
    "sep line.csv": b"sep=;\n" + PLAIN.replace(",", ";").encode(),
    "utf-16.csv": PLAIN.encode("utf-16"),
    "byte order mark.csv": PLAIN.encode("utf-8-sig"),
    "cp1252.csv": PLAIN.encode("cp1252"),
    "zero bytes.csv": PLAIN.replace("Ahmed", "Ah\0med").encode(),
    "old mac line ends.csv": PLAIN.replace("\n", "\r").encode(),
    "runaway quote.csv": lines(f"{WHO},KS2 Reading SS", f'{AISHA},"Ahmed,Aisha,,112'),
    "ragged rows.csv": lines(
        f"{WHO},KS2 Reading SS", f"{AISHA},Ahmed", f"{N},99,,", f"{Z},101,see me"
    ),
    "unquoted comma.csv": dfe(
        DFE_ROW,
        DFE_ROW.replace(",AISHA,", ",AISHA, NOOR,").replace("2024/2025", "2023/2024"),
    ),
    "title rows.csv": lines(
        "Greenfield Academy",
        "Printed on 12/07/2026",
        "",
        f"{WHO},KS2 Reading SS",
        f"{A},112",
    ),
    "repeated headings.csv": lines(
        f"{WHO},KS2 Reading SS", f"{A},112", f"{WHO},KS2 Reading SS", f"{N},99"
    ),
    "totals and averages.csv": lines(
        f"{WHO},KS2 Reading SS",
        f"{A},112",
        f"{N},99",
        "Total,,,,2",
        ",Average,,,105.5",
        "Boys' average,,,,99",
    ),
    "footnotes.csv": lines(
        f"{WHO},KS2 Reading SS",
        f"{A},112",
        "",
        "* marks were reviewed in July",
        "Source: results day",
    ),
    "blank rows and columns.csv": lines(
        f"{WHO},,KS2 Reading SS", f"{A},,112", ",,,,,", f"{N},,99"
    ),
    "headings alone.csv": lines(f"{WHO},KS2 Reading SS"),
    "no headings.csv": lines(f"{A},112", f"{N},99"),
    "surname comma forename.csv": lines(
        "Name,DOB,KS2 Maths SS",
        '"Ahmed, Aisha",03/09/2014,112',
        '"O’Neill, Zoë",31/12/2014,99',
    ),
    "forename surname.csv": lines(
        "Name,DOB,KS2 Maths SS",
        "Aisha AHMED,03/09/2014,112",
        "Zoë CLARKE,31/12/2014,99",
    ),
    "names nobody can tell apart.csv": lines(
        "Name,UPN,KS2 Maths SS", f"Ahmed Aisha,{AISHA},112", f"Noah Baker,{NOAH},99"
    ),
    "birthday in three columns.csv": lines(
        "UPN,Surname,Forename,Year,Day,Month,Year,KS2 Maths SS",
        f"{AISHA},Ahmed,Aisha,7,3,9,2014,112",
        f"{NOAH},Baker,Noah,7,31,2,2015,99",
    ),
    "dates of every kind.csv": lines(
        "UPN,Surname,Forename,DOB",
        f"{AISHA},Ahmed,Aisha,3-Sep-14",
        f"{NOAH},Baker,Noah,2015-03-28 00:00:00",
        f"{ZOE},Clarke,Zoë,42004",
    ),
    "dates that are none.csv": lines(
        WHO,
        f"{AISHA},Ahmed,Aisha,31/02/2014",
        f"{NOAH},Baker,Noah,03/28/2015",
        f"{ZOE},Clarke,Zoë,last May",
    ),
    "birthdays of no pupil.csv": lines(
        WHO,
        f"{AISHA},Ahmed,Aisha,03/09/1974",
        f"{NOAH},Baker,Noah,28/03/2025",
        f"{ZOE},Clarke,Zoë,31/12/2034",
    ),
    "duplicate headings.csv": lines(
        f"{WHO},KS2 Reading SS,KS2 Reading SS", f"{A},112,99"
    ),
    "decorated headings.csv": lines(
        "*UPN,#Surname,:Forename,DOB*,*KS2 Reading SS,-KS2 Maths SS", f"{A},112,108"
    ),
    "misspelt headings.csv": lines(
        "UPN,Surname,Forename,Quantative SAS,Spacial SAS,CATS - Mean Score",
        f"{AISHA},Ahmed,Aisha,121,97,109.25",
    ),
    "special marks.csv": lines(
        f"{WHO},KS2 Reading SS,KS2 Maths SS",
        f"{A},112+,112*",
        f"{N},N,B",
        f"{Z},0,-",
    ),
    "impossible scores.csv": lines(
        f"{WHO},KS2 Reading SS",
        f"{A},112",
        f"{N},121",
        f"{Z},1 05",
    ),
    "errors of formulas.csv": lines(
        f"{WHO},KS2 Reading SS", f"{A},#N/A", f"{N},#REF!", f"{Z},101"
    ),
    "rows with one cell.csv": lines(
        "UPN,Adno,Surname,Forename,KS2 Reading SS",
        f"{AISHA},0012,Ahmed,Aisha,112",
        ",,,,105",
        ",12345,,,",
        ",,7B,,",
    ),
    "lost zeros and numbers.csv": lines(
        "UPN,Admission No,Surname,Forename,Year,Reg",
        f"{AISHA},12,Ahmed,Aisha,7,7A",
        f"{NOAH.lower()} ,0012,Baker,Noah,Year 7,7B",
        "8.01E+11,13,Clarke,Zoë,Y7,7C",
    ),
    "two subjects in one heading.csv": lines(
        f"{WHO},KS2 Reading and Maths,KS2 GPS SS", f"{A},109,112"
    ),
    "tables below each other.csv": lines(
        f"{WHO},KS2 Reading SS",
        f"{A},112",
        f"{N},99",
        "",
        "Clubs",
        "Surname,Forename,Form,Club",
        "Ahmed,Aisha,7A,Chess",
    ),
    "tables beside each other.csv": lines(
        "UPN,Surname,Forename,,UPN,Surname,Forename",
        f"{AISHA},Ahmed,Aisha,,{NOAH},Baker,Noah",
        f"{ZOE},Clarke,Zoë,,,,",
    ),
    "three tables in one column.csv": lines(
        "7A",
        "UPN,Surname,Forename,KS2 Maths",
        f"{AISHA},Ahmed,Aisha,112",
        "Name,Verbal SAS,Spatial SAS,Date of test",
        '"Baker, Noah",101,99,12/09/2026',
        "7B",
        "UPN,Surname,Forename,KS2 Maths",
        f"{ZOE},Clarke,Zoë,99",
    ),
    "clubs beside results.csv": lines(
        "UPN,Surname,Forename,KS2 Maths,,Surname,Forename,Club",
        f"{AISHA},Ahmed,Aisha,112,,Baker,Noah,Chess",
        ",,,,,Clarke,Zoë,Art",
    ),
    "parents under a band.csv": lines(
        "Pupil,,,,Parent,,",
        "UPN,Surname,Forename,,Surname,Forename,Telephone",
        f"{AISHA},Ahmed,Aisha,,Khan,Farah,01632 960001",
    ),
    "central european.csv": (
        f"UPN,Surname,Forename\n{AISHA},Dvořák,Žofie\n".encode("cp1250")
    ),
    "birthdays and year groups.csv": lines(
        "UPN,Surname,Forename,Year,DOB",
        f"{AISHA},Ahmed,Aisha,7,03/09/2014",
        f"{NOAH},Baker,Noah,7,28/03/2005",
        f"{ZOE},Clarke,Zoë,8,31/12/2014",
    ),
    "short years in three columns.csv": lines(
        "Name,Day,Month,Year,KS2 Maths SS", '"Ahmed, Aisha",3,Sep,14,112'
    ),
    "counts below the list.csv": lines(
        "Name,DOB,KS2 Maths SS,KS2 Reading SS",
        '"Ahmed, Aisha",03/09/2014,112,99',
        "No. at 110+,,1,0",
        "% at expected,,100,0",
        "Mean (all pupils),,112,99",
    ),
    "something else.csv": lines("Colour,Weight", "red,12", "blue,13"),
    "empty.csv": b"\n \n",
    "a picture.csv": b"\x89PNG\r\n\x1a\n" + bytes(range(1, 32)) * 8,
    "web page.xls": (
        b"<html><body><p>Year 7</p><table><tr><th>UPN<th>Surname<th>Forename<th>KS2 "
        b"Maths SS</tr><tr><td>" + AISHA.encode() + b"<td>Ahmed<td>Zo&euml;<td>112</tr>"
        b"</table></body></html>"
    ),
    "web page without a table.xls": b"<!DOCTYPE html><html><p>Log in</p></html>",
    "another xml.xml": b"<Pupils><Pupil>Ahmed</Pupil></Pupils>",
    "entities.xml": (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><CTfile>&a;</CTfile>'
    ),
    "cut off.xml": b"<CTfile><CTFpupilData><Pupil><UPN>B80",
}
