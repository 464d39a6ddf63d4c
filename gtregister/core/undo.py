"""Putting a change back: exactly what was there, but for what was edited since."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gtregister.core import history, touched
from gtregister.core.register import Register, Row, Writing
from gtregister.core.touched import Touched, Values
from gtregister.db.file import Conflict
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.importers import Step


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that was not put back because it was edited since, in words."""

    table: str
    row_id: int
    text: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What came of an undo: the change put back, rows put back, and what was kept."""

    change_id: int
    what: str
    rows: int
    kept: tuple[Kept, ...]


def undo(
    register: Register,
    change_id: int | None = None,
    step: Step = lambda _done, _of: None,
) -> Undone:
    """Put back a change; without one the last that touched rows and still stands.

    An undo is a change like any other, so it can be undone by its number. Raises
    UserError if there is no such change or it is undone already.
    """
    change = _chosen(register, change_id)
    return _reverse(register, change, N_("Undone"), str(change["what"]), step)


def redo(register: Register, step: Step = lambda _done, _of: None) -> Undone:
    """Make the change again that was undone last; UserError if there is none.

    What comes back names the change that is made again.
    """
    change = redoable(register)
    if change is None:
        raise UserError(_("There is nothing to redo."))
    return _reverse(register, change, N_("Redone"), str(change["undone_what"]), step)


def _reverse(
    register: Register, change: Row, name: str, what: str, step: Step
) -> Undone:
    with register.change(
        name, about=translated(what), undoes=change["id"], in_bulk=True
    ) as db:
        found = _put_back(register, db, change["id"], step)
        kept = [_named(register, k) for k in found]
        if kept and not db.touched:
            raise UserError(_nothing(kept))
    rows = register.value("select row_count from changes order by id desc limit 1")
    return Undone(change["id"], translated(what), int(rows or 0), tuple(kept))


def _nothing(kept: list[Kept]) -> str:
    said = _("Nothing could be put back, since all of it was edited since: {what}")
    return said.format(what=" ".join(k.text for k in kept))


def last(register: Register, after: int = 0) -> Row | None:
    """Find the change that an undo would put back, if there is one.

    `after` leaves alone the changes up to a number, those of earlier sittings.
    """
    undone = history.undone(register)
    rows = register.rows(
        """
        select *
        from changes
        where row_count > 0
            and undoes is null
            and id > (select min(id) from changes)
            and id > :after
        order by id desc
        """,
        after=after,
    )
    return next((row for row in rows if row["id"] not in undone), None)


def redoable(register: Register) -> Row | None:
    """Find the undo that a redo would put back, if there is one.

    Its `undone_what` and `undone_about` tell the change that would be made again. An
    ordinary change after an undo ends redo, as it does in every editor.
    """
    undone = history.undone(register)
    rows = register.rows(
        """
        select
            undos.*,
            changes.what as undone_what,
            changes.about as undone_about
        from changes as undos
        join changes on changes.id = undos.undoes
        where changes.undoes is null
            and undos.row_count > 0
            and undos.id > (
                select max(id)
                from changes
                where undoes is null and row_count > 0
            )
        order by undos.id desc
        """
    )
    return next((row for row in rows if row["id"] not in undone), None)


def _chosen(register: Register, change_id: int | None) -> Row:
    if change_id is None:
        found = last(register)
        if found is None:
            raise UserError(_("There is nothing to undo."))
        return found
    change = register.row("select * from changes where id = :id", id=change_id)
    if change is None or not change["row_count"]:
        said = _("There is no change {change} to undo. The history lists them.")
        raise UserError(said.format(change=change_id))
    if change_id == register.value("select min(id) from changes"):
        raise UserError(_("The making of the register itself cannot be undone."))
    again = history.undone(register).get(change_id)
    if again is not None:
        said = _("Change {change} is undone already, by change {again}.")
        raise UserError(said.format(change=change_id, again=again))
    return change


def _put_back(
    register: Register, db: Writing, change_id: int, step: Step
) -> list[Kept]:
    kept: list[Kept] = []
    going = touched.added(register, change_id)
    changed = []
    rows = list(touched.others(register, change_id))
    of = 2 * len(rows) + sum(map(len, going.values()))
    step(0, of)
    for row in rows:
        if row.before is not None:
            changed.append(row)
        elif row.now is not None and row.now == row.after:
            going[row.table].add(row.row_id)
        elif row.now is not None:
            kept.append(_kept(row, _("it was edited since")))
    # A row may have to wait: what was added can hold the UPN that it gets back.
    waiting = []
    for done, row in enumerate(changed, len(rows)):
        step(done, of)
        if not _restore(db, row):
            waiting.append(row)
    for table, row_id, child in touched.still_needed(register, going):
        said = _("{table} were added to it since").format(table=child)
        kept.append(Kept(table, row_id, said))
    for table, row_ids in going.items():
        step(2 * len(rows), of)
        db.delete(table, sorted(row_ids))
    blocked = [row for row in waiting if not _restore(db, row)]
    said = _("another one has taken its place since")
    kept += [_kept(row, said) for row in blocked]
    return [*kept, *(found for row in changed for found in _edited_since(row))]


def _restore(db: Writing, row: Touched) -> bool:
    """Put one row back as far as it was not edited since; False if another is there."""
    before = row.before or {}
    try:
        with db.attempt():
            if row.after is None and row.now is None:
                db.insert(row.table, before)
            elif row.after is not None and row.now is not None:
                db.update(row.table, row.row_id, _own(before, row.after, row.now))
    except Conflict:
        return False
    return True


def _own(before: Values, after: Values, now: Values) -> Values:
    """Choose what the change itself set, and nobody has set since, as it was before."""
    return {
        key: old
        for key, old in before.items()
        if old != after[key] and now[key] == after[key]
    }


def _edited_since(row: Touched) -> Iterator[Kept]:
    if row.after is None and row.now is None:
        return
    if row.after is None or row.now is None or row.before is None:
        yield _kept(row, _("it was removed or put back since"))
        return
    for key, old in row.before.items():
        if old != row.after[key] != row.now[key]:
            said = _("{field} was edited since and stays {value}")
            yield _kept(row, said.format(field=key, value=row.now[key]))


def _kept(row: Touched, why: str) -> Kept:
    return Kept(row.table, row.row_id, why)


def _named(register: Register, kept: Kept) -> Kept:
    """Say whose row it is that was kept."""
    owner = kept.row_id
    if kept.table != "pupils":
        if "pupil_id" not in _columns(register, kept.table):
            return kept
        # The names are those of our own schema.
        sql = f'select pupil_id from "{kept.table}" where id = :id'  # noqa: S608
        owner = int(register.value(sql, id=kept.row_id) or 0)
    pupil = register.row(
        "select surname, forename from pupils where id = :id", id=owner
    )
    if pupil is None:
        return kept
    said = _("{forename} {surname}, {table}: {why}.")
    return replace(
        kept, text=said.format(**dict(pupil), table=kept.table, why=kept.text)
    )


def _columns(register: Register, table: str) -> set[str]:
    rows = register.rows("select name from pragma_table_info(:table)", table=table)
    return {row["name"] for row in rows}
