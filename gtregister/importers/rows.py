"""Rows that are not about a pupil, or about one whom nobody can tell."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from gtregister.i18n import _
from gtregister.importers import Cell, Layout, fields
from gtregister.importers.cells import written

Row = Sequence[Cell]
Values = Mapping[str, Sequence[object]]

_WORD = re.compile(r"\w+")
_SUMS = frozenset(
    _WORD.findall(
        "total totals subtotal average averages mean median sum count minimum maximum "
        "min max percentage percent no cohort national pupils students boys girls"
    )
)
# What may stand beside one of those: “Year group average (all pupils)”.
_OF_SUMS = frozenset(
    _WORD.findall(
        "grand sub overall class group year form school pupil student children number "
        "all of for the score scores standard deviation and in y yr at or above below "
        "with met achieved achieving reaching expected higher over under"
    )
)
_NOTE = re.compile(
    r"\*|notes?\b|key\b|source\b|n\.?b\b|©|printed\b|page\b", re.IGNORECASE
)
_LONG = 4
# Where a class or a remark may stand by itself: “7A”, “see page 2”.
_MAY_HOLD_NOTES = frozenset(("full_name", "form", *fields.NAMES, "middle_names"))


def sorted_out(
    layout: Layout, body: Sequence[Row], values: Values, known: Collection[int]
) -> tuple[dict[int, str], dict[int, str]]:
    """Find, by their place, the rows to ignore and those to skip, and say why.

    `values` has the details of pupils for each row of `body`; `known` are rows that are
    dealt with already.
    """
    ignored, skipped = {}, {}
    heading = layout.sheet.rows[layout.heading]
    is_split = "full_name" not in layout.fields and {"surname", "forename"} <= {*values}
    for place in _doubtful(body, heading, values, is_split):
        if place in known:
            continue
        has_name = any(values[name][place] for name in fields.NAMES if name in values)
        is_told = any(values[name][place] for name in ("dob", "sex") if name in values)
        texts = [text for text in map(written, body[place]) if text]
        why = _why_ignored(texts, heading, is_told)
        if why and len(texts) == 1 and _is_value(layout, body[place]):
            why = ""
        if why:
            ignored[place] = why
        elif not has_name:
            skipped[place] = _("It has neither a UPN that can be used nor a name.")
    return ignored, skipped


def _is_value(layout: Layout, row: Row) -> bool:
    """Say whether the one cell of a row is what its column holds, and not a note."""
    for column, cell in zip(layout.columns, row, strict=False):
        if column.field and written(cell):
            if column.field in _MAY_HOLD_NOTES or " " in written(cell):
                return False
            value, trouble = fields.parser(column.field)(cell)
            return value is not None and trouble is None
    return False


def _doubtful(
    body: Sequence[Row], heading: Row, values: Values, is_split: bool
) -> Iterable[int]:
    """Give the rows without a UPN, but for those that have both names apart."""
    places: Iterable[int] = range(len(body))
    if "upn" in values:
        places = [place for place, upn in enumerate(values["upn"]) if upn is None]
    if not is_split:
        return places
    surnames, forenames = values["surname"], values["forename"]
    titles = _folded(heading)
    return [
        place
        for place in places
        if not (surnames[place] and forenames[place])
        or str(surnames[place]).casefold() in titles
    ]


def _folded(heading: Row) -> frozenset[str]:
    return frozenset(written(cell).casefold() for cell in heading)


def is_aside(row: Row, heading: Row) -> bool:
    """Say whether a row is blank, a repeated heading, a total or a note."""
    texts = [text for text in map(written, row) if text]
    return bool(_why_ignored(texts, heading, is_told=False))


def _why_ignored(texts: Sequence[str], heading: Row, is_told: bool) -> str:
    """Say why a row is none of data; nothing if it may be one."""
    if not texts:
        return _("It is blank.")
    titles = _folded(heading)
    if sum(text.casefold() in titles for text in texts) * 2 > len(texts):
        return _("It repeats the headings.")
    if not is_told and _is_sum(texts):
        return _("It is a total or an average.")
    if len(texts) == 1 and _is_note(texts[0]):
        return _("It is a note.")
    return ""


def _is_sum(texts: Sequence[str]) -> bool:
    """Say whether a row has the name of a sum, and little but numbers beside it."""
    others = [text for text in texts if not _names_sum(text)]
    numbers = sum(any(map(str.isdigit, text)) for text in others)
    return len(others) < len(texts) and numbers * 2 >= len(others)


def _names_sum(text: str) -> bool:
    words = {word.lower() for word in _WORD.findall(text) if word.isalpha()}
    # “No.” may count something, but “no” alone is an answer.
    is_sum = bool(words & _SUMS and words != {"no"}) or text.startswith("%")
    return is_sum and words <= _SUMS | _OF_SUMS


def _is_note(text: str) -> bool:
    is_long = len(text.split()) >= _LONG or text.endswith(":")
    return bool(is_long or _NOTE.match(text) or any(map(str.isdigit, text)))
