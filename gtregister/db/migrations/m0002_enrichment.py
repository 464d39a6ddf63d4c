"""Enrichment: the calendar, activities, places, attendance and what came of them."""

from sqlite_utils import Database

CALENDAR = """
-- Terms and closures are rows, so that a day can be asked for in SQL; the columns
-- school.terms and school.holidays are not used.
create table terms (
    id integer primary key autoincrement,
    academic_year integer not null, -- 2026 is September 2026 to August 2027
    name text not null,
    first_on text not null,
    last_on text not null,
    unique (academic_year, name),
    check (first_on <= last_on)
) strict;

create table closures (             -- half-terms, training days; not bank holidays
    id integer primary key autoincrement,
    name text not null,
    first_on text not null,
    last_on text not null,
    check (first_on <= last_on)
) strict;
"""

ACTIVITIES = """
create table activity_kinds (       -- a kind of the school's own, or its own words
    id integer primary key autoincrement,
    key text not null unique,
    name text not null
) strict;

create table partners (
    id integer primary key autoincrement,
    name text not null unique,
    kind text not null check (kind in
        ('school', 'college', 'university', 'business', 'learning_centre', 'arts',
        'sport', 'charity', 'other')),
    contact text,
    email text,
    telephone text,
    address text,
    note text
) strict;

create table activities (
    id integer primary key autoincrement,
    title text not null,
    kind text not null,
    aim text,                       -- in one sentence
    strand text,                    -- null: any
    tier text,                      -- null: any
    academic_year integer not null,
    status text not null default 'planned' check (status in
        ('idea', 'planned', 'open', 'full', 'done', 'cancelled')),
    partner_id integer references partners (id),
    venue text,
    leaves_at text,                 -- 08:45: from school
    arrives_at text,
    departs_at text,                -- from there
    returns_at text,
    transport text,                 -- which company, how, its telephone
    telephone text,                 -- of the leader, on the way
    bring text,
    notes text,
    cost integer,                   -- pence, all in all, to the school
    charge integer,                 -- pence, for each pupil
    places_least integer,
    places_most integer,            -- null: no limit
    who text not null default 'register' check (who in ('register', 'roll')),
    consent text not null default 'not_needed' check (consent in
        ('not_needed', 'covered', 'needed')),
    rules text not null default '{}', -- JSON: by which the list was last suggested
    copied_from integer references activities (id),
    check (places_least >= 0),
    check (places_most >= coalesce(places_least, 1))
) strict;

create table activity_subjects (
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    subject text not null references subjects (key),
    unique (activity_id, subject)
) strict;

create table activity_years (       -- no row: every year group may come
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    year_group integer not null,
    unique (activity_id, year_group)
) strict;

create table activity_funding (
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    source text not null,
    amount integer not null check (amount >= 0), -- pence
    unique (activity_id, source)
) strict;

create table buses (
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    name text not null,
    seats integer,
    telephone text,
    unique (activity_id, name)
) strict;

create table activity_staff (
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    staff_id integer references staff (id),
    name text not null,
    role text not null,             -- leader, adult, first_aid …
    telephone text,
    bus_id integer references buses (id),
    unique (activity_id, name)
) strict;

create table sessions (
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    held_on text not null,
    starts_at text,                 -- 15:30
    ends_at text,
    venue text,                     -- null: that of the activity
    status text not null default 'planned' check (status in ('planned', 'cancelled')),
    moved_from text,                -- the day that it was planned for at first
    reason text,                    -- why it was cancelled or moved
    override text,                  -- why it is held although the school is closed
    check (ends_at >= starts_at)
) strict;
create index sessions_by_activity on sessions (activity_id, held_on);
create index sessions_by_day on sessions (held_on);
"""

