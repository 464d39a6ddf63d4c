-- version 7
CREATE INDEX answers_by_pupil on answers (pupil_id)

CREATE INDEX attendance_by_pupil on attendance (pupil_id)

CREATE INDEX choices_by_pupil on choices (pupil_id)

CREATE INDEX contacts_by_household on contacts (household_id)

CREATE INDEX contacts_by_pupil on contacts (pupil_id)

CREATE INDEX decisions_by_entry on decisions (entry_id)

CREATE INDEX entries_by_pupil on entries (pupil_id)

CREATE INDEX evaluations_by_activity on evaluations (activity_id)

CREATE INDEX feedback_by_pupil on feedback (pupil_id)

CREATE INDEX follow_ups_by_pupil on follow_ups (pupil_id)

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name")

CREATE INDEX letters_by_notice on letters (notice_id)

CREATE INDEX letters_by_pupil on letters (pupil_id)

CREATE INDEX notice_people_by_contact on notice_people (contact_id)

CREATE INDEX notices_by_pupil on notices (pupil_id)

CREATE INDEX offers_by_pupil on offers (pupil_id)

CREATE INDEX outcomes_by_pupil on outcomes (pupil_id)

CREATE INDEX places_by_pupil on places (pupil_id)

CREATE INDEX preferences_by_pupil on preferences (pupil_id)

CREATE INDEX referrals_by_pupil on referrals (pupil_id)

CREATE INDEX results_by_pupil on results (pupil_id)

CREATE INDEX sessions_by_activity on sessions (activity_id, held_on)

CREATE INDEX sessions_by_day on sessions (held_on)

CREATE INDEX slips_by_pupil on slips (pupil_id)

CREATE INDEX suggestions_by_pupil on suggestions (pupil_id)

CREATE INDEX wishes_by_pupil on wishes (pupil_id)

CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
)

CREATE TABLE activities (
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
) strict

CREATE TABLE activity_funding (
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    source text not null,
    amount integer not null check (amount >= 0), -- pence
    unique (activity_id, source)
) strict

CREATE TABLE activity_kinds (       -- a kind of the school's own, or its own words
    id integer primary key autoincrement,
    key text not null unique,
    name text not null
, hidden integer not null default 0 check (hidden in (0, 1))) strict

CREATE TABLE activity_staff (
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    staff_id integer references staff (id),
    name text not null,
    role text not null,             -- leader, adult, first_aid …
    telephone text,
    bus_id integer references buses (id),
    unique (activity_id, name)
) strict

CREATE TABLE activity_subjects (
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    subject text not null references subjects (key),
    unique (activity_id, subject)
) strict

CREATE TABLE activity_years (       -- no row: every year group may come
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    year_group integer not null,
    unique (activity_id, year_group)
) strict

CREATE TABLE answers (
    id integer primary key autoincrement,
    slip_id integer not null references slips (id),
    pupil_id integer not null references pupils (id),
    question text not null,               -- the key of the question
    answer integer not null check (answer in (0, 1)),
    answered_on text not null,
    entered_by text not null,
    unique (slip_id, question)
) strict

CREATE TABLE attendance (           -- of pupils, not of places: leavers stay in it
    id integer primary key autoincrement,
    session_id integer not null references sessions (id),
    pupil_id integer not null references pupils (id),
    mark text not null check (mark in
        ('present', 'late', 'absent', 'excused', 'withdrawn')),
    note text,
    unique (session_id, pupil_id)
) strict

CREATE TABLE buses (
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    name text not null,
    seats integer,
    telephone text,
    unique (activity_id, name)
) strict

CREATE TABLE changed_rows (
    table_name text not null,
    row_id integer not null,
    change_id integer not null,     -- without a foreign key, which would cost an import
    before text,                    -- a third of its time; JSON; null: not there before
    primary key (table_name, row_id, change_id)
) strict, without rowid

CREATE TABLE changes (
    id integer primary key autoincrement,
    made_at text not null,          -- UTC, 2026-11-26T09:41:07
    made_by text not null,
    computer text not null,
    what text not null,             -- English words, translated when shown
    about text not null default '', -- a file name, a route …: which one
    reason text not null default '',
    undoes integer references changes (id),
    row_count integer not null default 0
) strict

CREATE TABLE choice_rounds (        -- pupils rank several activities
    id integer primary key autoincrement,
    title text not null,
    places_each integer not null default 1 check (places_each >= 1),
    seed integer,                   -- of the draw between equals; null: by their names
    settled_on text
) strict

CREATE TABLE choices (
    id integer primary key autoincrement,
    round_id integer not null references choice_rounds (id),
    pupil_id integer not null references pupils (id),
    activity_id integer not null references activities (id),
    rank integer not null check (rank >= 1),
    outcome text,                   -- in words, once the round is settled
    unique (round_id, pupil_id, rank),
    unique (round_id, pupil_id, activity_id)
) strict

CREATE TABLE closures (             -- half-terms, training days; not bank holidays
    id integer primary key autoincrement,
    name text not null,
    first_on text not null,
    last_on text not null,
    check (first_on <= last_on)
) strict

CREATE TABLE contacts (
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
, preferred_way text not null default 'post'
    check (preferred_way in ('post', 'email', 'hand')), large_print integer not null default 0) strict

CREATE TABLE decisions (
    id integer primary key autoincrement,
    entry_id integer not null references entries (id),
    what text not null,
    decided_by text not null,
    decided_on text not null,
    reason text not null,
    policy_id integer references policies (id),
    evidence text not null default '[]' -- JSON: the findings as they stood that day
) strict

CREATE TABLE departments (
    id integer primary key autoincrement,
    name text not null unique,
    lead_id integer references staff (id)
) strict

CREATE TABLE entries (
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
) strict

CREATE TABLE evaluations (          -- what staff make of it, against its aim
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    judged_by text not null,
    judged_on text not null,
    aim_met text not null check (aim_met in ('met', 'partly', 'not_met', 'too_early')),
    evidence text not null,
    again text not null check (again in ('yes', 'changed', 'no')),
    next_time text
) strict

CREATE TABLE feedback (             -- one answer on one slip
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    question_id integer not null references questions (id),
    slip integer not null,          -- numbers the answers of one pupil, named or not
    pupil_id integer references pupils (id),
    answer text not null,
    number real,                    -- of a scale 1 to 5, of yes and no 1 and 0
    given_on text not null,
    unique (activity_id, question_id, slip)
) strict

CREATE TABLE file_state (
    id integer primary key check (id = 1),
    owner text not null default '',
    generation integer not null default 0
) strict

CREATE TABLE follow_ups (
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    pupil_id integer references pupils (id), -- null: about the whole activity
    due_on text not null,
    what text not null,
    done_on text,
    found text
) strict

CREATE TABLE households (
    id integer primary key autoincrement,
    address text,
    postcode text
) strict

CREATE TABLE imports (
    id integer primary key autoincrement,
    file_name text not null,
    sha256 text not null,
    sheet text not null,
    format text not null,
    mapping text not null,          -- JSON: what became of each column
    counts text not null,           -- JSON
    made_at text not null,
    made_by text not null
) strict

CREATE TABLE layouts (
    id integer primary key autoincrement,
    fingerprint text not null unique,     -- of the headings in any order
    format text not null,                 -- that was chosen with them
    headings text not null,               -- JSON: as they stood, to show to people
    mapping text not null,                -- JSON: heading to field; "" leaves it out
    remembered_on text not null,
    remembered_by text not null
) strict

CREATE TABLE letter_settings (
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
) strict

CREATE TABLE letter_templates (           -- the school's own copies
    id integer primary key autoincrement,
    key text not null,                    -- joined_parents
    language text not null,
    text text not null,
    unique (key, language)
) strict

CREATE TABLE letters (                    -- each letter as it was written or sent
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
) strict

CREATE TABLE notice_people (              -- whom a notice to parents was addressed to
    id integer primary key autoincrement,
    notice_id integer not null references notices (id),
    contact_id integer not null references contacts (id),
    unique (notice_id, contact_id)
) strict

CREATE TABLE notice_rules (
    id integer primary key autoincrement,
    kind text not null unique,
    to_pupil integer not null,
    to_parents integer not null,
    within_days integer not null,         -- from the event until it must be told
    reply_days integer                    -- from the letter; null: no answer is asked
) strict

CREATE TABLE notices (                    -- one household or pupil, told of one event
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
) strict

CREATE TABLE offers (                     -- what pupils are offered, in words
    id integer primary key autoincrement,
    pupil_id integer references pupils (id), -- null: every pupil of the strand
    strand text,
    subject text references subjects (key),
    offer text not null,
    check (pupil_id is not null or strand is not null or subject is not null)
) strict

CREATE TABLE open_change (change_id integer not null) strict

CREATE TABLE outcomes (             -- what it did for one pupil
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    pupil_id integer not null references pupils (id),
    outcome text not null check (outcome in
        ('exceeded', 'met', 'partly', 'not_met')),
    award text,                     -- a certificate, a medal, a score
    note text,
    noted_on text not null,
    unique (activity_id, pupil_id)
) strict

CREATE TABLE partners (
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
) strict

CREATE TABLE places (
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
) strict

CREATE TABLE policies (
    id integer primary key autoincrement,
    key text not null,
    name text not null,
    version integer not null,
    document text not null,         -- the policy as its author wrote it
    in_force_from text not null,
    unique (key, version)
) strict

CREATE TABLE preferences (          -- a pupil who is to be on the list, or never
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    pupil_id integer not null references pupils (id),
    kind text not null check (kind in ('pin', 'bar')),
    reason text not null,
    unique (activity_id, pupil_id)
) strict

CREATE TABLE pupils (
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
, large_print integer not null default 0) strict

CREATE TABLE questions (            -- the school's own, to pupils
    id integer primary key autoincrement,
    question text not null unique,
    kind text not null check (kind in ('scale', 'yes_no', 'words')), -- scale: 1 to 5
    position integer not null,
    retired_on text
) strict

CREATE TABLE referrals (
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
, triage_by text, triage_due text, triage_note text) strict

CREATE TABLE results (
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
) strict

CREATE TABLE roster_columns (       -- chosen for each audience, and remembered
    id integer primary key autoincrement,
    audience text not null unique,
    columns text not null           -- JSON: a list of keys
) strict

CREATE TABLE round_activities (
    id integer primary key autoincrement,
    round_id integer not null references choice_rounds (id),
    activity_id integer not null references activities (id),
    unique (round_id, activity_id)
) strict

CREATE TABLE route_criteria (
    id integer primary key autoincrement,
    route_id integer not null references routes (id),
    position integer not null,
    criterion text not null,
    options text not null,          -- JSON
    unique (route_id, position)
) strict

CREATE TABLE routes (
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
) strict

CREATE TABLE school (
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
) strict

CREATE TABLE sessions (
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
) strict

CREATE TABLE slips (
    id integer primary key autoincrement, -- its number is this and a check digit
    notice_id integer not null unique references notices (id),
    pupil_id integer not null references pupils (id),
    questions text not null,              -- JSON: key and words of each
    reply_by text not null
) strict

CREATE TABLE sqlite_sequence(name,seq)

CREATE TABLE staff (
    id integer primary key autoincrement,
    name text not null,
    role text,
    email text,
    left_on text
, telephone text) strict

CREATE TABLE subjects (
    id integer primary key autoincrement,
    key text not null unique,
    name text not null,
    strand text not null check (strand in ('gifted', 'talented')),
    department_id integer references departments (id)
) strict

