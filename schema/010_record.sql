-- The record: people, who holds them, who may see what of them and why, and what was written down. Every
-- other table of the casework points here. Who may read is one view, sight, and every query about a child
-- asks it.

-- A person: a child, born or not, a parent, anybody of the family. Never deleted, never overwritten by a
-- merge: two records joined keep their own id, and one_id says as whom both are shown (P13).
create table person (
  id integer primary key,
  -- the record it is shown as: its own id unless joined to another; null only between insert and update
  one_id integer references person (id),
  name text not null,                     -- as shown now, "Amina Yusuf"; an unborn child: "Unborn Yusuf"
  born_on text,                           -- ISO; null: not known, or not born yet
  -- whether born_on is a guess at the year or the month
  born_about integer not null default 0 check (born_about in (0, 1)),
  due_on text,                            -- an unborn child's expected day; null once born
  died_on text,                           -- ISO; null: alive as far as is known
  gender text check (gender in ('female', 'male', 'other', 'not-said')), -- null: not asked
  account_id integer unique references account (id), -- the account the person signs in with, if any
  -- sealed: only those named in seal_open see it, whatever other way they have
  sealed integer not null default 0 check (sealed in (0, 1)),
  created_at integer not null,            -- when the record was made
  created_by integer references account (id) -- by whom; null: the program
) strict;
create index person_one on person (one_id);

-- Those who may see a sealed record.
create table seal_open (
  person_id integer not null references person (id), -- whose
  account_id integer not null references account (id), -- who may
  at integer not null,                    -- since when
  primary key (person_id, account_id)
) strict;

-- A team of one agency: it holds cases, and somebody leads it.
create table team (
  id integer primary key,
  agency_id integer not null references agency (id), -- whose
  name text not null,                     -- "Screening and Duty", "North Targeted Family Support"
  -- what it does, a key the routing tables use: duty, early-help, social-care, out-of-hours, front-door …
  kind text not null,
  ended_at integer,                       -- when it was wound up; null while it works
  unique (agency_id, name)
) strict;

-- Who works in a team, and since when.
create table team_member (
  id integer primary key,
  team_id integer not null references team (id), -- in which
  account_id integer not null references account (id), -- who
  lead integer not null check (lead in (0, 1)), -- answers for the team's work: its manager
  starts_at integer not null,             -- from
  ends_at integer                         -- until; null: still
) strict;
create index team_member_account on team_member (account_id);
create index team_member_team on team_member (team_id, account_id);

-- A time of help for one child, from opening to closing with a reason: early help or social care. Open, it
-- has an owner and a next date (P1).
create table episode (
  id integer primary key,
  person_id integer not null references person (id), -- the child's own record, even when joined
  kind text not null check (kind in ('early-help', 'social-care')), -- on which side of the threshold
  -- who answers for it: the lead professional or case holder
  owner_id integer not null references account (id),
  team_id integer not null references team (id), -- whose case it is
  next_on text,                           -- the next date something is due; null only when closed
  next_what text,                         -- and what
  opened_at integer not null,             -- when it began
  closed_at integer,                      -- when it ended; null while open
  close_reason text,                      -- a key of the pack's closure reasons; null while open
  close_text text,                        -- and in words
  check (closed_at is not null or (next_on is not null and next_what is not null)),
  check ((closed_at is null) = (close_reason is null))
) strict;
create index episode_person on episode (person_id);
create index episode_owner on episode (owner_id, closed_at);
create index episode_team on episode (team_id, closed_at);

-- A team that holds something of a person: an episode, a contact, a referral. Two teams may hold one child,
-- and during a step both do.
create table hold (
  id integer primary key,
  person_id integer not null references person (id), -- who is held
  team_id integer not null references team (id), -- by whom
  subject text not null,                  -- "episode", "contact", "referral": what is held
  subject_id integer not null,            -- and which
  starts_at integer not null,             -- from
  ends_at integer                         -- until; null: still
) strict;
create index hold_person on hold (person_id, team_id);
create index hold_team on hold (team_id, person_id);
create index hold_subject on hold (subject, subject_id);

-- The ledger of consent (P6). A row is never changed but for its end. Refusals are rows too.
create table consent (
  id integer primary key,
  person_id integer not null references person (id), -- whose information it is about
  answer text not null check (answer in ('given', 'refused')), -- what was said
  purpose text not null,                  -- for what, in words the family would use
  giver_id integer references person (id), -- who said it, where they have a record; null: see giver_name
  giver_name text not null,               -- as written down
  -- in which capacity: the child, a person with parental responsibility, a young person judged competent
  capacity text not null check (capacity in ('child', 'parent', 'competent')),
  capacity_why text,                      -- for a competent young person: how that was judged
  -- how it was said
  how text not null check (how in ('signed', 'spoken', 'online', 'telephone')),
  starts_at integer not null,             -- when it was said
  expires_at integer not null,            -- when it ends by itself; 253402300799000 for a refusal
  ended_at integer,                       -- when it was withdrawn; null: not withdrawn
  ended_by integer references account (id), -- who recorded that; null: not withdrawn, or by the family itself
  ended_why text,                         -- what was said
  recorded_at integer not null,           -- when this row was written
  recorded_by integer not null references account (id) -- by whom
) strict;
create index consent_person on consent (person_id);

