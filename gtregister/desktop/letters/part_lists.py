"""The lists of the Letters page: what stands in each, and what is rarely looked at."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gtregister.core.roll import pupils
from gtregister.core.telling import notices, wishes
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.table_list import TableList
from gtregister.desktop.widgets.table_model import Mark
from gtregister.i18n import N_, _, translated

# How each state stands out: a symbol before its word, and a colour.
_STATES = {
    "due": Mark("○", "warning"),
    "stopped": Mark("⚠", "error"),
    "drafted": Mark("◐", "note"),
    "printed": Mark("✓", "success"),
    "sent": Mark("✓", "success"),
    "answered": Mark("●", "success"),
    "chased": Mark("↻", "note"),
    "not_needed": Mark("–", "quiet"),
}
_DECIDED = {
    "taken_off": Mark("✓", "success"),
    "stays": Mark("●", "success"),
    "talking": Mark("◐", "warning"),
    "withdrawn": Mark("–", "quiet"),
}


class Kind(NamedTuple):
    """A list of the page: its name, what it says while it is empty, its filters."""

    title: str
    empty: str
    text: str
    filters: tuple[tuple[str, str], ...] = ()
    rare: frozenset[str] = frozenset()


_BY = (("kind", N_("Letter")), ("form", N_("Form")), ("audience", N_("To")))
KINDS = {
    "ready": Kind(
        N_("To print"),
        N_("No letters to print"),
        N_(
            "When a pupil joins the register, moves or leaves it, or is offered a "
            "place, the letters to the family and to the pupil wait here."
        ),
        _BY,
        frozenset({"year_group", "event_on"}),
    ),
    "untold": Kind(
        N_("Not told"),
        N_("Everyone has been told"),
        N_("No pupil and no family waits to hear of anything."),
        (("state", N_("State")), *_BY),
        frozenset({"year_group", "event_on"}),
    ),
    "told": Kind(
        N_("Sent"),
        N_("Nothing was sent yet"),
        N_("Letters that you print or send stand here, as they were sent."),
        (("state", N_("State")), *_BY),
        frozenset({"year_group", "event_on", "why"}),
    ),
    "replies": Kind(
        N_("Replies due"),
        N_("No reply is awaited"),
        N_("Letters with a reply slip stand here once they are printed or sent."),
        (("kind", N_("Letter")), ("form", N_("Form"))),
    ),
    "wishes": Kind(
        N_("Wishes"),
        N_("No family has asked"),
        N_(
            "If a family would rather that their child was not on the register, note "
            "it on the pupil's page, under Letters, or enter the slip that says so."
        ),
        (("decided", N_("Decided")),),
        frozenset({"decided_by"}),
    ),
}


def make(
    part: str,
    deeds: Sequence[QAction],
    panel: Callable[[], QWidget],
    parent: QWidget,
) -> TableList:
    """Make the list of a part, with what can be done and details beside it."""
    kind = KINDS[part]
    said = (translated(kind.empty), translated(kind.text))
    marks = {translated(notices.STATES[s]): mark for s, mark in _STATES.items()}
    marks |= {translated(wishes.DECISIONS[d]): mark for d, mark in _DECIDED.items()}
    listing = TableList(
        name=translated(kind.title),
        hint=_("Find by name, form or letter"),
        fold=pupils.folded,
        empty=lambda: EmptyState("letters", *said),
        marks=marks,
        parent=parent,
        unmatched=N_("No letters match {filters}."),
    )
    for key, title in kind.filters:
        listing.add_choice(key, translated(title))
    listing.view.hide_columns(kind.rare)
    listing.view.addActions(deeds)
    listing.set_deeds(deeds)
    listing.set_details(panel)
    return listing
