"""The school's own rules of telling families, and what stands on every letter."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from gtregister.core.register import Register, Stored
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.table import Column, Table

KINDS = {
    "joined": N_("Joined the register"),
    "moved": N_("Another strand or subject"),
    "paused": N_("Paused"),
    "left": N_("Left the register"),
    "reviewed": N_("Yearly update"),
    "offered": N_("Invitation"),
    "reminder": N_("Reminder"),
    "changed": N_("Activity changed"),
    "cancelled": N_("Activity cancelled"),
    "referral_answered": N_("Referral answered"),
    "certificate": N_("Certificate"),
    "next_school": N_("To the next school"),
}
"""What people are told of; the last two are written when somebody asks for them."""

ON_REQUEST = ("certificate", "next_school")


@dataclass(frozen=True, slots=True)
class LetterSettings:
    """What stands on every letter, and who may be written to how.

    `letterhead` are lines under the school's name, `enquiries` whom families ask, and
    how. From `direct_age` (years) on pupils are written to at home. `responsibility`
    asks for a known parental responsibility. Events before `told_since` are not owed.
    """

    letterhead: str = ""
    signatory: str = ""
    signatory_role: str = ""
    enquiries: str = ""
    language: str = "en"
    direct_age: int = 16
    siblings_together: bool = False
    responsibility: bool = False
    told_since: date | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """Who is told of one kind of event, and when.

    `within_days` counts from the event, `reply_days` from the letter; None asks for no
    answer.
    """

    kind: str
    to_pupil: bool
    to_parents: bool
    within_days: int
    reply_days: int | None


def of(register: Register) -> LetterSettings:
    """Read what the school has set."""
    row = register.row("select * from letter_settings")
    if row is None:
        return LetterSettings()
    known = {key: row[key] for key in row.keys() if key != "id"}  # noqa: SIM118 - a Row
    since = known.pop("told_since")
    return replace(
        LetterSettings(**known),
        siblings_together=bool(row["siblings_together"]),
        responsibility=bool(row["responsibility"]),
        told_since=date.fromisoformat(since) if since else None,
    )


def update(register: Register, settings: LetterSettings) -> None:
    """Keep changed settings; what is the same already is no change."""
    if not 10 <= settings.direct_age <= 20:
        said = _("The age from which pupils are written to lies between 10 and 20.")
        raise UserError(said, "direct_age")
    held = of(register)
    changed: dict[str, Stored] = {}
    for key in LetterSettings.__dataclass_fields__:
        value = getattr(settings, key)
        if value != getattr(held, key):
            changed[key] = _stored(value)
    if changed:
        with register.change(N_("Settings of letters changed")) as db:
            db.update("letter_settings", 1, changed)


def _stored(value: object) -> Stored:
    if value is None or isinstance(value, int):
        return value if value is None else int(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def rules(register: Register) -> Mapping[str, Rule]:
    """Read who is told of what, by kind."""
    rows = register.rows("select * from notice_rules order by id")
    return {
        row["kind"]: Rule(
            row["kind"],
            bool(row["to_pupil"]),
            bool(row["to_parents"]),
            row["within_days"],
            row["reply_days"],
        )
        for row in rows
    }


def set_rule(register: Register, rule: Rule) -> None:
    """Keep one changed rule."""
    if rule.within_days < 0 or (rule.reply_days is not None and rule.reply_days < 1):
        said = _("Write how many days there are as a number, such as 14.")
        raise UserError(said, "within_days")
    row = register.row("select * from notice_rules where kind = :kind", kind=rule.kind)
    if row is None:
        said = _("There is no rule for “{kind}”. There are: {kinds}.")
        kinds = ", ".join(rules(register))
        raise UserError(said.format(kind=rule.kind, kinds=kinds), "kind")
    wanted = {
        "to_pupil": int(rule.to_pupil),
        "to_parents": int(rule.to_parents),
        "within_days": rule.within_days,
        "reply_days": rule.reply_days,
    }
    changed = {key: value for key, value in wanted.items() if row[key] != value}
    if changed:
        with register.change(N_("Rule of telling changed"), about=rule.kind) as db:
            db.update("notice_rules", row["id"], changed)


def rules_table(register: Register) -> Table:
    """List who is told of what, and within how many days; the keys are the rows."""
    columns = (
        Column("kind", N_("Letter")),
        Column("to_pupil", N_("The pupil is told"), "yes_no"),
        Column("to_parents", N_("Parents are told"), "yes_no"),
        Column("within_days", N_("Within days"), "number"),
        Column("reply_days", N_("Reply in days"), "number"),
    )
    rows = [
        (
            translated(KINDS[rule.kind]),
            int(rule.to_pupil),
            int(rule.to_parents),
            rule.within_days,
            rule.reply_days,
        )
        for rule in rules(register).values()
    ]
    return Table(N_("Who is told"), columns, rows, range(len(rows)))
