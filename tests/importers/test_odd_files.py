"""Every odd file of tests/data/odd is read as the text beside it says."""

import pytest

from tests.importers import odd_files

FILES = sorted(
    path for path in odd_files.FOLDER.iterdir() if not path.name.endswith(".md")
)


def test_there_are_many_and_each_says_how_it_is_read():
    assert len(FILES) >= 60
    assert all(odd_files.beside(path).exists() for path in FILES)


def test_the_script_makes_them_all_and_no_other(tmp_path):
    made = odd_files.TEXTS.keys() | odd_files.WORKBOOKS.keys()
    assert {path.name for path in FILES} == made


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_is_read_as_it_should_be(path):
    expected = odd_files.beside(path).read_text(encoding="utf-8")
    assert odd_files.as_text(path) == expected
