"""Putting a change back: exactly what was there, but for what was edited since."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from gtregister.core.register import Register, Row, Stored, Writing
from gtregister.db.file import Conflict
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated

Values = dict[str, Stored]


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


@dataclass(frozen=True, slots=True)
class _Touched:
    """A row that a change touched: before, right after, and now (None: absent)."""

    table: str
    row_id: int
    before: Values | None
    after: Values | None
    now: Values | None


def undo(register: Register, change_id: int | None = None) -> Undone:
    """Put back a change; without one the last that touched rows and still stands.

    An undo is a change like any other, so it can be undone by its number. Raises
    UserError if there is no such change or it is undone already.
    """
    change = _chosen(register, change_id)
    with register.change(
        N_("Undone"),
        about=translated(change["what"]),
        undoes=change["id"],
        in_bulk=True,
    ) as db:
        kept = [_named(register, k) for k in _put_back(register, db, change["id"])]
        if kept and not db.touched:
            raise UserError(_nothing(kept))
    rows = register.value("select row_count from changes order by id desc limit 1")
    what = translated(change["what"])
    return Undone(change["id"], what, int(rows or 0), tuple(kept))


def _nothing(kept: list[Kept]) -> str:
    said = _("Nothing could be put back, since all of it was edited since: {what}")
    return said.format(what=" ".join(k.text for k in kept))


def last(register: Register) -> Row | None:
    """Find the change that an undo would put back, if there is one."""
    return register.row(
        """
        select *
        from changes
        where row_count > 0
            and undoes is null
            and id > (select min(id) from changes)
            and coalesce((
                select later.id
                from changes as later
                where later.undoes = changes.id
                    and not exists (
                        select 1 from changes as redo where redo.undoes = later.id
                    )
            ), 0) = 0
        order by id desc
        limit 1
        """
    )


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
    again = register.value(
        """
        select id
        from changes
        where undoes = :id
            and not exists (
                select 1 from changes as redo where redo.undoes = changes.id
            )
        """,
        id=change_id,
    )
    if again is not None:
        said = _("Change {change} is undone already, by change {again}.")
        raise UserError(said.format(change=change_id, again=again))
    return change


def _put_back(register: Register, db: Writing, change_id: int) -> list[Kept]:
    kept: list[Kept] = []
    added: dict[str, set[int]] = defaultdict(set)
    others: list[_Touched] = []
    for touched in _touched(register, change_id):
        if touched.before is not None:
            others.append(touched)
        elif touched.now is not None and touched.now != touched.after:
            kept.append(_kept(touched, _("it was edited since")))
        elif touched.now is not None:
            added[touched.table].add(touched.row_id)
    kept += _still_needed(register, added)
    for touched in others:
        kept += _restore(db, touched)
    for table, row_ids in added.items():
        db.delete(table, sorted(row_ids))
    return kept


def _restore(db: Writing, touched: _Touched) -> Iterator[Kept]:
    before = touched.before or {}
    if touched.after is None and touched.now is None:
        yield from _attempt(db, touched, lambda: db.insert(touched.table, before))
    elif touched.after is None or touched.now is None:
        yield _kept(touched, _("it was removed or put back since"))
    else:
        after, now = touched.after, touched.now
        changed = {key: old for key, old in before.items() if old != after[key]}
        mine = {key: old for key, old in changed.items() if now[key] == after[key]}
        for key in changed.keys() - mine.keys():
            said = _("{field} was edited since and stays {value}")
            yield _kept(touched, said.format(field=key, value=now[key]))
        yield from _attempt(
            db, touched, lambda: db.update(touched.table, touched.row_id, mine)
        )


def _attempt(
    db: Writing, touched: _Touched, write: Callable[[], object]
) -> Iterator[Kept]:
    try:
        with db.attempt():
            write()
    except Conflict:
        yield _kept(touched, _("another one has taken its place since"))


def _kept(touched: _Touched, why: str) -> Kept:
    return Kept(touched.table, touched.row_id, why)


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


def _touched(register: Register, change_id: int) -> Iterator[_Touched]:
    """Read each row that a change touched, once, with its three states."""
    rows = register.rows(
        """
        select
            mine.table_name,
            mine.row_id,
            mine.before,
            (
                select min(later.change_id)
                from changed_rows as later
                where later.table_name = mine.table_name
                    and later.row_id = mine.row_id
                    and later.change_id > :change_id
            ) as next_change
        from changed_rows as mine
        where mine.change_id = :change_id
        """,
        change_id=change_id,
    )
    current = _current(register, {row["table_name"] for row in rows})
    for row in rows:
        table, row_id = row["table_name"], row["row_id"]
        now = current[table].get(row_id)
        after = now
        if row["next_change"] is not None:
            after = _before(register, table, row_id, row["next_change"])
        yield _Touched(table, row_id, _values(row["before"]), after, now)


def _before(
    register: Register, table: str, row_id: int, change_id: int
) -> Values | None:
    return _values(
        register.value(
            """
            select before
            from changed_rows
            where table_name = :table and row_id = :row_id and change_id = :change_id
            """,
            table=table,
            row_id=row_id,
            change_id=change_id,
        )
    )


def _values(text: Stored) -> Values | None:
    return None if text is None else json.loads(str(text), strict=False)


def _current(register: Register, tables: set[str]) -> dict[str, dict[int, Values]]:
    # The names are those of our own schema.
    return {
        table: {
            row["id"]: dict(row)
            for row in register.rows(f'select * from "{table}"')  # noqa: S608
        }
        for table in tables
    }


def _still_needed(register: Register, added: dict[str, set[int]]) -> list[Kept]:
    """Keep added rows to which rows that stay refer, and say so."""
    kept: list[Kept] = []
    found = True
    while found:
        found = False
        for child, column, parent in _links(register):
            if not added.get(parent):
                continue
            # The names are those of our own schema.
            sql = (
                f'select id, "{column}" as parent from "{child}" where parent not null'  # noqa: S608
            )
            staying = {
                row["parent"]
                for row in register.rows(sql)
                if row["id"] not in added.get(child, ())
            }
            for row_id in added[parent] & staying:
                said = _("{table} were added to it since")
                kept.append(Kept(parent, row_id, said.format(table=child)))
                added[parent].discard(row_id)
                found = True
    return kept


def _links(register: Register) -> list[tuple[str, str, str]]:
    """List what refers to what: (table, column, table referred to by id)."""
    rows = register.rows(
        """
        select tables.name as child, links."from" as "column", links."table" as parent
        from sqlite_schema as tables
        join pragma_foreign_key_list(tables.name) as links
        where tables.type = 'table'
            and coalesce(links."to", 'id') = 'id'
            and tables.name not in ('changes', 'changed_rows')
        """
    )
    return [(row["child"], row["column"], row["parent"]) for row in rows]
