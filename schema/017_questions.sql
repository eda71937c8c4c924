-- Questionnaires: definitions, answers, drafts. One engine for assessments and surveys: a definition
-- is a text
-- of the pack or the office, an answer keeps the version it was given under, and nothing typed is
-- overwritten.

-- A questionnaire, whatever its version.
create table questionnaire (
  id integer primary key,
  key text not null unique,               -- "caf": what the program and the pack call it
  title text not null                     -- of its newest version
) strict;

-- One wording of it. Never changed once it was answered: the next wording is the next version.
create table questionnaire_version (
  id integer primary key,
  questionnaire_id integer not null references questionnaire (id), -- of which
  number integer not null,                -- 1, 2, 3 … within the questionnaire
  definition text not null,               -- as written, JSON
  from_on text,                           -- in force from this day, ISO; null: a draft of the office
  source text not null check (source in ('pack', 'office')), -- where it was written
  made_at integer not null,               -- when it was last saved
  made_by integer references account (id), -- by whom; null: it came with the pack
  unique (questionnaire_id, number)
) strict;

-- One questionnaire being filled in, or filled in: the sheet.
create table sheet (
  id integer primary key,
  version_id integer not null references questionnaire_version (id), -- the wording it was begun under
  person_id integer references person (id), -- about whom: their own record; null: about nobody
  started_at integer not null,            -- when
  started_by integer references account (id), -- by whom; null: nobody known
  -- when it was first called finished: what comes later is late; null: not yet
  finished_at integer,
  closed_at integer                       -- from then on nothing is written; null: open
) strict;
create index sheet_person on sheet (person_id, started_at);
create index sheet_version on sheet (version_id);

-- What stands in one place of a sheet now.
create table answer (
  id integer primary key,
  sheet_id integer not null references sheet (id), -- on which
  question text not null,                 -- the question's key; in a repeated group "adults.2.name"
  -- as typed; of tick boxes the keys, with commas; '': taken out again
  value text not null,
  revision integer not null,              -- 1, 2, 3 …: goes up with each save
  tab text not null,                      -- the browser page that saved it last: it never clashes with itself
  source text,                            -- where it was known from ("the record"); null: somebody wrote it
  at integer not null,                    -- when it was saved
  by integer references account (id),     -- by whom; null: the program
  unique (sheet_id, question)
) strict;

-- Everything that ever stood there (W185). Saves of one person within one sitting are one row, the last.
create table answer_revision (
  id integer primary key,
  answer_id integer not null references answer (id), -- of which answer
  revision integer not null,              -- the last revision of the sitting
  value text not null,                    -- what stood there
  source text,                            -- as in answer
  began_at integer not null,              -- the sitting's first save
  at integer not null,                    -- and its last
  by integer references account (id),     -- by whom
  -- written when the sheet had been finished and opened again: a late entry (W184)
  late integer not null default 0 check (late in (0, 1)),
  unique (answer_id, revision)
) strict;

-- Two wrote in one place: the second text waits here, whole, until somebody has seen both (P3).
create table answer_clash (
  id integer primary key,
  answer_id integer not null references answer (id), -- in which place
  value text not null,                    -- the second writer's text
  base integer not null,                  -- the revision they had before them
  tab text not null,                      -- their page: what is typed on is saved in this same row
  at integer not null,                    -- when it was saved
  by integer not null references account (id), -- by whom: they are asked first (P1)
  settled_at integer,                     -- when somebody chose; null: waits
  settled_by integer references account (id) -- who
) strict;
create index answer_clash_answer on answer_clash (answer_id, settled_at);

-- Who writes a section, where several write one sheet together (W64). The newest row stands.
create table section_owner (
  id integer primary key,
  sheet_id integer not null references sheet (id), -- of which sheet
  section text not null,                  -- the section's key
  owner_id integer not null references account (id), -- who is to write it
  at integer not null,                    -- since when
  by integer not null references account (id), -- who gave it
  replaced integer not null default 0 check (replaced in (0, 1)) -- a newer row stands
) strict;
create index section_owner_sheet on section_owner (sheet_id, section);
