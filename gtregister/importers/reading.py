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
from gtregister.i18n import _, ngettext
from gtregister.importers import (
    Ask,
    Importer,
    Layout,
    Reading,
    Sheet,
    Step,
    joining,
    own_lists,
    remarks,
)
from gtregister.importers.headings import lay_out
from gtregister.importers.remarks import listed
from gtregister.importers.sheets import sheets

__all__ = ["formats", "read", "read_sheets", "sheets"]

# The name by which a person asks for all sheets of the same headings.
ALL = "all"


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
        ask = ask or Ask()
        return read_sheets(opened(path, step, ask.encoding), ask, path.name)


def opened(
    path: Path, step: Step = lambda _done, _of: None, encoding: str | None = None
) -> list[Sheet]:
    """Open a file: its sheets, and then those again that can be read as one.

    `sheets.sheets` says what is raised.
    """
    found = sheets(path, step, encoding)
    return [*found, *joining.joined(found)]


def read_sheets(found: Sequence[Sheet], ask: Ask, file: str) -> Reading:
    """Read the best of the sheets of a file, or the one that is asked for."""
    if ask.format is not None and ask.format not in formats():
        said = _("There is no format “{format}”. The formats are: {formats}.")
        known = ", ".join(formats())
        raise UserError(said.format(format=ask.format, formats=known), "format")
    ask = settled(found, ask)
    if ask.sheet is not None:
        claims = _claims([_named(found, ask.sheet)], ask)
    else:
        claims = _claims(_seen(found), ask)
    if not claims:
        raise UserError(_nothing(found, ask, file))
    best = max(claims, key=lambda claim: claim[:2])
    sheet = best.layout.sheet
    read = formats()[best.key].read(best.layout, ask)
    remarked = [*remarks.of_layout(best.layout), *remarks.of_letters(sheet, ask)]
    if ask.sheet is None or sheet.parts:
        others = _claims(_seen(found), ask) if sheet.parts else claims
        readable = {claim.layout.sheet.name for claim in others}
        remarked = [*remarks.of_sheets(found, sheet, readable), *remarked]
    problems = (*remarked, *read.problems)
    columns = own_lists.recognised(read.columns, ask.mapping)
    read = replace(read, columns=columns, problems=problems, encoding=sheet.encoding)
    return joining.with_sheets(read, sheet.parts) if sheet.parts else read


def _seen(found: Sequence[Sheet]) -> list[Sheet]:
    """Give the sheets of the file itself that are not hidden."""
    return [sheet for sheet in found if not sheet.hidden and not sheet.parts]


def together(found: Sequence[Sheet], ask: Ask) -> Ask:
    """Name all sheets with the headings of the best one, where there are several.

    It does nothing if a person has named a sheet or a table.
    """
    whole = [sheet for sheet in found if sheet.parts]
    if not whole or ask.sheet is not None or ask.table is not None:
        return ask
    claims = _claims(_seen(found), ask)
    best = max(claims, key=lambda claim: claim[:2]).layout.sheet if claims else None
    for sheet in whole:
        if best and best.name in {part.sheet for part in sheet.parts}:
            return replace(ask, sheet=sheet.name)
    return ask


def settled(found: Sequence[Sheet], ask: Ask) -> Ask:
    """Name the sheet where a person has asked for a table by its number, or for *all*.

    Without a sheet it is one of the first that is not hidden. Raises UserError if there
    is none.
    """
    if ask.table is None:
        return _settled_all(found, ask)
    name = ask.sheet or next((s.of or s.name for s in found if not s.hidden), "")
    numbers = [sheet for sheet in found if _is_called(sheet.of or sheet.name, name)]
    for sheet in numbers:
        if sheet.table == ask.table:
            return replace(ask, sheet=sheet.name, table=None)
    if not numbers:
        raise UserError(_unknown(found, name), "sheet")
    said = ngettext(
        "The sheet “{sheet}” has {n} table, so there is no table {number}.",
        "The sheet “{sheet}” has {n} tables, so there is no table {number}.",
        len(numbers),
        sheet=name,
        number=ask.table,
    )
    raise UserError(said, "table")


def _settled_all(found: Sequence[Sheet], ask: Ask) -> Ask:
    """Name the sheets that are read as one, where a person has asked for all."""
    is_all = ask.sheet is not None and _is_called(ask.sheet, ALL)
    if not is_all or any(_is_called(sheet.name, ALL) for sheet in found):
        return ask
    every = together(found, replace(ask, sheet=None))
    if every.sheet is None:
        said = _(
            "No other sheet has the same headings and other pupils, so there are none "
            "to read together. The sheets are: {sheets}."
        )
        raise UserError(said.format(sheets=_sheets(found)), "sheet")
    return every


def _is_called(name: str, asked: str) -> bool:
    return name.strip().casefold() == asked.strip().casefold()


def _named(found: Sequence[Sheet], name: str) -> Sheet:
    for sheet in found:
        if _is_called(sheet.name, name):
            if sheet.rows:
                return sheet
            said = _("The sheet “{sheet}” is empty. Choose another one.")
            raise UserError(said.format(sheet=sheet.name), "sheet")
    raise UserError(_unknown(found, name), "sheet")


def _unknown(found: Sequence[Sheet], name: str) -> str:
    said = _("There is no sheet “{sheet}”. The sheets are: {sheets}.")
    return said.format(sheet=name, sheets=_sheets(found))


def _sheets(found: Sequence[Sheet]) -> str:
    return ", ".join(sheet.name for sheet in found if not sheet.parts)


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
    visible = [sheet for sheet in _seen(found) if sheet.rows]
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
    headings = listed([column.heading for column in columns if column.heading])
    return said.format(file=file, columns=headings)


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
