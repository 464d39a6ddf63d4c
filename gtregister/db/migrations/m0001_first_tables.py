"""The first release's tables."""

from sqlite_utils import Database

KEEPING_THE_FILE = """
create table changes (
    id integer primary key autoincrement,
    made_at text not null,          -- UTC, 2026-11-26T09:41:07
    made_by text not null,
    computer text not null,
    what text not null,             -- English words, translated when shown
    about text not null default '', -- a file name, a route …: which one
    reason text not null default '',
    undoes integer references changes (id),
    row_count integer not null default 0
) strict;

create table changed_rows (
    table_name text not null,
    row_id integer not null,
    change_id integer not null,     -- without a foreign key, which would cost an import
    before text,                    -- a third of its time; JSON; null: not there before
    primary key (table_name, row_id, change_id)
) strict, without rowid;

-- Holds one row while a change is being made, and none in any committed file.
create table open_change (change_id integer not null) strict;

create table file_state (
    id integer primary key check (id = 1),
    owner text not null default '',
    generation integer not null default 0
) strict;
insert into file_state (id) values (1);
"""

THE_SCHOOL = """
create table school (
    id integer primary key check (id = 1),
    name text not null,
    dfe_number text,                -- local authority and establishment, 3594025
    lowest_year integer not null,
    highest_year integer not null,
    academic_year integer not null, -- 2026 is September 2026 to August 2027
    register_words text not null default 'More able register',
    gifted_words text not null default 'Gifted',
    talented_words text not null default 'Talented',
    terms text not null default '[]',
    holidays text not null default '[]',
    logo text                       -- base64
) strict;

create table staff (
    id integer primary key autoincrement,
    name text not null,
    role text,
    email text,
    left_on text
) strict;

create table departments (
    id integer primary key autoincrement,
    name text not null unique,
    lead_id integer references staff (id)
) strict;

create table subjects (
    id integer primary key autoincrement,
    key text not null unique,
    name text not null,
    strand text not null check (strand in ('gifted', 'talented')),
    department_id integer references departments (id)
) strict;
"""

PUPILS = """
create table pupils (
    id integer primary key autoincrement,
    upn text unique,
    former_upn text,
    admission_number text,
    surname text not null,
    forename text not null,
    preferred_surname text,
    preferred_forename text,
    middle_names text,
    dob text,
    sex text,
    year_group integer,             -- Reception is 0, nursery -1 and -2
    form text,
    ethnicity text,
    language text,
    eal integer,
    fsm integer,
    ever6 integer,
    pupil_premium integer,
    sen text,
    looked_after integer,
    joined_on text,
    left_on text,
    feeder_school text
) strict;

create table households (
    id integer primary key autoincrement,
    address text,
    postcode text
) strict;

create table contacts (
    id integer primary key autoincrement,
    pupil_id integer not null references pupils (id),
    household_id integer references households (id),
    title text,
    surname text not null,
    forename text,
    relationship text,
    parental_responsibility integer,
    email text,
    telephone text,
    language text,
    contact_order integer,
    no_contact integer not null default 0
) strict;
create index contacts_by_pupil on contacts (pupil_id);
"""

EVIDENCE = """
create table imports (
    id integer primary key autoincrement,
    file_name text not null,
    sha256 text not null,
    sheet text not null,
    format text not null,
    mapping text not null,          -- JSON: what became of each column
    counts text not null,           -- JSON
    made_at text not null,
    made_by text not null
) strict;

create table results (
    id integer primary key autoincrement,
    pupil_id integer not null references pupils (id),
    assessment text not null,
    academic_year integer,          -- in which it was taken; null if nobody said
    subject text not null,
    measure text not null,
    value text not null,            -- as written
    number real,                    -- null for a code
    taken_on text,
    import_id integer references imports (id),
    sheet text,
    row integer,
    "column" text
) strict;
create index results_by_pupil on results (pupil_id);

create table referrals (
    id integer primary key autoincrement,
    pupil_id integer not null references pupils (id),
    source text not null check (source in
        ('staff', 'parent', 'peer', 'self', 'primary', 'specialist', 'mentor')),
    referrer text not null,
    subject text references subjects (key),
    reason text not null,
    checklist text not null default '[]',
    referred_on text not null,
    status text not null default 'waiting' check (status in
        ('waiting', 'more_wanted', 'accepted', 'declined', 'withdrawn')),
    outcome text,
    outcome_by text,
    outcome_on text
) strict;
create index referrals_by_pupil on referrals (pupil_id);
"""

IDENTIFICATION = """
create table policies (
    id integer primary key autoincrement,
    key text not null,
    name text not null,
    version integer not null,
    document text not null,         -- the policy as its author wrote it
    in_force_from text not null,
    unique (key, version)
) strict;

create table routes (
    id integer primary key autoincrement,
    policy_id integer not null references policies (id),
    key text not null,
    title text not null,
    strand text not null,
    subject text,
    scope text not null check (scope in ('school', 'national')),
    tier text,
    needs text not null,            -- all, any, at least n
    unique (policy_id, key)
) strict;

create table route_criteria (
    id integer primary key autoincrement,
    route_id integer not null references routes (id),
    position integer not null,
    criterion text not null,
    options text not null,          -- JSON
    unique (route_id, position)
) strict;

create table entries (
    id integer primary key autoincrement,
    pupil_id integer not null references pupils (id),
    strand text not null,
    subject text references subjects (key), -- null: all-round
    scope text not null check (scope in ('school', 'national')),
    tier text,
    route text,
    status text not null check (status in
        ('candidate', 'on', 'watching', 'paused', 'left', 'declined')),
    from_on text,                   -- the first day on the register
    to_on text,                     -- the first day no longer on it
    review_due text
) strict;
create index entries_by_pupil on entries (pupil_id);

create table decisions (
    id integer primary key autoincrement,
    entry_id integer not null references entries (id),
    what text not null,
    decided_by text not null,
    decided_on text not null,
    reason text not null,
    policy_id integer references policies (id),
    evidence text not null default '[]' -- JSON: the findings as they stood that day
) strict;
create index decisions_by_entry on decisions (entry_id);
"""


def migrate(db: Database) -> None:
    """Make the tables of the first release."""
    for tables in (KEEPING_THE_FILE, THE_SCHOOL, PUPILS, EVIDENCE, IDENTIFICATION):
        db.executescript(tables)
