"""A school's own assessments: a row for each pupil, a column for each subject.

Grades and numbers are kept as they stand, since every school has its own scale; nothing
is compared with a test. A heading may say that it is what a pupil is working at, or is
expected to reach: “Maths WAG”, “English target”. There is no published layout.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from gtregister.i18n import N_, _
from gtregister.importers import (
    Ask,
    Cell,
    ColumnMatch,
    Importer,
    Layout,
    Reading,
    assessments,
    fields,
    records,
)
from gtregister.importers.cells import is_blank, written
from gtregister.importers.heading_words import words

# A few columns could be sets or teachers; so many are a grid of grades.
_FEW = 3
_SAMPLE = 200
_NEARLY_ALL = 0.9
_GRADE = re.compile(
    r"\d{1,3}(\.\d{1,2})?[abc+=-]?|[A-EU]\*?[+=-]?|[DMP*]{1,3}[+=-]?|"
    r"(GD|GDS|EXS|WTS|ARE|PKS?|BLW|HNM|W[AB]|S|E|D|M|X)[+=-]?|"
    r"\d ?(secure|emerging|developing|mastered)|"
    r"emerging|developing|secure|mastered|mastery|exceeding|expected|above|below|"
    r"on track|at|greater depth|working towards",
    re.IGNORECASE,
)
_KINDS = {
    "working_at": frozenset(("wag", "wa", "current", "attainment", "at", "working")),
    "expected": frozenset(("target", "expected", "predicted", "forecast", "tg", "mtg")),
}
_FILLERS = frozenset(
    (
        *("grade", "grades", "level", "score", "mark", "result", "assessment", "data"),
        *("of", "year", "ks3", "ks4", "gcse", "teacher", "the", "y"),
    )
)
# What tells one assessment of a year from the next, with the number that follows it.
_WHEN = frozenset(
    (
        *("autumn", "spring", "summer", "term", "half", "mid", "end", "test", "exam"),
        *("ap", "dc", "aut", "spr", "sum", "paper", "week"),
    )
)
_NUMBERED = re.compile(r"([a-z]+)(\d)")


def claims(layout: Layout) -> float:
    """Claim a sheet with grades in several subjects and results of no known test."""
    if any(map(fields.is_result, layout.fields)):
        return 0
    graded = sum(column.field is not None for column in _graded(layout).values())
    return 0.6 if graded >= _FEW else 0


def read(layout: Layout, ask: Ask) -> Reading:
    """Read pupils and their grades."""
    graded = _graded(layout)
    columns = tuple(
        graded.get(place, column) for place, column in enumerate(layout.columns)
    )
    return records.read(replace(layout, columns=columns), ask, "internal", _takes)


def _takes(field: str) -> bool:
    return field in fields.PUPIL | {"full_name", "academic_year", "taken_on"} or (
        field.startswith("internal.")
    )


def _graded(layout: Layout) -> dict[int, ColumnMatch]:
    """Find the columns without a field that hold grades, by their place."""
    below = layout.sheet.rows[layout.heading + 1 : layout.heading + 1 + _SAMPLE]
    found: dict[int, ColumnMatch] = {}
    taken: set[str] = set()
    for place, column in enumerate(layout.columns):
        field = _field(column.heading) if column.field is None else None
        values = [row[place] for row in below if place < len(row)]
        if field and field not in taken and _are_grades(values):
            taken.add(field)
            said = _("The school’s own grades, kept as they stand; check it.")
            found[place] = replace(column, field=field, sure="check", why=said)
    return found


def _field(heading: str) -> str | None:
    """Say which subject and judgement a heading names, if it names no more.

    Where it says of which assessment of the year it is, so does the field:
    internal.maths.grade_autumn_2.
    """
    measure, left, when = "grade", [], list[str]()
    heading, copy = _without_copy(heading)
    for text in (part for word in words(heading) for part in _parts(word)):
        kind = next((kind for kind, known in _KINDS.items() if text in known), None)
        if kind:
            measure = kind
        elif text in _WHEN or (when and text.isdigit() and len(text) == 1):
            when.append(text)
        elif text not in _FILLERS and not text.isdigit():
            left.append(text)
    subject = assessments.school_subjects().get(" ".join(left))
    return (
        f"internal.{subject}.{'_'.join((measure, *when, *copy))}" if subject else None
    )


def _parts(word: str) -> Sequence[str]:
    """Cut the number off an assessment: ap2 is ap 2."""
    found = _NUMBERED.fullmatch(word)
    return found.groups() if found and found[1] in _WHEN else (word,)


def _without_copy(heading: str) -> tuple[str, Sequence[str]]:
    """Cut off the number of a column that is called as another one is."""
    name, _open, number = heading.rpartition(" (")
    is_copy = bool(name) and number.endswith(")") and number[:-1].isdigit()
    return (name, ("column", number[:-1])) if is_copy else (heading, ())


def _are_grades(values: Sequence[Cell]) -> bool:
    texts = [written(value) for value in values if not is_blank(value)]
    fit = sum(bool(_GRADE.fullmatch(text)) for text in texts)
    return bool(texts) and fit >= _NEARLY_ALL * len(texts)


IMPORTER = Importer(
    title=N_("The school’s own assessments"),
    claims=claims,
    read=read,
    looks_like=N_(
        "A row for each pupil, and a column for each subject with grades or numbers."
    ),
    takes=N_("Each grade as it stands; what pupils work at and are expected to reach."),
)
