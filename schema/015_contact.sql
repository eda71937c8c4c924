-- The front door: contacts, agency checks, localities, and referrals to social care. Whatever is open has an
-- owner and a next date (P1), and a contact ends only when whoever raised it was told, or a reason stands in
-- the place of telling (P2).

-- A way on from the front door (W19): the four of the partnership, and partners' own once switched on (W30).
create table contact_route (
  key text primary key,                   -- "screening-and-duty"
  title text not null,                    -- as the adviser reads it
  about text not null,                    -- for what
  team_kind text,                         -- the kind of team that takes it; null: nobody here, a service
  -- the team is chosen by where the child lives, not by its kind
  by_locality integer not null check (by_locality in (0, 1)),
  partner integer not null check (partner in (0, 1)), -- straight to a partner's own service
  switched_on integer not null check (switched_on in (0, 1)), -- offered today
  position integer not null               -- in the list
) strict;

-- A colour of risk that the worker gives, and by how many hours somebody decides.
create table contact_risk (
  key text primary key,                   -- "red"
  title text not null,                    -- "Red: now"
  about text not null,                    -- what it means
  hours integer not null,                 -- the target, from when the contact came
  position integer not null               -- the gravest first
) strict;

-- A part of the area with its own access point (W21).
create table locality (
  id integer primary key,
  name text not null unique,              -- "North"
  team_id integer references team (id)    -- who answers there; null: not said yet
) strict;

-- The beginnings of postcodes that lie in a locality; the longest that fits decides.
create table locality_district (
  prefix text primary key,                -- capitals, no blank: "ZZ1", "ZZ12A"
  locality_id integer not null references locality (id) -- in which
) strict;

-- A published contact point (W29).
create table contact_point (
  key text primary key,                   -- "front-door"
  name text not null,                     -- as people know it
  about text not null,                    -- when to call it
  telephone text not null,                -- as dialled
  email text,                             -- null: none is published
  hours text not null,                    -- when somebody answers
  position integer not null               -- in the list
) strict;

-- A sign that wants a referral at once, without a CAF (W33).
create table immediate_sign (
  key text primary key,                   -- "left-home-alone"
  number integer not null unique,         -- its place in the document, and its key on the keyboard
  words text not null,                    -- as the document has it
  age_below integer,                      -- prompted for children younger than so many years; null: by no age
  unborn integer not null check (unborn in (0, 1)), -- prompted for an unborn child
  prompt text,                            -- what to ask about; null where no age prompts it
  -- its wording waits for the partnership: never a hard rule (W39)
  wording_awaited integer not null check (wording_awaited in (0, 1))
) strict;

