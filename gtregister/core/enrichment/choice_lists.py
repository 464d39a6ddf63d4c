"""Lists of a round of choices: by choice, by pupil, and how it stands in a sentence."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gtregister.core.enrichment import choice_rounds, choices
from gtregister.core.enrichment.choices import Granted
from gtregister.core.register import Register, Row
from gtregister.i18n import N_, _, format_date, format_number, ngettext
from gtregister.table import Column, Table, Value

Answer = tuple[Row, Granted]

_PUPIL = (
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
)
_CHOICES = (
    *_PUPIL,
    Column("rank", N_("Choice"), "number"),
    Column("activity", N_("Activity")),
    Column("outcome", N_("What became of it")),
)
_PUPILS = (
    *_PUPIL,
    Column("place", N_("Place"), "status"),
    Column("rank", N_("Choice"), "number"),
    Column("why", N_("Why")),
    Column("choices", N_("Choices in order")),
)


def table(register: Register, round_id: int) -> Table:
    """List the choices by pupil, with what became of each; the keys are choices.

    Until the round is settled it says what would become of them.
    """
    found = choices.answers(register, round_id)
    keys = [column.key for column in _CHOICES[:-1]]
    shown = [(*(row[key] for key in keys), granted.outcome) for row, granted in found]
    return Table(N_("Choices"), _CHOICES, shown, [row["id"] for row, _g in found])


@dataclass(frozen=True, slots=True)
class Standing:
    """How a round stands: a line for each pupil, and in a few sentences.

    The keys of `pupils` are ids of pupils; `met` counts the choices that are met.
    """

    pupils: Table
    lines: tuple[str, ...]
    met: int = 0
    is_settled: bool = False


def nobody() -> Standing:
    """Say how it stands while there is no round."""
    return Standing(Table(N_("Choices"), _PUPILS, []), ())


def by_pupil(register: Register, round_id: int) -> Table:
    """List each pupil once: the place, which choice it was, and why no higher one.

    The keys are ids of pupils.
    """
    return standing(register, round_id).pupils


def standing(register: Register, round_id: int) -> Standing:
    """Say who gets what, or got it if the round is settled, and why."""
    settled_on = choice_rounds.of(register, round_id)["settled_on"]
    is_settled = bool(settled_on)
    found = choices.answers(register, round_id)
    grouped: Mapping[int, list[Answer]] = defaultdict(list)
    for row, granted in found:
        grouped[row["pupil_id"]].append((row, granted))
    shown = [_of_pupil(answers) for answers in grouped.values()]
    table = Table(N_("Choices"), _PUPILS, shown, list(grouped))
    if not grouped:
        return Standing(table, (_("Nobody has chosen yet."),))
    lines = [_ranks(table), _sought(register, round_id, found, is_settled)]
    if settled_on:
        day = format_date(date.fromisoformat(settled_on))
        lines.append(_("Settled on {day}.").format(day=day))
    met = sum(granted.is_met for _row, granted in found)
    return Standing(table, tuple(lines), met, is_settled=is_settled)


def _of_pupil(answers: Sequence[Answer]) -> tuple[Value, ...]:
    met = [row for row, granted in answers if granted.is_met]
    lowest = met[-1]["rank"] if met else len(answers) + 1
    why_not = _("{rank}. {activity}: {why}")
    told = [granted.outcome for _row, granted in answers if granted.is_met]
    told += [
        why_not.format(
            rank=format_number(row["rank"]),
            activity=row["activity"],
            why=granted.outcome,
        )
        for row, granted in answers
        if not granted.is_met and row["rank"] < lowest
    ]
    first, _granted = answers[0]
    return (
        *(first[column.key] for column in _PUPIL),
        ", ".join(row["activity"] for row in met) or _("No place"),
        met[0]["rank"] if met else None,
        " ".join(told),
        ", ".join(f"{row['rank']} {row['activity']}" for row, _g in answers),
    )


def _ranks(table: Table) -> str:
    """Say how many pupils get which of their choices."""
    ranks = Counter(row[table.position("rank")] for row in table.rows)
    n = len(table.rows)
    parts = [ngettext("{n} pupil chose.", "{n} pupils chose.", n)]
    for rank in sorted(rank for rank in ranks if isinstance(rank, int)):
        said = ngettext(
            "{n} gets choice {rank}.",
            "{n} get choice {rank}.",
            ranks[rank],
            rank=format_number(rank),
        )
        parts.append(said)
    if ranks[None]:
        parts.append(ngettext("{n} gets none.", "{n} get none.", ranks[None]))
    return " ".join(parts)


def _sought(
    register: Register, round_id: int, found: Sequence[Answer], is_settled: bool
) -> str:
    """Say of each activity how many it takes, and whose first choice it is."""
    first = Counter(row["activity_id"] for row, _g in found if row["rank"] == 1)
    met = Counter(row["activity_id"] for row, granted in found if granted.is_met)
    told = []
    for activity in choice_rounds.offered(register, round_id):
        taken = activity.taken + (0 if is_settled else met[activity.id])
        most = activity.places_most
        count = str(taken) if most is None else f"{taken}/{most}"
        said = _("{title} {count} (first choice of {first})")
        named = {"title": activity.title, "first": format_number(first[activity.id])}
        told.append(said.format(count=count, **named))
    return " · ".join(told)
