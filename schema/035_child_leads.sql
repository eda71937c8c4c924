-- The child leads: what a child asks of a meeting about them, and what they add to their own plan, in their
-- words, each with its answer. Neither names a person: the meeting and the episode say whose it is, so that
-- it goes wherever they go when records are joined, taken apart, or the help goes on elsewhere.

-- What a child asks of a meeting at their own door.
create table meeting_wish (
  id integer primary key,
  meeting_id integer not null references meeting (id), -- of which
  -- to lead it, something to talk about, somebody who is to be there, somebody who is not
  kind text not null check (kind in ('lead', 'point', 'there', 'not-there')),
  words text,                             -- in the child's words; null: to lead it, which needs none
  said_at integer not null,               -- when
  said_by integer not null references account (id), -- the child's account
  taken_at integer,                       -- when the child took it back; null: it stands
  answer text check (answer in ('yes', 'no')), -- what was answered; null: it waits
  why text,                               -- and why, in words the child can read; null: nothing was added
  answered_at integer,                    -- when; null: it waits
  answered_by integer references account (id), -- by whom; null: it waits
  check (kind = 'lead' or words is not null),
  check ((answer is null) = (answered_at is null)),
  check (answer is null or answer <> 'no' or why is not null)
) strict;
create index meeting_wish_meeting on meeting_wish (meeting_id);
create unique index meeting_wish_lead on meeting_wish (meeting_id) where kind = 'lead' and taken_at is null;
create index meeting_caller on meeting (owner_id); -- a wish waits when its meeting is over, too

-- What a child wants in their plan. Whoever answers for the help takes it in, or says why not.
create table proposal (
  id integer primary key,
  episode_id integer not null references episode (id), -- into whose plan
  words text not null,                    -- in the child's words
  said_at integer not null,               -- when
  said_by integer not null references account (id), -- the child's account
  answer text check (answer in ('taken', 'no')), -- what became of it; null: it waits
  action_id integer references plan_action (id), -- the action it became; null: none
  goal_id integer references goal (id),   -- or the goal
  why text,                               -- why it is not taken in, in words the child can read
  answered_at integer,                    -- when; null: it waits
  answered_by integer references account (id), -- by whom; null: it waits
  check ((answer is null) = (answered_at is null)),
  check (answer is null or answer <> 'no' or why is not null),
  check (answer is null or answer <> 'taken' or action_id is not null or goal_id is not null)
) strict;
create index proposal_episode on proposal (episode_id, answered_at);
create index proposal_action on proposal (action_id);
create index proposal_goal on proposal (goal_id);

-- What is to be done, once more: nothing that is open is missing from somebody's first screen (P1). The view
-- of 032 is made again with what a child asks of a meeting, and of their plan.

