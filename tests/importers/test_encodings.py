import pytest

from gtregister.errors import UserError
from gtregister.importers import encodings
from tests.importers.given import AISHA, read, text_file

LIST = f"UPN,Surname,Forename\n{AISHA},Dvořák,Žofie\n"
PLAIN = LIST.replace("Dvořák", "Müller").replace("Žofie", "Zoë")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("cp1252", "cp1252"),
    ],
)
def test_an_encoding_is_found_out_and_said(tmp_path, written, found):
    said = read(text_file(tmp_path, PLAIN, encoding=written))
    assert (said.encoding, said.problems) == (found, ())
    assert said.records[0].pupil["surname"] == "Müller"
    assert encodings.title(said.encoding)


@pytest.mark.parametrize("encoding", ["cp1250", "CP1250"])
def test_a_person_may_choose_the_encoding(tmp_path, encoding):
    path = text_file(tmp_path, LIST, encoding="cp1250")
    assert read(path).records[0].pupil["surname"] == "Dvoøák"
    found = read(path, encoding=encoding)
    assert found.records[0].pupil["surname"] == "Dvořák"
    assert (found.encoding, found.problems) == ("cp1250", ())


@pytest.mark.parametrize("encoding", encodings.TITLES)
def test_every_encoding_reads_its_own_text(tmp_path, encoding):
    text = PLAIN.replace("Müller", "Muller").replace("Zoë", "Zoe")
    path = text_file(tmp_path, text, encoding=encoding)
    assert read(path, encoding=encoding).records[0].pupil["forename"] == "Zoe"


def test_letters_that_cannot_be_read_are_said(tmp_path):
    path = text_file(tmp_path, PLAIN, encoding="cp1252")
    [found] = read(path, encoding="utf-8").problems
    assert (found.level, found.row) == ("look", 0)
    assert "first in row 2: “M\ufffdller”" in found.text


def test_an_encoding_that_is_not_known_is_refused(tmp_path):
    with pytest.raises(UserError, match="There is no encoding “klingon”"):
        read(text_file(tmp_path, PLAIN), encoding="klingon")


def test_a_file_that_is_no_text_has_no_encoding():
    assert encodings.title("") == ""


CTF = (
    '<?xml version="1.0"{}?><CTfile><CTFpupilData><Pupil><UPN>{}</UPN><Surname>Müller'
    "</Surname><Forename>Zoë</Forename></Pupil></CTFpupilData></CTfile>"
)


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("utf-8", "cp1252"),
        ("utf-8", "utf-16"),
        ("UTF-16", "utf-16"),
        ("iso-8859-2", "iso-8859-2"),
        ("windows-1252", "cp1252"),
        ("", "cp1252"),
    ],
)
def test_xml_is_read_even_if_it_says_a_wrong_encoding(tmp_path, declared, written):
    said = f' encoding="{declared}"' if declared else ""
    text = CTF.format(said, AISHA)
    found = read(text_file(tmp_path, text, "ctf.xml", written))
    assert found.records[0].pupil["surname"] == "Müller"
