"""What a plan of an activity holds, and what would be wrong with one."""

from dataclasses import dataclass, fields

from gtregister.core import school
from gtregister.core.enrichment import activity_kinds
from gtregister.core.register import Register, Stored
from gtregister.errors import UserError
from gtregister.i18n import N_, _

STATUSES = {
    "idea": N_("Idea"),
    "planned": N_("Planned"),
    "open": N_("Open"),
    "full": N_("Full"),
    "done": N_("Done"),
    "cancelled": N_("Cancelled"),
}
CONSENT_RULES = {
    "not_needed": N_("Not needed"),
    "covered": N_("Covered by the annual form"),
    "needed": N_("Needed"),
}
WHO = {"register": N_("Pupils on the register"), "roll": N_("Any pupil")}
_TIMES = ("leaves_at", "arrives_at", "departs_at", "returns_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewActivity:
    """A plan of an activity.

    Money is in pence: `cost` all in all to the school, `charge` for each pupil. Times
    are texts such as 08:45. `years` are the year groups that may come, none for all;
    `subjects` are keys. `academic_year` is that of today if it is 0.
    """

    title: str
    kind: str = "club"
    aim: str | None = None
    strand: str | None = None
    tier: str | None = None
    academic_year: int = 0
    status: str = "planned"
    partner_id: int | None = None
    venue: str | None = None
    leaves_at: str | None = None
    arrives_at: str | None = None
    departs_at: str | None = None
    returns_at: str | None = None
    transport: str | None = None
    telephone: str | None = None
    bring: str | None = None
    notes: str | None = None
    cost: int | None = None
    charge: int | None = None
    places_least: int | None = None
    places_most: int | None = None
    who: str = "register"
    consent: str = "not_needed"
    subjects: tuple[str, ...] = ()
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(NewActivity):
    """An activity as the register holds it; `taken` places are invited or accepted."""

    id: int
    taken: int = 0

    @property
    def places_left(self) -> int | None:
        """Count the places that nobody has; None if there is no limit."""
        return None if self.places_most is None else self.places_most - self.taken

    @property
    def is_over(self) -> bool:
        """Say whether nobody can be given a place any more."""
        return self.status in {"done", "cancelled"}


OWN = tuple(
    field.name
    for field in fields(NewActivity)
    if field.name not in {"subjects", "years"}
)


def row_of(register: Register, activity: NewActivity) -> dict[str, Stored]:
    """Say what is wrong with a plan, or give the row to store."""
    if not activity.title.strip():
        raise UserError(_("Give the activity a title."), "title")
    activity_kinds.check(register, activity.kind)
    for field in _TIMES:
        check_time(getattr(activity, field), field)
    for field in ("cost", "charge", "places_least"):
        if (getattr(activity, field) or 0) < 0:
            raise UserError(_("This number cannot be less than 0."), field)
    least, most = activity.places_least or 1, activity.places_most
    if most is not None and most < max(least, 1):
        said = _("The most places cannot be fewer than the least, nor than 1.")
        raise UserError(said, "places_most")
    for subject in activity.subjects:
        school.subject_key(register, subject)
    row = {key: getattr(activity, key) for key in OWN}
    row["title"] = activity.title.strip()
    row["academic_year"] = activity.academic_year or school.academic_year_of(
        register.today
    )
    return row


def check_time(text: str | None, field: str) -> None:
    """Raise UserError if a text is not a time such as 08:45."""
    hour, colon, minute = (text or "00:00").partition(":")
    good = len(hour) == len(minute) == 2 and (hour + minute).isdecimal()
    if not colon or not good or int(hour) > 23 or int(minute) > 59:
        said = _("“{text}” is not a time. Write it like 08:45.")
        raise UserError(said.format(text=text), field)