-- Somebody raised a concern, or asked. A row from the first second of a call: nothing but who answers for it
-- and by when must be known (W16, W20).
create table contact (
  id integer primary key,
  version integer not null,               -- counts every change: two advisers cannot both decide
  -- how it came
  channel text not null check (channel in ('telephone', 'email', 'letter', 'in-person', 'web-public',
      'web-professional')),
  came_at integer not null,               -- when the call came or the form was sent
  out_of_hours integer not null check (out_of_hours in (0, 1)), -- taken by the out-of-hours team (W24)
  -- when the day team read what came out of hours; null: not yet
  seen_at integer,
  adviser_id integer references account (id), -- who took it; null: it came by the web
  raised_by integer references account (id), -- the account that raised it; null: somebody without one
  -- who called; null: not asked yet
  caller text check (caller in ('professional', 'public', 'family', 'anonymous')),
  caller_name text,                       -- for the front door and the decider alone where public (W27)
  caller_agency text,                     -- from where
  caller_role text,                       -- "Deputy head"
  caller_reach text,                      -- how to tell them what became of it
  -- what was said; null: nothing written down yet
  said text,
  children_said text,                     -- the children as the caller named them
  worried text,                           -- Signs of Safety: what we are worried about (W28)
  well text,                              -- what is going well
  needed text,                            -- what needs to happen
  scale integer check (scale between 0 and 10), -- how safe, 10 as safe as can be; null: not asked
  -- whether the family knows that somebody called (W99); null: not asked yet
  family_told text check (family_told in ('yes', 'no')),
  family_why text,                        -- why it does not
  address text,                           -- where the child lives, as said
  postcode text,                          -- capitals with one blank
  locality_id integer references locality (id), -- by the postcode, or as the adviser chose
  risk text references contact_risk (key), -- the colour; null: not judged yet
  risk_at integer,                        -- when it was given
  put_through_at integer,                 -- a safeguarding call went to the duty team at once; null: no
  written integer not null check (written in (0, 1)), -- the log is finished
  owner_id integer not null references account (id), -- who answers for it (P1)
  team_id integer references team (id),   -- which team has it; null: the owner alone
  next_on text,                           -- the next date; null only when closed
  next_what text,                         -- and what is due
  -- an Initial Contact or a Referral (W18); null: not decided
  determination text check (determination in ('initial-contact', 'referral')),
  route text references contact_route (key), -- which way it went; null: not decided, or advice only
  service text,                           -- which service, where the route says "the service required"
  advice text,                            -- what was advised; all there is to an advice-only contact (W23)
  reasons text,                           -- why it was decided so
  decided_by integer references account (id), -- who decided
  decided_at integer,                     -- when
  told_at integer,                        -- when whoever raised it was told; null: not
  told_by integer references account (id), -- by whom
  told_how text,                          -- "telephone", "in Kith" …
  told_what text,                         -- what they were told: all that they may know of it (W27)
  told_seen_at integer,                   -- when they opened it in Kith; null: not, or told otherwise
  untold_why text,                        -- why nobody was told
  closed_at integer,                      -- null: open
  closed_by integer references account (id), -- who closed it
  closed_why text,                        -- what became of it
  check (closed_at is not null or (next_on is not null and next_what is not null)),
  check (closed_at is null or told_at is not null or (untold_why is not null and untold_why <> '')),
  check ((told_at is null) = (told_what is null)),
  check ((decided_at is null) = (decided_by is null)),
  check ((decided_at is null) = (reasons is null)),
  check (route is null or decided_at is not null)
) strict;
create index contact_open on contact (closed_at, came_at);
create index contact_owner on contact (owner_id, closed_at);
create index contact_team on contact (team_id, closed_at);
create index contact_raised on contact (raised_by, came_at);
create index contact_came on contact (came_at);

-- A child a contact is about: known to Kith.
create table contact_child (
  contact_id integer not null references contact (id), -- which contact
  person_id integer not null references person (id), -- who: the child's own record, even when joined
  added_at integer not null,              -- when it was found
  added_by integer not null references account (id), -- by whom
  primary key (contact_id, person_id)
) strict;
create index contact_child_person on contact_child (person_id);

-- A sign of immediate danger that somebody saw in a contact.
create table contact_sign (
  contact_id integer not null references contact (id), -- in which
  sign text not null references immediate_sign (key), -- which
  seen_by integer not null references account (id), -- who marked it
  seen_at integer not null,               -- when
  primary key (contact_id, sign)
) strict;

-- What was done with a contact, one line an act: what a colleague who comes second is told.
create table contact_event (
  id integer primary key,
  contact_id integer not null references contact (id), -- with which
  at integer not null,                    -- when
  by_id integer references account (id),  -- by whom; null: the program, or somebody on the web
  what text not null                      -- a sentence
) strict;
create index contact_event_contact on contact_event (contact_id);

-- Several contacts about one child or household in a short time: a manager must answer (W26).
create table contact_flag (
  id integer primary key,
  person_id integer not null references person (id), -- about whom
  contact_id integer not null references contact (id), -- the one that was one too many
  times integer not null,                 -- how many there were by then
  days integer not null,                  -- in so many days
  raised_at integer not null,             -- when
  owner_id integer not null references account (id), -- the manager who answers (P1)
  next_on text not null,                  -- by when
  answered_at integer,                    -- null: not yet
  answered_by integer references account (id), -- who did
  answer text,                            -- what will be done, and why
  check ((answered_at is null) = (answer is null))
) strict;
create index contact_flag_owner on contact_flag (owner_id, answered_at);
create index contact_flag_person on contact_flag (person_id, answered_at);

