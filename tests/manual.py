"""Write the page of the help that the program itself knows: python -m tests.manual.

It lists every kind of file that can be imported, as the importers describe themselves.
"""

from gtregister.importers import Importer, reading
from tests.examples import TREE

FORMATS = TREE / "resources" / "help" / "en" / "formats.md"
_HEAD = """# What can be imported

The program finds out by itself what a file holds. If it is wrong, choose the kind on \
the first page of the import, or with `--format` and the word in brackets. See \
[Import a file](import.md).

| What it is | What it looks like | What is taken |
| --- | --- | --- |
"""
_FOOT = """
A file may be an Excel workbook (`.xlsx`, `.xlsm`, `.xls`), an OpenDocument sheet \
(`.ods`) or a text file (`.csv`, `.tab`, `.tsv`, `.txt`), of up to 50 MB; a Common \
Transfer File is `.xml`. What the register has no place for is left out, and said. A \
sheet of results is read whole, with the results of other tests that stand in it.

Sheets with the same headings and different pupils, such as 7A, 7B and 7C, are \
imported together, unless you choose one of them under “Sheet”; on the command line, \
`--sheet all` does so. Each row keeps its own sheet and number: “14 of 7B” is row 14 \
of the sheet 7B, and `--answer 7B!14=new` answers it. Otherwise one sheet or table \
is read at a time. The others are named, and you can choose them next: on the first \
page of the import, or with `--sheet` and, where several tables are on one sheet, \
`--table 2`. Columns that are called the same are numbered: “Score” and “Score (2)”. \
A text file that shows wrong letters in names was written in another encoding: \
choose it on the first page, or with `--encoding`, such as `cp1250`.

## Lists of activities

An activity is known by its title and its day or term, so the same one is joined and \
never entered twice: not by the same list again, and not beside one that the register \
has. A club that meets every week is one activity in each term. Where the list says \
neither a day nor the term with its year, you are asked once in which school year it \
was. What is guessed, such as the kind of an activity by its title, is under “Check”, \
and so is a title that is nearly one the register has. Year groups and forms in such a \
list tell who is meant and change nothing, since they may be of another year.
"""


def formats() -> str:
    """Write the page of the kinds of files, in the order of their names."""
    kinds = sorted(reading.formats().items(), key=lambda pair: pair[1].title.casefold())
    return _HEAD + "".join(_line(key, kind) for key, kind in kinds) + _FOOT


def _line(key: str, kind: Importer) -> str:
    cells = (f"{kind.title} (`{key}`)", kind.looks_like, kind.takes)
    return f"| {' | '.join(cell.replace('|', ' ') for cell in cells)} |\n"


if __name__ == "__main__":
    FORMATS.write_text(formats(), encoding="utf-8", newline="\n")
