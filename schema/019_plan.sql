-- Teams around the child: plans, actions, meetings, reviews, requests, supervision.

-- Who answered for an episode, one after the other, and why it changed (W45).
create table episode_answers (
  id integer primary key,
  episode_id integer not null references episode (id), -- which
  account_id integer not null references account (id), -- who
  team_id integer not null references team (id), -- of which team
  starts_at integer not null,             -- from
  ends_at integer,                        -- until; null: still
  ended_why text                          -- why it changed; null while it has not
) strict;
create index episode_answers_episode on episode_answers (episode_id);
create unique index episode_answers_one on episode_answers (episode_id) where ends_at is null;

-- Why a child's view could not be had where one is asked for: a review, a closing (P8).
create table view_missing (
  id integer primary key,
  person_id integer not null references person (id), -- whose
  subject text not null check (subject in ('review', 'closure')), -- for what
  subject_id integer not null,            -- and which: a review's id; an episode's
  why text not null,                      -- in words
  at integer not null,                    -- when that was written
  by integer not null references account (id), -- by whom
  unique (subject, subject_id)
) strict;
create index view_missing_person on view_missing (person_id);

-- A seat may be somebody's without an account: where mail reaches them, and where they work when it is no
-- agency Kith knows.
alter table seat add column email text;    -- null: none, or the account's own
alter table seat add column place text;    -- "Scout group"; null: the agency's name says it
-- what kind of seat: a worker, the child's family, or a service that every child has (W8)
alter table seat add column kind text not null default 'worker'
  check (kind in ('worker', 'family', 'universal'));

-- Who told the family that the help ends, and how; null while open, or not said.
alter table episode add column family_told text;

-- Whether a lead professional, a team around the child or the Multi-Agency Forum was thought of, and what
-- was decided (W50, W51, W56).
create table considered (
  id integer primary key,
  episode_id integer not null references episode (id), -- in which episode
  what text not null check (what in ('lead', 'team', 'forum')), -- what was thought of
  needed integer not null check (needed in (0, 1)), -- whether it is needed now
  why text not null,                      -- the reasons
  at integer not null,                    -- when
  by integer not null references account (id) -- by whom
) strict;
create index considered_episode on considered (episode_id);

-- What is to be different for the child, scored 0 to 10 by each person over time.
create table goal (
  id integer primary key,
  episode_id integer not null references episode (id), -- in which episode
  title text not null,                    -- "I sleep in my own bed", in the child's terms
  best text not null,                     -- what 10 looks like
  worst text not null,                    -- what 0 looks like
  set_at integer not null,                -- when
  set_by integer not null references account (id), -- by whom
  ended_at integer                        -- when it was left behind; null: it stands
) strict;
create index goal_episode on goal (episode_id);

-- One person’s score of a goal on one day.
create table goal_score (
  id integer primary key,
  goal_id integer not null references goal (id), -- which
  who text not null,                      -- who scored: "Amina", "Mother", "Class teacher"
  score integer not null check (score between 0 and 10), -- 0 the worst, 10 the best
  why text,                               -- what made it so, in their words; null: not said
  on_day text not null,                   -- ISO: when
  at integer not null,                    -- when it was written down
  by integer not null references account (id) -- by whom
) strict;
create index goal_score_goal on goal_score (goal_id, on_day);

-- An action of the plan. The four parts that make it one are not to be left out (W114): what it changes for
-- the child, who does it, by when, and how it will be known.
create table plan_action (
  id integer primary key,
  episode_id integer not null references episode (id), -- of whose plan
  goal_id integer references goal (id),   -- towards which goal; null: none named
  what text not null,                     -- what is done
  outcome text not null check (length(outcome) > 0), -- what it changes for the child
  measure text not null check (length(measure) > 0), -- how it will be known
  -- who answers for its being done; when no seat is named also who does it (P1)
  owner_id integer not null references account (id),
  seat_id integer references seat (id),   -- who does it, of any agency, with or without an account
  due_on text not null,                   -- ISO: by when
  state text not null check (state in ('open', 'done', 'not-done', 'dropped')), -- how it stands
  made_at integer not null,               -- when it was agreed
  made_by integer not null references account (id), -- who wrote it down
  ended_at integer,                       -- when it was done, or not; null while open
  ended_by integer references account (id), -- who said so; null: open, or somebody by the link
  ended_seat integer references seat (id), -- who said so by the link; null: somebody with an account
  ended_text text,                        -- what came of it, or why not
  reminded integer not null default 0,    -- mails sent about it: 1 before it was due, 2 after
  check ((state = 'open') = (ended_at is null))
) strict;
create index plan_action_episode on plan_action (episode_id, state);
create index plan_action_owner on plan_action (owner_id, due_on) where state = 'open';
create index plan_action_due on plan_action (due_on) where state = 'open';
create index plan_action_seat on plan_action (seat_id);

