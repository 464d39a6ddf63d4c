-- version 1
CREATE INDEX contacts_by_pupil on contacts (pupil_id)

CREATE INDEX decisions_by_entry on decisions (entry_id)

CREATE INDEX entries_by_pupil on entries (pupil_id)

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name")

CREATE INDEX referrals_by_pupil on referrals (pupil_id)

CREATE INDEX results_by_pupil on results (pupil_id)

CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
)

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
) strict

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

CREATE TABLE file_state (
    id integer primary key check (id = 1),
    owner text not null default '',
    generation integer not null default 0
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

CREATE TABLE open_change (change_id integer not null) strict

CREATE TABLE policies (
    id integer primary key autoincrement,
    key text not null,
    name text not null,
    version integer not null,
    document text not null,         -- the policy as its author wrote it
    in_force_from text not null,
    unique (key, version)
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
) strict

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

CREATE TABLE sqlite_sequence(name,seq)

CREATE TABLE staff (
    id integer primary key autoincrement,
    name text not null,
    role text,
    email text,
    left_on text
) strict

CREATE TABLE subjects (
    id integer primary key autoincrement,
    key text not null unique,
    name text not null,
    strand text not null check (strand in ('gifted', 'talented')),
    department_id integer references departments (id)
) strict

CREATE TRIGGER contacts_delete after delete on contacts begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('contacts', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"household_id":' || iif(old."household_id" is null, 'null', quote(old."household_id")) || ',' || '"title":' || coalesce('"' || replace(replace(replace(replace(old."title", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"surname":' || coalesce('"' || replace(replace(replace(replace(old."surname", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"forename":' || coalesce('"' || replace(replace(replace(replace(old."forename", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"relationship":' || coalesce('"' || replace(replace(replace(replace(old."relationship", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"parental_responsibility":' || iif(old."parental_responsibility" is null, 'null', quote(old."parental_responsibility")) || ',' || '"email":' || coalesce('"' || replace(replace(replace(replace(old."email", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"telephone":' || coalesce('"' || replace(replace(replace(replace(old."telephone", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"language":' || coalesce('"' || replace(replace(replace(replace(old."language", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"contact_order":' || iif(old."contact_order" is null, 'null', quote(old."contact_order")) || ',' || '"no_contact":' || iif(old."no_contact" is null, 'null', quote(old."no_contact")) || '}');
        end

CREATE TRIGGER contacts_insert after insert on contacts begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('contacts', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER contacts_update after update on contacts begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('contacts', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"household_id":' || iif(old."household_id" is null, 'null', quote(old."household_id")) || ',' || '"title":' || coalesce('"' || replace(replace(replace(replace(old."title", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"surname":' || coalesce('"' || replace(replace(replace(replace(old."surname", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"forename":' || coalesce('"' || replace(replace(replace(replace(old."forename", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"relationship":' || coalesce('"' || replace(replace(replace(replace(old."relationship", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"parental_responsibility":' || iif(old."parental_responsibility" is null, 'null', quote(old."parental_responsibility")) || ',' || '"email":' || coalesce('"' || replace(replace(replace(replace(old."email", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"telephone":' || coalesce('"' || replace(replace(replace(replace(old."telephone", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"language":' || coalesce('"' || replace(replace(replace(replace(old."language", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"contact_order":' || iif(old."contact_order" is null, 'null', quote(old."contact_order")) || ',' || '"no_contact":' || iif(old."no_contact" is null, 'null', quote(old."no_contact")) || '}');
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

CREATE TRIGGER pupils_delete after delete on pupils begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('pupils', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"upn":' || coalesce('"' || replace(replace(replace(replace(old."upn", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"former_upn":' || coalesce('"' || replace(replace(replace(replace(old."former_upn", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"admission_number":' || coalesce('"' || replace(replace(replace(replace(old."admission_number", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"surname":' || coalesce('"' || replace(replace(replace(replace(old."surname", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"forename":' || coalesce('"' || replace(replace(replace(replace(old."forename", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"preferred_surname":' || coalesce('"' || replace(replace(replace(replace(old."preferred_surname", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"preferred_forename":' || coalesce('"' || replace(replace(replace(replace(old."preferred_forename", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"middle_names":' || coalesce('"' || replace(replace(replace(replace(old."middle_names", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"dob":' || coalesce('"' || replace(replace(replace(replace(old."dob", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"sex":' || coalesce('"' || replace(replace(replace(replace(old."sex", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"year_group":' || iif(old."year_group" is null, 'null', quote(old."year_group")) || ',' || '"form":' || coalesce('"' || replace(replace(replace(replace(old."form", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"ethnicity":' || coalesce('"' || replace(replace(replace(replace(old."ethnicity", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"language":' || coalesce('"' || replace(replace(replace(replace(old."language", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"eal":' || iif(old."eal" is null, 'null', quote(old."eal")) || ',' || '"fsm":' || iif(old."fsm" is null, 'null', quote(old."fsm")) || ',' || '"ever6":' || iif(old."ever6" is null, 'null', quote(old."ever6")) || ',' || '"pupil_premium":' || iif(old."pupil_premium" is null, 'null', quote(old."pupil_premium")) || ',' || '"sen":' || coalesce('"' || replace(replace(replace(replace(old."sen", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"looked_after":' || iif(old."looked_after" is null, 'null', quote(old."looked_after")) || ',' || '"joined_on":' || coalesce('"' || replace(replace(replace(replace(old."joined_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"left_on":' || coalesce('"' || replace(replace(replace(replace(old."left_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"feeder_school":' || coalesce('"' || replace(replace(replace(replace(old."feeder_school", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER pupils_insert after insert on pupils begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('pupils', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER pupils_update after update on pupils begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('pupils', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"upn":' || coalesce('"' || replace(replace(replace(replace(old."upn", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"former_upn":' || coalesce('"' || replace(replace(replace(replace(old."former_upn", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"admission_number":' || coalesce('"' || replace(replace(replace(replace(old."admission_number", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"surname":' || coalesce('"' || replace(replace(replace(replace(old."surname", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"forename":' || coalesce('"' || replace(replace(replace(replace(old."forename", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"preferred_surname":' || coalesce('"' || replace(replace(replace(replace(old."preferred_surname", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"preferred_forename":' || coalesce('"' || replace(replace(replace(replace(old."preferred_forename", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"middle_names":' || coalesce('"' || replace(replace(replace(replace(old."middle_names", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"dob":' || coalesce('"' || replace(replace(replace(replace(old."dob", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"sex":' || coalesce('"' || replace(replace(replace(replace(old."sex", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"year_group":' || iif(old."year_group" is null, 'null', quote(old."year_group")) || ',' || '"form":' || coalesce('"' || replace(replace(replace(replace(old."form", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"ethnicity":' || coalesce('"' || replace(replace(replace(replace(old."ethnicity", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"language":' || coalesce('"' || replace(replace(replace(replace(old."language", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"eal":' || iif(old."eal" is null, 'null', quote(old."eal")) || ',' || '"fsm":' || iif(old."fsm" is null, 'null', quote(old."fsm")) || ',' || '"ever6":' || iif(old."ever6" is null, 'null', quote(old."ever6")) || ',' || '"pupil_premium":' || iif(old."pupil_premium" is null, 'null', quote(old."pupil_premium")) || ',' || '"sen":' || coalesce('"' || replace(replace(replace(replace(old."sen", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"looked_after":' || iif(old."looked_after" is null, 'null', quote(old."looked_after")) || ',' || '"joined_on":' || coalesce('"' || replace(replace(replace(replace(old."joined_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"left_on":' || coalesce('"' || replace(replace(replace(replace(old."left_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"feeder_school":' || coalesce('"' || replace(replace(replace(replace(old."feeder_school", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER referrals_delete after delete on referrals begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('referrals', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"source":' || coalesce('"' || replace(replace(replace(replace(old."source", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"referrer":' || coalesce('"' || replace(replace(replace(replace(old."referrer", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"subject":' || coalesce('"' || replace(replace(replace(replace(old."subject", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"reason":' || coalesce('"' || replace(replace(replace(replace(old."reason", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"checklist":' || coalesce('"' || replace(replace(replace(replace(old."checklist", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"referred_on":' || coalesce('"' || replace(replace(replace(replace(old."referred_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"status":' || coalesce('"' || replace(replace(replace(replace(old."status", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"outcome":' || coalesce('"' || replace(replace(replace(replace(old."outcome", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"outcome_by":' || coalesce('"' || replace(replace(replace(replace(old."outcome_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"outcome_on":' || coalesce('"' || replace(replace(replace(replace(old."outcome_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER referrals_insert after insert on referrals begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('referrals', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER referrals_update after update on referrals begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('referrals', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"pupil_id":' || iif(old."pupil_id" is null, 'null', quote(old."pupil_id")) || ',' || '"source":' || coalesce('"' || replace(replace(replace(replace(old."source", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"referrer":' || coalesce('"' || replace(replace(replace(replace(old."referrer", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"subject":' || coalesce('"' || replace(replace(replace(replace(old."subject", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"reason":' || coalesce('"' || replace(replace(replace(replace(old."reason", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"checklist":' || coalesce('"' || replace(replace(replace(replace(old."checklist", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"referred_on":' || coalesce('"' || replace(replace(replace(replace(old."referred_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"status":' || coalesce('"' || replace(replace(replace(replace(old."status", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"outcome":' || coalesce('"' || replace(replace(replace(replace(old."outcome", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"outcome_by":' || coalesce('"' || replace(replace(replace(replace(old."outcome_by", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"outcome_on":' || coalesce('"' || replace(replace(replace(replace(old."outcome_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
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

CREATE TRIGGER staff_delete after delete on staff begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('staff', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"role":' || coalesce('"' || replace(replace(replace(replace(old."role", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"email":' || coalesce('"' || replace(replace(replace(replace(old."email", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"left_on":' || coalesce('"' || replace(replace(replace(replace(old."left_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
        end

CREATE TRIGGER staff_insert after insert on staff begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('staff', new.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), null);
        end

CREATE TRIGGER staff_update after update on staff begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('staff', old.id, coalesce((select change_id from open_change), raise(abort, 'a write outside a change')), '{' || '"id":' || iif(old."id" is null, 'null', quote(old."id")) || ',' || '"name":' || coalesce('"' || replace(replace(replace(replace(old."name", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"role":' || coalesce('"' || replace(replace(replace(replace(old."role", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"email":' || coalesce('"' || replace(replace(replace(replace(old."email", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || ',' || '"left_on":' || coalesce('"' || replace(replace(replace(replace(old."left_on", '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r') || '"', 'null') || '}');
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
        order by decisions.id
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