-- Columns as in 023; `kind` is a key of work_kinds[] in src/pathway/work/items.c. A signed-off assessment is
-- looked at again while the help goes on that it began. What somebody asked at their own door to be told
-- today is due within a day. What a child asks of a meeting is one line a meeting, answered within three days
-- and before it begins.
drop view work_item;
create view work_item as
  select 'episode' as kind, e.id as id, e.person_id as person_id, e.owner_id as owner_id,
    e.team_id as team_id, e.next_on as due_on, null as due_at, e.opened_at as since, e.next_what as what
  from episode e where e.closed_at is null
  union all
  select 'glass', g.id, g.person_id, g.owner_id, null, null, g.review_by, g.starts_at,
    'A record was opened at once, for a reason'
  from glass g where g.reviewed_at is null
  union all
  select 'refusal', r.consent_id, c.person_id, r.owner_id, null, r.due_on, null, c.starts_at,
    'Consent was refused: will needs grow without help?'
  from refusal r join consent c on c.id = r.consent_id where r.judged_at is null
  union all
  select 'conflict', x.id, e.person_id, e.owner_id, e.team_id, null, null, x.starts_at,
    'Whoever answers for this knows the family'
  from conflict x join person p on p.id = x.person_id join person h on h.one_id = p.one_id
  join episode e on e.person_id = h.id and e.owner_id = x.account_id
  where x.ends_at is null and e.closed_at is null
  union all
  select 'view', v.id, v.person_id, v.owner_id, null, null,
    case when g.urgent = 1 then v.said_at + 86400000 end, v.said_at,
    case when g.urgent = 1 then 'They asked to tell somebody today'
      else coalesce(v.about, 'What was said') end
  from child_view v left join me_said g on g.view_id = v.id where v.told_at is null
  union all
  select 'step', s.id, s.person_id, s.owner_id, s.to_team_id, null, s.next_at, s.proposed_at,
    case when s.direction = 'up' then 'Step up to social care' else 'Step down to early help' end
  from step s where s.answered_at is null
  union all
  select 'dispute', d.id, d.person_id, d.owner_id, d.team_id, null, d.next_at, d.raised_at,
    case when d.high_risk = 1 then 'High risk' else 'Answer on this rung' end
  from dispute d where d.closed_at is null
  union all
  select 'dispute-alert', r.dispute_id, d.person_id, t.account_id, null, null, t.at, t.at,
    'A rung passed its time'
  from dispute_alert t join dispute_rung r on r.id = t.rung_id join dispute d on d.id = r.dispute_id
  where t.seen_at is null and r.ended_at is null
  union all
  select 'complaint', k.id, k.person_id, k.owner_id, null, k.next_on, null, k.received_at, 'Answer it'
  from complaint k where k.answered_at is null
  union all
  select 'transition', n.id, n.person_id, n.owner_id, null, n.next_on, null, n.recorded_at, n.note
  from transition n where n.ended_at is null
  union all
  select 'contact', k.id, (select min(h.person_id) from contact_child h where h.contact_id = k.id),
    k.owner_id, k.team_id, k.next_on, null, k.came_at, k.next_what
  from contact k where k.closed_at is null
  union all
  select 'flag', f.id, f.person_id, f.owner_id, null, f.next_on, null, f.raised_at,
    'Several contacts in a short time: say what will be done'
  from contact_flag f where f.answered_at is null
  union all
  select 'referral', r.id, r.person_id, r.owner_id, r.team_id, r.next_on, null, r.raised_at, r.next_what
  from referral r where r.closed_at is null
  union all
  select 'check', q.id, q.person_id, q.asked_by, null, q.next_on, null, q.asked_at,
    'A partner has not answered yet'
  from agency_check q where q.answered_at is null
  union all
  select i.kind, i.id, i.person_id, i.owner_id, i.team_id, i.due_on, i.due_at, i.since, i.what
  from plan_item i
  union all
  select 'assessment', s.id, s.person_id, s.owner_id, e.team_id, s.next_on, null, s.started_at, s.next_what
  from assessment s left join episode e on e.id = s.episode_id and e.closed_at is null
  where s.state <> 'ended' and (s.state <> 'signed-off' or s.episode_id is null or e.id is not null)
  union all
  select 'section', s.id, s.person_id, w.owner_id, null, s.next_on, null, w.at,
    'A part of it is yours to write'
  from section_owner w join assessment s on s.sheet_id = w.sheet_id
  where w.replaced = 0 and w.owner_id <> s.owner_id and s.state in ('draft', 'returned')
  union all
  select 'clash', s.id, s.person_id, x.by, null, s.next_on, null, s.started_at,
    'Two people wrote in one place: choose what stands'
  from answer_clash x join answer y on y.id = x.answer_id join assessment s on s.sheet_id = y.sheet_id
  where x.settled_at is null and s.state <> 'ended' and x.id = (select min(z.id)
    from answer w join answer_clash z on z.answer_id = w.id
    where w.sheet_id = y.sheet_id and z.by = x.by and z.settled_at is null)
  union all
  select 'crisis', s.id, s.person_id, s.owner_id, null, s.next_on, null, s.opened_at, s.what
  from crisis_review s where s.done_at is null
  union all
  select case u.key when 'referral-written' then 'confirm' else 'chase' end, r.id, r.person_id, r.raised_by,
    null, null, k.due_at, k.starts_at, u.title
  from referral r join clock k on k.subject = 'referral' and k.subject_id = r.id and k.stopped_at is null
  join clock_rule u on u.id = k.rule_id and u.key in ('referral-written', 'referral-chase')
  where r.closed_at is null and r.raised_by is not null
  union all
  select 'absentee', n.id, n.person_id, n.owner_id, l.team_id, n.next_on, null, l.made_at,
    'Begin an assessment, or say why none is needed'
  from absentee n join absentee_list l on l.id = n.list_id where n.settled_at is null
  union all
  select 'audit', q.id, s.person_id, q.owner_id, null, q.next_on, null, d.drawn_at, 'Drawn by chance'
  from caf_audit q join caf_sample d on d.id = q.sample_id join assessment s on s.id = q.assessment_id
  where q.done_at is null
  union all
  select 'findings', q.id, s.person_id, q.worker_id, null, null, null, q.done_at,
    'Somebody looked at the quality of an assessment'
  from caf_audit q join assessment s on s.id = q.assessment_id
  where q.seen_at is null and q.worker_id is not null
  union all
  select 'chronology', c.id, c.person_id, c.owner_id, null, c.next_on, null, c.started_at,
    'Pick what goes in, and finish it'
  from curated c where c.finished_at is null
  union all
  select 'wish', m.id, e.person_id, m.owner_id, e.team_id, null,
    case when w.said_at + 259200000 < m.starts_at then w.said_at + 259200000 else m.starts_at end,
    w.said_at, m.purpose
  from meeting m join episode e on e.id = m.episode_id join meeting_wish w on w.meeting_id = m.id
  where w.id = (select min(x.id) from meeting_wish x
    where x.meeting_id = m.id and x.answered_at is null and x.taken_at is null)
  union all
  select 'proposal', w.id, e.person_id, e.owner_id, e.team_id, null, null, w.said_at,
    case when length(w.words) > 120 then substr(w.words, 1, 117) || '…' else w.words end
  from proposal w join episode e on e.id = w.episode_id where w.answered_at is null;
