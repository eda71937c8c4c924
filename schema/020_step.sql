-- Steps up and down between early help and social care, disagreements between agencies, and complaints. What
-- is open has an owner and a time by which something is due (P1).

-- A step asked for: the child goes on, with the plan and the team, in an episode of the other kind. Until it
-- is accepted the first team holds the child, and the one that was asked sees everything (W70).
create table step (
  id integer primary key,
  person_id integer not null references person (id), -- the child's own record
  direction text not null check (direction in ('up', 'down')), -- to social care, or from it
  episode_id integer not null references episode (id), -- from which episode
  from_team_id integer not null references team (id), -- who holds the child until then
  to_team_id integer not null references team (id), -- who is asked
  owner_id integer not null references account (id), -- the receiving worker, who answers
  reason text not null,                   -- why
  level_from text,                        -- the level of need it leaves, in words; null: not said
  level_to text,                          -- and the one it goes to
  -- what the child says of it, for the closing of the first episode (P8); null: see view_missing
  view_words text,
  view_missing text,                      -- why that could not be had
  proposed_at integer not null,           -- when it was asked for
  proposed_by integer not null references account (id), -- by whom
  next_at integer not null,               -- by when an answer is expected
  -- how it stands
  state text not null check (state in ('proposed', 'accepted', 'declined', 'withdrawn')),
  answered_at integer,                    -- when it was answered or taken back; null while proposed
  answered_by integer references account (id), -- by whom
  -- why it was declined or taken back; of an acceptance a word, or null
  answer text,
  new_episode_id integer references episode (id), -- the episode it goes on in; null until accepted
  check ((state = 'proposed') = (answered_at is null)),
  check (view_words is not null or view_missing is not null),
  check (state <> 'accepted' or new_episode_id is not null),
  check (state <> 'declined' or answer is not null)
) strict;
create index step_person on step (person_id);
create index step_owner on step (owner_id) where answered_at is null;
create index step_to on step (to_team_id) where answered_at is null;
create unique index step_open on step (episode_id) where answered_at is null;
create index step_answered on step (proposed_at);

-- The ladder of disagreement: who talks with whom on each rung. Hours are clock rules.
create table dispute_ladder (
  kind text not null check (kind in ('not-accepted', 'open-case')), -- of which disagreement
  rung integer not null check (rung between 1 and 9), -- from below
  ours text not null,                     -- the role of whoever raises it
  theirs text not null,                   -- the role it is taken to
  service_manager integer not null check (service_manager in (0, 1)), -- where one goes when nobody answers
  -- 0: the document is silent, and the other ladder is followed
  confirmed integer not null check (confirmed in (0, 1)),
  primary key (kind, rung)
) strict;
insert into dispute_ladder (kind, rung, ours, theirs, service_manager, confirmed) values
  ('not-accepted', 1, 'Whoever made the referral',
    'Screening or Duty Manager', 0, 1),
  ('not-accepted', 2, 'Line manager or safeguarding lead of the agency',
    'Screening or Duty Team Manager', 0, 1),
  ('not-accepted', 3, 'Line manager or safeguarding lead of the agency',
    'Screening or Duty Service Manager', 1, 1),
  ('not-accepted', 4, 'Line manager or safeguarding lead of the agency',
    'Head of Service, Neighbourhood Fieldwork', 0, 1),
  ('not-accepted', 5, 'The equivalent director in the agency',
    'Director of Safeguarding Services', 0, 1),
  ('open-case', 1, 'Whoever is concerned',
    'Team Manager of the allocated social worker', 0, 1),
  ('open-case', 2, 'Line manager or safeguarding lead of the agency',
    'Team Manager of the allocated social worker', 0, 1),
  ('open-case', 3, 'Safeguarding lead of the agency',
    'Service manager for the area', 1, 1),
  ('open-case', 4, 'Safeguarding lead of the agency',
    'Head of Service, Neighbourhood Fieldwork', 0, 0),
  ('open-case', 5, 'The equivalent director in the agency',
    'Director of Safeguarding Services', 0, 0);

