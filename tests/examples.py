"""The examples of the manual, run as a person would type them."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

from gtregister import cli

TREE = Path(__file__).parents[1]
SAMPLE = TREE / "resources" / "sample"
_EXAMPLE = re.compile(r"^(?: {4})?gtregister (\S.*)$", re.MULTILINE)
_PARENTS = """UPN,Surname,Forename,Date of birth,Contact 1 forename,Contact 1 surname,\
Contact 1 relationship,Contact 1 parental responsibility,Contact 1 address
"""


def in_text(text: str) -> list[list[str]]:
    """Find the command lines of a page, each in its words without the program."""
    return [shlex.split(found) for found in _EXAMPLE.findall(text)]


def main_job() -> list[list[str]]:
    """Give the seven lines of the README that make a register of Greenfield."""
    return in_text((TREE / "README.md").read_text("utf-8"))[:7]


def lay_out(folder: Path) -> None:
    """Put the files there that the examples speak of."""
    for path in SAMPLE.iterdir():
        if path.suffix in (".xlsx", ".csv", ".ods"):
            shutil.copy(path, folder)
    lines = "".join(",".join(row) + "\n" for row in _families())
    Path(folder, "Parents.csv").write_text(_PARENTS + lines, "utf-8")


def _families() -> Iterator[tuple[str, ...]]:
    for row in (
        ("B999205219028", "Birch", "Daniel", "", "Anna", "Birch"),
        ("L999202719031", "Rahman", "Arif", "", "Farah", "Rahman"),
    ):
        yield (*row, "Mother", "Yes", "1 Mill Lane")


def run(words: list[str]) -> int:
    """Run a command line on a day of the sample school; gives its exit status."""
    return cli.run(["--by", "C Hall", "--today", "2026-11-23", *words])
