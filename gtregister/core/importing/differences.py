"""What a file and the register say differently, old to new, as a Table to be ticked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from gtregister.core.importing.conflicts import Kept
from gtregister.core.importing.families import ContactChange
from gtregister.core.importing.import_choices import Choices
from gtregister.core.importing.imports import Plan
from gtregister.core.importing.outcomes import Change
from gtregister.core.register import Register
from gtregister.core.roll import contact_words, field_words
from gtregister.core.roll.sittings import NewResult
from gtregister.i18n import N_, _, format_academic_year, translated
from gtregister.importers import joining
from gtregister.table import Column, Table, Value

_COLUMNS = (
    Column("row", N_("Row"), "number"),
    Column("pupil", N_("Pupil")),
    Column("field", N_("What")),
    Column("old", N_("In the register")),
    Column("new", N_("In the file")),
    Column("why", N_("Remark")),
)
_WHY = {
    "asked": N_("? Which of the two is right?"),
    "edited": N_("✎ Edited by hand since the last import"),
    "rule": N_("The register’s word counts"),
    "refused": N_("You left it as it is"),
}
Said = Change | tuple[int, NewResult] | ContactChange


@dataclass(frozen=True, slots=True)
class Offer:
    """One value that the file would change; `goes_in` says whether it does."""

    row: int
    pupil_id: int
    said: Said
    what: str
    old: Value
    new: Value
    goes_in: bool
    why: str = ""


def offers(plan: Plan, held: Mapping[int, str]) -> list[Offer]:
    """List what the file would change, by row; `held` are results by their id."""
    found = [_offer(*one, held, goes_in=True) for one in _going(plan)]
    found += [_kept(one, held) for one in plan.kept]
    return sorted(found, key=lambda one: (one.row, one.what))


def _going(plan: Plan) -> Iterator[tuple[int, int, Said]]:
    """Give the row, the pupil and what is said of each value that goes in."""
    for known in plan.known:
        for change in known.changes:
            yield known.rows[0], known.pupil_id, change
        for result_id, result in known.amended:
            yield result.row, known.pupil_id, (result_id, result)
    for one in plan.families.changed:
        yield one.row, one.pupil_id, one


def _kept(one: Kept, held: Mapping[int, str]) -> Offer:
    offer = _offer(one.row, one.pupil_id, one.said, held, goes_in=False)
    return replace(offer, why=translated(_WHY[one.why]))


def _offer(
    row: int, pupil_id: int, said: Said, held: Mapping[int, str], *, goes_in: bool
) -> Offer:
    old: Value
    if isinstance(said, Change):
        what = field_words.column(said.field)
        old = field_words.value(said.field, said.old)
        new = field_words.value(said.field, said.new)
    elif isinstance(said, ContactChange):
        what = contact_words.of(said.name, said.field)
        old = contact_words.value(said.field, said.old)
        new = contact_words.value(said.field, said.new)
    else:
        result = said[1].said
        what = field_words.result(result.assessment, result.subject, result.measure)
        old, new = held.get(said[0]), result.value
        if old == new and said[1].academic_year is not None:
            # It was known before, but not when.
            year = format_academic_year(said[1].academic_year)
            new = _("{value}, taken in {year}").format(value=new, year=year)
    return Offer(row, pupil_id, said, what, old, new, goes_in)


def chosen(choices: Choices, offer: Offer, *, goes_in: bool) -> Choices:
    """Note what the person says of one value."""
    said = offer.said
    if isinstance(said, Change):
        key = (offer.pupil_id, said.field)
        return replace(choices, details={**choices.details, key: goes_in})
    if isinstance(said, ContactChange):
        key = (said.contact_id, said.field)
        return replace(choices, contacts={**choices.contacts, key: goes_in})
    return replace(choices, results={**choices.results, said[0]: goes_in})


def table_of(found: list[Offer], names: Mapping[int, str]) -> Table:
    """Show offers as a table whose keys are their places in the list."""
    rows: list[tuple[Value, ...]] = [
        (
            joining.shown(one.row),
            names.get(one.pupil_id),
            one.what,
            one.old or "–",
            one.new,
            one.why or None,
        )
        for one in found
    ]
    return Table(_("Changes"), _COLUMNS, rows, range(len(rows)))


def names(register: Register) -> dict[int, str]:
    """Name every pupil of the roll, by id."""
    said = _("{surname}, {forename}")
    rows = register.rows("select id, surname, forename from pupils")
    return {
        row["id"]: said.format(surname=row["surname"], forename=row["forename"])
        for row in rows
    }


def values(register: Register, plan: Plan) -> dict[int, str]:
    """Give the stored values of the results that a plan amends, by id."""
    wanted = {result_id for known in plan.known for result_id, _new in known.amended}
    wanted |= {
        one.said[0]
        for one in plan.kept
        if not isinstance(one.said, (Change, ContactChange))
    }
    if not wanted:
        return {}
    rows = register.rows("select id, value from results")
    return {row["id"]: row["value"] for row in rows if row["id"] in wanted}
