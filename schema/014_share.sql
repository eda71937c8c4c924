-- Sharing: what a refusal asks of the worker, what was decided not to be shared, receipts, and sealing.

-- What a refusal of consent asks for: a judgement, with the line manager's advice, by somebody and by a day
-- (P1, W42, W43). Written at once or later; the row waits with its owner until it is.
create table refusal (
  consent_id integer primary key references consent (id), -- which refusal
  -- the lead professional; before one is named, the practitioner who started (W42)
  owner_id integer not null references account (id),
  stands_in integer not null check (stands_in in (0, 1)), -- there was no lead professional
  due_on text not null,                   -- ISO: judged by this day
  -- whether needs will grow without help; null: not judged yet
  escalate text check (escalate in ('yes', 'no', 'unsure')),
  judgement text,                         -- and why
  adviser text,                           -- the line manager asked, by role
  advice text,                            -- and what they advised
  -- whether social care is asked
  referral text check (referral in ('made', 'considered', 'not-considered')),
  referral_why text,                      -- and why, or why not
  judged_at integer,                      -- when this was written; null: it waits
  judged_by integer references account (id), -- by whom
  check ((judged_at is null) = (judgement is null))
) strict;
create index refusal_owner on refusal (owner_id, judged_at);

-- A decision not to share something that an agency might have been told (W94).
create table withheld (
  id integer primary key,
  person_id integer not null references person (id), -- about whom
  with_whom text not null,                -- who was not told: "Police", "The school"
  what text not null,                     -- what was not shared
  offence integer not null check (offence in (0, 1)), -- it may be a criminal offence against a child
  reasons text not null,                  -- why it was not shared
  interests text not null,                -- why that is in the child's best interests (W97)
  consulted text not null,                -- who was asked for advice, by role, and what they said (W96)
  decided_at integer not null,            -- when
  decided_by integer not null references account (id) -- by whom
) strict;
create index withheld_person on withheld (person_id);

-- What an agency or somebody could see from the moment it was shared (W92). When it was first opened is in
-- the audit log.
create table receipt (
  id integer primary key,
  person_id integer not null references person (id), -- whose information
  agency_id integer not null references agency (id), -- with whom
  -- on what it rests: consent or sharing
  subject text not null check (subject in ('consent', 'sharing')),
  subject_id integer not null,            -- and which
  kinds text not null,                    -- the kinds of information, with commas
  rows integer not null,                  -- how many entries of the chronology it was then
  version text not null,                  -- BLAKE2b of what the agency could see at that moment
  at integer not null,                    -- when
  by integer not null references account (id) -- who shared it
) strict;
create index receipt_person on receipt (person_id);

-- Why a record is sealed, since when, and until when.
create table seal_reason (
  id integer primary key,
  person_id integer not null references person (id), -- which record
  why text not null,                      -- "an adoption", "a member of staff's child"
  at integer not null,                    -- since when
  by integer not null references account (id), -- who sealed it
  ended_at integer,                       -- when the seal was lifted; null: it stands
  ended_by integer references account (id) -- by whom
) strict;
create index seal_reason_person on seal_reason (person_id);

-- What one person opened, newest first (who looked).
create index audit_actor on audit (actor, at);
