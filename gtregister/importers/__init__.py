"""What a file says: Records about pupils and Problems, read without any register.

An importer is pure: the same file and the same answers give the same Reading. Whose
row it is, and whether it changes anything, is decided in `core.imports`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

Cell = str | float | bool | date | None
Sure = Literal["sure", "check", "unused"]
Level = Literal["problem", "look", "note"]
Step = Callable[[int, int], None]


class Result(NamedTuple):
    """One result of one pupil, as a cell of the file states it.

    `academic_year` is the first calendar year of the school year in which the test was
    taken (2025 = September 2025 to August 2026), None if the file does not say.
    `value` is the text as written; `number` its number, or None if it is a code.
    `column` is the heading under which it stands.
    """

    assessment: str
    academic_year: int | None
    subject: str
    measure: str
    value: str
    number: float | None
    column: str
    taken_on: str | None = None


Details = Mapping[str, str | int]


class Record(NamedTuple):
    """What one row says about one pupil.

    `row` counts from 1 as the file shows it. `pupil` has columns of the `pupils` table
    as keys (`upn`, `surname`, `dob` as 2014-09-03, `year_group` as a number, yes and no
    as 1 and 0 …); a blank cell has no key. In the same way `contacts` have columns of
    `contacts`, `address` and `postcode`, and `referrals` those of `referrals`.
    `activities` have what `taking_part` states.
    """

    row: int
    pupil: Details
    results: Sequence[Result] = ()
    contacts: Sequence[Details] = ()
    referrals: Sequence[Details] = ()
    activities: Sequence[Details] = ()


class Problem(NamedTuple):
    """Something to mend or to look at in one cell, in one whole sentence.

    A *problem* leaves the cell out; a *look* keeps it and asks for a glance; a *note*
    only says what was done. `row` is 0 and `column` "" for what concerns no one cell.
    """

    row: int
    column: str
    value: str
    level: Level
    text: str


class Aside(NamedTuple):
    """A row that was not used, and why."""

    row: int
    why: str


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """What became of one column: its field (None if unused), how sure, why in words.

    `place` says which cell of each row it is, from 0.
    """

    heading: str
    field: str | None
    sure: Sure
    why: str
    place: int = -1


@dataclass(frozen=True, slots=True)
class Ask:
    """What the person has already said about the file, if anything.

    `heading_row` counts from 1 as the file shows it. `today` tells which birthdays no
    pupil can have. `encoding` is one of `encodings.TITLES`, None to find it out.
    `table` is the number of a table on its sheet.
    """

    format: str | None = None
    sheet: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    academic_year: int | None = None
    heading_row: int | None = None
    today: date | None = None
    encoding: str | None = None
    table: int | None = None


class Part(NamedTuple):
    """Rows of one sheet among those of several that are read as one.

    They count on from the number `first`; in their own sheet they begin at row `own`.
    """

    sheet: str
    first: int
    own: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one sheet; `first_row` is the file's number of the first of `rows`.

    Rows may be of different lengths; `hidden` says that the sheet is hidden. `merged`
    has the row, first and last column (places from 0) of cells near the top that are
    merged across columns; `hidden_rows` and `hidden_columns` are places too. A sheet
    that the file does not have as such is `made_from` something else: *ctf*. `encoding`
    says how the letters of a text file were read; it is "" for any other file. Where
    several tables are on a sheet, this is the `table` of that number `of` that sheet.
    Where several sheets are read as one, `parts` are those.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    first_row: int = 1
    hidden: bool = False
    merged: Sequence[tuple[int, int, int]] = ()
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()
    made_from: str = ""
    encoding: str = ""
    of: str = ""
    table: int = 1
    parts: Sequence[Part] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet whose heading row was found: the place of that row, and the columns.

    `columns` has every column of the sheet in its order, also those without a heading.
    `years` has the academic year that a column of results is of, by its place, where
    that is known. `behind` has, by its place, the place of the column that goes before
    one of the same field.
    """

    sheet: Sheet
    heading: int
    columns: tuple[ColumnMatch, ...]
    years: Mapping[int, int] = field(default_factory=dict)
    behind: Mapping[int, int] = field(default_factory=dict)

    @property
    def fields(self) -> frozenset[str]:
        """Name the fields that some column goes to."""
        return frozenset(column.field for column in self.columns if column.field)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one sheet says.

    Every row of the sheet is the heading row, or in `records`, `skipped` (nobody can
    tell whose it is) or `ignored` (blank, title, repeated heading, total, note).
    `encoding` and `parts` are those of its sheet.
    """

    format: str
    sheet: str
    heading_row: int
    columns: tuple[ColumnMatch, ...]
    records: Sequence[Record]
    skipped: tuple[Aside, ...]
    ignored: tuple[Aside, ...]
    problems: tuple[Problem, ...]
    encoding: str = ""
    parts: Sequence[Part] = ()


@dataclass(frozen=True, slots=True)
class Importer:
    """A kind of table that files hold.

    `claims(layout)` says how well a sheet fits, from 0 (not at all) to 1;
    `read(layout, ask)` says what it says. `speaks_of` are the assessments that headings
    may leave unsaid where a person has chosen this kind. For the manual, `looks_like`
    and `takes` say in whole sentences what such a file looks like and what is taken.
    """

    title: str
    claims: Callable[[Layout], float]
    read: Callable[[Layout, Ask], Reading]
    looks_like: str
    takes: str
    speaks_of: tuple[str, ...] = ()
