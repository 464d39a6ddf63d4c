"""One pupil on one page, as a Table: to print, to save, to take to a meeting."""

from collections.abc import Iterator

from gtregister.core.identifying import evidence, pupil_entries
from gtregister.core.register import Register
from gtregister.core.roll import contacts, field_words, pupils
from gtregister.errors import UserError
from gtregister.i18n import N_, _, format_short_date, translated
from gtregister.table import Column, Table

# In the order of a page, the first of them in its heading.
DETAILS = tuple(field_words.PUPIL)

_COLUMNS = (
    Column("part", N_("Part")),
    Column("what", N_("What")),
    Column("value", N_("Value")),
    Column("source", N_("Where it is from, and why")),
)

Line = tuple[str, str, str | None, str | None]


def table(
    register: Register,
    pupil_id: int,
    *,
    sensitive: bool = False,
    scores: bool = True,
) -> Table:
    """Tell all that is known of a pupil, a fact a row.

    What is sensitive (UPN, pupil premium, SEN, where the family lives …) is left out
    unless it is asked for; without `scores` so are the results and the reasons that
    speak of them. The title names nobody, since files and windows are called by it;
    `facts` name the pupil.
    """
    rows = [
        *_details(register, pupil_id, sensitive),
        *_entries(register, pupil_id, scores),
        *(_evidence(register, pupil_id) if scores else ()),
        *_contacts(register, pupil_id, sensitive),
    ]
    return Table(N_("Pupil"), _COLUMNS, rows)


def facts(register: Register, pupil_id: int) -> tuple[str, ...]:
    """Say who it is: the line over the table on paper."""
    pupil = pupils.get(register, pupil_id)
    where = [
        field_words.value("year_group", pupil["year_group"]),
        pupil["form"],
    ]
    return (", ".join([pupils.name(pupil), *filter(None, where)]),)


def _details(register: Register, pupil_id: int, sensitive: bool) -> Iterator[Line]:
    pupil = pupils.get(register, pupil_id)
    for field in DETAILS:
        if field in field_words.SENSITIVE and not sensitive:
            continue
        if text := field_words.value(field, pupil[field]):
            yield _("Details"), field_words.title(field), text, None


def _entries(register: Register, pupil_id: int, scores: bool) -> Iterator[Line]:
    for episode in pupil_entries.of(register, pupil_id):
        status = f"{episode.status_words}. {episode.dates}".strip()
        yield _("Entries"), episode.area, status, None
        for decision in episode.decisions:
            said = _("{day}, {name}")
            when = said.format(day=format_short_date(decision.on), name=decision.by)
            why = decision.reason
            if decision.policy:
                under = _("{reason} ({policy})")
                why = under.format(reason=why, policy=decision.policy).strip()
            yield _("Entries"), decision.what, when, why if scores else None


def _evidence(register: Register, pupil_id: int) -> Iterator[Line]:
    for known in evidence.results(register, pupil_id):
        heading = " ".join(filter(None, (known.assessment, known.year)))
        result = known.result
        yield heading, known.what, result.value, result.source
    for proposal in evidence.proposals(register, pupil_id):
        who = _("{source}: {name}").format(source=proposal.source, name=proposal.by)
        yield _("Referrals"), proposal.subject or who, proposal.status, proposal.reason
    try:
        judged = evidence.judged(register, pupil_id)
    except UserError:
        return
    for found in judged:
        outcome = translated(evidence.OUTCOMES[found.outcome])
        yield _("Policy"), found.route.title, outcome, found.reason


def _contacts(register: Register, pupil_id: int, sensitive: bool) -> Iterator[Line]:
    found = contacts.of(register, pupil_id)
    for row in found.rows:
        told = dict(zip((c.key for c in found.columns), row, strict=True))
        if told["no_contact"]:
            yield _("Contacts"), str(told["name"]), _("Must not be contacted"), None
            continue
        where = [told["address"], told["postcode"], told["email"], told["telephone"]]
        reach = ", ".join(str(part) for part in where if part) if sensitive else None
        relation = told["relationship"]
        yield _("Contacts"), str(told["name"]), str(relation or "") or None, reach
