"""The pages of the help: for every page of the window, up to date, and true."""

import re
import shutil
from pathlib import Path

import pytest

from gtregister.discovery import discover
from gtregister.importers import reading
from gtregister.reports import Report
from tests import examples, manual

HELP = manual.FORMATS.parent
PAGES = sorted(path.stem for path in HELP.glob("*.md"))


def text_of(page: str) -> str:
    return (HELP / f"{page}.md").read_text("utf-8")


@pytest.fixture(scope="module")
def greenfield(tmp_path_factory):
    """A folder with the register that the main job of the README makes."""
    folder = tmp_path_factory.mktemp("greenfield")
    examples.lay_out(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(folder / "settings"))
        assert not any(map(examples.run, examples.main_job()))
        assert not examples.run(["import", "Greenfield.gtreg", "KS2 Year 8.xlsx"])
        assert not examples.run(["import", "Greenfield.gtreg", "Parents.csv"])
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("page", [p for p in PAGES if examples.in_text(text_of(p))])
def test_every_example_works(page, greenfield, tmp_path, monkeypatch):
    folder = tmp_path / "school"
    shutil.copytree(greenfield, folder)
    monkeypatch.chdir(folder)

    failed = [w for w in examples.in_text(text_of(page)) if examples.run(w) != 0]

    assert not failed


@pytest.mark.parametrize("page", PAGES)
def test_links_and_pictures_are_there(page):
    links = re.findall(r"\]\(([^)#]+)\)", text_of(page))
    assert not [link for link in links if not Path(HELP, link).exists()]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_begins_with_its_one_title(page):
    titles = re.findall(r"^# .+", text_of(page), re.MULTILINE)
    assert len(titles) == 1
    assert text_of(page).startswith(titles[0])


def test_every_page_can_be_reached_from_the_first():
    reached, waiting = set(), ["start"]
    while waiting:
        reached.add(page := waiting.pop())
        links = re.findall(r"\]\(([\w-]+)\.md\)", text_of(page))
        waiting += set(links) - reached
    assert reached == set(PAGES)


def test_the_page_of_formats_is_up_to_date():
    assert text_of("formats") == manual.formats(), "run: python -m tests.manual"
    assert all(f"`{key}`" in text_of("formats") for key in reading.formats())


def test_every_report_stands_on_its_page():
    found = discover("gtregister.reports", "REPORT", Report)
    lines = [line for line in text_of("reports").splitlines() if line.startswith("|")]
    named = {
        (cells[1].strip(), cells[3].strip(" `"))
        for cells in (line.split("|") for line in lines[2:])
    }
    assert named == {(report.title, key) for key, report in found.items()}
