-- What a written referral is made of, social care's own assessment, specialists' assessments as files, and
-- lists of children who are persistently absent from school.

-- One part of a written referral (W80): a heading of the early help assessment, with the words as they stood
-- there and as the referrer sent them.
create table referral_part (
  referral_id integer not null references referral (id), -- of which referral
  key text not null,                      -- the section's key in the assessment's form
  position integer not null,              -- in the order of the form
  title text not null,                    -- the section's title
  source text not null,                   -- from where, by whom, of when
  carried text not null,                  -- the words as they stood there
  words text not null,                    -- as sent; '': the referrer left them out
  primary key (referral_id, key)
) strict;

-- early help's own, or social care's Children's Assessment (W81)
alter table assessment add column kind text not null default 'caf' check (kind in ('caf', 'children'));

-- attached to this assessment, and seen by whoever sees it; null: attached to the plan alone
alter table evidence add column assessment_id integer references assessment (id);
-- what kind of file it is, by what stands in it; null: there is no file here
alter table evidence add column file_type text
  check (file_type in ('pdf', 'docx', 'odt', 'png', 'jpg', 'txt'));
alter table evidence add column file_size integer; -- in bytes; null: there is no file here
create index evidence_assessment on evidence (assessment_id);

-- A file in pieces, so that nothing large stands in memory while it is taken in. The name it had is not
-- kept: people put names of children into the names of files.
create table evidence_piece (
  evidence_id integer not null references evidence (id), -- of which
  number integer not null,                -- 0, 1, 2 …
  bytes blob not null,                    -- 256 KiB, the last one less
  primary key (evidence_id, number)
) strict;

-- A school's list of pupils who are persistently absent, referred to a team of early help (W61).
create table absentee_list (
  id integer primary key,
  agency_id integer not null references agency (id), -- whose list: the school's
  team_id integer not null references team (id), -- the team that it is referred to
  title text not null,                    -- "Autumn term 2014"
  made_at integer not null,               -- when it was brought in
  made_by integer not null references account (id) -- by whom
) strict;
create index absentee_list_team on absentee_list (team_id);

-- One pupil of such a list. Open until there is an early help assessment or somebody says why none is needed.
create table absentee (
  id integer primary key,
  list_id integer not null references absentee_list (id), -- on which list
  upn text not null,                      -- the pupil's number, as the school wrote it
  name text not null,                     -- as the school wrote it
  born_on text,                           -- ISO; null: not said
  missed integer not null,                -- tenths of a per cent of sessions that were missed
  person_id integer references person (id), -- whose record it surely is; null: none was found
  owner_id integer not null references account (id), -- who sees to it (P1)
  next_on text,                           -- by when, ISO; null once settled
  settled_at integer,                     -- when that was; null: open
  settled_by integer references account (id), -- by whom
  why text,                               -- why no assessment is needed; null: there is one, or it is open
  unique (list_id, upn),
  check (settled_at is not null or next_on is not null)
) strict;
create index absentee_person on absentee (person_id, settled_at);
create index absentee_owner on absentee (owner_id, settled_at);
