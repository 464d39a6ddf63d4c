"""The kinds of activity, under the school's own words."""

from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated

KINDS = {
    "club": N_("Club"),
    "masterclass": N_("Masterclass"),
    "competition": N_("Competition"),
    "university_visit": N_("University or college visit"),
    "learning_centre": N_("City Learning Centre or other centre"),
    "summer_school": N_("Summer school"),
    "mentoring_group": N_("Mentoring group"),
    "performance": N_("Performance"),
    "sport": N_("Sport"),
    "online_course": N_("Online course"),
    "trip": N_("Trip"),
    "lecture": N_("Lecture or workshop"),
    "other": N_("Other"),
}


def names(register: Register) -> dict[str, str]:
    """Name the kinds, by key: the school's words, else ours; its own kinds too."""
    own = {
        row["key"]: row["name"]
        for row in register.rows("select key, name from activity_kinds order by id")
    }
    return {key: translated(name) for key, name in KINDS.items()} | own


def rename(register: Register, key: str, name: str) -> None:
    """Call a kind by the school's own words; an unknown key is a new kind."""
    if not name.strip() or not key.strip():
        raise UserError(_("Give the kind a name."), "name")
    held = register.value("select id from activity_kinds where key = :key", key=key)
    with register.change(N_("Kind of activity named"), about=name.strip()) as db:
        if held is None:
            db.insert("activity_kinds", {"key": key, "name": name.strip()})
        else:
            db.update("activity_kinds", int(held), {"name": name.strip()})


def check(register: Register, key: str) -> None:
    """Raise UserError if there is no such kind."""
    known = names(register)
    if key not in known:
        said = _("“{key}” is not a kind of activity. There are: {keys}.")
        raise UserError(said.format(key=key, keys=", ".join(known)), "kind")
