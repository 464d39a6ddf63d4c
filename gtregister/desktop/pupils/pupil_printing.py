"""Printing a pupil's page, and handing it out."""

from functools import partial

from gtregister.core.identifying import pupil_page
from gtregister.core.register import Register
from gtregister.desktop import style
from gtregister.desktop.page import Desk
from gtregister.table import Table

Made = tuple[Table, tuple[str, ...]]


def show(desk: Desk, pupil_id: int, *, sensitive: bool = False) -> None:
    """Make the page of a pupil off the window's thread, and preview it.

    In discreet view no score is printed either.
    """
    scores = not style.is_discreet()
    desk.tasks.run(
        partial(_made, pupil_id=pupil_id, sensitive=sensitive, scores=scores),
        then=partial(_preview, desk),
    )


def _made(register: Register, pupil_id: int, *, sensitive: bool, scores: bool) -> Made:
    table = pupil_page.table(register, pupil_id, sensitive=sensitive, scores=scores)
    return table, pupil_page.facts(register, pupil_id)


def _preview(desk: Desk, made: Made) -> None:
    from gtregister.desktop.exports import printing

    table, facts = made
    printing.show(desk, table, facts)