CREATE TABLE suggestions (          -- what the last draft said of each pupil, and why
    id integer primary key autoincrement,
    activity_id integer not null references activities (id),
    pupil_id integer not null references pupils (id),
    is_chosen integer not null check (is_chosen in (0, 1)),
    position integer not null,      -- in the order of the rules
    reason text not null,
    made_on text not null,
    unique (activity_id, pupil_id)
) strict

CREATE TABLE terms (
    id integer primary key autoincrement,
    academic_year integer not null, -- 2026 is September 2026 to August 2027
    name text not null,
    first_on text not null,
    last_on text not null,
    unique (academic_year, name),
    check (first_on <= last_on)
) strict

CREATE TABLE tier_words (                 -- what the school calls a tier of its policy
    id integer primary key autoincrement,
    tier text not null unique,
    words text not null
) strict

CREATE TABLE wishes (                     -- not to be on the register, or to be again
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
) strict

CREATE TRIGGER activities_delete after delete on activities begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activities', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"title":' || coalesce('"' || replace(replace(replace(replace(old."title", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"kind":' || coalesce('"' || replace(replace(replace(replace(old."kind", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"aim":' || coalesce('"' || replace(replace(replace(replace(old."aim", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"strand":' || coalesce('"' || replace(replace(replace(replace(old."strand", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"tier":' || coalesce('"' || replace(replace(replace(replace(old."tier", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"academic_year":' || iif(old."academic_year" is null, 'null', quote(old."academic_year")) || ',' || '"status":' || coalesce('"' || replace(replace(replace(replace(old."status", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"partner_id":' || iif(old."partner_id" is null, 'null', quote(old."partner_id")) || ',' || '"venue":' || coalesce('"' || replace(replace(replace(replace(old."venue", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"leaves_at":' || coalesce('"' || replace(replace(replace(replace(old."leaves_at", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"arrives_at":' || coalesce('"' || replace(replace(replace(replace(old."arrives_at", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"departs_at":' || coalesce('"' || replace(replace(replace(replace(old."departs_at", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"returns_at":' || coalesce('"' || replace(replace(replace(replace(old."returns_at", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"transport":' || coalesce('"' || replace(replace(replace(replace(old."transport", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"telephone":' || coalesce('"' || replace(replace(replace(replace(old."telephone", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"bring":' || coalesce('"' || replace(replace(replace(replace(old."bring", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"notes":' || coalesce('"' || replace(replace(replace(replace(old."notes", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"cost":' || iif(old."cost" is null, 'null', quote(old."cost")) || ',' || '"charge":' || iif(old."charge" is null, 'null', quote(old."charge")) || ',' || '"places_least":' || iif(old."places_least" is null, 'null', quote(old."places_least")) || ',' || '"places_most":' || iif(old."places_most" is null, 'null', quote(old."places_most")) || ',' || '"who":' || coalesce('"' || replace(replace(replace(replace(old."who", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"consent":' || coalesce('"' || replace(replace(replace(replace(old."consent", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"rules":' || coalesce('"' || replace(replace(replace(replace(old."rules", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"copied_from":' || iif(old."copied_from" is null, 'null', quote(old."copied_from")) || '}');
        end

CREATE TRIGGER activities_insert after insert on activities begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activities', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER activities_update after update on activities begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activities', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"title":' || coalesce('"' || replace(replace(replace(replace(old."title", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"kind":' || coalesce('"' || replace(replace(replace(replace(old."kind", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"aim":' || coalesce('"' || replace(replace(replace(replace(old."aim", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"strand":' || coalesce('"' || replace(replace(replace(replace(old."strand", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"tier":' || coalesce('"' || replace(replace(replace(replace(old."tier", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"academic_year":' || iif(old."academic_year" is null, 'null', quote(old."academic_year")) || ',' || '"status":' || coalesce('"' || replace(replace(replace(replace(old."status", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"partner_id":' || iif(old."partner_id" is null, 'null', quote(old."partner_id")) || ',' || '"venue":' || coalesce('"' || replace(replace(replace(replace(old."venue", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"leaves_at":' || coalesce('"' || replace(replace(replace(replace(old."leaves_at", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"arrives_at":' || coalesce('"' || replace(replace(replace(replace(old."arrives_at", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"departs_at":' || coalesce('"' || replace(replace(replace(replace(old."departs_at", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"returns_at":' || coalesce('"' || replace(replace(replace(replace(old."returns_at", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"transport":' || coalesce('"' || replace(replace(replace(replace(old."transport", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"telephone":' || coalesce('"' || replace(replace(replace(replace(old."telephone", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"bring":' || coalesce('"' || replace(replace(replace(replace(old."bring", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"notes":' || coalesce('"' || replace(replace(replace(replace(old."notes", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"cost":' || iif(old."cost" is null, 'null', quote(old."cost")) || ',' || '"charge":' || iif(old."charge" is null, 'null', quote(old."charge")) || ',' || '"places_least":' || iif(old."places_least" is null, 'null', quote(old."places_least")) || ',' || '"places_most":' || iif(old."places_most" is null, 'null', quote(old."places_most")) || ',' || '"who":' || coalesce('"' || replace(replace(replace(replace(old."who", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"consent":' || coalesce('"' || replace(replace(replace(replace(old."consent", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"rules":' || coalesce('"' || replace(replace(replace(replace(old."rules", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"copied_from":' || iif(old."copied_from" is null, 'null', quote(old."copied_from")) || '}');
        end

CREATE TRIGGER activity_funding_delete after delete on activity_funding begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activity_funding', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"source":' || coalesce('"' || replace(replace(replace(replace(old."source", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"amount":' || iif(old."amount" is null, 'null', quote(old."amount")) || '}');
        end

CREATE TRIGGER activity_funding_insert after insert on activity_funding begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activity_funding', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER activity_funding_update after update on activity_funding begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activity_funding', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"source":' || coalesce('"' || replace(replace(replace(replace(old."source", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"amount":' || iif(old."amount" is null, 'null', quote(old."amount")) || '}');
        end

CREATE TRIGGER activity_kinds_delete after delete on activity_kinds begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activity_kinds', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"key":' || coalesce('"' || replace(replace(replace(replace(old."key", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"hidden":' || iif(old."hidden" is null, 'null', quote(old."hidden")) || '}');
        end

CREATE TRIGGER activity_kinds_insert after insert on activity_kinds begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activity_kinds', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER activity_kinds_update after update on activity_kinds begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activity_kinds', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"key":' || coalesce('"' || replace(replace(replace(replace(old."key", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"hidden":' || iif(old."hidden" is null, 'null', quote(old."hidden")) || '}');
        end

CREATE TRIGGER activity_staff_delete after delete on activity_staff begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activity_staff', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"staff_id":' || iif(old."staff_id" is null, 'null', quote(old."staff_id")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"role":' || coalesce('"' || replace(replace(replace(replace(old."role", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"telephone":' || coalesce('"' || replace(replace(replace(replace(old."telephone", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"bus_id":' || iif(old."bus_id" is null, 'null', quote(old."bus_id")) || '}');
        end

CREATE TRIGGER activity_staff_insert after insert on activity_staff begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activity_staff', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER activity_staff_update after update on activity_staff begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activity_staff', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"staff_id":' || iif(old."staff_id" is null, 'null', quote(old."staff_id")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"role":' || coalesce('"' || replace(replace(replace(replace(old."role", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"telephone":' || coalesce('"' || replace(replace(replace(replace(old."telephone", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"bus_id":' || iif(old."bus_id" is null, 'null', quote(old."bus_id")) || '}');
        end

CREATE TRIGGER activity_subjects_delete after delete on activity_subjects begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activity_subjects', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"subject":' || coalesce('"' || replace(replace(replace(replace(old."subject", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER activity_subjects_insert after insert on activity_subjects begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activity_subjects', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER activity_subjects_update after update on activity_subjects begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activity_subjects', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"subject":' || coalesce('"' || replace(replace(replace(replace(old."subject", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER activity_years_delete after delete on activity_years begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activity_years', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"year_group":' || iif(old."year_group" is null, 'null', quote(old."year_group")) || '}');
        end

CREATE TRIGGER activity_years_insert after insert on activity_years begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activity_years', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER activity_years_update after update on activity_years begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('activity_years', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"year_group":' || iif(old."year_group" is null, 'null', quote(old."year_group")) || '}');
        end

CREATE TRIGGER answers_delete after delete on answers begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('answers', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"slip_id":' || iif(old."slip_id" is null, 'null', quote(old."slip_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"question":' || coalesce('"' || replace(replace(replace(replace(old."question", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"answer":' || iif(old."answer" is null, 'null', quote(old."answer")) || ',' || '"answered_on":' || coalesce('"' || replace(replace(replace(replace(old."answered_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"entered_by":' || coalesce('"' || replace(replace(replace(replace(old."entered_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER answers_insert after insert on answers begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('answers', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER answers_update after update on answers begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('answers', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"slip_id":' || iif(old."slip_id" is null, 'null', quote(old."slip_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"question":' || coalesce('"' || replace(replace(replace(replace(old."question", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"answer":' || iif(old."answer" is null, 'null', quote(old."answer")) || ',' || '"answered_on":' || coalesce('"' || replace(replace(replace(replace(old."answered_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"entered_by":' || coalesce('"' || replace(replace(replace(replace(old."entered_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER attendance_delete after delete on attendance begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('attendance', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"session_id":' || iif(old."session_id" is null, 'null', quote(old."session_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"mark":' || coalesce('"' || replace(replace(replace(replace(old."mark", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"note":' || coalesce('"' || replace(replace(replace(replace(old."note", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER attendance_insert after insert on attendance begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('attendance', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER attendance_update after update on attendance begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('attendance', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"session_id":' || iif(old."session_id" is null, 'null', quote(old."session_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"mark":' || coalesce('"' || replace(replace(replace(replace(old."mark", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"note":' || coalesce('"' || replace(replace(replace(replace(old."note", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER buses_delete after delete on buses begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('buses', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"seats":' || iif(old."seats" is null, 'null', quote(old."seats")) || ',' || '"telephone":' || coalesce('"' || replace(replace(replace(replace(old."telephone", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER buses_insert after insert on buses begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('buses', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER buses_update after update on buses begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('buses', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"seats":' || iif(old."seats" is null, 'null', quote(old."seats")) || ',' || '"telephone":' || coalesce('"' || replace(replace(replace(replace(old."telephone", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER choice_rounds_delete after delete on choice_rounds begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('choice_rounds', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"title":' || coalesce('"' || replace(replace(replace(replace(old."title", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"places_each":' || iif(old."places_each" is null, 'null', quote(old."places_each")) || ',' || '"seed":' || iif(old."seed" is null, 'null', quote(old."seed")) || ',' || '"settled_on":' || coalesce('"' || replace(replace(replace(replace(old."settled_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER choice_rounds_insert after insert on choice_rounds begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('choice_rounds', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER choice_rounds_update after update on choice_rounds begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('choice_rounds', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"title":' || coalesce('"' || replace(replace(replace(replace(old."title", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"places_each":' || iif(old."places_each" is null, 'null', quote(old."places_each")) || ',' || '"seed":' || iif(old."seed" is null, 'null', quote(old."seed")) || ',' || '"settled_on":' || coalesce('"' || replace(replace(replace(replace(old."settled_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER choices_delete after delete on choices begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('choices', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"round_id":' || iif(old."round_id" is null, 'null', quote(old."round_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"rank":' || iif(old."rank" is null, 'null', quote(old."rank")) || ',' || '"outcome":' || coalesce('"' || replace(replace(replace(replace(old."outcome", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER choices_insert after insert on choices begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('choices', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER choices_update after update on choices begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('choices', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"round_id":' || iif(old."round_id" is null, 'null', quote(old."round_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"rank":' || iif(old."rank" is null, 'null', quote(old."rank")) || ',' || '"outcome":' || coalesce('"' || replace(replace(replace(replace(old."outcome", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER closures_delete after delete on closures begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('closures', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"first_on":' || coalesce('"' || replace(replace(replace(replace(old."first_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"last_on":' || coalesce('"' || replace(replace(replace(replace(old."last_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER closures_insert after insert on closures begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('closures', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER closures_update after update on closures begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('closures', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"first_on":' || coalesce('"' || replace(replace(replace(replace(old."first_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"last_on":' || coalesce('"' || replace(replace(replace(replace(old."last_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER contacts_delete after delete on contacts begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('contacts', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"household_id":' || iif(old."household_id" is null, 'null', quote(old."household_id")) || ',' || '"title":' || coalesce('"' || replace(replace(replace(replace(old."title", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"surname":' || coalesce('"' || replace(replace(replace(replace(old."surname", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"forename":' || coalesce('"' || replace(replace(replace(replace(old."forename", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"relationship":' || coalesce('"' || replace(replace(replace(replace(old."relationship", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"parental_responsibility":' || iif(old."parental_responsibility" is null, 'null', quote(old."parental_responsibility")) || ',' || '"email":' || coalesce('"' || replace(replace(replace(replace(old."email", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"telephone":' || coalesce('"' || replace(replace(replace(replace(old."telephone", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"language":' || coalesce('"' || replace(replace(replace(replace(old."language", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"contact_order":' || iif(old."contact_order" is null, 'null', quote(old."contact_order")) || ',' || '"no_contact":' || iif(old."no_contact" is null, 'null', quote(old."no_contact")) || ',' || '"preferred_way":' || coalesce('"' || replace(replace(replace(replace(old."preferred_way", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"large_print":' || iif(old."large_print" is null, 'null', quote(old."large_print")) || '}');
        end

CREATE TRIGGER contacts_insert after insert on contacts begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('contacts', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER contacts_update after update on contacts begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('contacts', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"household_id":' || iif(old."household_id" is null, 'null', quote(old."household_id")) || ',' || '"title":' || coalesce('"' || replace(replace(replace(replace(old."title", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"surname":' || coalesce('"' || replace(replace(replace(replace(old."surname", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"forename":' || coalesce('"' || replace(replace(replace(replace(old."forename", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"relationship":' || coalesce('"' || replace(replace(replace(replace(old."relationship", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"parental_responsibility":' || iif(old."parental_responsibility" is null, 'null', quote(old."parental_responsibility")) || ',' || '"email":' || coalesce('"' || replace(replace(replace(replace(old."email", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"telephone":' || coalesce('"' || replace(replace(replace(replace(old."telephone", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"language":' || coalesce('"' || replace(replace(replace(replace(old."language", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"contact_order":' || iif(old."contact_order" is null, 'null', quote(old."contact_order")) || ',' || '"no_contact":' || iif(old."no_contact" is null, 'null', quote(old."no_contact")) || ',' || '"preferred_way":' || coalesce('"' || replace(replace(replace(replace(old."preferred_way", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"large_print":' || iif(old."large_print" is null, 'null', quote(old."large_print")) || '}');
        end

CREATE TRIGGER decisions_delete after delete on decisions begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('decisions', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"entry_id":' || iif(old."entry_id" is null, 'null', quote(old."entry_id")) || ',' || '"what":' || coalesce('"' || replace(replace(replace(replace(old."what", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"decided_by":' || coalesce('"' || replace(replace(replace(replace(old."decided_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"decided_on":' || coalesce('"' || replace(replace(replace(replace(old."decided_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"reason":' || coalesce('"' || replace(replace(replace(replace(old."reason", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"policy_id":' || iif(old."policy_id" is null, 'null', quote(old."policy_id")) || ',' || '"evidence":' || coalesce('"' || replace(replace(replace(replace(old."evidence", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER decisions_insert after insert on decisions begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('decisions', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER decisions_update after update on decisions begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('decisions', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"entry_id":' || iif(old."entry_id" is null, 'null', quote(old."entry_id")) || ',' || '"what":' || coalesce('"' || replace(replace(replace(replace(old."what", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"decided_by":' || coalesce('"' || replace(replace(replace(replace(old."decided_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"decided_on":' || coalesce('"' || replace(replace(replace(replace(old."decided_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"reason":' || coalesce('"' || replace(replace(replace(replace(old."reason", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"policy_id":' || iif(old."policy_id" is null, 'null', quote(old."policy_id")) || ',' || '"evidence":' || coalesce('"' || replace(replace(replace(replace(old."evidence", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER departments_delete after delete on departments begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('departments', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"lead_id":' || iif(old."lead_id" is null, 'null', quote(old."lead_id")) || '}');
        end

CREATE TRIGGER departments_insert after insert on departments begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('departments', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER departments_update after update on departments begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('departments', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"lead_id":' || iif(old."lead_id" is null, 'null', quote(old."lead_id")) || '}');
        end

CREATE TRIGGER entries_delete after delete on entries begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('entries', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"strand":' || coalesce('"' || replace(replace(replace(replace(old."strand", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"subject":' || coalesce('"' || replace(replace(replace(replace(old."subject", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"scope":' || coalesce('"' || replace(replace(replace(replace(old."scope", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"tier":' || coalesce('"' || replace(replace(replace(replace(old."tier", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"route":' || coalesce('"' || replace(replace(replace(replace(old."route", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"status":' || coalesce('"' || replace(replace(replace(replace(old."status", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"from_on":' || coalesce('"' || replace(replace(replace(replace(old."from_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"to_on":' || coalesce('"' || replace(replace(replace(replace(old."to_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"review_due":' || coalesce('"' || replace(replace(replace(replace(old."review_due", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER entries_insert after insert on entries begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('entries', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER entries_update after update on entries begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('entries', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"strand":' || coalesce('"' || replace(replace(replace(replace(old."strand", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"subject":' || coalesce('"' || replace(replace(replace(replace(old."subject", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"scope":' || coalesce('"' || replace(replace(replace(replace(old."scope", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"tier":' || coalesce('"' || replace(replace(replace(replace(old."tier", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"route":' || coalesce('"' || replace(replace(replace(replace(old."route", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"status":' || coalesce('"' || replace(replace(replace(replace(old."status", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"from_on":' || coalesce('"' || replace(replace(replace(replace(old."from_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"to_on":' || coalesce('"' || replace(replace(replace(replace(old."to_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"review_due":' || coalesce('"' || replace(replace(replace(replace(old."review_due", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER evaluations_delete after delete on evaluations begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('evaluations', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"judged_by":' || coalesce('"' || replace(replace(replace(replace(old."judged_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"judged_on":' || coalesce('"' || replace(replace(replace(replace(old."judged_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"aim_met":' || coalesce('"' || replace(replace(replace(replace(old."aim_met", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"evidence":' || coalesce('"' || replace(replace(replace(replace(old."evidence", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"again":' || coalesce('"' || replace(replace(replace(replace(old."again", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"next_time":' || coalesce('"' || replace(replace(replace(replace(old."next_time", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER evaluations_insert after insert on evaluations begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('evaluations', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER evaluations_update after update on evaluations begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('evaluations', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"judged_by":' || coalesce('"' || replace(replace(replace(replace(old."judged_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"judged_on":' || coalesce('"' || replace(replace(replace(replace(old."judged_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"aim_met":' || coalesce('"' || replace(replace(replace(replace(old."aim_met", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"evidence":' || coalesce('"' || replace(replace(replace(replace(old."evidence", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"again":' || coalesce('"' || replace(replace(replace(replace(old."again", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"next_time":' || coalesce('"' || replace(replace(replace(replace(old."next_time", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER feedback_delete after delete on feedback begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('feedback', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"question_id":' || iif(old."question_id" is null, 'null', quote(old."question_id")) || ',' || '"slip":' || iif(old."slip" is null, 'null', quote(old."slip")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"answer":' || coalesce('"' || replace(replace(replace(replace(old."answer", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"number":' || iif(old."number" is null, 'null', quote(old."number")) || ',' || '"given_on":' || coalesce('"' || replace(replace(replace(replace(old."given_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER feedback_insert after insert on feedback begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('feedback', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER feedback_update after update on feedback begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('feedback', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"question_id":' || iif(old."question_id" is null, 'null', quote(old."question_id")) || ',' || '"slip":' || iif(old."slip" is null, 'null', quote(old."slip")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"answer":' || coalesce('"' || replace(replace(replace(replace(old."answer", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"number":' || iif(old."number" is null, 'null', quote(old."number")) || ',' || '"given_on":' || coalesce('"' || replace(replace(replace(replace(old."given_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER follow_ups_delete after delete on follow_ups begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('follow_ups', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"due_on":' || coalesce('"' || replace(replace(replace(replace(old."due_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"what":' || coalesce('"' || replace(replace(replace(replace(old."what", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"done_on":' || coalesce('"' || replace(replace(replace(replace(old."done_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"found":' || coalesce('"' || replace(replace(replace(replace(old."found", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER follow_ups_insert after insert on follow_ups begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('follow_ups', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER follow_ups_update after update on follow_ups begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('follow_ups', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"due_on":' || coalesce('"' || replace(replace(replace(replace(old."due_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"what":' || coalesce('"' || replace(replace(replace(replace(old."what", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"done_on":' || coalesce('"' || replace(replace(replace(replace(old."done_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"found":' || coalesce('"' || replace(replace(replace(replace(old."found", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER households_delete after delete on households begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('households', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"address":' || coalesce('"' || replace(replace(replace(replace(old."address", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"postcode":' || coalesce('"' || replace(replace(replace(replace(old."postcode", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER households_insert after insert on households begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('households', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER households_update after update on households begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('households', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"address":' || coalesce('"' || replace(replace(replace(replace(old."address", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"postcode":' || coalesce('"' || replace(replace(replace(replace(old."postcode", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER imports_delete after delete on imports begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('imports', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"file_name":' || coalesce('"' || replace(replace(replace(replace(old."file_name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"sha256":' || coalesce('"' || replace(replace(replace(replace(old."sha256", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"sheet":' || coalesce('"' || replace(replace(replace(replace(old."sheet", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"format":' || coalesce('"' || replace(replace(replace(replace(old."format", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"mapping":' || coalesce('"' || replace(replace(replace(replace(old."mapping", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"counts":' || coalesce('"' || replace(replace(replace(replace(old."counts", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"made_at":' || coalesce('"' || replace(replace(replace(replace(old."made_at", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"made_by":' || coalesce('"' || replace(replace(replace(replace(old."made_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER imports_insert after insert on imports begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('imports', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER imports_update after update on imports begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('imports', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"file_name":' || coalesce('"' || replace(replace(replace(replace(old."file_name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"sha256":' || coalesce('"' || replace(replace(replace(replace(old."sha256", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"sheet":' || coalesce('"' || replace(replace(replace(replace(old."sheet", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"format":' || coalesce('"' || replace(replace(replace(replace(old."format", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"mapping":' || coalesce('"' || replace(replace(replace(replace(old."mapping", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"counts":' || coalesce('"' || replace(replace(replace(replace(old."counts", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"made_at":' || coalesce('"' || replace(replace(replace(replace(old."made_at", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"made_by":' || coalesce('"' || replace(replace(replace(replace(old."made_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER layouts_delete after delete on layouts begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('layouts', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"fingerprint":' || coalesce('"' || replace(replace(replace(replace(old."fingerprint", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"format":' || coalesce('"' || replace(replace(replace(replace(old."format", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"headings":' || coalesce('"' || replace(replace(replace(replace(old."headings", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"mapping":' || coalesce('"' || replace(replace(replace(replace(old."mapping", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"remembered_on":' || coalesce('"' || replace(replace(replace(replace(old."remembered_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"remembered_by":' || coalesce('"' || replace(replace(replace(replace(old."remembered_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER layouts_insert after insert on layouts begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('layouts', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER layouts_update after update on layouts begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('layouts', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"fingerprint":' || coalesce('"' || replace(replace(replace(replace(old."fingerprint", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"format":' || coalesce('"' || replace(replace(replace(replace(old."format", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"headings":' || coalesce('"' || replace(replace(replace(replace(old."headings", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"mapping":' || coalesce('"' || replace(replace(replace(replace(old."mapping", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"remembered_on":' || coalesce('"' || replace(replace(replace(replace(old."remembered_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"remembered_by":' || coalesce('"' || replace(replace(replace(replace(old."remembered_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER letter_settings_delete after delete on letter_settings begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('letter_settings', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"letterhead":' || coalesce('"' || replace(replace(replace(replace(old."letterhead", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"signatory":' || coalesce('"' || replace(replace(replace(replace(old."signatory", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"signatory_role":' || coalesce('"' || replace(replace(replace(replace(old."signatory_role", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"enquiries":' || coalesce('"' || replace(replace(replace(replace(old."enquiries", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"language":' || coalesce('"' || replace(replace(replace(replace(old."language", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"direct_age":' || iif(old."direct_age" is null, 'null', quote(old."direct_age")) || ',' || '"siblings_together":' || iif(old."siblings_together" is null, 'null', quote(old."siblings_together")) || ',' || '"responsibility":' || iif(old."responsibility" is null, 'null', quote(old."responsibility")) || ',' || '"told_since":' || coalesce('"' || replace(replace(replace(replace(old."told_since", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER letter_settings_insert after insert on letter_settings begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('letter_settings', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER letter_settings_update after update on letter_settings begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('letter_settings', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"letterhead":' || coalesce('"' || replace(replace(replace(replace(old."letterhead", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"signatory":' || coalesce('"' || replace(replace(replace(replace(old."signatory", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"signatory_role":' || coalesce('"' || replace(replace(replace(replace(old."signatory_role", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"enquiries":' || coalesce('"' || replace(replace(replace(replace(old."enquiries", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"language":' || coalesce('"' || replace(replace(replace(replace(old."language", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"direct_age":' || iif(old."direct_age" is null, 'null', quote(old."direct_age")) || ',' || '"siblings_together":' || iif(old."siblings_together" is null, 'null', quote(old."siblings_together")) || ',' || '"responsibility":' || iif(old."responsibility" is null, 'null', quote(old."responsibility")) || ',' || '"told_since":' || coalesce('"' || replace(replace(replace(replace(old."told_since", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER letter_templates_delete after delete on letter_templates begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('letter_templates', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"key":' || coalesce('"' || replace(replace(replace(replace(old."key", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"language":' || coalesce('"' || replace(replace(replace(replace(old."language", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"text":' || coalesce('"' || replace(replace(replace(replace(old."text", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER letter_templates_insert after insert on letter_templates begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('letter_templates', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER letter_templates_update after update on letter_templates begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('letter_templates', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"key":' || coalesce('"' || replace(replace(replace(replace(old."key", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"language":' || coalesce('"' || replace(replace(replace(replace(old."language", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"text":' || coalesce('"' || replace(replace(replace(replace(old."text", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER letters_delete after delete on letters begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('letters', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"notice_id":' || iif(old."notice_id" is null, 'null', quote(old."notice_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"kind":' || coalesce('"' || replace(replace(replace(replace(old."kind", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"language":' || coalesce('"' || replace(replace(replace(replace(old."language", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"addressee":' || coalesce('"' || replace(replace(replace(replace(old."addressee", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"text":' || coalesce('"' || replace(replace(replace(replace(old."text", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"written_on":' || coalesce('"' || replace(replace(replace(replace(old."written_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"written_by":' || coalesce('"' || replace(replace(replace(replace(old."written_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"is_copy":' || iif(old."is_copy" is null, 'null', quote(old."is_copy")) || '}');
        end

CREATE TRIGGER letters_insert after insert on letters begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('letters', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER letters_update after update on letters begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('letters', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"notice_id":' || iif(old."notice_id" is null, 'null', quote(old."notice_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"kind":' || coalesce('"' || replace(replace(replace(replace(old."kind", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"language":' || coalesce('"' || replace(replace(replace(replace(old."language", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"addressee":' || coalesce('"' || replace(replace(replace(replace(old."addressee", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"text":' || coalesce('"' || replace(replace(replace(replace(old."text", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"written_on":' || coalesce('"' || replace(replace(replace(replace(old."written_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"written_by":' || coalesce('"' || replace(replace(replace(replace(old."written_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"is_copy":' || iif(old."is_copy" is null, 'null', quote(old."is_copy")) || '}');
        end

CREATE TRIGGER notice_people_delete after delete on notice_people begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('notice_people', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"notice_id":' || iif(old."notice_id" is null, 'null', quote(old."notice_id")) || ',' || '"contact_id":' || iif(old."contact_id" is null, 'null', quote(old."contact_id")) || '}');
        end

CREATE TRIGGER notice_people_insert after insert on notice_people begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('notice_people', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER notice_people_update after update on notice_people begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('notice_people', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"notice_id":' || iif(old."notice_id" is null, 'null', quote(old."notice_id")) || ',' || '"contact_id":' || iif(old."contact_id" is null, 'null', quote(old."contact_id")) || '}');
        end

CREATE TRIGGER notice_rules_delete after delete on notice_rules begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('notice_rules', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"kind":' || coalesce('"' || replace(replace(replace(replace(old."kind", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"to_pupil":' || iif(old."to_pupil" is null, 'null', quote(old."to_pupil")) || ',' || '"to_parents":' || iif(old."to_parents" is null, 'null', quote(old."to_parents")) || ',' || '"within_days":' || iif(old."within_days" is null, 'null', quote(old."within_days")) || ',' || '"reply_days":' || iif(old."reply_days" is null, 'null', quote(old."reply_days")) || '}');
        end

CREATE TRIGGER notice_rules_insert after insert on notice_rules begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('notice_rules', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER notice_rules_update after update on notice_rules begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('notice_rules', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"kind":' || coalesce('"' || replace(replace(replace(replace(old."kind", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"to_pupil":' || iif(old."to_pupil" is null, 'null', quote(old."to_pupil")) || ',' || '"to_parents":' || iif(old."to_parents" is null, 'null', quote(old."to_parents")) || ',' || '"within_days":' || iif(old."within_days" is null, 'null', quote(old."within_days")) || ',' || '"reply_days":' || iif(old."reply_days" is null, 'null', quote(old."reply_days")) || '}');
        end

CREATE TRIGGER notices_delete after delete on notices begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('notices', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"kind":' || coalesce('"' || replace(replace(replace(replace(old."kind", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"event_on":' || coalesce('"' || replace(replace(replace(replace(old."event_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"about":' || coalesce('"' || replace(replace(replace(replace(old."about", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"audience":' || coalesce('"' || replace(replace(replace(replace(old."audience", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"state":' || coalesce('"' || replace(replace(replace(replace(old."state", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"way":' || coalesce('"' || replace(replace(replace(replace(old."way", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"state_on":' || coalesce('"' || replace(replace(replace(replace(old."state_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"state_by":' || coalesce('"' || replace(replace(replace(replace(old."state_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"why":' || coalesce('"' || replace(replace(replace(replace(old."why", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"entry_id":' || iif(old."entry_id" is null, 'null', quote(old."entry_id")) || ',' || '"place_id":' || iif(old."place_id" is null, 'null', quote(old."place_id")) || ',' || '"referral_id":' || iif(old."referral_id" is null, 'null', quote(old."referral_id")) || '}');
        end

CREATE TRIGGER notices_insert after insert on notices begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('notices', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER notices_update after update on notices begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('notices', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"kind":' || coalesce('"' || replace(replace(replace(replace(old."kind", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"event_on":' || coalesce('"' || replace(replace(replace(replace(old."event_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"about":' || coalesce('"' || replace(replace(replace(replace(old."about", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"audience":' || coalesce('"' || replace(replace(replace(replace(old."audience", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"state":' || coalesce('"' || replace(replace(replace(replace(old."state", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"way":' || coalesce('"' || replace(replace(replace(replace(old."way", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"state_on":' || coalesce('"' || replace(replace(replace(replace(old."state_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"state_by":' || coalesce('"' || replace(replace(replace(replace(old."state_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"why":' || coalesce('"' || replace(replace(replace(replace(old."why", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"entry_id":' || iif(old."entry_id" is null, 'null', quote(old."entry_id")) || ',' || '"place_id":' || iif(old."place_id" is null, 'null', quote(old."place_id")) || ',' || '"referral_id":' || iif(old."referral_id" is null, 'null', quote(old."referral_id")) || '}');
        end

CREATE TRIGGER offers_delete after delete on offers begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('offers', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"strand":' || coalesce('"' || replace(replace(replace(replace(old."strand", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"subject":' || coalesce('"' || replace(replace(replace(replace(old."subject", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"offer":' || coalesce('"' || replace(replace(replace(replace(old."offer", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER offers_insert after insert on offers begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('offers', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER offers_update after update on offers begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('offers', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"strand":' || coalesce('"' || replace(replace(replace(replace(old."strand", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"subject":' || coalesce('"' || replace(replace(replace(replace(old."subject", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"offer":' || coalesce('"' || replace(replace(replace(replace(old."offer", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER outcomes_delete after delete on outcomes begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('outcomes', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"outcome":' || coalesce('"' || replace(replace(replace(replace(old."outcome", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"award":' || coalesce('"' || replace(replace(replace(replace(old."award", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"note":' || coalesce('"' || replace(replace(replace(replace(old."note", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"noted_on":' || coalesce('"' || replace(replace(replace(replace(old."noted_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER outcomes_insert after insert on outcomes begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('outcomes', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER outcomes_update after update on outcomes begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('outcomes', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"outcome":' || coalesce('"' || replace(replace(replace(replace(old."outcome", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"award":' || coalesce('"' || replace(replace(replace(replace(old."award", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"note":' || coalesce('"' || replace(replace(replace(replace(old."note", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"noted_on":' || coalesce('"' || replace(replace(replace(replace(old."noted_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER partners_delete after delete on partners begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('partners', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"kind":' || coalesce('"' || replace(replace(replace(replace(old."kind", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"contact":' || coalesce('"' || replace(replace(replace(replace(old."contact", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"email":' || coalesce('"' || replace(replace(replace(replace(old."email", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"telephone":' || coalesce('"' || replace(replace(replace(replace(old."telephone", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"address":' || coalesce('"' || replace(replace(replace(replace(old."address", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"note":' || coalesce('"' || replace(replace(replace(replace(old."note", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER partners_insert after insert on partners begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('partners', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER partners_update after update on partners begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('partners', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"kind":' || coalesce('"' || replace(replace(replace(replace(old."kind", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"contact":' || coalesce('"' || replace(replace(replace(replace(old."contact", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"email":' || coalesce('"' || replace(replace(replace(replace(old."email", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"telephone":' || coalesce('"' || replace(replace(replace(replace(old."telephone", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"address":' || coalesce('"' || replace(replace(replace(replace(old."address", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"note":' || coalesce('"' || replace(replace(replace(replace(old."note", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER places_delete after delete on places begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('places', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"state":' || coalesce('"' || replace(replace(replace(replace(old."state", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"state_on":' || coalesce('"' || replace(replace(replace(replace(old."state_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"why":' || coalesce('"' || replace(replace(replace(replace(old."why", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"waiting_order":' || iif(old."waiting_order" is null, 'null', quote(old."waiting_order")) || ',' || '"joined_on":' || coalesce('"' || replace(replace(replace(replace(old."joined_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"ended_on":' || coalesce('"' || replace(replace(replace(replace(old."ended_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"override":' || coalesce('"' || replace(replace(replace(replace(old."override", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"consent":' || coalesce('"' || replace(replace(replace(replace(old."consent", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"consent_requested_on":' || coalesce('"' || replace(replace(replace(replace(old."consent_requested_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"consent_answered_on":' || coalesce('"' || replace(replace(replace(replace(old."consent_answered_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"payment":' || coalesce('"' || replace(replace(replace(replace(old."payment", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"paid_on":' || coalesce('"' || replace(replace(replace(replace(old."paid_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"bus_id":' || iif(old."bus_id" is null, 'null', quote(old."bus_id")) || ',' || '"medical":' || coalesce('"' || replace(replace(replace(replace(old."medical", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"dietary":' || coalesce('"' || replace(replace(replace(replace(old."dietary", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"note":' || coalesce('"' || replace(replace(replace(replace(old."note", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER places_insert after insert on places begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('places', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER places_update after update on places begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('places', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"state":' || coalesce('"' || replace(replace(replace(replace(old."state", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"state_on":' || coalesce('"' || replace(replace(replace(replace(old."state_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"why":' || coalesce('"' || replace(replace(replace(replace(old."why", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"waiting_order":' || iif(old."waiting_order" is null, 'null', quote(old."waiting_order")) || ',' || '"joined_on":' || coalesce('"' || replace(replace(replace(replace(old."joined_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"ended_on":' || coalesce('"' || replace(replace(replace(replace(old."ended_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"override":' || coalesce('"' || replace(replace(replace(replace(old."override", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"consent":' || coalesce('"' || replace(replace(replace(replace(old."consent", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"consent_requested_on":' || coalesce('"' || replace(replace(replace(replace(old."consent_requested_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"consent_answered_on":' || coalesce('"' || replace(replace(replace(replace(old."consent_answered_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"payment":' || coalesce('"' || replace(replace(replace(replace(old."payment", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"paid_on":' || coalesce('"' || replace(replace(replace(replace(old."paid_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"bus_id":' || iif(old."bus_id" is null, 'null', quote(old."bus_id")) || ',' || '"medical":' || coalesce('"' || replace(replace(replace(replace(old."medical", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"dietary":' || coalesce('"' || replace(replace(replace(replace(old."dietary", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"note":' || coalesce('"' || replace(replace(replace(replace(old."note", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER policies_delete after delete on policies begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('policies', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"key":' || coalesce('"' || replace(replace(replace(replace(old."key", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"version":' || iif(old."version" is null, 'null', quote(old."version")) || ',' || '"document":' || coalesce('"' || replace(replace(replace(replace(old."document", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"in_force_from":' || coalesce('"' || replace(replace(replace(replace(old."in_force_from", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER policies_insert after insert on policies begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('policies', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER policies_update after update on policies begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('policies', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"key":' || coalesce('"' || replace(replace(replace(replace(old."key", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"version":' || iif(old."version" is null, 'null', quote(old."version")) || ',' || '"document":' || coalesce('"' || replace(replace(replace(replace(old."document", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"in_force_from":' || coalesce('"' || replace(replace(replace(replace(old."in_force_from", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER preferences_delete after delete on preferences begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('preferences', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"kind":' || coalesce('"' || replace(replace(replace(replace(old."kind", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"reason":' || coalesce('"' || replace(replace(replace(replace(old."reason", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER preferences_insert after insert on preferences begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('preferences', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER preferences_update after update on preferences begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('preferences', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"kind":' || coalesce('"' || replace(replace(replace(replace(old."kind", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"reason":' || coalesce('"' || replace(replace(replace(replace(old."reason", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER pupils_delete after delete on pupils begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('pupils', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"upn":' || coalesce('"' || replace(replace(replace(replace(old."upn", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"former_upn":' || coalesce('"' || replace(replace(replace(replace(old."former_upn", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"admission_number":' || coalesce('"' || replace(replace(replace(replace(old."admission_number", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"surname":' || coalesce('"' || replace(replace(replace(replace(old."surname", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"forename":' || coalesce('"' || replace(replace(replace(replace(old."forename", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"preferred_surname":' || coalesce('"' || replace(replace(replace(replace(old."preferred_surname", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"preferred_forename":' || coalesce('"' || replace(replace(replace(replace(old."preferred_forename", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"middle_names":' || coalesce('"' || replace(replace(replace(replace(old."middle_names", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"dob":' || coalesce('"' || replace(replace(replace(replace(old."dob", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"sex":' || coalesce('"' || replace(replace(replace(replace(old."sex", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"year_group":' || iif(old."year_group" is null, 'null', quote(old."year_group")) || ',' || '"form":' || coalesce('"' || replace(replace(replace(replace(old."form", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"ethnicity":' || coalesce('"' || replace(replace(replace(replace(old."ethnicity", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"language":' || coalesce('"' || replace(replace(replace(replace(old."language", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"eal":' || iif(old."eal" is null, 'null', quote(old."eal")) || ',' || '"fsm":' || iif(old."fsm" is null, 'null', quote(old."fsm")) || ',' || '"ever6":' || iif(old."ever6" is null, 'null', quote(old."ever6")) || ',' || '"pupil_premium":' || iif(old."pupil_premium" is null, 'null', quote(old."pupil_premium")) || ',' || '"sen":' || coalesce('"' || replace(replace(replace(replace(old."sen", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"looked_after":' || iif(old."looked_after" is null, 'null', quote(old."looked_after")) || ',' || '"joined_on":' || coalesce('"' || replace(replace(replace(replace(old."joined_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"left_on":' || coalesce('"' || replace(replace(replace(replace(old."left_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"feeder_school":' || coalesce('"' || replace(replace(replace(replace(old."feeder_school", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"large_print":' || iif(old."large_print" is null, 'null', quote(old."large_print")) || '}');
        end

CREATE TRIGGER pupils_insert after insert on pupils begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('pupils', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER pupils_update after update on pupils begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('pupils', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"upn":' || coalesce('"' || replace(replace(replace(replace(old."upn", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"former_upn":' || coalesce('"' || replace(replace(replace(replace(old."former_upn", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"admission_number":' || coalesce('"' || replace(replace(replace(replace(old."admission_number", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"surname":' || coalesce('"' || replace(replace(replace(replace(old."surname", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"forename":' || coalesce('"' || replace(replace(replace(replace(old."forename", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"preferred_surname":' || coalesce('"' || replace(replace(replace(replace(old."preferred_surname", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"preferred_forename":' || coalesce('"' || replace(replace(replace(replace(old."preferred_forename", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"middle_names":' || coalesce('"' || replace(replace(replace(replace(old."middle_names", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"dob":' || coalesce('"' || replace(replace(replace(replace(old."dob", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"sex":' || coalesce('"' || replace(replace(replace(replace(old."sex", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"year_group":' || iif(old."year_group" is null, 'null', quote(old."year_group")) || ',' || '"form":' || coalesce('"' || replace(replace(replace(replace(old."form", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"ethnicity":' || coalesce('"' || replace(replace(replace(replace(old."ethnicity", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"language":' || coalesce('"' || replace(replace(replace(replace(old."language", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"eal":' || iif(old."eal" is null, 'null', quote(old."eal")) || ',' || '"fsm":' || iif(old."fsm" is null, 'null', quote(old."fsm")) || ',' || '"ever6":' || iif(old."ever6" is null, 'null', quote(old."ever6")) || ',' || '"pupil_premium":' || iif(old."pupil_premium" is null, 'null', quote(old."pupil_premium")) || ',' || '"sen":' || coalesce('"' || replace(replace(replace(replace(old."sen", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"looked_after":' || iif(old."looked_after" is null, 'null', quote(old."looked_after")) || ',' || '"joined_on":' || coalesce('"' || replace(replace(replace(replace(old."joined_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"left_on":' || coalesce('"' || replace(replace(replace(replace(old."left_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"feeder_school":' || coalesce('"' || replace(replace(replace(replace(old."feeder_school", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"large_print":' || iif(old."large_print" is null, 'null', quote(old."large_print")) || '}');
        end

CREATE TRIGGER questions_delete after delete on questions begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('questions', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"question":' || coalesce('"' || replace(replace(replace(replace(old."question", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"kind":' || coalesce('"' || replace(replace(replace(replace(old."kind", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"position":' || iif(old."position" is null, 'null', quote(old."position")) || ',' || '"retired_on":' || coalesce('"' || replace(replace(replace(replace(old."retired_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER questions_insert after insert on questions begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('questions', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER questions_update after update on questions begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('questions', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"question":' || coalesce('"' || replace(replace(replace(replace(old."question", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"kind":' || coalesce('"' || replace(replace(replace(replace(old."kind", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"position":' || iif(old."position" is null, 'null', quote(old."position")) || ',' || '"retired_on":' || coalesce('"' || replace(replace(replace(replace(old."retired_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER referrals_delete after delete on referrals begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('referrals', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"source":' || coalesce('"' || replace(replace(replace(replace(old."source", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"referrer":' || coalesce('"' || replace(replace(replace(replace(old."referrer", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"subject":' || coalesce('"' || replace(replace(replace(replace(old."subject", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"reason":' || coalesce('"' || replace(replace(replace(replace(old."reason", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"checklist":' || coalesce('"' || replace(replace(replace(replace(old."checklist", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"referred_on":' || coalesce('"' || replace(replace(replace(replace(old."referred_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"status":' || coalesce('"' || replace(replace(replace(replace(old."status", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"outcome":' || coalesce('"' || replace(replace(replace(replace(old."outcome", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"outcome_by":' || coalesce('"' || replace(replace(replace(replace(old."outcome_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"outcome_on":' || coalesce('"' || replace(replace(replace(replace(old."outcome_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"triage_by":' || coalesce('"' || replace(replace(replace(replace(old."triage_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"triage_due":' || coalesce('"' || replace(replace(replace(replace(old."triage_due", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"triage_note":' || coalesce('"' || replace(replace(replace(replace(old."triage_note", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER referrals_insert after insert on referrals begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('referrals', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER referrals_update after update on referrals begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('referrals', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"source":' || coalesce('"' || replace(replace(replace(replace(old."source", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"referrer":' || coalesce('"' || replace(replace(replace(replace(old."referrer", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"subject":' || coalesce('"' || replace(replace(replace(replace(old."subject", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"reason":' || coalesce('"' || replace(replace(replace(replace(old."reason", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"checklist":' || coalesce('"' || replace(replace(replace(replace(old."checklist", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"referred_on":' || coalesce('"' || replace(replace(replace(replace(old."referred_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"status":' || coalesce('"' || replace(replace(replace(replace(old."status", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"outcome":' || coalesce('"' || replace(replace(replace(replace(old."outcome", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"outcome_by":' || coalesce('"' || replace(replace(replace(replace(old."outcome_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"outcome_on":' || coalesce('"' || replace(replace(replace(replace(old."outcome_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"triage_by":' || coalesce('"' || replace(replace(replace(replace(old."triage_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"triage_due":' || coalesce('"' || replace(replace(replace(replace(old."triage_due", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"triage_note":' || coalesce('"' || replace(replace(replace(replace(old."triage_note", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER results_delete after delete on results begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('results', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"assessment":' || coalesce('"' || replace(replace(replace(replace(old."assessment", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"academic_year":' || iif(old."academic_year" is null, 'null', quote(old."academic_year")) || ',' || '"subject":' || coalesce('"' || replace(replace(replace(replace(old."subject", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"measure":' || coalesce('"' || replace(replace(replace(replace(old."measure", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"value":' || coalesce('"' || replace(replace(replace(replace(old."value", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"number":' || iif(old."number" is null, 'null', quote(old."number")) || ',' || '"taken_on":' || coalesce('"' || replace(replace(replace(replace(old."taken_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"import_id":' || iif(old."import_id" is null, 'null', quote(old."import_id")) || ',' || '"sheet":' || coalesce('"' || replace(replace(replace(replace(old."sheet", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"row":' || iif(old."row" is null, 'null', quote(old."row")) || ',' || '"column":' || coalesce('"' || replace(replace(replace(replace(old."column", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER results_insert after insert on results begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('results', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER results_update after update on results begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('results', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"assessment":' || coalesce('"' || replace(replace(replace(replace(old."assessment", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"academic_year":' || iif(old."academic_year" is null, 'null', quote(old."academic_year")) || ',' || '"subject":' || coalesce('"' || replace(replace(replace(replace(old."subject", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"measure":' || coalesce('"' || replace(replace(replace(replace(old."measure", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"value":' || coalesce('"' || replace(replace(replace(replace(old."value", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"number":' || iif(old."number" is null, 'null', quote(old."number")) || ',' || '"taken_on":' || coalesce('"' || replace(replace(replace(replace(old."taken_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"import_id":' || iif(old."import_id" is null, 'null', quote(old."import_id")) || ',' || '"sheet":' || coalesce('"' || replace(replace(replace(replace(old."sheet", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"row":' || iif(old."row" is null, 'null', quote(old."row")) || ',' || '"column":' || coalesce('"' || replace(replace(replace(replace(old."column", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER roster_columns_delete after delete on roster_columns begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('roster_columns', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"audience":' || coalesce('"' || replace(replace(replace(replace(old."audience", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"columns":' || coalesce('"' || replace(replace(replace(replace(old."columns", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER roster_columns_insert after insert on roster_columns begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('roster_columns', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER roster_columns_update after update on roster_columns begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('roster_columns', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"audience":' || coalesce('"' || replace(replace(replace(replace(old."audience", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"columns":' || coalesce('"' || replace(replace(replace(replace(old."columns", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER round_activities_delete after delete on round_activities begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('round_activities', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"round_id":' || iif(old."round_id" is null, 'null', quote(old."round_id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || '}');
        end

CREATE TRIGGER round_activities_insert after insert on round_activities begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('round_activities', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER round_activities_update after update on round_activities begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('round_activities', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"round_id":' || iif(old."round_id" is null, 'null', quote(old."round_id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || '}');
        end

CREATE TRIGGER route_criteria_delete after delete on route_criteria begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('route_criteria', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"route_id":' || iif(old."route_id" is null, 'null', quote(old."route_id")) || ',' || '"position":' || iif(old."position" is null, 'null', quote(old."position")) || ',' || '"criterion":' || coalesce('"' || replace(replace(replace(replace(old."criterion", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"options":' || coalesce('"' || replace(replace(replace(replace(old."options", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER route_criteria_insert after insert on route_criteria begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('route_criteria', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER route_criteria_update after update on route_criteria begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('route_criteria', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"route_id":' || iif(old."route_id" is null, 'null', quote(old."route_id")) || ',' || '"position":' || iif(old."position" is null, 'null', quote(old."position")) || ',' || '"criterion":' || coalesce('"' || replace(replace(replace(replace(old."criterion", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"options":' || coalesce('"' || replace(replace(replace(replace(old."options", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER routes_delete after delete on routes begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('routes', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"policy_id":' || iif(old."policy_id" is null, 'null', quote(old."policy_id")) || ',' || '"key":' || coalesce('"' || replace(replace(replace(replace(old."key", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"title":' || coalesce('"' || replace(replace(replace(replace(old."title", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"strand":' || coalesce('"' || replace(replace(replace(replace(old."strand", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"subject":' || coalesce('"' || replace(replace(replace(replace(old."subject", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"scope":' || coalesce('"' || replace(replace(replace(replace(old."scope", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"tier":' || coalesce('"' || replace(replace(replace(replace(old."tier", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"needs":' || coalesce('"' || replace(replace(replace(replace(old."needs", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER routes_insert after insert on routes begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('routes', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER routes_update after update on routes begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('routes', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"policy_id":' || iif(old."policy_id" is null, 'null', quote(old."policy_id")) || ',' || '"key":' || coalesce('"' || replace(replace(replace(replace(old."key", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"title":' || coalesce('"' || replace(replace(replace(replace(old."title", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"strand":' || coalesce('"' || replace(replace(replace(replace(old."strand", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"subject":' || coalesce('"' || replace(replace(replace(replace(old."subject", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"scope":' || coalesce('"' || replace(replace(replace(replace(old."scope", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"tier":' || coalesce('"' || replace(replace(replace(replace(old."tier", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"needs":' || coalesce('"' || replace(replace(replace(replace(old."needs", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER school_delete after delete on school begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('school', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"dfe_number":' || coalesce('"' || replace(replace(replace(replace(old."dfe_number", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"lowest_year":' || iif(old."lowest_year" is null, 'null', quote(old."lowest_year")) || ',' || '"highest_year":' || iif(old."highest_year" is null, 'null', quote(old."highest_year")) || ',' || '"academic_year":' || iif(old."academic_year" is null, 'null', quote(old."academic_year")) || ',' || '"register_words":' || coalesce('"' || replace(replace(replace(replace(old."register_words", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"gifted_words":' || coalesce('"' || replace(replace(replace(replace(old."gifted_words", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"talented_words":' || coalesce('"' || replace(replace(replace(replace(old."talented_words", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"terms":' || coalesce('"' || replace(replace(replace(replace(old."terms", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"holidays":' || coalesce('"' || replace(replace(replace(replace(old."holidays", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"logo":' || coalesce('"' || replace(replace(replace(replace(old."logo", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER school_insert after insert on school begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('school', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER school_update after update on school begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('school', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"dfe_number":' || coalesce('"' || replace(replace(replace(replace(old."dfe_number", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"lowest_year":' || iif(old."lowest_year" is null, 'null', quote(old."lowest_year")) || ',' || '"highest_year":' || iif(old."highest_year" is null, 'null', quote(old."highest_year")) || ',' || '"academic_year":' || iif(old."academic_year" is null, 'null', quote(old."academic_year")) || ',' || '"register_words":' || coalesce('"' || replace(replace(replace(replace(old."register_words", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"gifted_words":' || coalesce('"' || replace(replace(replace(replace(old."gifted_words", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"talented_words":' || coalesce('"' || replace(replace(replace(replace(old."talented_words", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"terms":' || coalesce('"' || replace(replace(replace(replace(old."terms", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"holidays":' || coalesce('"' || replace(replace(replace(replace(old."holidays", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"logo":' || coalesce('"' || replace(replace(replace(replace(old."logo", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER sessions_delete after delete on sessions begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('sessions', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"held_on":' || coalesce('"' || replace(replace(replace(replace(old."held_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"starts_at":' || coalesce('"' || replace(replace(replace(replace(old."starts_at", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"ends_at":' || coalesce('"' || replace(replace(replace(replace(old."ends_at", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"venue":' || coalesce('"' || replace(replace(replace(replace(old."venue", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"status":' || coalesce('"' || replace(replace(replace(replace(old."status", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"moved_from":' || coalesce('"' || replace(replace(replace(replace(old."moved_from", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"reason":' || coalesce('"' || replace(replace(replace(replace(old."reason", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"override":' || coalesce('"' || replace(replace(replace(replace(old."override", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER sessions_insert after insert on sessions begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('sessions', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER sessions_update after update on sessions begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('sessions', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"held_on":' || coalesce('"' || replace(replace(replace(replace(old."held_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"starts_at":' || coalesce('"' || replace(replace(replace(replace(old."starts_at", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"ends_at":' || coalesce('"' || replace(replace(replace(replace(old."ends_at", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"venue":' || coalesce('"' || replace(replace(replace(replace(old."venue", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"status":' || coalesce('"' || replace(replace(replace(replace(old."status", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"moved_from":' || coalesce('"' || replace(replace(replace(replace(old."moved_from", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"reason":' || coalesce('"' || replace(replace(replace(replace(old."reason", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"override":' || coalesce('"' || replace(replace(replace(replace(old."override", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER slips_delete after delete on slips begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('slips', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"notice_id":' || iif(old."notice_id" is null, 'null', quote(old."notice_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"questions":' || coalesce('"' || replace(replace(replace(replace(old."questions", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"reply_by":' || coalesce('"' || replace(replace(replace(replace(old."reply_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER slips_insert after insert on slips begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('slips', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER slips_update after update on slips begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('slips', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"notice_id":' || iif(old."notice_id" is null, 'null', quote(old."notice_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"questions":' || coalesce('"' || replace(replace(replace(replace(old."questions", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"reply_by":' || coalesce('"' || replace(replace(replace(replace(old."reply_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER staff_delete after delete on staff begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('staff', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"role":' || coalesce('"' || replace(replace(replace(replace(old."role", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"email":' || coalesce('"' || replace(replace(replace(replace(old."email", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"left_on":' || coalesce('"' || replace(replace(replace(replace(old."left_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"telephone":' || coalesce('"' || replace(replace(replace(replace(old."telephone", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER staff_insert after insert on staff begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('staff', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER staff_update after update on staff begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('staff', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"role":' || coalesce('"' || replace(replace(replace(replace(old."role", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"email":' || coalesce('"' || replace(replace(replace(replace(old."email", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"left_on":' || coalesce('"' || replace(replace(replace(replace(old."left_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"telephone":' || coalesce('"' || replace(replace(replace(replace(old."telephone", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER subjects_delete after delete on subjects begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('subjects', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"key":' || coalesce('"' || replace(replace(replace(replace(old."key", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"strand":' || coalesce('"' || replace(replace(replace(replace(old."strand", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"department_id":' || iif(old."department_id" is null, 'null', quote(old."department_id")) || '}');
        end

CREATE TRIGGER subjects_insert after insert on subjects begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('subjects', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER subjects_update after update on subjects begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('subjects', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"key":' || coalesce('"' || replace(replace(replace(replace(old."key", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"strand":' || coalesce('"' || replace(replace(replace(replace(old."strand", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"department_id":' || iif(old."department_id" is null, 'null', quote(old."department_id")) || '}');
        end

CREATE TRIGGER suggestions_delete after delete on suggestions begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('suggestions', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"is_chosen":' || iif(old."is_chosen" is null, 'null', quote(old."is_chosen")) || ',' || '"position":' || iif(old."position" is null, 'null', quote(old."position")) || ',' || '"reason":' || coalesce('"' || replace(replace(replace(replace(old."reason", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"made_on":' || coalesce('"' || replace(replace(replace(replace(old."made_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER suggestions_insert after insert on suggestions begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('suggestions', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER suggestions_update after update on suggestions begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('suggestions', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"activity_id":' || iif(old."activity_id" is null, 'null', quote(old."activity_id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"is_chosen":' || iif(old."is_chosen" is null, 'null', quote(old."is_chosen")) || ',' || '"position":' || iif(old."position" is null, 'null', quote(old."position")) || ',' || '"reason":' || coalesce('"' || replace(replace(replace(replace(old."reason", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"made_on":' || coalesce('"' || replace(replace(replace(replace(old."made_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER terms_delete after delete on terms begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('terms', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"academic_year":' || iif(old."academic_year" is null, 'null', quote(old."academic_year")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"first_on":' || coalesce('"' || replace(replace(replace(replace(old."first_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"last_on":' || coalesce('"' || replace(replace(replace(replace(old."last_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER terms_insert after insert on terms begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('terms', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER terms_update after update on terms begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('terms', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"academic_year":' || iif(old."academic_year" is null, 'null', quote(old."academic_year")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"first_on":' || coalesce('"' || replace(replace(replace(replace(old."first_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"last_on":' || coalesce('"' || replace(replace(replace(replace(old."last_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER tier_words_delete after delete on tier_words begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('tier_words', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"tier":' || coalesce('"' || replace(replace(replace(replace(old."tier", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"words":' || coalesce('"' || replace(replace(replace(replace(old."words", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER tier_words_insert after insert on tier_words begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('tier_words', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER tier_words_update after update on tier_words begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('tier_words', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"tier":' || coalesce('"' || replace(replace(replace(replace(old."tier", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"words":' || coalesce('"' || replace(replace(replace(replace(old."words", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER wishes_delete after delete on wishes begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('wishes', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"slip_id":' || iif(old."slip_id" is null, 'null', quote(old."slip_id")) || ',' || '"said_by":' || coalesce('"' || replace(replace(replace(replace(old."said_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"said_on":' || coalesce('"' || replace(replace(replace(replace(old."said_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"wish":' || coalesce('"' || replace(replace(replace(replace(old."wish", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"decided":' || coalesce('"' || replace(replace(replace(replace(old."decided", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"decided_by":' || coalesce('"' || replace(replace(replace(replace(old."decided_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"decided_on":' || coalesce('"' || replace(replace(replace(replace(old."decided_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"why":' || coalesce('"' || replace(replace(replace(replace(old."why", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER wishes_insert after insert on wishes begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('wishes', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER wishes_update after update on wishes begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('wishes', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"slip_id":' || iif(old."slip_id" is null, 'null', quote(old."slip_id")) || ',' || '"said_by":' || coalesce('"' || replace(replace(replace(replace(old."said_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"said_on":' || coalesce('"' || replace(replace(replace(replace(old."said_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"wish":' || coalesce('"' || replace(replace(replace(replace(old."wish", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"decided":' || coalesce('"' || replace(replace(replace(replace(old."decided", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"decided_by":' || coalesce('"' || replace(replace(replace(replace(old."decided_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"decided_on":' || coalesce('"' || replace(replace(replace(replace(old."decided_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"why":' || coalesce('"' || replace(replace(replace(replace(old."why", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE VIEW activity_overview as -- A row is one activity with its partner, its first and last day, and who has a place.
select
    activities.id as activity_id,
    activities.title,
    activities.kind,
    activities.aim,
    activities.strand,
    activities.academic_year,
    iif(
        activities.status in ('planned', 'open')
            and coalesce(seats.taken, 0) >= activities.places_most,
        'full',
        activities.status
    ) as status,
    activities.partner_id,
    partners.name as partner,
    partners.kind as partner_kind,
    activities.venue,
    activities.cost,
    activities.charge,
    activities.places_least,
    activities.places_most,
    activities.consent as consent_rule,
    days.first_on,
    days.last_on,
    coalesce(days.sessions, 0) as sessions,
    coalesce(seats.taken, 0) as taken,
    coalesce(seats.accepted, 0) as accepted,
    coalesce(seats.invited, 0) as invited,
    coalesce(seats.waiting, 0) as waiting,
    coalesce(seats.suggested, 0) as suggested,
    iif(activities.consent = 'not_needed', 0, coalesce(seats.unconsented, 0))
        as unconsented,
    coalesce(seats.due, 0) as due
from activities
left join partners on partners.id = activities.partner_id
left join (
    select
        activity_id,
        min(held_on) as first_on,
        max(held_on) as last_on,
        count(*) as sessions
    from sessions
    where status = 'planned'
    group by activity_id
) as days on days.activity_id = activities.id
left join (
    select
        activity_id,
        sum(state in ('invited', 'accepted')) as taken,
        sum(state = 'accepted') as accepted,
        sum(state = 'invited') as invited,
        sum(state = 'waiting') as waiting,
        sum(state = 'suggested') as suggested,
        sum(
            state in ('invited', 'accepted')
            and coalesce(consent, 'missing') in ('missing', 'requested', 'refused')
        ) as unconsented,
        sum(state in ('invited', 'accepted') and payment = 'due') as due
    from places
    group by activity_id
) as seats on seats.activity_id = activities.id

CREATE VIEW enrichment as -- A row is one activity in which one pupil has or had a place, and what came of it.
select
    places.id as place_id,
    places.activity_id,
    places.pupil_id,
    places.state,
    places.why,
    places.joined_on,
    activities.title,
    activities.kind,
    activities.strand,
    activities.aim,
    activities.academic_year,
    partners.name as partner,
    days.first_on,
    days.last_on,
    outcomes.outcome,
    outcomes.award,
    coalesce(marks.attended, 0) as attended,
    coalesce(marks.marked, 0) as marked
from places
join activities on activities.id = places.activity_id
left join partners on partners.id = activities.partner_id
left join (
    select activity_id, min(held_on) as first_on, max(held_on) as last_on
    from sessions
    where status = 'planned'
    group by activity_id
) as days on days.activity_id = places.activity_id
left join outcomes
    on outcomes.activity_id = places.activity_id
    and outcomes.pupil_id = places.pupil_id
left join (
    select
        sessions.activity_id,
        attendance.pupil_id,
        sum(attendance.mark in ('present', 'late')) as attended,
        count(*) as marked
    from attendance
    join sessions on sessions.id = attendance.session_id
    group by sessions.activity_id, attendance.pupil_id
) as marks
    on marks.activity_id = places.activity_id
    and marks.pupil_id = places.pupil_id
where places.joined_on is not null
    and places.state not in ('declined', 'removed')
    and activities.status not in ('idea', 'cancelled')

CREATE VIEW notice_events as -- A row is one event that people are to be told of. `about` says which referral, place
-- or session; `audience` is who alone is told, null for those whom the school's rules
-- name; after `until_on` it is too late to tell. `reminds` is the notice whose slip did
-- not come back; a reminder that was sent stays an event after the answer.
with register_events as (
    select
        pupil_id,
        case
            when is_added and not was_on and (stays_on or is_left) then 'joined'
            when (is_added or is_moved or is_left) and stays_on then 'moved'
            when is_left and was_on and not stays_on then 'left'
            when is_paused then 'paused'
            when stays_on and not is_added and not is_left then 'reviewed'
        end as kind,
        event_on,
        entry_id
    from register_days
    union all
    -- Who joined and left on one day: whoever was told of the one hears of the other.
    select pupil_id, 'left', event_on, entry_id
    from register_days
    where is_added and is_left and not was_on and not stays_on
),
touched as (
    select
        changed_rows.table_name,
        changed_rows.row_id,
        max(substr(changes.made_at, 1, 10)) as on_day
    from changed_rows
    join changes on changes.id = changed_rows.change_id
    where changed_rows.table_name in ('activities', 'sessions')
    group by changed_rows.table_name, changed_rows.row_id
),
last_days as (
    select activity_id, max(held_on) as until_on
    from sessions
    where status = 'planned'
    group by activity_id
),
-- A family is reminded twice at most; after a reminder that is not needed, no more.
reminded as (
    select
        slips.id as slip_id,
        count(*) as times,
        max(notices.state = 'not_needed') as is_enough,
        max(notices.state_on) as last_on
    from slips
    join notices
        on notices.pupil_id = slips.pupil_id
        and notices.kind = 'reminder'
        and notices.about in ('slip ' || slips.id, 'slip ' || slips.id || ' again')
    where notices.state <> 'drafted'
    group by slips.id
)
select
    pupil_id,
    kind,
    event_on,
    '' as about,
    null as audience,
    null as until_on,
    entry_id,
    null as place_id,
    null as referral_id,
    null as reminds
from register_events
where kind is not null
union all
select
    pupil_id,
    'referral_answered',
    outcome_on,
    'referral ' || id,
    case source when 'parent' then 'parents' when 'self' then 'pupil' else 'other' end,
    null,
    null,
    null,
    id,
    null
from referrals
where status in ('accepted', 'declined') and outcome_on is not null and source <> 'peer'
union all
select
    places.pupil_id,
    'offered',
    coalesce(places.consent_requested_on, places.joined_on, places.state_on),
    'place ' || places.id,
    null,
    last_days.until_on,
    null,
    places.id,
    null,
    null
from places
join activities on activities.id = places.activity_id
left join last_days on last_days.activity_id = activities.id
where places.state in ('invited', 'accepted')
    and activities.status in ('planned', 'open', 'full')
union all
select
    places.pupil_id,
    'changed',
    touched.on_day,
    'place ' || places.id || ', session ' || sessions.id || ' ' || sessions.held_on
        || ' ' || sessions.status,
    null,
    sessions.held_on,
    null,
    places.id,
    null,
    null
from sessions
join touched on touched.table_name = 'sessions' and touched.row_id = sessions.id
join activities on activities.id = sessions.activity_id
join places on places.activity_id = activities.id
where (sessions.moved_from is not null or sessions.status = 'cancelled')
    and places.state in ('invited', 'accepted')
    and activities.status in ('planned', 'open', 'full')
union all
select
    places.pupil_id,
    'cancelled',
    touched.on_day,
    'place ' || places.id,
    null,
    last_days.until_on,
    null,
    places.id,
    null,
    null
from activities
join touched on touched.table_name = 'activities' and touched.row_id = activities.id
join places on places.activity_id = activities.id
left join last_days on last_days.activity_id = activities.id
where activities.status = 'cancelled'
    and places.state in ('invited', 'accepted', 'waiting')
union all
select
    slips.pupil_id,
    'reminder',
    date(
        max(
            slips.reply_by,
            coalesce(
                date(
                    reminded.last_on,
                    '+' || coalesce(notice_rules.reply_days, 5) || ' days'
                ),
                slips.reply_by
            )
        ),
        '+1 day'
    ),
    'slip ' || slips.id || case when reminded.times = 1 then ' again' else '' end,
    notices.audience,
    last_days.until_on,
    null,
    notices.place_id,
    null,
    notices.id
from slips
join notices on notices.id = slips.notice_id
join notice_rules on notice_rules.kind = 'reminder'
left join reminded on reminded.slip_id = slips.id
left join places on places.id = notices.place_id
left join last_days on last_days.activity_id = places.activity_id
where notices.state in ('printed', 'sent', 'chased')
    and coalesce(places.state, 'invited') in ('invited', 'accepted')
    and not exists (select 1 from answers where answers.slip_id = slips.id)
    and (reminded.times is null or (reminded.times = 1 and not reminded.is_enough))
union all
select
    reminders.pupil_id,
    'reminder',
    reminders.event_on,
    reminders.about,
    reminders.audience,
    null,
    null,
    reminders.place_id,
    null,
    slips.notice_id
from notices as reminders
join slips
    on slips.pupil_id = reminders.pupil_id
    and reminders.about in ('slip ' || slips.id, 'slip ' || slips.id || ' again')
where reminders.kind = 'reminder' and reminders.state <> 'drafted'

CREATE VIEW place_list as -- A row is one pupil's place in one activity, taken, waited for or given back.
select
    places.id as place_id,
    places.activity_id,
    activities.title as activity,
    activities.kind,
    activities.academic_year,
    activities.status as activity_status,
    activities.consent as consent_rule,
    activities.charge,
    places.pupil_id,
    pupils.upn,
    coalesce(pupils.preferred_surname, pupils.surname) as surname,
    coalesce(pupils.preferred_forename, pupils.forename) as forename,
    pupils.year_group,
    pupils.form,
    pupils.pupil_premium,
    pupils.left_on,
    places.state,
    places.state_on,
    places.why,
    places.waiting_order,
    iif(
        places.state = 'waiting',
        row_number() over (
            partition by places.activity_id, places.state
            order by places.waiting_order, places.id
        ),
        null
    ) as waiting_number,
    places.joined_on,
    places.ended_on,
    places.override,
    places.consent,
    places.consent_requested_on,
    places.consent_answered_on,
    places.payment,
    places.paid_on,
    places.bus_id,
    buses.name as bus,
    places.medical,
    places.dietary,
    places.note
from places
join activities on activities.id = places.activity_id
join pupils on pupils.id = places.pupil_id
left join buses on buses.id = places.bus_id

CREATE VIEW pupil_contacts as -- A row is a pupil with the first two people to ring, who may be told.
select
    pupil_id,
    max(iif(place = 1, told, null)) as contact,
    max(iif(place = 2, told, null)) as second_contact
from (
    select
        pupil_id,
        row_number() over (
            partition by pupil_id order by contact_order is null, contact_order, id
        ) as place,
        -- The number comes first, lest a narrow column cut it; its spaces do not break.
        coalesce(replace(telephone, ' ', char(160)) || ' ', '')
            || coalesce(title || ' ', '')
            || coalesce(forename || ' ', '')
            || surname
            || coalesce(' (' || relationship || ')', '')
            as told
    from contacts
    where no_contact = 0
)
where place <= 2
group by pupil_id

CREATE VIEW pupil_groups as -- A row is one pupil on the roll at some time in one group of pupils; is_in is null where
-- nobody knows. The register, places and attendance are compared by them.
select id as pupil_id, left_on, 'pupil_premium' as grouping, pupil_premium as is_in
from pupils
union all select id, left_on, 'fsm', fsm from pupils
union all select id, left_on, 'sen', iif(sen is null, null, sen <> 'N') from pupils
union all select id, left_on, 'eal', eal from pupils
union all select id, left_on, 'looked_after', looked_after from pupils
union all select id, left_on, 'girls', iif(sex in ('F', 'M'), sex = 'F', null) from pupils
union all select id, left_on, 'boys', iif(sex in ('F', 'M'), sex = 'M', null) from pupils
union all select id, left_on, 'autumn_born', substr(dob, 6, 2) between '09' and '12'
from pupils
union all select id, left_on, 'summer_born', substr(dob, 6, 2) between '05' and '08'
from pupils

CREATE VIEW pupil_offers as -- A row is one thing that is offered to one pupil, the most personal first: to the pupil
-- alone (1), an activity with a place (2), to all of a subject (3), of a strand (4).
select offers.pupil_id, offers.offer, 1 as nearness, offers.id, null as until_on
from offers
where offers.pupil_id is not null
union all
select
    places.pupil_id,
    activities.title,
    2,
    places.id,
    (select max(held_on) from sessions where activity_id = activities.id)
from places
join activities on activities.id = places.activity_id
where places.state in ('invited', 'accepted')
    and activities.status in ('planned', 'open', 'full')
union all
select
    entries.pupil_id,
    offers.offer,
    iif(offers.subject is null, 4, 3),
    offers.id,
    null
from entries
join offers
    on offers.pupil_id is null
    and (offers.subject is null or offers.subject = entries.subject)
    and (offers.strand is null or offers.strand = entries.strand)
where entries.status in ('on', 'paused')
order by 1, 3, 4

CREATE VIEW pupil_rows as -- A row is one recorded row that is about one pupil: by it the history finds changes.
select 'pupils' as table_name, id as row_id, id as pupil_id from pupils
union all select 'contacts', id, pupil_id from contacts
union all select 'results', id, pupil_id from results
union all select 'referrals', id, pupil_id from referrals
union all select 'entries', id, pupil_id from entries
union all
select 'decisions', decisions.id, entries.pupil_id
from entries
join decisions on decisions.entry_id = entries.id
union all select 'places', id, pupil_id from places
union all select 'preferences', id, pupil_id from preferences
union all select 'suggestions', id, pupil_id from suggestions
union all select 'choices', id, pupil_id from choices
union all select 'attendance', id, pupil_id from attendance
union all select 'feedback', id, pupil_id from feedback
union all select 'outcomes', id, pupil_id from outcomes
union all select 'follow_ups', id, pupil_id from follow_ups
union all select 'notices', id, pupil_id from notices
union all select 'letters', id, pupil_id from letters
union all select 'slips', id, pupil_id from slips
union all select 'answers', id, pupil_id from answers
union all select 'wishes', id, pupil_id from wishes
union all select 'offers', id, pupil_id from offers where pupil_id is not null

CREATE VIEW register_days as -- A row is one pupil and one day on which decisions changed their stay on the register:
-- what was decided, and whether they were on it before and are after.
select
    days.*,
    exists (
        select 1
        from entries
        where entries.pupil_id = days.pupil_id
            and entries.status in ('on', 'paused', 'left')
            and entries.from_on < days.event_on
            and (entries.to_on is null or entries.to_on >= days.event_on)
    ) as was_on,
    exists (
        select 1
        from entries
        where entries.pupil_id = days.pupil_id
            and entries.status in ('on', 'paused', 'left')
            and entries.from_on <= days.event_on
            and (entries.to_on is null or entries.to_on > days.event_on)
    ) as stays_on
from (
    select
        entries.pupil_id,
        decisions.decided_on as event_on,
        max(decisions.what = 'added') as is_added,
        max(decisions.what in ('moved', 'resumed')) as is_moved,
        max(decisions.what = 'paused') as is_paused,
        max(decisions.what = 'left') as is_left,
        min(entries.id) as entry_id
    from decisions
    join entries on entries.id = decisions.entry_id
    where decisions.what in
        ('added', 'moved', 'resumed', 'paused', 'left', 'reviewed', 'kept')
        and entries.status in ('on', 'paused', 'left')
    group by entries.pupil_id, decisions.decided_on
) as days

CREATE VIEW register_entries as -- A row is one episode of one pupil on the register, with the pupil beside it.
select
    entries.id as entry_id,
    entries.pupil_id,
    pupils.upn,
    pupils.surname,
    pupils.forename,
    coalesce(pupils.preferred_surname, pupils.surname) as shown_surname,
    coalesce(pupils.preferred_forename, pupils.forename) as shown_forename,
    pupils.dob,
    pupils.sex,
    pupils.year_group,
    pupils.form,
    pupils.pupil_premium,
    pupils.sen,
    pupils.eal,
    pupils.left_on,
    entries.strand,
    entries.subject,
    subjects.name as subject_name,
    entries.scope,
    entries.tier,
    entries.route,
    entries.status,
    entries.from_on,
    entries.to_on,
    entries.review_due,
    (
        select decisions.reason
        from decisions
        where decisions.entry_id = entries.id
        order by decisions.what <> 'added', decisions.id
        limit 1
    ) as reason
from entries
join pupils on pupils.id = entries.pupil_id
left join subjects on subjects.key = entries.subject

CREATE VIEW result_sources as -- A row is one stored result with its pupil and the place in the file it came from.
select
    results.id as result_id,
    results.pupil_id,
    pupils.upn,
    pupils.surname,
    pupils.forename,
    pupils.year_group,
    results.assessment,
    results.academic_year,
    results.subject,
    results.measure,
    results.value,
    results.number,
    results.taken_on,
    imports.file_name,
    results.sheet,
    results.row,
    results."column"
from results
join pupils on pupils.id = results.pupil_id
left join imports on imports.id = results.import_id

CREATE VIEW session_times as -- A row is one session that is to be held, from when pupils are away until when. A trip
-- lasts from leaving school to coming back; without a time it lasts the whole day.
select
    sessions.id as session_id,
    sessions.activity_id,
    activities.title,
    sessions.held_on,
    sessions.starts_at,
    sessions.ends_at,
    coalesce(sessions.venue, activities.venue) as venue,
    min(
        coalesce(activities.leaves_at, sessions.starts_at, '00:00'),
        coalesce(sessions.starts_at, activities.leaves_at, '00:00')
    ) as from_at,
    max(
        coalesce(activities.returns_at, sessions.ends_at, '24:00'),
        coalesce(sessions.ends_at, activities.returns_at, '24:00')
    ) as until_at
from sessions
join activities on activities.id = sessions.activity_id
where sessions.status = 'planned' and activities.status <> 'cancelled'

CREATE VIEW slip_list as -- A row is one reply slip that was sent: about whom, to whom, and what came back.
select
    slips.id as slip_id,
    slips.notice_id,
    slips.pupil_id,
    slips.reply_by,
    notices.kind,
    coalesce(pupils.preferred_surname, pupils.surname) as surname,
    coalesce(pupils.preferred_forename, pupils.forename) as forename,
    pupils.form,
    (
        select group_concat(concat_name, ', ')
        from (
            select
                trim(
                    coalesce(contacts.title || ' ', '')
                    || coalesce(contacts.forename || ' ', '')
                    || contacts.surname
                ) as concat_name
            from notice_people
            join contacts on contacts.id = notice_people.contact_id
            where notice_people.notice_id = slips.notice_id
            order by notice_people.id
        )
    ) as people,
    (select min(answered_on) from answers where slip_id = slips.id) as answered_on,
    (
        select group_concat(said, ', ')
        from (
            select question || ': ' || iif(answer, 'yes', 'no') as said
            from answers
            where slip_id = slips.id
            order by id
        )
    ) as answers
from slips
join notices on notices.id = slips.notice_id
join pupils on pupils.id = slips.pupil_id
where notices.state <> 'drafted'
