"""What people have said about the columns of files, for files of the same layout."""

from sqlite_utils import Database

LAYOUTS = """
create table layouts (
    id integer primary key autoincrement,
    fingerprint text not null unique,     -- of the headings in any order
    format text not null,                 -- that was chosen with them
    headings text not null,               -- JSON: as they stood, to show to people
    mapping text not null,                -- JSON: heading to field; "" leaves it out
    remembered_on text not null,
    remembered_by text not null
) strict;
"""


def migrate(db: Database) -> None:
    """Make the table of remembered layouts."""
    db.executescript(LAYOUTS)
