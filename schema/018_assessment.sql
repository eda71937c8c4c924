-- The early help assessment (CAF), and what belongs to it.

-- A sheet of the questionnaire, with who answers for it, what has become of it and when it is looked at next.
create table assessment (
  id integer primary key,
  person_id integer not null references person (id), -- the child's own record, even when joined
  sheet_id integer not null unique references sheet (id), -- where the answers stand
  episode_id integer references episode (id), -- the early help it began; null: none
  -- what kind: usual, before birth (W63), or in one with the Early Support Programme (W62)
  form text not null check (form in ('usual', 'unborn', 'early_support')),
  -- where it stands
  state text not null check (state in ('draft', 'complete', 'returned', 'signed-off', 'ended')),
  -- who answers for it now (W45); every change is a row of assessment_owner
  owner_id integer not null references account (id),
  agency_id integer not null references agency (id), -- the agency that started it (W60)
  started_at integer not null,            -- when
  started_by integer not null references account (id), -- by whom
  next_on text,                           -- what comes next, by when, ISO; null only when it has ended (P1)
  next_what text,                         -- and what it is
  completed_at integer,                   -- when it was last called complete; null: never
  signed_at integer,                      -- when a manager signed it off; null: not
  signed_by integer references account (id), -- who
  version integer not null,               -- goes up with each move, so that two do not move it at once
  check (state = 'ended' or (next_on is not null and next_what is not null)),
  check ((state = 'signed-off') = (signed_at is not null) or state = 'ended')
) strict;
create index assessment_person on assessment (person_id, started_at);
create index assessment_owner_at on assessment (owner_id, state);
create index assessment_started on assessment (started_at);

-- What happened to it, with comments.
create table assessment_event (
  id integer primary key,
  assessment_id integer not null references assessment (id), -- to which
  -- started completed returned signed-off opened owner section file ended
  what text not null,
  words text,                             -- the comment; null: none
  at integer not null,                    -- when
  by integer not null references account (id) -- by whom
) strict;
create index assessment_event_of on assessment_event (assessment_id, at);

-- Who answered for it, and why that changed (W45).
create table assessment_owner (
  id integer primary key,
  assessment_id integer not null references assessment (id), -- for which
  owner_id integer not null references account (id), -- who
  starts_at integer not null,             -- from
  ends_at integer,                        -- until; null: still
  why text                                -- why the one before stopped; null: the first
) strict;
create index assessment_owner_of on assessment_owner (assessment_id, starts_at);
create unique index assessment_owner_one on assessment_owner (assessment_id) where ends_at is null;

-- The eleven indicators, asked before an assessment is begun (W36).
create table assessment_gate (
  id integer primary key,
  person_id integer not null references person (id), -- about whom
  assessment_id integer references assessment (id), -- the one that was begun; null: it was refused
  seen text,                              -- keys of the indicators that were seen, with commas; null: none
  advice text,                            -- in doubt: who was asked, by role, and what they advised (W37)
  asked_at integer not null,              -- when
  asked_by integer not null references account (id) -- who answered
) strict;
create index assessment_gate_person on assessment_gate (person_id, asked_at);

-- A child needed specialist help before anything preventive was tried: why, and what is put in place (W66).
create table crisis_review (
  id integer primary key,
  person_id integer not null references person (id), -- the child's own record
  what text not null,                     -- what specialist help it was
  owner_id integer not null references account (id), -- who carries it out (P1)
  next_on text,                           -- by when, ISO; null once done
  why text,                               -- why nothing came before; null: not found out yet
  in_place text,                          -- what is put in place now; null: not yet
  opened_at integer not null,             -- when
  opened_by integer not null references account (id), -- by whom
  done_at integer,                        -- when it was finished; null: open
  check (done_at is not null or next_on is not null),
  check (done_at is null or (why is not null and in_place is not null))
) strict;
create index crisis_review_person on crisis_review (person_id);
create index crisis_review_owner on crisis_review (owner_id, done_at);
