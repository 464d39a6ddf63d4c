"""A list of pupils for an activity, drafted by stated rules in a stated order."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from gtregister.core.enrichment import activities, invitees, places
from gtregister.core.enrichment.invitees import Candidate
from gtregister.core.enrichment.suggestion_rules import RULES, Rules, draw, reason
from gtregister.core.register import Register, Stored
from gtregister.errors import UserError
from gtregister.i18n import N_, _, format_number, ngettext, translated
from gtregister.table import Column, Table

_COLUMNS = (
    Column("position", N_("In order"), "number"),
    Column("chosen", N_("Suggested"), "yes_no"),
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
    Column("reason", N_("Why")),
    Column("pupil_premium", N_("Pupil premium"), "yes_no", sensitive=True),
    Column("upn", N_("UPN"), sensitive=True),
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a draft says of one pupil: on the list or not, and why."""

    candidate: Candidate
    is_chosen: bool
    position: int
    reason: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted list: everybody who was looked at, in the order of the rules."""

    activity_id: int
    rules: Rules
    suggestions: tuple[Suggestion, ...]

    @property
    def chosen(self) -> list[int]:
        """Name the pupils on the list, the first first."""
        return [s.candidate.pupil_id for s in self.suggestions if s.is_chosen]


def rules_of(register: Register, activity_id: int) -> Rules:
    """Read the rules by which a list was last drafted, else the usual ones."""
    text = register.value("select rules from activities where id = :id", id=activity_id)
    held = json.loads(str(text or "{}"))
    if not held:
        return Rules(seed=activity_id)
    return Rules(tuple(held["order"]), held["places"], held["lately"], held["seed"])


def draft(register: Register, activity_id: int, rules: Rules | None = None) -> Draft:
    """Draft a list; the same register and rules give the same list.

    Pinned pupils come first. Pupils who may not come, who are barred, who have
    something else then or who said no already are not on it, and it says so of each.
    """
    activity = activities.of(register, activity_id)
    rules = rules or rules_of(register, activity_id)
    unknown = [rule for rule in rules.order if rule not in RULES]
    if unknown:
        said = _("“{rule}” is not a rule. There are: {rules}.")
        raise UserError(said.format(rule=unknown[0], rules=", ".join(RULES)), "rules")
    found = invitees.of(register, activity)
    going = [c for c in found if not c.why_not]
    left = activity.places_left
    most = rules.places if rules.places is not None else left
    room = len(going) if most is None else max(most, 0)
    ordered = draw(going, rules)
    suggestions = [
        Suggestion(c, n <= room, n, _told(c, rules, n, room))
        for n, c in enumerate(ordered, 1)
    ]
    suggestions += [
        Suggestion(c, False, len(ordered) + n, c.why_not)
        for n, c in enumerate((c for c in found if c.why_not), 1)
    ]
    return Draft(activity_id, rules, tuple(suggestions))


def keep(register: Register, made: Draft) -> None:
    """Put the chosen on the list as suggested; keep the rules and each reason.

    What an earlier draft suggested and this one does not goes from the list.
    """
    activity = activities.of(register, made.activity_id)
    today = register.today.isoformat()
    held = register.rows(
        "select id from suggestions where activity_id = :id", id=made.activity_id
    )
    with register.change(N_("List suggested"), about=activity.title) as db:
        places.drop_suggested(register, made.activity_id)
        db.delete("suggestions", [row["id"] for row in held])
        columns = ("activity_id", "pupil_id", "is_chosen", "position", "reason")
        rows: list[tuple[Stored, ...]] = [
            (
                activity.id,
                s.candidate.pupil_id,
                s.is_chosen,
                s.position,
                s.reason,
                today,
            )
            for s in made.suggestions
        ]
        db.insert_many("suggestions", (*columns, "made_on"), rows)
        db.update("activities", activity.id, {"rules": _stored(made.rules)})
        for s in made.suggestions:
            if s.is_chosen:
                places.suggest(register, activity.id, [s.candidate.pupil_id], s.reason)


def pin(
    register: Register, activity_id: int, pupil_ids: Sequence[int], reason: str
) -> None:
    """Put pupils on every draft of this activity, if they may come at all."""
    _prefer(register, activity_id, pupil_ids, "pin", reason)


def bar(
    register: Register, activity_id: int, pupil_ids: Sequence[int], reason: str
) -> None:
    """Keep pupils off every draft of this activity."""
    _prefer(register, activity_id, pupil_ids, "bar", reason)


def release(register: Register, activity_id: int, pupil_ids: Sequence[int]) -> None:
    """Neither pin nor bar these pupils any more."""
    rows = _preferences(register, activity_id)
    ids = [rows[pupil_id] for pupil_id in pupil_ids if pupil_id in rows]
    if ids:
        with register.change(N_("Pin or bar taken away")) as db:
            db.delete("preferences", ids)


def table(made: Draft) -> Table:
    """List a draft in the order of the rules; the keys are ids of pupils."""
    rows = [
        (
            s.position,
            int(s.is_chosen),
            s.candidate.surname,
            s.candidate.forename,
            s.candidate.year_group,
            s.candidate.form,
            s.reason,
            s.candidate.pupil_premium,
            s.candidate.upn,
        )
        for s in made.suggestions
    ]
    keys = [s.candidate.pupil_id for s in made.suggestions]
    return Table(N_("Suggested pupils"), _COLUMNS, rows, keys)


def kept(register: Register, activity_id: int) -> Table:
    """List the draft that was kept last, with its reasons; the keys are pupils."""
    rows = register.rows(
        """
        select
            suggestions.*,
            coalesce(pupils.preferred_surname, pupils.surname) as surname,
            coalesce(pupils.preferred_forename, pupils.forename) as forename,
            pupils.year_group,
            pupils.form,
            pupils.pupil_premium,
            pupils.upn
        from suggestions
        join pupils on pupils.id = suggestions.pupil_id
        where suggestions.activity_id = :activity_id
        order by suggestions.position
        """,
        activity_id=activity_id,
    )
    keys = ["position", "is_chosen", *(column.key for column in _COLUMNS[2:])]
    shown = [tuple(row[key] for key in keys) for row in rows]
    return Table(
        N_("Suggested pupils"), _COLUMNS, shown, [row["pupil_id"] for row in rows]
    )


def in_words(rules: Rules) -> list[str]:
    """Tell the rules in their order, a line for each."""
    lines = [
        _("{n}. {rule}").format(n=n, rule=translated(RULES[rule]))
        for n, rule in enumerate(rules.order, 1)
    ]
    said = _("Between equals a draw decides that is the same each time (seed {seed}).")
    return [*lines, said.format(seed=rules.seed)]


def _told(candidate: Candidate, rules: Rules, position: int, room: int) -> str:
    why = reason(candidate, rules)
    if position <= room:
        return why
    return ngettext(
        "{position} in the order for {n} place. {why}",
        "{position} in the order for {n} places. {why}",
        room,
        position=format_number(position),
        why=why,
    )


def _prefer(
    register: Register,
    activity_id: int,
    pupil_ids: Sequence[int],
    kind: str,
    reason: str,
) -> None:
    if not reason.strip():
        raise UserError(_("Say why. The reason is kept with the list."), "reason")
    held = _preferences(register, activity_id)
    values: dict[str, Stored] = {"kind": kind, "reason": reason.strip()}
    what = N_("Pupils pinned") if kind == "pin" else N_("Pupils barred")
    with register.change(what, reason) as db:
        for pupil_id in pupil_ids:
            if pupil_id in held:
                db.update("preferences", held[pupil_id], values)
            else:
                row = {"activity_id": activity_id, "pupil_id": pupil_id}
                db.insert("preferences", row | values)


def _preferences(register: Register, activity_id: int) -> dict[int, int]:
    rows = register.rows(
        "select id, pupil_id from preferences where activity_id = :id", id=activity_id
    )
    return {row["pupil_id"]: row["id"] for row in rows}


def _stored(rules: Rules) -> str:
    return json.dumps(
        {
            "order": rules.order,
            "places": rules.places,
            "lately": rules.lately,
            "seed": rules.seed,
        }
    )
