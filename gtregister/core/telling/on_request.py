"""Letters that are written when somebody asks: certificates, and to the next school."""

from collections.abc import Collection, Sequence

from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.core.telling import awards
from gtregister.core.telling.letter_settings import KINDS, ON_REQUEST
from gtregister.core.telling.notice_events import Event
from gtregister.core.telling.owed import Owed
from gtregister.errors import UserError
from gtregister.i18n import _, translated


def notices(register: Register, kind: str, pupil_ids: Sequence[int]) -> list[Owed]:
    """Make notices of a kind that is written when asked for, such as a certificate.

    A certificate is for what each pupil earned; `certificates` says more about it.
    """
    if kind not in ON_REQUEST:
        said = _("Letters of this kind are written when something happens: {kind}.")
        raise UserError(said.format(kind=translated(KINDS.get(kind, kind))), "kind")
    if kind == "certificate":
        return certificates(register, pupil_ids)
    today = register.today
    return [
        Owed(0, Event(pupil_id, kind, today), "other", None, "due", today)
        for pupil_id in pupil_ids
    ]


def certificates(
    register: Register,
    pupil_ids: Sequence[int] = (),
    *,
    form: str | None = None,
    activity_id: int | None = None,
    award: str = "",
) -> list[Owed]:
    """Make notices of certificates: for what each pupil earned, or for `award`.

    With nobody named, everyone who took part in the activity gets one, or everyone of
    the form. Who earned nothing gets none; the notice says why.
    """
    earned = awards.earned(register, activity_id)
    wanted = pupil_ids or (earned if activity_id is not None else None)
    found, today = [], register.today
    for pupil_id in _in_form_order(register, wanted, form):
        theirs = earned.get(pupil_id)
        words = award.strip() or (theirs.words if theirs else "")
        place_id = theirs.place_id if theirs else None
        event = Event(pupil_id, "certificate", today, place_id=place_id, award=words)
        why = "" if words else _nothing_earned(register, pupil_id)
        state = "due" if words else "stopped"
        found.append(Owed(0, event, "pupil", None, state, today, why))
    return found


def _nothing_earned(register: Register, pupil_id: int) -> str:
    said = _(
        "{name} took part in nothing yet. Say in your own words what the certificate "
        "is for, or note an outcome of the activity."
    )
    return said.format(name=pupils.name(pupils.get(register, pupil_id)))


def _in_form_order(
    register: Register, pupil_ids: Collection[int] | None, form: str | None
) -> list[int]:
    rows = register.rows(
        """
        select id
        from pupils
        where (left_on is null or left_on > :today)
            and (:form is null or form = :form)
        order by year_group, form, surname, forename, id
        """,
        today=register.today.isoformat(),
        form=form,
    )
    return [row["id"] for row in rows if pupil_ids is None or row["id"] in pupil_ids]
