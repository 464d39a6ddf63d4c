"""The questions about a plan of an activity, and the plan that the answers make."""

from collections.abc import Mapping
from dataclasses import replace

from gtregister import options
from gtregister.core import school
from gtregister.core.enrichment import activity_kinds, activity_scope, partners
from gtregister.core.enrichment.activities import (
    CONSENT_RULES,
    STATUSES,
    WHO,
    NewActivity,
)
from gtregister.core.register import Register
from gtregister.desktop.activities import words
from gtregister.i18n import N_
from gtregister.options import Answer, Option

NONE = ""
NEW = "new"  # the choice that leads to entering a partner


def when() -> tuple[Option, ...]:
    """Ask when a new activity meets."""
    return (
        options.text("day", N_("Day, such as 26 11 2026")),
        options.text("starts_at", N_("From, such as 15:30")),
        options.text("ends_at", N_("Until")),
        options.yes_no("weekly", N_("Every week until the end of the term")),
    )


def first(register: Register, plan: NewActivity) -> tuple[Option, ...]:
    """Ask what an activity is."""
    kinds = tuple(activity_kinds.offered(register, plan.kind).items())
    return (
        options.text("title", N_("Title"), plan.title or None),
        options.choice("kind", N_("Kind"), kinds, plan.kind),
    )


def who(plan: NewActivity) -> tuple[Option, ...]:
    """Ask where it is, and who may come."""
    years = ", ".join(map(str, plan.years))
    return (
        options.text("venue", N_("Place"), plan.venue),
        options.text("places_most", N_("How many pupils"), _number(plan.places_most)),
        options.choice("who", N_("Who may come"), tuple(WHO.items()), plan.who),
        options.text("years", N_("Years, such as 7-9"), years or None),
        options.choice(
            "consent", N_("Consent"), tuple(CONSENT_RULES.items()), plan.consent
        ),
    )


def more(register: Register, plan: NewActivity) -> tuple[Option, ...]:
    """Ask the rest, which may wait."""
    strands = (NONE, N_("Any strand")), *school.strands(register).items()
    held = activity_scope.tiers(register, plan.tier)
    tiers = (NONE, N_("Any tier")), *held.items()
    table = partners.table(register)
    names = table.only(("name",)).rows
    known = [(str(k), str(n)) for k, (n,) in zip(table.keys, names, strict=True)]
    return (
        options.text("aim", N_("Aim, in one sentence"), plan.aim),
        options.choice("status", N_("Status"), _statuses(), plan.status),
        options.choice("strand", N_("Strand"), strands, plan.strand or NONE),
        options.choice("tier", N_("Tier"), tiers, plan.tier or NONE),
        options.choice(
            "partner_id",
            N_("Partner"),
            ((NONE, N_("None")), *known, (NEW, N_("New partner…"))),
            str(plan.partner_id or NONE),
        ),
        options.text("leader", N_("Leader")),
        options.text("adults", N_("Other adults")),
        options.text("leaves_at", N_("Leaves school at"), plan.leaves_at),
        options.text("arrives_at", N_("Arrives at"), plan.arrives_at),
        options.text("departs_at", N_("Leaves there at"), plan.departs_at),
        options.text("returns_at", N_("Back at school at"), plan.returns_at),
        options.text("transport", N_("Transport"), plan.transport),
        options.text("buses", N_("Buses, such as Coach (49)")),
        options.text("telephone", N_("Telephone on the way"), plan.telephone),
        options.text("bring", N_("What to bring"), plan.bring),
        options.text("notes", N_("Notes for the leader"), plan.notes),
        options.text("charge", N_("Charge for each pupil, £"), _pounds(plan.charge)),
        options.text("cost", N_("Cost to the school, £"), _pounds(plan.cost)),
        options.text("funding", N_("Who pays, such as PTA 40; Premium 60")),
        options.text("places_least", N_("Pupils at least"), _number(plan.places_least)),
    )


def plan_of(
    held: NewActivity, answers: Mapping[str, Answer], subjects: tuple[str, ...]
) -> NewActivity:
    """Make a plan of the answers; UserError for one that cannot be read."""
    partner_id = words.text(answers["partner_id"])
    plan = replace(
        held,
        title=words.text(answers["title"]),
        kind=words.text(answers["kind"]),
        status=words.text(answers["status"]),
        strand=words.text(answers["strand"]) or None,
        partner_id=int(partner_id) if partner_id else None,
        who=words.text(answers["who"]),
        consent=words.text(answers["consent"]),
        years=words.years(answers["years"], "years"),
        subjects=subjects,
        places_most=words.count(answers["places_most"], "places_most"),
        places_least=words.count(answers["places_least"], "places_least"),
        cost=words.pence(answers["cost"], "cost"),
        charge=words.pence(answers["charge"], "charge"),
    )
    return _with_words(plan, answers)


def _with_words(plan: NewActivity, answers: Mapping[str, Answer]) -> NewActivity:
    """Put in what is kept as it was typed, and the times of the way."""
    return replace(
        plan,
        aim=words.text(answers["aim"]) or None,
        tier=words.text(answers["tier"]) or None,
        venue=words.text(answers["venue"]) or None,
        transport=words.text(answers["transport"]) or None,
        telephone=words.text(answers["telephone"]) or None,
        bring=words.text(answers["bring"]) or None,
        notes=words.text(answers["notes"]) or None,
        leaves_at=words.clock(answers["leaves_at"], "leaves_at"),
        arrives_at=words.clock(answers["arrives_at"], "arrives_at"),
        departs_at=words.clock(answers["departs_at"], "departs_at"),
        returns_at=words.clock(answers["returns_at"], "returns_at"),
    )


def _statuses() -> tuple[tuple[str, str], ...]:
    # An activity is full by the number of its pupils, and nobody says so of it.
    return tuple((key, said) for key, said in STATUSES.items() if key != "full")


def _number(number: int | None) -> str | None:
    return None if number is None else str(number)


def _pounds(amount: int | None) -> str | None:
    return words.pounds(amount) or None
