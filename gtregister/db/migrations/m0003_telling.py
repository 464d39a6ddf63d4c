"""Telling families: what is owed to whom, letters as sent, slips and answers."""

from sqlite_utils import Database

PEOPLE = """
alter table contacts add column preferred_way text not null default 'post'
    check (preferred_way in ('post', 'email', 'hand'));
alter table contacts add column large_print integer not null default 0;
alter table pupils add column large_print integer not null default 0;
create index contacts_by_household on contacts (household_id);
"""

# One row for the whole school, as in `school`: what stands on every letter.
SETTINGS = """
create table letter_settings (
    id integer primary key check (id = 1),
    letterhead text not null default '',  -- lines under the school's name
    signatory text not null default '',
    signatory_role text not null default '',
    enquiries text not null default '',   -- whom families ask, and how
    language text not null default 'en',  -- where a family's own has no letter
    direct_age integer not null default 16, -- from which a pupil is written to at home
    siblings_together integer not null default 0, -- one envelope for a household
    responsibility integer not null default 0, -- 1: write only where it is known
    told_since text                       -- nothing earlier is owed
) strict;
insert into letter_settings (id) values (1);

create table notice_rules (
    id integer primary key autoincrement,
    kind text not null unique,
    to_pupil integer not null,
    to_parents integer not null,
    within_days integer not null,         -- from the event until it must be told
    reply_days integer                    -- from the letter; null: no answer is asked
) strict;
insert into notice_rules (kind, to_pupil, to_parents, within_days, reply_days) values
    ('joined', 1, 1, 14, 14),
    ('moved', 1, 1, 14, null),
    ('paused', 1, 1, 14, null),
    ('left', 1, 1, 14, null),
    ('reviewed', 1, 1, 28, null),
    ('offered', 1, 1, 7, 10),
    ('reminder', 0, 1, 3, 5),
    ('changed', 1, 1, 3, null),
    ('cancelled', 1, 1, 3, null),
    ('referral_answered', 1, 1, 14, null);

create table letter_templates (           -- the school's own copies
    id integer primary key autoincrement,
    key text not null,                    -- joined_parents
    language text not null,
    text text not null,
    unique (key, language)
) strict;

create table tier_words (                 -- what the school calls a tier of its policy
    id integer primary key autoincrement,
    tier text not null unique,
    words text not null
) strict;

create table offers (                     -- what pupils are offered, in words
    id integer primary key autoincrement,
    pupil_id integer references pupils (id), -- null: every pupil of the strand
    strand text,
    subject text references subjects (key),
    offer text not null,
    check (pupil_id is not null or strand is not null or subject is not null)
) strict;
create index offers_by_pupil on offers (pupil_id);
"""

NOTICES = """
create table notices (                    -- one household or pupil, told of one event
    id integer primary key autoincrement,
    pupil_id integer not null references pupils (id),
    kind text not null,
    event_on text not null,               -- the day of what is told
    about text not null default '',       -- which referral, place or slip: place 12
    audience text not null check (audience in ('pupil', 'parents', 'other')),
    state text not null check (state in
        ('drafted', 'printed', 'sent', 'answered', 'chased', 'not_needed')),
    way text check (way in ('post', 'email', 'hand', 'spoken', 'message')),
    state_on text not null,
    state_by text not null,
    why text not null default '',         -- why it is not needed, what was said
    entry_id integer references entries (id), -- keeps what was told from being undone
    place_id integer references places (id),
    referral_id integer references referrals (id)
) strict;
create index notices_by_pupil on notices (pupil_id);

create table notice_people (              -- whom a notice to parents was addressed to
    id integer primary key autoincrement,
    notice_id integer not null references notices (id),
    contact_id integer not null references contacts (id),
    unique (notice_id, contact_id)
) strict;
create index notice_people_by_contact on notice_people (contact_id);

create table letters (                    -- each letter as it was written or sent
    id integer primary key autoincrement,
    notice_id integer not null references notices (id),
    pupil_id integer not null references pupils (id),
    kind text not null,
    language text not null,
    addressee text not null,              -- lines
    text text not null,
    written_on text not null,
    written_by text not null,
    is_copy integer not null default 0
) strict;
create index letters_by_pupil on letters (pupil_id);
create index letters_by_notice on letters (notice_id);
"""

ANSWERS = """
create table slips (
    id integer primary key autoincrement, -- its number is this and a check digit
    notice_id integer not null unique references notices (id),
    pupil_id integer not null references pupils (id),
    questions text not null,              -- JSON: key and words of each
    reply_by text not null
) strict;
create index slips_by_pupil on slips (pupil_id);

create table answers (
    id integer primary key autoincrement,
    slip_id integer not null references slips (id),
    pupil_id integer not null references pupils (id),
    question text not null,               -- the key of the question
    answer integer not null check (answer in (0, 1)),
    answered_on text not null,
    entered_by text not null,
    unique (slip_id, question)
) strict;
create index answers_by_pupil on answers (pupil_id);

create table wishes (                     -- not to be on the register, or to be again
    id integer primary key autoincrement,
    pupil_id integer not null references pupils (id),
    slip_id integer references slips (id),
    said_by text not null,
    said_on text not null,
    wish text not null,
    decided text check (decided in ('taken_off', 'stays', 'talking', 'withdrawn')),
    decided_by text,
    decided_on text,
    why text
) strict;
create index wishes_by_pupil on wishes (pupil_id);
"""


def migrate(db: Database) -> None:
    """Make the tables of letters and answers, and say more of each contact."""
    for tables in (PEOPLE, SETTINGS, NOTICES, ANSWERS):
        db.executescript(tables)