-- A link to one action for somebody without an account: kept as a hash, good for one answer, until a day.
create table action_link (
  id integer primary key,
  action_id integer not null references plan_action (id), -- to which
  seat_id integer not null references seat (id), -- for whom
  hash blob not null unique,              -- BLAKE2b of the link's secret
  made_at integer not null,               -- when
  expires_at integer not null,            -- when it ends by itself
  opened_at integer,                      -- when it was first opened; null: not yet
  used_at integer,                        -- when it was answered by it; null: not yet
  ended_at integer                        -- when it was replaced or taken back; null: not
) strict;
create index action_link_action on action_link (action_id);

-- A meeting: of the team around the child, to review, or the Multi-Agency Forum (W56).
create table meeting (
  id integer primary key,
  episode_id integer not null references episode (id), -- in which episode
  kind text not null check (kind in ('team', 'review', 'forum')), -- what kind
  purpose text not null,                  -- what it is for
  starts_at integer not null,             -- when
  minutes integer not null check (minutes > 0), -- how long it takes
  place text not null,                    -- where, or how to join
  owner_id integer not null references account (id), -- who calls it and writes it up (P1)
  uid text not null unique,               -- what calendars know it by
  sequence integer not null default 0,    -- goes up when it is changed, for calendars
  state text not null check (state in ('planned', 'held', 'cancelled')), -- how it stands
  ended_at integer,                       -- when it was written up or cancelled; null while planned
  notes text,                             -- the minutes; null: not written
  outcome text,                           -- what was decided; null while planned
  sent_at integer,                        -- when the minutes went out; null: not yet
  check ((state = 'planned') = (ended_at is null))
) strict;
create index meeting_episode on meeting (episode_id);
create index meeting_owner on meeting (owner_id, starts_at) where state = 'planned';

-- Who is invited to a meeting, and who came.
create table meeting_guest (
  id integer primary key,
  meeting_id integer not null references meeting (id), -- to which
  seat_id integer references seat (id),   -- from the team around the child; null: the child or a parent
  name text not null,                     -- as shown
  who text not null check (who in ('team', 'child', 'parent')), -- in what capacity
  invited_at integer not null,            -- when
  -- came, sent apologies, stayed away without; null: not held yet
  attended text check (attended in ('came', 'apologies', 'absent')),
  report text,                            -- the report they sent instead or before; null: none
  report_at integer,                      -- when it was received
  told_at integer                         -- when the minutes went to them; null: not
) strict;
create index meeting_guest_meeting on meeting_guest (meeting_id);

-- A review: whether it is better for the child (W54, W55).
create table review (
  id integer primary key,
  episode_id integer not null references episode (id), -- of which episode
  due_on text not null,                   -- ISO: by when
  owner_id integer not null references account (id), -- who holds it (P1)
  meeting_id integer references meeting (id), -- at which meeting; null: none
  state text not null check (state in ('planned', 'held', 'dropped')), -- how it stands
  made_at integer not null,               -- when it was planned
  ended_at integer,                       -- when it was held; null while planned
  ended_by integer references account (id), -- who wrote it up
  better text check (better in ('better', 'same', 'worse')), -- whether it is better for the child
  improving integer check (improving in (0, 1)), -- whether outcomes improve
  -- whether the child is likely to reach a reasonable standard of health or development
  likely integer check (likely in (0, 1)),
  reasons text,                           -- why those who were there think so
  referral_id integer,                    -- the referral that came of it; null: none
  not_referred text,                      -- why none was made where one was prompted; null: none was
  check ((state = 'planned') = (ended_at is null)),
  check (state <> 'held' or (better is not null and improving is not null and likely is not null
    and reasons is not null))
) strict;
create index review_episode on review (episode_id, state);
create index review_owner on review (owner_id, due_on) where state = 'planned';

-- A request to a service, and its answer (W49).
create table service_request (
  id integer primary key,
  episode_id integer not null references episode (id), -- in which episode
  agency_id integer references agency (id), -- whose service; null: none that Kith knows
  service text not null,                  -- which: "Speech and language therapy"
  words text not null,                    -- what is asked for, and why
  asked_at integer not null,              -- when
  asked_by integer not null references account (id), -- by whom
  owner_id integer not null references account (id), -- who chases the answer (P1)
  due_on text not null,                   -- ISO: an answer is expected by then
  state text not null check (state in ('asked', 'accepted', 'declined', 'withdrawn')), -- how it stands
  answered_at integer,                    -- when the answer came; null: it is awaited
  answered_by integer references account (id), -- who wrote it down
  answer text,                            -- what was said; of a refusal, why
  starts_on text,                         -- when the help begins, where it was accepted; null: not said
  check ((state = 'asked') = (answered_at is null)),
  check (state <> 'declined' or length(answer) > 0)
) strict;
create index service_request_episode on service_request (episode_id);
create index service_request_owner on service_request (owner_id, due_on) where state = 'asked';

