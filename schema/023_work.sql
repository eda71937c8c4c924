-- What is to be done, whoever it is waiting for: one view, an arm for each kind of thing that is open, and
-- behind each arm an index by owner and one by team. "My work" and the team's page ask this alone, so that
-- nothing open is missing from somebody's first screen (P1).

-- `kind` is a key of work_kinds[] in src/pathway/work/items.c, which says where its page is. One of due_on
-- (a day) and due_at (an instant) says by when; neither: a setting does, counted from `since`. `team_id` is
-- null where the thing belongs to one person alone.
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
  select 'view', v.id, v.person_id, v.owner_id, null, null, null, v.said_at,
    coalesce(v.about, 'What was said')
  from child_view v where v.told_at is null
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
  from plan_item i;
create index clock_person on clock (person_id) where stopped_at is null;
create index glass_owner on glass (owner_id) where reviewed_at is null;
create index child_view_waits on child_view (owner_id, said_at) where told_at is null;

-- Searching goes from what one may see to the words in it, never the other way round: so neither the page nor
-- the time it takes says what stands in other records.
create index entry_word_entry on entry_word (entry_id, word);
-- A row is mended once: two people mending the same one make two rows of the same history, never two ends.
create unique index entry_mended on entry (replaces_id) where replaces_id is not null;

-- What a note says to the child, in words written for them: kept beside the note it belongs to.
create table entry_letter (
  entry_id integer primary key references entry (id), -- beside which note
  words text not null                     -- "Dear Amina, today we …"
) strict;
