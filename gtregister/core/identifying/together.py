"""The same decision on several entries of the register, in one change."""

from collections.abc import Callable, Sequence

from gtregister.core.identifying import episodes
from gtregister.core.identifying.evidence import Cohorts
from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.i18n import N_, _

Step = Callable[[int, int], None]

# Why a pupil leaves the register, for a person to choose from; other words will do.
# They speak of other support, and never of a place that is lost.
REASONS_TO_LEAVE = (
    N_("Needs are met by what lessons already offer"),
    N_("Better supported in another way"),
    N_("Reviewed: the evidence has changed"),
    N_("The family or the pupil asked for it"),
    N_("On the register for another subject instead"),
    N_("About to leave the school"),
    N_("Added by mistake"),
)
REASONS_TO_MOVE = (
    N_("Reviewed: the evidence has changed"),
    N_("Waiting for the next results"),
    N_("Away from school for a while"),
    N_("The family or the pupil asked for it"),
    N_("Back after a pause"),
)
_NAMES = {
    "on": N_("Put fully on the register"),
    "watching": N_("Watched"),
    "paused": N_("Paused"),
    "left": N_("Taken off the register"),
}


def set_status(
    register: Register,
    entry_ids: Sequence[int],
    status: str,
    reason: str,
    step: Step | None = None,
) -> int:
    """Move entries to *on*, *watching*, *paused* or *left*; give how many it moved.

    Those that are so already stay as they are. Raises UserError without a reason.
    `step` hears how many are done.
    """
    if not reason.strip():
        said = _("Say why: each decision is kept with its reason.")
        raise UserError(said, "reason")
    moving = [
        entry_id for entry_id in entry_ids if _is_other(register, entry_id, status)
    ]
    if not moving:
        return 0
    cohorts: Cohorts = {}
    with register.change(_NAMES[status], reason.strip()):
        for done, entry_id in enumerate(moving):
            if step is not None:
                step(done, len(moving))
            episodes.set_status(register, entry_id, status, reason, cohorts)
    return len(moving)


def _is_other(register: Register, entry_id: int, status: str) -> bool:
    found = register.value("select status from entries where id = :id", id=entry_id)
    return found in episodes.MOVES and status in episodes.MOVES[str(found)]