-- The agencies a consent names.
create table consent_agency (
  consent_id integer not null references consent (id), -- which consent
  agency_id integer not null references agency (id), -- who may see
  primary key (consent_id, agency_id)
) strict;
create index consent_agency_agency on consent_agency (agency_id);

-- The kinds of information a consent names: a key of info[] in src/people/record.c.
create table consent_kind (
  consent_id integer not null references consent (id), -- which consent
  kind text not null,                     -- what may be seen
  primary key (consent_id, kind)
) strict;

-- Sharing with an agency without consent: a lawful basis, the facts, whose advice (P6, W93, W97).
create table sharing (
  id integer primary key,
  person_id integer not null references person (id), -- whose information
  agency_id integer not null references agency (id), -- with whom
  basis text not null,                    -- a key of bases[] in src/people/record.c
  facts text not null,                    -- what is known that makes it necessary
  interests text not null,                -- why it is in the child's best interests
  consulted text not null,                -- who was asked for advice, by role, and what they said
  family_told text not null,              -- whether the family was told; why not
  starts_at integer not null,             -- from
  expires_at integer not null,            -- ends by itself
  ended_at integer,                       -- ended before; null: not
  recorded_by integer not null references account (id) -- who decided
) strict;
create index sharing_person on sharing (person_id);
create index sharing_agency on sharing (agency_id);

-- The kinds of information shared so.
create table sharing_kind (
  sharing_id integer not null references sharing (id), -- which sharing
  kind text not null,                     -- what may be seen
  primary key (sharing_id, kind)
) strict;

-- A place in the team around a child. Someone of another agency sees what the consent or the sharing they
-- stand on allows, and nothing when that ends. People with no account have a row too, and a name.
create table seat (
  id integer primary key,
  episode_id integer not null references episode (id), -- around which child, in which episode
  account_id integer references account (id), -- who; null: somebody with no account
  agency_id integer references agency (id), -- from where; null: no agency Kith knows
  name text not null,                     -- as shown
  role text not null,                     -- "School nurse", in the family's terms
  lead integer not null check (lead in (0, 1)), -- the lead professional: one at a time (W50)
  consent_id integer references consent (id), -- stands on this consent
  sharing_id integer references sharing (id), -- or on this sharing
  starts_at integer not null,             -- from
  ends_at integer,                        -- until; null: still
  ended_why text                          -- why the practitioner changed (W45)
) strict;
create index seat_episode on seat (episode_id);
create index seat_account on seat (account_id);
create unique index seat_lead on seat (episode_id) where lead = 1 and ends_at is null;

-- Breaking the glass: seeing at once what no other way allows, for a reason, for hours, reviewed (P5).
create table glass (
  id integer primary key,
  person_id integer not null references person (id), -- whose record
  account_id integer not null references account (id), -- who broke it
  reason text not null,                   -- why
  starts_at integer not null,             -- when
  ends_at integer not null,               -- hours later
  owner_id integer not null references account (id), -- who reviews it (P1)
  review_by integer not null,             -- by when
  reviewed_at integer,                    -- when it was looked at; null: not yet
  review_text text,                       -- and what was found
  review_right integer check (review_right in (0, 1)) -- whether it was right to
) strict;
create index glass_person on glass (person_id);
create index glass_account on glass (account_id);

-- Two people of one family, friends, neighbours: whom a worker never opens, whatever way there is.
create table conflict (
  id integer primary key,
  account_id integer not null references account (id), -- the worker
  person_id integer not null references person (id), -- whom they may not open
  why text not null,                      -- "my niece"
  starts_at integer not null,             -- declared
  ends_at integer                         -- ended; null: stands
) strict;
create index conflict_account on conflict (account_id);
create index conflict_person on conflict (person_id);

-- How two people belong together, dated; read both ways through the table ties[] in src/people/tie.c.
create table tie (
  id integer primary key,
  from_id integer not null references person (id), -- "Sara …
  to_id integer not null references person (id), -- … Omar"
  kind text not null,                     -- is the mother of: a key of ties[]
  starts_on text,                         -- ISO; null: from birth, or not known
  ends_on text,                           -- ISO; null: still
  -- whether from_id has parental responsibility for to_id; null: not asked
  responsible integer check (responsible in (0, 1)),
  recorded_at integer not null,           -- when it was written down
  recorded_by integer references account (id), -- by whom; null: the program
  wrong_at integer,                       -- when it was found never to have been so; null: stands
  wrong_by integer references account (id), -- who found that
  check (from_id <> to_id)
) strict;
create index tie_from on tie (from_id);
create index tie_to on tie (to_id);
