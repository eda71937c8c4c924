-- What is to be done, kind by kind. Each kind is a view that is cheaply asked for one thing by its id, so a
-- thing's rows can be made anew when something about it changed (038). `work_item` is all of them together,
-- and stays the one definition of what waits: nothing open is missing from somebody's first screen (P1).
-- Columns: `kind`, a key of work_kinds[] in src/pathway/work/items.c; `id`, of what that kind's page shows;
-- whom it is about; who answers for it, and the team that holds it; by when, as a day or as an instant; since
-- when it waits; what is to be done.

-- What a partner says on the telephone, the front door writes down; and whoever asked calls a question off.
alter table agency_check add column heard_from text; -- who of the agency said it; null: written there
alter table agency_check add column off_at integer;  -- when it was called off; null: it was not
alter table agency_check add column off_by integer references account (id); -- by whom
alter table agency_check add column off_why text;    -- and why nobody needs to answer any more

drop view work_item;
drop view plan_item;

create view todo_episode as
  select 'episode' as kind, e.id as id, e.person_id as person_id, e.owner_id as owner_id,
    e.team_id as team_id, e.next_on as due_on, cast(null as integer) as due_at, e.opened_at as since,
    e.next_what as what
  from episode e where e.closed_at is null;

create view todo_glass as
  select 'glass' as kind, g.id as id, g.person_id as person_id, g.owner_id as owner_id,
    cast(null as integer) as team_id, cast(null as text) as due_on, g.review_by as due_at,
    g.starts_at as since, 'A record was opened at once, for a reason' as what
  from glass g where g.reviewed_at is null;

create view todo_refusal as
  select 'refusal' as kind, r.consent_id as id, c.person_id as person_id, r.owner_id as owner_id,
    cast(null as integer) as team_id, r.due_on as due_on, cast(null as integer) as due_at,
    c.starts_at as since, 'Consent was refused: will needs grow without help?' as what
  from refusal r join consent c on c.id = r.consent_id where r.judged_at is null;

create view todo_conflict as
  select 'conflict' as kind, x.id as id, e.person_id as person_id, e.owner_id as owner_id,
    e.team_id as team_id, cast(null as text) as due_on, cast(null as integer) as due_at,
    x.starts_at as since, 'Whoever answers for this knows the family' as what
  from conflict x join person p on p.id = x.person_id join person h on h.one_id = p.one_id
  join episode e on e.person_id = h.id and e.owner_id = x.account_id
  where x.ends_at is null and e.closed_at is null;

-- What somebody asked at their own door to tell today is due at once, and stands first.
create view todo_view as
  select 'view' as kind, v.id as id, v.person_id as person_id, v.owner_id as owner_id,
    cast(null as integer) as team_id, cast(null as text) as due_on,
    case when g.urgent = 1 then v.said_at end as due_at, v.said_at as since,
    case when g.urgent = 1 then 'They asked to tell somebody today'
      else coalesce(v.about, 'What was said') end as what
  from child_view v left join me_said g on g.view_id = v.id where v.told_at is null;

create view todo_step as
  select 'step' as kind, s.id as id, s.person_id as person_id, s.owner_id as owner_id,
    s.to_team_id as team_id, cast(null as text) as due_on, s.next_at as due_at, s.proposed_at as since,
    case when s.direction = 'up' then 'Step up to social care' else 'Step down to early help' end as what
  from step s where s.answered_at is null;

create view todo_dispute as
  select 'dispute' as kind, d.id as id, d.person_id as person_id, d.owner_id as owner_id,
    d.team_id as team_id, cast(null as text) as due_on, d.next_at as due_at, d.raised_at as since,
    case when d.high_risk = 1 then 'High risk' else 'Answer on this rung' end as what
  from dispute d where d.closed_at is null;

create view todo_dispute_alert as
  select 'dispute-alert' as kind, d.id as id, d.person_id as person_id, t.account_id as owner_id,
    cast(null as integer) as team_id, cast(null as text) as due_on, t.at as due_at, t.at as since,
    'A rung passed its time' as what
  from dispute d join dispute_rung r on r.dispute_id = d.id join dispute_alert t on t.rung_id = r.id
  where t.seen_at is null and r.ended_at is null;

create view todo_complaint as
  select 'complaint' as kind, k.id as id, k.person_id as person_id, k.owner_id as owner_id,
    cast(null as integer) as team_id, k.next_on as due_on, cast(null as integer) as due_at,
    k.received_at as since, 'Answer it' as what
  from complaint k where k.answered_at is null;

create view todo_transition as
  select 'transition' as kind, n.id as id, n.person_id as person_id, n.owner_id as owner_id,
    cast(null as integer) as team_id, n.next_on as due_on, cast(null as integer) as due_at,
    n.recorded_at as since, n.note as what
  from transition n where n.ended_at is null;

