-- What was written down about people: the chronology, the child's own words, and the clocks that run.

-- The chronology: one row for everything that happened and was written down. Append-only: a change is a new
-- row that replaces the old one (W185). Other tables keep their own detail and add a row here.
create table entry (
  id integer primary key,
  person_id integer not null references person (id), -- whose: the child's own record, even when joined
  episode_id integer references episode (id), -- in which episode; null: outside any
  kind text not null,                     -- the kind of information, as in consent_kind
  what text not null,                     -- note, visit, contact, assessment, plan, review, step, view …
  title text not null,                    -- one line
  body text,                              -- the words; null: the title says it
  -- seen, thought, or heard from somebody
  nature text not null check (nature in ('fact', 'opinion', 'report')),
  source text,                            -- who said or saw it, by role; null: the author
  happened_at integer not null,           -- when it happened
  written_at integer not null,            -- when it was written: later by a day is marked late (W184)
  author_id integer references account (id), -- who wrote; null: the program
  agency_id integer references agency (id), -- for which agency
  -- the first entry's id, where one note was written for several children
  group_id integer,
  subject text,                           -- what it is about: "contact", "plan" …; null: itself
  subject_id integer,                     -- and which
  replaces_id integer references entry (id), -- the row this one mends; null: the first
  replaced integer not null default 0 check (replaced in (0, 1)), -- a newer row stands in its place
  -- part of the curated chronology
  significant integer not null default 0 check (significant in (0, 1))
) strict;
create index entry_person on entry (person_id, happened_at);
create index entry_author on entry (author_id, written_at);
create index entry_subject on entry (subject, subject_id);

-- The words of entries, folded, for searching: one row a word an entry.
create table entry_word (
  word text not null,                     -- small letters without accents
  entry_id integer not null references entry (id), -- where it stands
  primary key (word, entry_id)
) strict;

-- A child's own words, in the child's words (W167), on the front of the record; and what became of them.
create table child_view (
  id integer primary key,
  person_id integer not null references person (id), -- whose
  words text not null,                    -- as said, drawn or signed
  -- "told her teaching assistant", "typed it herself", "drew a picture"
  how text not null,
  about text,                             -- what it is about, in a few words
  subject text,                           -- given for: assessment, plan, review, closure; null: any time
  subject_id integer,                     -- and which
  said_at integer not null,               -- when
  recorded_by integer references account (id), -- who wrote it down; null: the child
  owner_id integer not null references account (id), -- who brings back word (P1, P8)
  outcome text,                           -- what was done because of it; null: nothing yet
  outcome_at integer,                     -- when that was written
  told_at integer,                        -- when the child was told; null: not yet
  told_how text                           -- and how
) strict;
create index child_view_person on child_view (person_id, said_at);
create index child_view_owner on child_view (owner_id, told_at);

-- A rule for clocks (P7): dated, so that a case of 2013 keeps the rule of 2013. Rows come from the pack
-- and from the office, and are ended, never changed.
create table clock_rule (
  id integer primary key,
  key text not null,                      -- "front-door-decision"
  title text not null,                    -- "Decide what happens next"
  starts text not null,                   -- what starts it, in words
  stops text not null,                    -- what stops it, in words
  amount integer,                         -- how many; null: not set, the partnership sets it (W191)
  unit text check (unit in ('hours', 'working-days', 'days', 'weeks', 'months')), -- null with amount
  who text not null,                      -- who answers for it, by role
  source text not null,                   -- where the rule comes from; "set by the partnership"
  from_on text not null,                  -- in force from this day: a case keeps its day's rule
  until_on text,                          -- and to this day; null: still
  unique (key, from_on)
) strict;

-- A clock that runs or ran: by which rule, from when, until when. Its working is made from it.
create table clock (
  id integer primary key,
  rule_id integer not null references clock_rule (id), -- by which rule
  person_id integer references person (id), -- about whom; null: nobody known yet
  subject text not null,                  -- what it times: "contact", "referral", "dispute" …
  subject_id integer not null,            -- and which
  starts_at integer not null,             -- when it began
  -- when it is up, pauses counted; null: the rule has no amount, or the clock stands still
  due_at integer,
  stopped_at integer,                     -- when what was awaited came; null: it runs
  called_off integer not null default 0 check (called_off in (0, 1)) -- stopped without it: no longer needed
) strict;
create index clock_subject on clock (subject, subject_id);
create index clock_due on clock (due_at) where stopped_at is null;

-- When a clock stood still, and why.
create table clock_pause (
  id integer primary key,
  clock_id integer not null references clock (id), -- which
  starts_at integer not null,             -- from
  ends_at integer,                        -- until; null: still
  why text not null                       -- the reason
) strict;
create index clock_pause_clock on clock_pause (clock_id);

-- The days nobody works, and where they were read.
create table holiday (
  day text primary key,                   -- ISO
  name text not null                      -- "Boxing Day"
) strict;
