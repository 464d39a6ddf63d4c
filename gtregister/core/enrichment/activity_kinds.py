"""The kinds of activity, under the school's own words; kinds of its own too."""

from gtregister.core.register import Register, Row
from gtregister.core.roll.pupils import folded
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.table import Column, Table

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
_COLUMNS = (
    Column("key", N_("Key")),
    Column("name", N_("Name")),
    Column("ours", N_("Also known as")),
    Column("activities", N_("Activities"), "number"),
    Column("offered", N_("Offered"), "yes_no"),
)


def names(register: Register) -> dict[str, str]:
    """Name the kinds, by key: the school's words, else ours; its own kinds too."""
    own = {key: row["name"] for key, row in _rows(register).items()}
    return {key: translated(name) for key, name in (KINDS | own).items()}


def offered(register: Register, held: str = "") -> dict[str, str]:
    """Name the kinds to choose from; `held`, that of an activity, is among them."""
    hidden = {key for key, row in _rows(register).items() if row["hidden"]}
    return {
        key: name
        for key, name in names(register).items()
        if key == held or key not in hidden
    }


def table(register: Register) -> Table:
    """List the kinds; the keys count them from 1, in the order of `names`."""
    counts = {
        row["kind"]: row["activities"]
        for row in register.rows(
            "select kind, count(*) as activities from activities group by kind"
        )
    }
    choosable = offered(register)
    shown = [
        (
            key,
            name,
            _ours(key, name),
            counts.get(key, 0),
            int(key in choosable),
        )
        for key, name in names(register).items()
    ]
    title = N_("Kinds of activity")
    return Table(title, _COLUMNS, shown, range(1, len(shown) + 1))


def at(register: Register, number: int) -> str:
    """Give the key of the kind that `table` lists at a number."""
    return list(names(register))[number - 1]


def add(register: Register, name: str) -> str:
    """Add a kind of the school's own, and give its key."""
    known = names(register)
    first = folded(name) or "kind"
    numbered = (f"{first}_{n}" for n in range(2, len(known) + 3))
    key = next(key for key in (first, *numbered) if key not in known)
    rename(register, key, name)
    return key


def rename(register: Register, key: str, name: str) -> None:
    """Call a kind by the school's own words; an unknown key is a new kind."""
    name = name.strip()
    if not name or not key.strip():
        raise UserError(_("Give the kind a name."), "name")
    others = {known.casefold() for k, known in names(register).items() if k != key}
    if name.casefold() in others:
        said = _("There is a kind called {name} already. Choose another name.")
        raise UserError(said.format(name=name), "name")
    held = _rows(register).get(key)
    with register.change(N_("Kind of activity named"), about=name) as db:
        if held is None:
            db.insert("activity_kinds", {"key": key, "name": name})
        else:
            db.update("activity_kinds", held["id"], {"name": name})


def hide(register: Register, key: str) -> None:
    """Offer a kind no more; activities that are of this kind stay so."""
    check(register, key)
    choosable = offered(register)
    if key not in choosable:
        return
    if len(choosable) == 1:
        said = _("One kind must be offered. Bring another one back first.")
        raise UserError(said, "kind")
    held = _rows(register).get(key)
    about = choosable[key]
    with register.change(N_("Kind of activity hidden"), about=about) as db:
        if held is None:
            name = KINDS[key]
            db.insert("activity_kinds", {"key": key, "name": name, "hidden": 1})
        else:
            db.update("activity_kinds", held["id"], {"hidden": 1})


def bring_back(register: Register, key: str) -> None:
    """Offer a kind again that was hidden."""
    check(register, key)
    held = _rows(register).get(key)
    if held is None or not held["hidden"]:
        return
    about = names(register)[key]
    with register.change(N_("Kind of activity brought back"), about=about) as db:
        if held["name"] == KINDS.get(key):
            db.delete("activity_kinds", [held["id"]])
        else:
            db.update("activity_kinds", held["id"], {"hidden": 0})


def check(register: Register, key: str) -> None:
    """Raise UserError if there is no such kind."""
    known = names(register)
    if key not in known:
        said = _("“{key}” is not a kind of activity. There are: {keys}.")
        raise UserError(said.format(key=key, keys=", ".join(known)), "kind")


def _ours(key: str, name: str) -> str | None:
    """Give our word for a kind that the school calls otherwise."""
    ours = translated(KINDS[key]) if key in KINDS else name
    return ours if ours != name else None


def _rows(register: Register) -> dict[str, Row]:
    rows = register.rows("select * from activity_kinds order by id")
    return {row["key"]: row for row in rows}
