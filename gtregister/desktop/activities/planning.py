"""How an activity begins: planned from nothing, for pupils, or for a subject."""

from collections.abc import Callable, Sequence

from gtregister.core.enrichment.activities import NewActivity
from gtregister.desktop.page import Desk

Show = Callable[[int], None]  # shows the pupils of an activity


def plan(
    desk: Desk,
    show: Show,
    start: NewActivity | None = None,
    invited: Sequence[int] = (),
) -> None:
    """Ask for a new activity, and go on to its pupils: those invited, or a draft."""
    from gtregister.desktop.activities import new_activity

    def go_on(activity_id: int, suggests: bool) -> None:
        show(activity_id)
        if invited:
            from gtregister.desktop.activities import inviting

            inviting.invite(desk, activity_id, invited)
        elif suggests:
            from gtregister.desktop.activities import suggest_dialog

            suggest_dialog.show(desk, activity_id)

    new_activity.ask(desk, go_on, start)


def invite(desk: Desk, show: Show, pupil_ids: Sequence[int]) -> None:
    """Ask to which activity pupils are to be invited; plan one if there is none."""
    from gtregister.desktop.activities import inviting

    if not inviting.ask_where(desk, pupil_ids):
        plan(desk, show, invited=pupil_ids)