-- A referral to social care, to the point of decision (W74 to W83).
create table referral (
  id integer primary key,
  version integer not null,               -- counts every change
  person_id integer not null references person (id), -- the child's own record
  contact_id integer references contact (id), -- from which contact; null: from a record
  episode_id integer references episode (id), -- from which early help, which stays open (W69); null: none
  concern text not null,                  -- what it is about
  -- whether the concern was discussed with the family (W74); null: not asked yet
  family_told text check (family_told in ('yes', 'no')),
  -- what they said
  family_agrees text check (family_agrees in ('agreed', 'refused', 'not-asked')),
  family_why text,                        -- why not, or that it would have put the child at more risk
  -- the record of help inside the last twelve months that it comes back after (W83); null: none
  again_id integer references episode (id),
  raised_at integer not null,             -- when
  raised_by integer references account (id), -- who refers; null: somebody without an account
  referrer text not null,                 -- who, by role
  -- referred by a professional, who confirms in writing (W75)
  professional integer not null check (professional in (0, 1)),
  owner_id integer not null references account (id), -- who decides (P1)
  team_id integer references team (id),   -- which team has it; null: the owner alone
  next_on text,                           -- null only when closed
  next_what text,                         -- and what is due
  written_at integer,                     -- confirmed in writing; null: not yet
  written text,                           -- the words, or what the CAF says (W80)
  assessment_id integer,                  -- the early help assessment it is made of; null: none
  acknowledged_at integer,                -- null: not yet
  acknowledged_by integer references account (id), -- who did
  -- what was decided (W78); null: nothing yet
  decision text check (decision in ('assessment', 'strategy', 'early-help', 'advice', 'no-action')),
  reasons text,                           -- why
  decided_at integer,                     -- when
  decided_by integer references account (id), -- who decided
  told_at integer,                        -- when the referrer was told (W79)
  told_how text,                          -- spoken, in writing, in Kith
  told_what text,                         -- what they were told
  told_by integer references account (id), -- by whom
  untold_why text,                        -- why nobody was told
  closed_at integer,                      -- null: open
  check (closed_at is not null or (next_on is not null and next_what is not null)),
  check (closed_at is null or (decision is not null and (told_at is not null or untold_why is not null))),
  check ((decision is null) = (decided_at is null)),
  check ((decision is null) = (reasons is null)),
  check ((told_at is null) = (told_what is null))
) strict;
create index referral_person on referral (person_id);
create index referral_open on referral (closed_at, raised_at);
create index referral_raised on referral (raised_by, raised_at);
create index referral_owner on referral (owner_id, closed_at);
create index referral_team on referral (team_id, closed_at);
create index referral_contact on referral (contact_id);

-- The signs of immediate danger that a referral names.
create table referral_sign (
  referral_id integer not null references referral (id), -- in which
  sign text not null references immediate_sign (key), -- which
  primary key (referral_id, sign)
) strict;

-- The referrer asked after an acknowledgement that did not come (W77).
create table referral_chase (
  id integer primary key,
  referral_id integer not null references referral (id), -- which
  at integer not null,                    -- when
  by_id integer not null references account (id), -- who chased
  what text not null                      -- with whom they spoke, and what was said
) strict;
create index referral_chase_referral on referral_chase (referral_id);

-- In doubt, somebody was asked (W37).
create table advice_asked (
  id integer primary key,
  contact_id integer references contact (id), -- about a contact,
  referral_id integer references referral (id), -- or a referral,
  person_id integer references person (id), -- or a child
  -- who was asked
  whom text not null check (whom in ('line-manager', 'safeguarding-lead', 'front-door')),
  advised text not null,                  -- what they advised
  at integer not null,                    -- when it was written down
  by_id integer not null references account (id), -- who asked
  check (contact_id is not null or referral_id is not null or person_id is not null)
) strict;
create index advice_asked_contact on advice_asked (contact_id);
create index advice_asked_referral on advice_asked (referral_id);

