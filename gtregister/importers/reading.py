"""A file read whole: the sheet that reads best, as the kind of table that it is."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from gtregister.discovery import discover
from gtregister.errors import UserError
from gtregister.i18n import _
from gtregister.importers import (
    Ask,
    Importer,
    Layout,
    Problem,
    Reading,
    Sheet,
    Step,
)
from gtregister.importers.headings import lay_out
from gtregister.importers.sheets import sheets

__all__ = ["formats", "read", "read_sheets", "sheets"]


# No more of what is hidden is named one by one.
_MANY = 12


class _Claim(NamedTuple):
    """How well a sheet fits a kind of table, and how many rows it has."""

    strength: float
    rows: int
    key: str
    layout: Layout


@cache
def formats() -> dict[str, Importer]:
    """Find the kinds of table that can be read, by the names of their modules."""
    return discover("gtregister.importers", "IMPORTER", Importer)


def read(
    path: Path, ask: Ask | None = None, step: Step = lambda _done, _of: None
) -> Reading:
    """Read a file and say what it holds.

    `step` is called while the file is opened, and may raise Cancelled. Raises
    UserError, one sentence, if the file or sheet cannot be used.
    """
    with collecting_later():
        return read_sheets(sheets(path, step), ask or Ask(), path.name)


def read_sheets(found: Sequence[Sheet], ask: Ask, file: str) -> Reading:
    """Read the best of the sheets of a file, or the one that is asked for."""
    if ask.format is not None and ask.format not in formats():
        said = _("There is no format “{format}”. The formats are: {formats}.")
        known = ", ".join(formats())
        raise UserError(said.format(format=ask.format, formats=known), "format")
    if ask.sheet is not None:
        claims = _claims([_named(found, ask.sheet)], ask)
    else:
        claims = _claims([sheet for sheet in found if not sheet.hidden], ask)
    if not claims:
        raise UserError(_nothing(found, ask, file))
    best = max(claims, key=lambda claim: claim[:2])
    reading = formats()[best.key].read(best.layout, ask)
    notes = [] if ask.sheet else [*_notes(found, claims, best)]
    notes += _hidden(best.layout)
    return replace(reading, problems=(*notes, *reading.problems))


def _named(found: Sequence[Sheet], name: str) -> Sheet:
    for sheet in found:
        if sheet.name.strip().casefold() == name.strip().casefold():
            if sheet.rows:
                return sheet
            said = _("The sheet “{sheet}” is empty. Choose another one.")
            raise UserError(said.format(sheet=sheet.name), "sheet")
    said = _("There is no sheet “{sheet}”. The sheets are: {sheets}.")
    names = ", ".join(sheet.name for sheet in found)
    raise UserError(said.format(sheet=name, sheets=names), "sheet")


def _claims(wanted: Sequence[Sheet], ask: Ask) -> list[_Claim]:
    """Say for each sheet and kind of table how well they fit, where they do.

    Raises UserError if the mapping that was asked for fits none of the sheets.
    """
    claims, refusals = [], []
    for sheet in wanted:
        if not sheet.rows:
            continue
        chosen = formats()[ask.format] if ask.format else None
        try:
            layout = lay_out(sheet, ask, chosen.speaks_of if chosen else ())
        except UserError as refused:
            refusals.append(refused)
            continue
        kinds = {ask.format: chosen} if ask.format and chosen else formats()
        for key, kind in kinds.items():
            strength = kind.claims(layout)
            if strength or ask.format:
                claims.append(_Claim(strength, len(sheet.rows), key, layout))
    if refusals and not claims:
        raise refusals[0]
    return claims


def _nothing(found: Sequence[Sheet], ask: Ask, file: str) -> str:
    """Say that no sheet can be read, and what is in the file instead."""
    visible = [sheet for sheet in found if sheet.rows and not sheet.hidden]
    hidden = _claims([sheet for sheet in found if sheet.hidden], ask)
    if hidden and ask.sheet is None:
        said = _(
            "Only the hidden sheet “{sheet}” of “{file}” can be read. Choose it by its "
            "name if you mean it."
        )
        return said.format(sheet=hidden[0].layout.sheet.name, file=file)
    named = [sheet for sheet in found if sheet.name == ask.sheet]
    largest = max(named or visible or found, key=lambda sheet: len(sheet.rows))
    columns = lay_out(largest, ask).columns
    said = _(
        "“{file}” is not a list of pupils or results that is known here. Its columns "
        "are: {columns}. Say which of them is which, or choose the format."
    )
    headings = _listed([column.heading for column in columns if column.heading])
    return said.format(file=file, columns=headings)


def _notes(
    found: Sequence[Sheet], claims: Sequence[_Claim], best: _Claim
) -> Iterator[Problem]:
    """Name the sheets that were not read although there is something in them."""
    chosen = best.layout.sheet
    others = {claim.layout.sheet.name for claim in claims} - {chosen.name}
    if others:
        said = _("Only the sheet “{sheet}” was read, not: {others}.")
        names = ", ".join(sorted(others))
        yield Problem(0, "", "", "note", said.format(sheet=chosen.name, others=names))
    hidden = [sheet.name for sheet in found if sheet.hidden and sheet.rows]
    if hidden:
        said = _("Hidden sheets were not read: {sheets}.")
        yield Problem(0, "", "", "note", said.format(sheets=", ".join(hidden)))


def _hidden(layout: Layout) -> Iterator[Problem]:
    """Say which rows and columns of a sheet are hidden: they are read all the same."""
    sheet, columns = layout.sheet, layout.columns
    rows = [sheet.first_row + place for place in sheet.hidden_rows]
    if rows:
        said = _("Hidden rows were read too: {rows}.")
        yield Problem(0, "", "", "look", said.format(rows=_listed(rows)))
    headings = [
        columns[place].heading or str(place + 1)
        for place in sheet.hidden_columns
        if place < len(columns)
    ]
    if headings:
        said = _("Hidden columns were read too: {columns}.")
        yield Problem(0, "", "", "look", said.format(columns=_listed(headings)))


def _listed(things: Sequence[object]) -> str:
    shown = ", ".join(map(str, things[:_MANY]))
    return f"{shown} …" if len(things) > _MANY else shown


@contextmanager
def collecting_later() -> Iterator[None]:
    """Put off the garbage collector's search for cycles, of which an import makes none.

    Among the million small values of a large file it takes a third of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # All of it will live on: count it among what is old, without a search.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
