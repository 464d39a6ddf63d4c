"""Corrections of columns that are remembered for files of the same layout."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from gtregister.core.importing.corrections import WRONG
from gtregister.core.register import Register
from gtregister.core.roll import field_words
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.importers import Ask, Reading, Sheet, reading
from gtregister.importers.cells import written
from gtregister.importers.headings import lay_out
from gtregister.table import Column, Table

# How far down headings may stand.
_TOP = 20

_COLUMNS = (
    Column("remembered_on", N_("Day"), "date"),
    Column("remembered_by", N_("By")),
    Column("format", N_("Kind of file")),
    Column("mapping", N_("Your columns")),
    Column("headings", N_("Headings of the file")),
)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What somebody has said about a layout: the kind of file, and fields by heading.

    An empty field leaves a column out.
    """

    format: str
    mapping: Mapping[str, str]


def fingerprint(headings: Iterable[str]) -> str:
    """Give what a layout is known by: its headings, whatever their order and capitals.

    Columns without a heading do not count, nor do spaces, nor the remarks that *Save
    problems* has added to rows of such a file.
    """
    folded = sorted(
        " ".join(heading.split()).casefold()
        for heading in headings
        if heading.strip() not in (WRONG, translated(WRONG))
    )
    return sha256("\n".join(filter(None, folded)).encode()).hexdigest()


def remember(
    register: Register,
    headings: Iterable[str],
    form: str,
    mapping: Mapping[str, str],
) -> None:
    """Remember what was said about the columns of a layout, instead of what was.

    With nothing said there is nothing to remember, and it is forgotten.
    """
    headings = [heading for heading in headings if heading]
    known = fingerprint(headings)
    held = register.row(
        "select id, format, mapping from layouts where fingerprint = :known",
        known=known,
    )
    if not mapping:
        if held is not None:
            forget(register, held["id"])
        return
    said = json.dumps(dict(sorted(mapping.items())), ensure_ascii=False)
    if held is not None and (held["format"], held["mapping"]) == (form, said):
        return
    row = {
        "fingerprint": known,
        "format": form,
        "headings": json.dumps(headings, ensure_ascii=False),
        "mapping": said,
        "remembered_on": register.today.isoformat(),
        "remembered_by": register.user,
    }
    with register.change(N_("Layout of a file remembered")) as db:
        if held is None:
            db.insert("layouts", row)
        else:
            db.update("layouts", held["id"], row)


def remember_columns(register: Register, read: Reading) -> None:
    """Remember where every column of a sheet went, those that are not used too."""
    # Of two columns that are called the same, the first is meant.
    mapping = {c.heading: c.field or "" for c in reversed(read.columns) if c.heading}
    remember(register, mapping, read.format, mapping)


def every(register: Register) -> dict[str, Remembered]:
    """Give all that is remembered, by the fingerprint of its layout."""
    rows = register.rows("select fingerprint, format, mapping from layouts")
    return {
        row["fingerprint"]: Remembered(row["format"], json.loads(row["mapping"]))
        for row in rows
    }


def recalled(
    remembered: Mapping[str, Remembered], sheets: Iterable[Sheet], ask: Ask
) -> Ask:
    """Say of a file's columns what was said before, unless the person says more now.

    The first sheet whose headings are remembered counts.
    """
    if not remembered or ask.mapping or ask.format:
        return ask
    for sheet in sheets:
        if not sheet.rows or sheet.hidden or ask.sheet not in {None, sheet.name}:
            continue
        labels = [column.heading for column in lay_out(sheet, ask).columns]
        rows = [[*map(written, row)] for row in sheet.rows[:_TOP]]
        for headings in (labels, *rows):
            said = remembered.get(fingerprint(headings))
            if said is not None:
                return replace(
                    ask, format=said.format, mapping=said.mapping, sheet=sheet.name
                )
    return ask


def forget(register: Register, layout_id: int) -> None:
    """Forget what was said about a layout."""
    if not register.row("select id from layouts where id = :id", id=layout_id):
        raise UserError(_("This layout is forgotten already. Choose another one."))
    with register.change(N_("Layout of a file forgotten")) as db:
        db.delete("layouts", [layout_id])


def table(register: Register) -> Table:
    """List the remembered layouts, the newest first; the keys are ids of layouts."""
    rows = register.rows(
        """
        select id, format, headings, mapping, remembered_on, remembered_by
        from layouts
        order by remembered_on desc, id desc
        """
    )
    shown = [
        (
            date.fromisoformat(row["remembered_on"]),
            row["remembered_by"],
            _title(row["format"]),
            _said(json.loads(row["mapping"])),
            ", ".join(json.loads(row["headings"])),
        )
        for row in rows
    ]
    return Table(N_("Remembered columns"), _COLUMNS, shown, [row["id"] for row in rows])


def _title(key: str) -> str:
    found = reading.formats().get(key)
    return translated(found.title) if found else key


def _said(mapping: Mapping[str, str]) -> str:
    """Write what each heading goes to: Rdg → KS2 reading, scaled score."""
    return "; ".join(
        f"{heading} → {field_words.column(field)}" for heading, field in mapping.items()
    )