-- A call that was put through for danger is its own kind until somebody decided: due from that instant.
create view todo_contact as
  select case when k.put_through_at is not null and k.decided_at is null then 'danger' else 'contact' end
      as kind, k.id as id,
    (select min(h.person_id) from contact_child h where h.contact_id = k.id) as person_id,
    k.owner_id as owner_id, k.team_id as team_id,
    case when k.put_through_at is null or k.decided_at is not null then k.next_on end as due_on,
    case when k.decided_at is null then k.put_through_at end as due_at,
    case when k.decided_at is null then coalesce(k.put_through_at, k.came_at) else k.came_at end as since,
    k.next_what as what
  from contact k where k.closed_at is null;

create view todo_flag as
  select 'flag' as kind, f.id as id, f.person_id as person_id, f.owner_id as owner_id,
    cast(null as integer) as team_id, f.next_on as due_on, cast(null as integer) as due_at,
    f.raised_at as since, 'Several contacts in a short time: say what will be done' as what
  from contact_flag f where f.answered_at is null;

create view todo_referral as
  select 'referral' as kind, r.id as id, r.person_id as person_id, r.owner_id as owner_id,
    r.team_id as team_id, r.next_on as due_on, cast(null as integer) as due_at, r.raised_at as since,
    r.next_what as what
  from referral r where r.closed_at is null;

-- What whoever raised a referral is to do about it, by its clocks: confirm it in writing, ask after it.
create view todo_referral_clock as
  select case u.key when 'referral-written' then 'confirm' else 'chase' end as kind, r.id as id,
    r.person_id as person_id, r.raised_by as owner_id, cast(null as integer) as team_id,
    cast(null as text) as due_on, k.due_at as due_at, k.starts_at as since, u.title as what
  from referral r join clock k on k.subject = 'referral' and k.subject_id = r.id and k.stopped_at is null
  join clock_rule u on u.id = k.rule_id and u.key in ('referral-written', 'referral-chase')
  where r.closed_at is null and r.raised_by is not null;

create view todo_check as
  select 'check' as kind, q.id as id, q.person_id as person_id, q.asked_by as owner_id,
    cast(null as integer) as team_id, q.next_on as due_on, cast(null as integer) as due_at,
    q.asked_at as since, 'A partner has not answered yet' as what
  from agency_check q where q.answered_at is null and q.off_at is null;

create view todo_meeting as
  select 'meeting' as kind, m.id as id, e.person_id as person_id, m.owner_id as owner_id,
    e.team_id as team_id, cast(null as text) as due_on, m.starts_at as due_at, m.starts_at as since,
    m.purpose as what
  from meeting m join episode e on e.id = m.episode_id where m.state = 'planned';

-- What a child asks of a meeting is one line a meeting, answered within three days and before it begins. It
-- waits when the meeting is over, too.
create view todo_wish as
  select 'wish' as kind, m.id as id, e.person_id as person_id, m.owner_id as owner_id,
    e.team_id as team_id, cast(null as text) as due_on,
    case when w.said_at + 259200000 < m.starts_at then w.said_at + 259200000 else m.starts_at end as due_at,
    w.said_at as since, m.purpose as what
  from meeting m join episode e on e.id = m.episode_id join meeting_wish w on w.meeting_id = m.id
  where w.id = (select min(x.id) from meeting_wish x
    where x.meeting_id = m.id and x.answered_at is null and x.taken_at is null);

-- An action waits for whoever does it, or, where they have no account or have left, for whoever answers for
-- its being done.
create view todo_action as
  select 'action' as kind, a.id as id, e.person_id as person_id,
    coalesce((select s.account_id from seat s where s.id = a.seat_id and s.ends_at is null),
      a.owner_id) as owner_id,
    e.team_id as team_id, a.due_on as due_on, cast(null as integer) as due_at, a.made_at as since,
    a.what as what
  from plan_action a join episode e on e.id = a.episode_id where a.state = 'open';

create view todo_review as
  select 'review' as kind, r.id as id, e.person_id as person_id, r.owner_id as owner_id,
    e.team_id as team_id, r.due_on as due_on, cast(null as integer) as due_at, r.made_at as since,
    'Review of the plan' as what
  from review r join episode e on e.id = r.episode_id where r.state = 'planned';

create view todo_request as
  select 'request' as kind, q.id as id, e.person_id as person_id, q.owner_id as owner_id,
    e.team_id as team_id, q.due_on as due_on, cast(null as integer) as due_at, q.asked_at as since,
    q.service as what
  from service_request q join episode e on e.id = q.episode_id where q.state = 'asked';

create view todo_oversight as
  select 'oversight' as kind, o.id as id, e.person_id as person_id, o.owner_id as owner_id,
    e.team_id as team_id, o.due_on as due_on, cast(null as integer) as due_at, o.asked_at as since,
    coalesce(o.asked, 'Look at the work') as what
  from oversight o join episode e on e.id = o.episode_id where o.answered_at is null;