-- What specialists found, attached to the plan as evidence (W53).
create table evidence (
  id integer primary key,
  episode_id integer not null references episode (id), -- to whose plan
  what text not null,                     -- a key of evidence_kinds[] in src/pathway/plan/evidence.c
  title text not null,                    -- as people call it
  author text not null,                   -- who wrote it, and where they work
  on_day text not null,                   -- ISO: of what day it is
  finds text not null,                    -- what it says that matters to the plan
  kept text not null,                     -- where the whole of it is kept
  info text not null check (info in ('plan', 'health')), -- what kind of information it is
  added_at integer not null,              -- when
  added_by integer not null references account (id) -- by whom
) strict;
create index evidence_episode on evidence (episode_id);

-- Supervision of the work, sign-off of the plan with comments, and quality found by a sample. What is asked
-- for waits with whoever answers, by a day (P1).
create table oversight (
  id integer primary key,
  episode_id integer not null references episode (id), -- of which work
  kind text not null check (kind in ('supervision', 'sign-off', 'quality')), -- what
  asked text,                             -- what the worker asks; null: nobody asked
  asked_by integer not null references account (id), -- who asked, or began it
  asked_at integer not null,              -- when
  owner_id integer not null references account (id), -- who answers it
  due_on text not null,                   -- ISO: by when
  -- agreed or to be changed; of quality a grade; null: it waits
  answer text check (answer in ('agreed', 'change', 'noted', 'good', 'enough', 'not-enough')),
  words text,                             -- the comments; null: it waits
  answered_at integer,                    -- when; null: it waits
  check ((answered_at is null) = (answer is null)),
  check (answer is null or words is not null)
) strict;
create index oversight_episode on oversight (episode_id);
create index oversight_owner on oversight (owner_id, due_on) where answered_at is null;

-- What is open in a plan, whoever waits for it: for first screens. An action waits for
-- whoever does it, or, where they have no account, for whoever answers for it.
create view plan_item as
  select 'meeting' as kind, m.id as id, e.person_id as person_id, m.owner_id as owner_id,
    e.team_id as team_id, null as due_on, m.starts_at as due_at, m.starts_at as since, m.purpose as what
  from meeting m join episode e on e.id = m.episode_id where m.state = 'planned'
  union all
  select 'action', a.id, e.person_id, a.owner_id, e.team_id, a.due_on, null, a.made_at, a.what
  from plan_action a join episode e on e.id = a.episode_id
  where a.state = 'open' and not exists (select 1 from seat s
    where s.id = a.seat_id and s.account_id is not null and s.ends_at is null)
  union all
  select 'action', a.id, e.person_id, s.account_id, e.team_id, a.due_on, null, a.made_at, a.what
  from seat s join plan_action a on a.seat_id = s.id join episode e on e.id = a.episode_id
  where a.state = 'open' and s.account_id is not null and s.ends_at is null
  union all
  select 'review', r.id, e.person_id, r.owner_id, e.team_id, r.due_on, null, r.made_at, 'Review of the plan'
  from review r join episode e on e.id = r.episode_id where r.state = 'planned'
  union all
  select 'request', q.id, e.person_id, q.owner_id, e.team_id, q.due_on, null, q.asked_at, q.service
  from service_request q join episode e on e.id = q.episode_id where q.state = 'asked'
  union all
  select 'oversight', o.id, e.person_id, o.owner_id, e.team_id, o.due_on, null, o.asked_at,
    coalesce(o.asked, 'Look at the work')
  from oversight o join episode e on e.id = o.episode_id where o.answered_at is null;

-- What a plan lacks: no review ahead (W54); an action whose doer has left (W114); an answer to whether a
-- review that did not go well leads to a referral (W55).
create view plan_lack as
  select 'no-review' as kind, e.id as episode_id, e.person_id as person_id, e.owner_id as owner_id,
    e.team_id as team_id, e.opened_at as since
  from episode e where e.closed_at is null
    and not exists (select 1 from review r where r.episode_id = e.id and r.state = 'planned')
  union all
  select 'no-doer', a.episode_id, e.person_id, a.owner_id, e.team_id, s.ends_at
  from plan_action a join episode e on e.id = a.episode_id join seat s on s.id = a.seat_id
  where a.state = 'open' and s.ends_at is not null
  union all
  select 'no-answer', r.episode_id, e.person_id, e.owner_id, e.team_id, r.ended_at
  from review r join episode e on e.id = r.episode_id
  where r.state = 'held' and (r.improving = 0 or r.likely = 0) and r.referral_id is null
    and r.not_referred is null;

insert into clock_rule (key, title, starts, stops, amount, unit, who, source, from_on) values
  ('service-request', 'Answer the request for help', 'A service is asked', 'It accepts or declines', null,
    null, 'The service asked', 'shipped with Kith', '2000-01-01');