-- A question to a partner about a child, and the answer, each with its time.
create table agency_check (
  id integer primary key,
  contact_id integer references contact (id), -- for a contact,
  referral_id integer references referral (id), -- or for a referral
  person_id integer not null references person (id), -- about whom
  agency_id integer not null references agency (id), -- who is asked
  question text not null,                 -- what: all that the partner sees, with the child's name and birth
  -- what the family said before (W95)
  consent text not null check (consent in ('given', 'refused', 'not-asked')),
  override_why text,                      -- why it is asked all the same, in the child's interest
  family_told text not null check (family_told in ('yes', 'no')), -- whether the family knows (W99)
  asked_at integer not null,              -- when
  asked_by integer not null references account (id), -- by whom: the owner (P1)
  next_on text not null,                  -- by when an answer is wanted
  opened_at integer,                      -- when the partner first looked; null: not yet
  answered_at integer,                    -- null: pending
  answered_by integer references account (id), -- who answered
  -- nothing held, or given, or declined; null: pending
  state text check (state in ('nothing', 'given', 'declined')),
  answer text,                            -- what is held, or why it is not said
  check (consent = 'given' or (override_why is not null and override_why <> '')),
  check ((state is null) = (answered_at is null)),
  check (contact_id is not null or referral_id is not null)
) strict;
create index agency_check_contact on agency_check (contact_id);
create index agency_check_referral on agency_check (referral_id);
create index agency_check_agency on agency_check (agency_id, answered_at);
create index agency_check_asked on agency_check (asked_by, answered_at);
create index agency_check_person on agency_check (person_id);

-- Contacts that an account must not see, whatever its rights: about its own family, or about a child whose
-- record is sealed to it.
create view contact_shut as
  select b.account_id as account_id, k.contact_id as contact_id
  from contact_child k join person p on p.id = k.person_id join sight_barred b on b.person_id = p.one_id
  union all
  select a.id as account_id, k.contact_id as contact_id
  from contact_child k join person p on p.id = k.person_id
  join person s on s.one_id = p.one_id and s.sealed = 1 join account a on not exists (
    select 1 from seal_open o where o.person_id = s.id and o.account_id = a.id);

-- Who works in a front-door team, and when: they and the decider alone learn who a public caller is (W27).
create view front_desk as
  select m.account_id as account_id, m.team_id as team_id, m.starts_at as starts_at,
    coalesce(m.ends_at, 253402300799000) as ends_at
  from team_member m join team t on t.id = m.team_id
  where t.kind in ('front-door', 'duty', 'out-of-hours') and t.ended_at is null;

-- What Kith ships with; a pack or the office says otherwise. The partners' own services are there and
-- switched off (W30).
insert into contact_route (key, title, about, team_kind, by_locality, partner, switched_on, position) values
  ('screening-and-duty', 'Screening and Duty', 'A child may need protection, or social care’s help', 'duty',
    0, 0, 1, 1),
  ('locality-access-point', 'Locality Access Point',
    'Extensive support: targeted family support near home', 'early-help', 1, 0, 1, 2),
  ('family-support', 'Family Support Services', 'Additional support: an early help offer', 'family-support',
    0, 0, 1, 3),
  ('service-required', 'The service required', 'Connected straight to the service that can help', null,
    0, 0, 1, 4),
  ('partner-health', 'Straight to health', 'A partner’s own way in', 'health', 0, 1, 0, 5),
  ('partner-school', 'Straight to a school’s own support', 'A partner’s own way in', 'school', 0, 1, 0, 6),
  ('partner-police', 'Straight to the police', 'A partner’s own way in', 'police', 0, 1, 0, 7),
  ('partner-voluntary', 'Straight to a voluntary service', 'A partner’s own way in', 'voluntary', 0, 1, 0, 8);

insert into contact_risk (key, title, about, hours, position) values
  ('red', 'Red', 'A child may come to harm today', 4, 1),
  ('amber', 'Amber', 'Worrying, and not today', 24, 2),
  ('green', 'Green', 'Help is wanted; nobody is in danger', 72, 3);
