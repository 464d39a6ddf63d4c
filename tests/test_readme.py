"""What the README says: its examples work, its links lead somewhere."""

import re
from pathlib import Path

import pytest

from gtregister import cli
from tests import examples
from tests.examples import TREE

PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "resources/sample/README.md")
README = (TREE / "README.md").read_text("utf-8")


@pytest.mark.slow
def test_every_example_works_in_the_order_it_stands_in(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    examples.lay_out(tmp_path)

    failed = [w for w in examples.in_text(README) if examples.run(w) != 0]

    assert not failed


def test_every_verb_is_named_and_no_other():
    table = re.findall(r"^\| (`.+?) \|", README, re.MULTILINE)
    named = {verb for cell in table for verb in re.findall(r"`([\w-]+)`", cell)}
    assert named == set(cli.main.list_commands(None))


def test_the_two_commands_the_main_job_and_the_picture_are_on_the_first_screen():
    first = README.splitlines()[:22]
    assert sum("packaging/dev.py" in line for line in first) == 2
    assert sum(line.startswith("    gtregister ") for line in first) == 7
    assert any(line.startswith("![") for line in first)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files_that_are_there(page):
    text = (TREE / page).read_text("utf-8")
    folder = (TREE / page).parent
    links = re.findall(r"\]\(([^)#]+)\)", text)
    assert not [link for link in links if not Path(folder, link).exists()]
