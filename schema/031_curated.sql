-- A chronology made by hand for a court or a conference, and who answers a complaint.

-- One document: begun, written, and frozen when it is finished. What comes later makes the next version; a
-- finished one is never changed. Until then it has an owner and a next date (P1).
create table curated (
  id integer primary key,
  person_id integer not null references person (id), -- whose: the child's own record, even when joined
  first_id integer references curated (id), -- the first version; null: this is it
  version integer not null,               -- 1, 2, 3 … of the same document
  title text not null,                    -- "Chronology for the review conference"
  purpose text not null check (purpose in ('court', 'conference', 'other')), -- for whom it is made
  since_on text,                          -- ISO, the first day of its period; null: from the beginning
  until_on text,                          -- ISO, the last day; null: to the day it is finished
  owner_id integer not null references account (id), -- who makes it
  started_at integer not null,            -- when it was begun
  next_on text,                           -- by when it is wanted; null once it is finished
  finished_at integer,                    -- when it was frozen; null: it is being made
  finished_by integer references account (id), -- by whom
  hash text,                              -- BLAKE2b of every line as it is printed; null until then
  check ((finished_at is null) = (hash is null)),
  check (finished_at is not null or next_on is not null)
) strict;
create index curated_person on curated (person_id, started_at);
create index curated_owner on curated (owner_id) where finished_at is null;
create unique index curated_version on curated (first_id, version);

-- What was picked for it from the chronology.
create table curated_row (
  id integer primary key,
  curated_id integer not null references curated (id), -- for which document
  entry_id integer not null references entry (id), -- which row of the chronology
  comment text,                           -- the worker's remark, printed beside it; null: none
  redacted_why text,                      -- why its words are kept back; null: they are printed
  picked_by integer not null references account (id), -- who picked it
  picked_at integer not null,             -- when
  unique (curated_id, entry_id)
) strict;

-- What stands in a finished one: copied word for word, so that mending an entry changes nothing here. A row
-- whose words are kept back is copied without them.
create table curated_line (
  id integer primary key,
  curated_id integer not null references curated (id), -- in which document
  entry_id integer not null references entry (id), -- where it came from; who may see that may see this
  number integer not null,                -- its place, from 1
  happened_at integer not null,           -- when it happened
  written_at integer not null,            -- when it was written down
  kind text not null,                     -- the kind of information, as in entry
  what text not null,                     -- note, visit …, as in entry
  nature text not null check (nature in ('fact', 'opinion', 'report')), -- seen, thought, or heard
  title text,                             -- null: kept back
  body text,                              -- null: kept back, or the title says it
  source text,                            -- who said or saw it; null: the author, or kept back
  author text,                            -- who wrote it, as named then; null: the program
  agency text,                            -- for which agency, as named then
  comment text,                           -- the worker's remark; null: none
  redacted_why text,                      -- why its words are kept back; null: they are not
  check (redacted_why is null or (title is null and body is null and source is null)),
  unique (curated_id, number)
) strict;
create index curated_line_entry on curated_line (entry_id);

-- Records that are closed to an account, whatever ways and rights it has: by a conflict, as its own or its
-- family's, or by a seal. Ask with the account and the record shown.
create view record_shut as
  select b.account_id as account_id, b.person_id as person_id from sight_barred b
  union all
  select a.id as account_id, s.one_id as person_id
  from person s join account a on s.sealed = 1 and not exists (
    select 1 from seal_open o where o.person_id = s.id and o.account_id = a.id);

-- Who belongs with a record by one step: a tie either way, or a household.
create view family_near as
  select m.one_id as one_id, t.from_id as id
  from person m join tie t on t.to_id = m.id where t.wrong_at is null
  union all
  select m.one_id as one_id, t.to_id as id
  from person m join tie t on t.from_id = m.id where t.wrong_at is null
  union all
  select m.one_id as one_id, h.person_id as id
  from person m join household_member x on x.person_id = m.id and x.wrong_at is null
  join household_member h on h.household_id = x.household_id and h.wrong_at is null;

-- The family of a record as the front door counts it: itself (own), everybody near, and whoever shares a
-- parent. Ask with one_id; somebody may stand here twice.
create view family_of as
  select m.one_id as one_id, m.id as id, 1 as own from person m
  union all
  select n.one_id as one_id, n.id as id, 0 as own from family_near n
  union all
  select n.one_id as one_id, t.to_id as id, 0 as own
  from family_near n join tie t on t.from_id = n.id and t.wrong_at is null;
