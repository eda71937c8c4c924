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

-- The ways of 011, and one more.
drop view sight;
drop view sight_way;
-- Every way anybody has to see a record, with its times, before what bars it: ask sight, below.
create view sight_way as
  -- 1. the team that holds the child
  select 'team' as way, m.account_id as account_id, p.one_id as person_id, '*' as kind, h.id as because,
    cast(null as integer) as consent_id,
    case when m.starts_at > h.starts_at then m.starts_at else h.starts_at end as starts_at,
    case when m.ends_at < coalesce(h.ends_at, 253402300799000) then m.ends_at
      else coalesce(h.ends_at, 253402300799000) end as ends_at
  from team_member m join hold h on h.team_id = m.team_id join person p on p.id = h.person_id
  union all
  -- 2. who answers for the episode, wherever they work
  select 'owner' as way, e.owner_id as account_id, p.one_id as person_id, '*' as kind, e.id as because,
    cast(null as integer) as consent_id,
    e.opened_at as starts_at, coalesce(e.closed_at, 253402300799000) as ends_at
  from episode e join person p on p.id = e.person_id
  union all
  -- 3. the team around the child: as long as the consent that the seat stands on, and no more than it names;
  -- and only about the child whose consent it is
  select 'seat' as way, s.account_id as account_id, s.one_id as person_id, k.kind as kind, s.id as because,
    c.id as consent_id,
    case when s.starts_at > c.starts_at then s.starts_at else c.starts_at end as starts_at,
    case when s.ends_at < c.ends_at then s.ends_at else c.ends_at end as ends_at
  from seat_span s join consent_span c on c.id = s.consent_id
  join person whose on whose.id = c.person_id and whose.one_id = s.one_id
  join consent_kind k on k.consent_id = c.id
  union all
  -- 4. the team around the child, on a sharing without consent
  select 'seat' as way, s.account_id as account_id, s.one_id as person_id, k.kind as kind, s.id as because,
    cast(null as integer) as consent_id,
    case when s.starts_at > c.starts_at then s.starts_at else c.starts_at end as starts_at,
    case when s.ends_at < c.ends_at then s.ends_at else c.ends_at end as ends_at
  from seat_span s join sharing_span c on c.id = s.sharing_id
  join person whose on whose.id = c.person_id and whose.one_id = s.one_id
  join sharing_kind k on k.sharing_id = c.id
  union all
  -- 5. consent given to the agency where somebody works
  select 'consent' as way, a.id as account_id, v.person_id as person_id, v.kind as kind,
    v.because as because, v.because as consent_id, v.starts_at as starts_at, v.ends_at as ends_at
  from account a join sight_agency_consent v on v.agency_id = a.agency_id
  union all
  -- 6. shared with the agency on a lawful basis
  select 'sharing' as way, a.id as account_id, v.person_id as person_id, v.kind as kind,
    v.because as because, cast(null as integer) as consent_id, v.starts_at as starts_at, v.ends_at as ends_at
  from account a join sight_agency_sharing v on v.agency_id = a.agency_id
  union all
  -- 7. the glass is broken
  select 'glass' as way, g.account_id as account_id, p.one_id as person_id, '*' as kind, g.id as because,
    cast(null as integer) as consent_id,
    g.starts_at as starts_at, g.ends_at as ends_at
  from glass g join person p on p.id = g.person_id
  union all
  -- 8. who brings up a child that the team holds: only who they are, and as long as the team holds the child
  select 'kin' as way, m.account_id as account_id, p.one_id as person_id, 'who' as kind, t.id as because,
    cast(null as integer) as consent_id,
    case when m.starts_at > h.starts_at then m.starts_at else h.starts_at end as starts_at,
    case when m.ends_at < coalesce(h.ends_at, 253402300799000) then m.ends_at
      else coalesce(h.ends_at, 253402300799000) end as ends_at
  from person p join tie t on t.from_id = p.id and t.wrong_at is null and t.kind in ('birth-mother', 'parent',
    'adoptive-parent', 'step-parent', 'foster-carer', 'carer', 'guardian')
  join person child on child.id = t.to_id join person kept on kept.one_id = child.one_id
  join hold h on h.person_id = kept.id join team_member m on m.team_id = h.team_id
  where not exists (select 1 from person s where s.one_id = child.one_id and s.sealed = 1)
    and not exists (select 1 from sight_barred b
      where b.account_id = m.account_id and b.person_id = child.one_id)
  union all
  -- who answers a complaint about the help, until it is answered
  select 'complaint' as way, k.owner_id as account_id, p.one_id as person_id, '*' as kind, k.id as because,
    cast(null as integer) as consent_id, k.received_at as starts_at, 253402300799000 as ends_at
  from complaint k join person p on p.id = k.person_id where k.answered_at is null;

-- Who may see what of whom, from when until when. `kind` is a kind of information, '*' all of them;
-- `person_id` is the record shown (one_id); `because` is the row that the way rests on, `consent_id` the
-- consent, where it rests on one. Ask with account, person and time: starts_at <= :now and ends_at > :now.
create view sight as
  select w.way as way, w.account_id as account_id, w.person_id as person_id, w.kind as kind,
    w.because as because, w.consent_id as consent_id, w.starts_at as starts_at, w.ends_at as ends_at
  from sight_way w
  where not exists (select 1 from sight_barred b
      where b.account_id = w.account_id and b.person_id = w.person_id)
    and not exists (select 1 from person sealed where sealed.one_id = w.person_id and sealed.sealed = 1
      and not exists (select 1 from seal_open o
        where o.person_id = sealed.id and o.account_id = w.account_id));

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
