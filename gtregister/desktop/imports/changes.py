"""What an import would change, old to new, as a Table to be ticked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gtregister.core.importing.conflicts import Kept
from gtregister.core.importing.imports import Plan
from gtregister.core.importing.planning import Change
from gtregister.core.register import Register
from gtregister.core.roll import field_words
from gtregister.core.roll.results import NewResult
from gtregister.desktop.imports.field_words import words_of
from gtregister.i18n import N_, _, translated
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
    "edited": N_("✎ Edited by hand since the last import"),
    "rule": N_("The register’s word counts"),
    "refused": N_("You left it as it is"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One value that the file would change; `goes_in` says whether it does.

    It is known by the pupil and field of a detail, or by the id of a result.
    """

    row: int
    pupil_id: int
    field: str
    result_id: int | None
    old: Value
    new: Value
    goes_in: bool
    why: str = ""


def offers(plan: Plan, held: Mapping[int, str]) -> list[Offer]:
    """List what the file would change, by row; `held` are results by their id."""
    found = [*_taken(plan, held), *(_kept(one, held) for one in plan.kept)]
    return sorted(found, key=lambda one: (one.row, one.field))


def _taken(plan: Plan, held: Mapping[int, str]) -> Iterator[Offer]:
    for known in plan.known:
        for change in known.changes:
            yield _detail(known.rows[0], known.pupil_id, change, goes_in=True)
        for result_id, result in known.amended:
            yield _result(known.pupil_id, result_id, result, held, goes_in=True)


def _kept(one: Kept, held: Mapping[int, str]) -> Offer:
    why = translated(_WHY[one.why])
    if isinstance(one.said, Change):
        return _detail(one.row, one.pupil_id, one.said, goes_in=False, why=why)
    result_id, result = one.said
    return _result(one.pupil_id, result_id, result, held, goes_in=False, why=why)


def _detail(
    row: int, pupil_id: int, change: Change, *, goes_in: bool, why: str = ""
) -> Offer:
    old = field_words.value(change.field, change.old)
    new = field_words.value(change.field, change.new)
    return Offer(row, pupil_id, change.field, None, old, new, goes_in, why)


def _result(
    pupil_id: int,
    result_id: int,
    result: NewResult,
    held: Mapping[int, str],
    *,
    goes_in: bool,
    why: str = "",
) -> Offer:
    said = result.said
    field = f"{said.assessment}.{said.subject}.{said.measure}"
    old = held.get(result_id)
    return Offer(result.row, pupil_id, field, result_id, old, said.value, goes_in, why)


def table_of(found: list[Offer], names: Mapping[int, str]) -> Table:
    """Show offers as a table whose keys are their places in the list."""
    rows: list[tuple[Value, ...]] = [
        (
            one.row,
            names.get(one.pupil_id),
            words_of(one.field),
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
    wanted |= {one.said[0] for one in plan.kept if not isinstance(one.said, Change)}
    if not wanted:
        return {}
    rows = register.rows("select id, value from results")
    return {row["id"]: row["value"] for row in rows if row["id"] in wanted}
