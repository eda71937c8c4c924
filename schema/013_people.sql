-- People: what is known of somebody beyond the record itself. Every fact is dated and signed; a fact that no
-- longer holds is ended, one that never held is marked wrong, and neither is ever overwritten (W182, W185).

-- Names, those used before too. The one used 'now' without an end is also person.name.
create table person_name (
  id integer primary key,
  person_id integer not null references person (id), -- whose: the person's own record, even when joined
  given text not null,                    -- "Amina Noor"; empty: only a family name is known
  family text not null,                   -- "Yusuf"; empty: only one name is known
  used text not null check (used in ('now', 'before', 'known-as')), -- by law now, once, or in daily life
  from_on text,                           -- ISO; null: since birth, or not known
  until_on text,                          -- ISO; null: still, or not known when it ended
  recorded_at integer not null,           -- when it was written down
  recorded_by integer references account (id), -- by whom; null: the program
  wrong_at integer,                       -- when it was found never to have been so; null: stands
  wrong_by integer references account (id) -- who found that
) strict;
create index person_name_person on person_name (person_id);

-- Where somebody lives and lived.
create table person_address (
  id integer primary key,
  person_id integer not null references person (id), -- who
  line text not null,                     -- "14 Alma Road, Nottingham"
  postcode text,                          -- as postcode_read() leaves it, "NG3 1AB"; null: not known
  kind text not null default 'home' check (kind in ('home', 'staying', 'placement')), -- in what way
  -- not to be told to anybody of the family: shown with a warning
  guarded integer not null default 0 check (guarded in (0, 1)),
  starts_on text,                         -- ISO; null: not known
  ends_on text,                           -- ISO, the last day; null: still
  recorded_at integer not null,           -- when it was written down
  recorded_by integer references account (id), -- by whom; null: the program
  wrong_at integer,                       -- when it was found never to have been so; null: stands
  wrong_by integer references account (id) -- who found that
) strict;
create index person_address_person on person_address (person_id);
create index person_address_postcode on person_address (postcode);

-- Numbers other systems know somebody by; each passed its check when it was written down.
create table person_identifier (
  id integer primary key,
  person_id integer not null references person (id), -- whose
  kind text not null check (kind in ('nhs', 'upn')), -- of the health service, or of school
  value text not null,                    -- without spaces, letters large
  starts_on text,                         -- ISO; null: not known
  ends_on text,                           -- ISO: a former number; null: still
  recorded_at integer not null,           -- when it was written down
  recorded_by integer references account (id), -- by whom; null: the program
  wrong_at integer,                       -- when it was found to be another's; null: stands
  wrong_by integer references account (id) -- who found that
) strict;
create index person_identifier_person on person_identifier (person_id);
create index person_identifier_value on person_identifier (kind, value);

-- People who live together, whatever ties there are.
create table household (
  id integer primary key,
  recorded_at integer not null,           -- when it was written down
  recorded_by integer references account (id) -- by whom; null: the program
) strict;

-- Who lives in a household, and since when.
create table household_member (
  id integer primary key,
  household_id integer not null references household (id), -- in which
  person_id integer not null references person (id), -- who
  starts_on text,                         -- ISO; null: not known
  ends_on text,                           -- ISO, the last day; null: still
  recorded_at integer not null,           -- when it was written down
  recorded_by integer references account (id), -- by whom; null: the program
  wrong_at integer,                       -- when it was found never to have been so; null: stands
  wrong_by integer references account (id) -- who found that
) strict;
create index household_member_household on household_member (household_id);
create index household_member_person on household_member (person_id);

-- How to speak with somebody: languages, and what helps them to understand and be understood.
create table person_need (
  id integer primary key,
  person_id integer not null references person (id), -- who
  -- what sort: a language, whether an interpreter is needed, a way to communicate
  kind text not null check (kind in ('language', 'interpreter', 'communication')),
  -- language: its name; interpreter: yes or no; communication: a key of communications[], or none
  value text not null,
  -- language: the one spoken best
  main integer not null default 0 check (main in (0, 1)),
  note text,                              -- in a few words; null: nothing more
  starts_on text,                         -- ISO; null: not known
  ends_on text,                           -- ISO; null: still
  recorded_at integer not null,           -- when it was written down
  recorded_by integer references account (id), -- by whom; null: the program
  wrong_at integer,                       -- when it was found never to have been so; null: stands
  wrong_by integer references account (id) -- who found that
) strict;
create index person_need_person on person_need (person_id);

-- What somebody answered when asked whether one of the groups fits them (W170, W171). Not asked is no row;
-- not wishing to be identified is an answer of its own, and is counted nowhere.
create table person_group (
  id integer primary key,
  person_id integer not null references person (id), -- who
  grp text not null,                      -- a key of groups[] in src/people/group.c
  answer text not null check (answer in ('yes', 'no', 'unwilling')), -- what was said
  -- who agreed that it is written down: the child, a parent, a young person judged competent; 'known' is for
  -- a standing that a court or a panel gave, which needs nobody's leave
  agreed_by text check (agreed_by in ('child', 'parent', 'competent', 'known')),
  agreed_how text check (agreed_how in ('signed', 'spoken', 'online', 'telephone')), -- null: 'known', or no
  needs text,                             -- what it means for this person, what helps; null: not said
  views text,                             -- in the person's own words; null: not asked
  asked_on text not null,                 -- ISO: when it was asked
  recorded_at integer not null,           -- when it was written down
  recorded_by integer references account (id), -- by whom; null: the program
  ended_at integer,                       -- when a newer answer took its place, or it no longer holds
  ended_by integer references account (id), -- by whom; null: still, or the program
  check (answer <> 'yes' or agreed_by is not null)
) strict;
create index person_group_person on person_group (person_id);
create index person_group_grp on person_group (grp, answer) where ended_at is null;

-- A change in somebody's life that is coming up, and who plans for it (W172). It has an owner and a next
-- date until it is over (P1).
create table transition (
  id integer primary key,
  person_id integer not null references person (id), -- whose
  kind text not null,                     -- a key of transitions[] in src/people/transition.c
  happens_on text not null,               -- ISO: when it comes, as far as is known
  note text,                              -- from what to what; null: the kind says it
  plan text,                              -- what is done for it; null: nothing yet
  owner_id integer not null references account (id), -- who sees to it
  next_on text,                           -- when it is looked at next; null only when over
  recorded_at integer not null,           -- when it was written down
  recorded_by integer references account (id), -- by whom; null: the program
  ended_at integer,                       -- when it was over; null: still coming
  outcome text,                           -- how it went; null while it is coming
  check (ended_at is not null or next_on is not null)
) strict;
create index transition_person on transition (person_id);
create index transition_owner on transition (owner_id, next_on) where ended_at is null;
