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
