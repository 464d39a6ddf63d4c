"""A telephone of each member of staff, and kinds of activity that are not offered."""

from sqlite_utils import Database

# The telephone with which somebody went last is theirs; each activity keeps what was
# given for it.
TELEPHONES = """
alter table staff add column telephone text;
update staff
set telephone = (
    select telephone
    from activity_staff
    where staff_id = staff.id and telephone is not null
    order by id desc
    limit 1
);
"""

# Until now a row of its own said that a kind is hidden: hidden:club. It becomes a mark
# on the row that has the school's name for the kind, or the row itself if there is
# none. What the history keeps of such rows is written anew, so that it can be undone.
HIDDEN_KINDS = """
alter table activity_kinds
    add column hidden integer not null default 0 check (hidden in (0, 1));
update activity_kinds
set hidden = 1
where 'hidden:' || key in (select key from activity_kinds);
delete from activity_kinds
where key like 'hidden:%'
    and substr(key, 8) in (select key from activity_kinds);
update activity_kinds
set key = substr(key, 8), hidden = 1
where key like 'hidden:%';
update changed_rows
set before = replace(before, '"key":"hidden:', '"hidden":1,"key":"')
where table_name = 'activity_kinds';
"""


def migrate(db: Database) -> None:
    """Give staff a telephone, and kinds a mark that they are not offered."""
    db.executescript(TELEPHONES)
    db.executescript(HIDDEN_KINDS)