-- A disagreement between agencies about a child.
create table dispute (
  id integer primary key,
  person_id integer not null references person (id), -- about which child: their own record
  kind text not null check (kind in ('not-accepted', 'open-case')), -- which of the two
  step_id integer references step (id),   -- the step that was declined, where it is about one
  effect text not null,                   -- what it means for the child: it stands at the head (W132)
  concern text not null,                  -- what is not agreed
  high_risk integer not null check (high_risk in (0, 1)), -- as whoever raised it sees it
  raised_by integer not null references account (id), -- who
  agency_id integer not null references agency (id), -- of which agency, then
  raised_at integer not null,             -- when
  team_id integer not null references team (id), -- whose answer is asked for; it holds the child meanwhile
  owner_id integer not null references account (id), -- who answers on the present rung
  next_at integer not null,               -- by when
  -- what came of it; null while open
  outcome text check (outcome in ('accepted', 'changed', 'stands', 'withdrawn')),
  outcome_text text,                      -- and why
  closed_at integer,                      -- when; null while open
  closed_by integer references account (id), -- who wrote that down
  check ((closed_at is null) = (outcome is null)),
  check ((outcome is null) = (outcome_text is null))
) strict;
create index dispute_person on dispute (person_id);
create index dispute_owner on dispute (owner_id) where closed_at is null;
create index dispute_team on dispute (team_id) where closed_at is null;
create index dispute_raised on dispute (raised_at);

-- A rung it stood on: both sides, times, what came of it (W127).
create table dispute_rung (
  id integer primary key,
  dispute_id integer not null references dispute (id), -- of which
  rung integer not null,                  -- the ladder's
  ours text not null,                     -- the role that raised it here, as the ladder then said
  theirs text not null,                   -- and the role it was taken to
  ours_id integer not null references account (id), -- who took it here
  theirs_id integer not null references account (id), -- to whom
  straight_why text,                      -- why rungs were passed over (W129); null: none was
  started_at integer not null,            -- from
  due_at integer not null,                -- by when it should be settled here
  ended_at integer,                       -- until; null: it stands here
  result text check (result in ('settled', 'up', 'withdrawn')), -- null: it stands here
  words text,                             -- what was said, and why
  check ((ended_at is null) = (result is null))
) strict;
create index dispute_rung_dispute on dispute_rung (dispute_id);
create unique index dispute_rung_one on dispute_rung (dispute_id) where ended_at is null;
create index dispute_rung_due on dispute_rung (due_at) where ended_at is null;

-- Who was told that a rung passed its time (W130).
create table dispute_alert (
  id integer primary key,
  rung_id integer not null references dispute_rung (id), -- which
  account_id integer not null references account (id), -- who was told
  at integer not null,                    -- when
  seen_at integer,                        -- when they said that they see to it; null: not yet
  unique (rung_id, account_id)
) strict;
create index dispute_alert_account on dispute_alert (account_id) where seen_at is null;

-- A complaint from a child, a parent or anybody, and its answer (W133).
create table complaint (
  id integer primary key,
  person_id integer not null references person (id), -- about whose help
  who text not null check (who in ('child', 'parent', 'carer', 'other')), -- from whom
  words text not null,                    -- what they say, in their words
  advocate integer not null check (advocate in (0, 1)), -- whether an independent advocate was offered
  received_at integer not null,           -- when it came
  recorded_by integer not null references account (id), -- who wrote it down
  owner_id integer not null references account (id), -- who answers
  next_on text not null,                  -- ISO: by when
  outcome text check (outcome in ('upheld', 'partly', 'not-upheld', 'withdrawn')), -- null while open
  answer text,                            -- what was answered; null while open
  answered_at integer,                    -- when; null while open
  check ((answered_at is null) = (answer is null)),
  check ((answered_at is null) = (outcome is null))
) strict;
create index complaint_person on complaint (person_id);
create index complaint_owner on complaint (owner_id) where answered_at is null;
