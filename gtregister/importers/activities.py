"""Lists of who took part in which activity, as the people who run them keep them.

Either each row names the activity beside the pupil, or each activity is a column with
ticks or dates under its name. There is no published layout.
"""

from collections.abc import Iterator
from dataclasses import replace

from gtregister.i18n import N_, _
from gtregister.importers import (
    Ask,
    ColumnMatch,
    Importer,
    Layout,
    Reading,
    activity_words,
    fields,
    records,
    rows,
    spellings,
)
from gtregister.importers.cells import is_blank, written

_TITLE, _TICKS = "activity.title", "activity.ticks"
_SAMPLE = 200
_NEARLY_ALL = 0.9
# What plainer headings mean in such a list.
_MEANT = {
    "referral.day": "activity.day",
    "taken_on": "activity.day",
    "referral.referrer": "activity.staff",
}


def claims(layout: Layout) -> float:
    """Claim a sheet that names pupils and activities, and has no results."""
    if any(map(fields.is_result, layout.fields)) or not _names_pupils(layout):
        return 0
    if _TITLE in layout.fields:
        return 0.8
    ticked = len(_ticked(layout, is_said=False))
    if not ticked:
        return 0
    return 0.7 if ticked > 1 else 0.55


def read(layout: Layout, ask: Ask) -> Reading:
    """Read whom the rows are about, and what they took part in."""
    is_said = ask.format is not None
    return records.read(_meant(layout, is_said=is_said), ask, "activities", _takes)


def _takes(field: str) -> bool:
    return field in fields.PUPIL | fields.ACTIVITY | {"full_name", "academic_year"}


def _names_pupils(layout: Layout) -> bool:
    known = layout.fields
    return {"surname", "forename"} <= known or bool(known & {"full_name", "upn"})


def _meant(layout: Layout, *, is_said: bool) -> Layout:
    """Take columns for what they mean in a list of activities."""
    known = layout.fields
    ticked = {} if _TITLE in known else _ticked(layout, is_said=is_said)
    columns = [*layout.columns]
    for place, column in enumerate(columns):
        if place in ticked:
            columns[place] = ticked[place]
        elif _is_another(layout, place):
            why = _("It names another activity of the pupil.")
            columns[place] = replace(column, field=_TITLE, sure="check", why=why)
        elif column.field in _MEANT and _MEANT[column.field] not in known:
            columns[place] = replace(column, field=_MEANT[column.field])
            known |= {_MEANT[column.field]}
    behind = {
        place: owner
        for place, owner in layout.behind.items()
        if columns[place].field != _TITLE
    }
    return replace(layout, columns=tuple(columns), behind=behind)


def _is_another(layout: Layout, place: int) -> bool:
    """Say whether a column stands behind the one that names activities."""
    owner = layout.behind.get(place)
    is_free = layout.columns[place].field is None
    return is_free and owner is not None and layout.columns[owner].field == _TITLE


def _ticked(layout: Layout, *, is_said: bool) -> dict[int, ColumnMatch]:
    """Find the columns of ticks under the name of an activity, by their place.

    Some heading or a title must speak of activities, unless a person `is_said` to have
    chosen the kind of file.
    """
    above = (cell for row in layout.sheet.rows[: layout.heading] for cell in row)
    texts = (*filter(None, map(written, above)), layout.sheet.name)
    everything = is_said or any(map(activity_words.says_activity, texts))
    why = _("There are ticks or dates under the name of an activity; check it.")
    return {
        column.place: replace(column, field=_TICKS, sure="check", why=why)
        for column in _with_ticks(layout)
        if everything or activity_words.says_activity(column.heading)
    }


def _with_ticks(layout: Layout) -> Iterator[ColumnMatch]:
    head = layout.sheet.rows[layout.heading]
    sample = layout.sheet.rows[layout.heading + 1 : layout.heading + 1 + _SAMPLE]
    below = [row for row in sample if not rows.is_aside(row, head)]
    for column in layout.columns:
        heading = column.heading
        if column.field or spellings.known(heading):
            continue
        if activity_words.says_other(heading) or not _is_name(heading):
            continue
        cells = [row[column.place] for row in below if column.place < len(row)]
        full = [cell for cell in cells if not is_blank(cell)]
        fit = sum(activity_words.tick(cell)[0] is not None for cell in full)
        if full and fit >= _NEARLY_ALL * len(full):
            yield column


def _is_name(heading: str) -> bool:
    return activity_words.title(activity_words.named(heading).title)[0] is not None


IMPORTER = Importer(
    title=N_("Activity lists"),
    claims=claims,
    read=read,
    looks_like=N_(
        "A row for each pupil and activity, with “Activity” or “Club”, and “Date” or "
        "“Term”; or a column for each activity, with ticks or dates."
    ),
    takes=N_(
        "Who took part in what and when, who led it, and what it cost; activities and "
        "places that the register has already are joined."
    ),
)