PLACES = """
create table places (
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    pupil_id integer not null references pupils (id),
    state text not null check (state in
        ('suggested', 'invited', 'accepted', 'declined', 'waiting', 'withdrawn',
        'removed')),
    state_on text not null,
    why text not null,              -- why this pupil has the place, waits, or left it
    waiting_order real,             -- the lowest is the next; set while waiting
    joined_on text,                 -- first day with a place
    ended_on text,                  -- first day without it
    override text,                  -- why the place stands although something clashes
    consent text check (consent in
        ('not_needed', 'covered', 'requested', 'given', 'refused')), -- null: not asked
    consent_requested_on text,
    consent_answered_on text,
    payment text not null default 'none' check (payment in
        ('none', 'due', 'paid', 'waived')),
    paid_on text,
    bus_id integer references buses (id),
    medical text,                   -- only what the school types in for this activity
    dietary text,
    note text,
    unique (activity_id, pupil_id),
    check ((state = 'waiting') = (waiting_order is not null))
) strict;
create index places_by_pupil on places (pupil_id);

create table preferences (          -- a pupil who is to be on the list, or never
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    pupil_id integer not null references pupils (id),
    kind text not null check (kind in ('pin', 'bar')),
    reason text not null,
    unique (activity_id, pupil_id)
) strict;
create index preferences_by_pupil on preferences (pupil_id);

create table suggestions (          -- what the last draft said of each pupil, and why
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    pupil_id integer not null references pupils (id),
    is_chosen integer not null check (is_chosen in (0, 1)),
    position integer not null,      -- in the order of the rules
    reason text not null,
    made_on text not null,
    unique (activity_id, pupil_id)
) strict;
create index suggestions_by_pupil on suggestions (pupil_id);

create table choice_rounds (        -- pupils rank several activities
    id integer primary key autoincrement,
    title text not null,
    places_each integer not null default 1 check (places_each >= 1),
    seed integer,                   -- of the draw between equals; null: by their names
    settled_on text
) strict;

create table round_activities (
    id integer primary key autoincrement,
    round_id integer not null references choice_rounds (id),
    activity_id integer not null references activities (id),
    unique (round_id, activity_id)
) strict;

create table choices (
    id integer primary key autoincrement,
    round_id integer not null references choice_rounds (id),
    pupil_id integer not null references pupils (id),
    activity_id integer not null references activities (id),
    rank integer not null check (rank >= 1),
    outcome text,                   -- in words, once the round is settled
    unique (round_id, pupil_id, rank),
    unique (round_id, pupil_id, activity_id)
) strict;
create index choices_by_pupil on choices (pupil_id);

create table roster_columns (       -- chosen for each audience, and remembered
    id integer primary key autoincrement,
    audience text not null unique,
    columns text not null           -- JSON: a list of keys
) strict;
"""

WHAT_CAME_OF_IT = """
create table attendance (           -- of pupils, not of places: leavers stay in it
    id integer primary key autoincrement,
    session_id integer not null references sessions (id),
    pupil_id integer not null references pupils (id),
    mark text not null check (mark in
        ('present', 'late', 'absent', 'excused', 'withdrawn')),
    note text,
    unique (session_id, pupil_id)
) strict;
create index attendance_by_pupil on attendance (pupil_id);

create table questions (            -- the school's own, to pupils
    id integer primary key autoincrement,
    question text not null unique,
    kind text not null check (kind in ('scale', 'yes_no', 'words')), -- scale: 1 to 5
    position integer not null,
    retired_on text
) strict;

create table feedback (             -- one answer on one slip
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    question_id integer not null references questions (id),
    slip integer not null,          -- numbers the answers of one pupil, named or not
    pupil_id integer references pupils (id),
    answer text not null,
    number real,                    -- of a scale 1 to 5, of yes and no 1 and 0
    given_on text not null,
    unique (activity_id, question_id, slip)
) strict;
create index feedback_by_pupil on feedback (pupil_id);

create table outcomes (             -- what it did for one pupil
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    pupil_id integer not null references pupils (id),
    outcome text not null check (outcome in
        ('exceeded', 'met', 'partly', 'not_met')),
    award text,                     -- a certificate, a medal, a score
    note text,
    noted_on text not null,
    unique (activity_id, pupil_id)
) strict;
create index outcomes_by_pupil on outcomes (pupil_id);

create table evaluations (          -- what staff make of it, against its aim
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    judged_by text not null,
    judged_on text not null,
    aim_met text not null check (aim_met in ('met', 'partly', 'not_met', 'too_early')),
    evidence text not null,
    again text not null check (again in ('yes', 'changed', 'no')),
    next_time text
) strict;
create index evaluations_by_activity on evaluations (activity_id);

create table follow_ups (
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    pupil_id integer references pupils (id), -- null: about the whole activity
    due_on text not null,
    what text not null,
    done_on text,
    found text
) strict;
create index follow_ups_by_pupil on follow_ups (pupil_id);
"""


def migrate(db: Database) -> None:
    """Make the tables of the calendar, of activities and of what came of them."""
    for tables in (CALENDAR, ACTIVITIES, PLACES, WHAT_CAME_OF_IT):
        db.executescript(tables)