create view todo_proposal as
  select 'proposal' as kind, w.id as id, e.person_id as person_id, e.owner_id as owner_id,
    e.team_id as team_id, cast(null as text) as due_on, cast(null as integer) as due_at, w.said_at as since,
    case when length(w.words) > 120 then substr(w.words, 1, 117) || '…' else w.words end as what
  from proposal w join episode e on e.id = w.episode_id where w.answered_at is null;

-- A signed-off assessment is looked at again while the help goes on that it began.
create view todo_assessment as
  select 'assessment' as kind, s.id as id, s.person_id as person_id, s.owner_id as owner_id,
    e.team_id as team_id, s.next_on as due_on, cast(null as integer) as due_at, s.started_at as since,
    s.next_what as what
  from assessment s left join episode e on e.id = s.episode_id and e.closed_at is null
  where s.state <> 'ended' and (s.state <> 'signed-off' or s.episode_id is null or e.id is not null);

create view todo_section as
  select 'section' as kind, s.id as id, s.person_id as person_id, w.owner_id as owner_id,
    cast(null as integer) as team_id, s.next_on as due_on, cast(null as integer) as due_at, w.at as since,
    'A part of it is yours to write' as what
  from assessment s join section_owner w on w.sheet_id = s.sheet_id
  where w.replaced = 0 and w.owner_id <> s.owner_id and s.state in ('draft', 'returned');

create view todo_clash as
  select 'clash' as kind, s.id as id, s.person_id as person_id, x.by as owner_id,
    cast(null as integer) as team_id, s.next_on as due_on, cast(null as integer) as due_at,
    s.started_at as since, 'Two people wrote in one place: choose what stands' as what
  from assessment s join answer y on y.sheet_id = s.sheet_id join answer_clash x on x.answer_id = y.id
  where x.settled_at is null and s.state <> 'ended' and x.id = (select min(z.id)
    from answer w join answer_clash z on z.answer_id = w.id
    where w.sheet_id = y.sheet_id and z.by = x.by and z.settled_at is null);

create view todo_crisis as
  select 'crisis' as kind, s.id as id, s.person_id as person_id, s.owner_id as owner_id,
    cast(null as integer) as team_id, s.next_on as due_on, cast(null as integer) as due_at,
    s.opened_at as since, s.what as what
  from crisis_review s where s.done_at is null;

create view todo_absentee as
  select 'absentee' as kind, n.id as id, n.person_id as person_id, n.owner_id as owner_id,
    l.team_id as team_id, n.next_on as due_on, cast(null as integer) as due_at, l.made_at as since,
    'Begin an assessment, or say why none is needed' as what
  from absentee n join absentee_list l on l.id = n.list_id where n.settled_at is null;

create view todo_audit as
  select 'audit' as kind, q.id as id, s.person_id as person_id, q.owner_id as owner_id,
    cast(null as integer) as team_id, q.next_on as due_on, cast(null as integer) as due_at,
    d.drawn_at as since, 'Drawn by chance' as what
  from caf_audit q join caf_sample d on d.id = q.sample_id join assessment s on s.id = q.assessment_id
  where q.done_at is null;

create view todo_findings as
  select 'findings' as kind, q.id as id, s.person_id as person_id, q.worker_id as owner_id,
    cast(null as integer) as team_id, cast(null as text) as due_on, cast(null as integer) as due_at,
    q.done_at as since, 'Somebody looked at the quality of an assessment' as what
  from caf_audit q join assessment s on s.id = q.assessment_id
  where q.seen_at is null and q.worker_id is not null;

create view todo_chronology as
  select 'chronology' as kind, c.id as id, c.person_id as person_id, c.owner_id as owner_id,
    cast(null as integer) as team_id, c.next_on as due_on, cast(null as integer) as due_at,
    c.started_at as since, 'Pick what goes in, and finish it' as what
  from curated c where c.finished_at is null;

create view work_item as
  select * from todo_episode
  union all select * from todo_glass
  union all select * from todo_refusal
  union all select * from todo_conflict
  union all select * from todo_view
  union all select * from todo_step
  union all select * from todo_dispute
  union all select * from todo_dispute_alert
  union all select * from todo_complaint
  union all select * from todo_transition
  union all select * from todo_contact
  union all select * from todo_flag
  union all select * from todo_referral
  union all select * from todo_referral_clock
  union all select * from todo_check
  union all select * from todo_meeting
  union all select * from todo_wish
  union all select * from todo_action
  union all select * from todo_review
  union all select * from todo_request
  union all select * from todo_oversight
  union all select * from todo_proposal
  union all select * from todo_assessment
  union all select * from todo_section
  union all select * from todo_clash
  union all select * from todo_crisis
  union all select * from todo_absentee
  union all select * from todo_audit
  union all select * from todo_findings
  union all select * from todo_chronology;
