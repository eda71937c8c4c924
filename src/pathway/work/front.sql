-- The front of a record, for those whom record_open() let in. Each part is read only where its kind may be
-- seen; the chronology asks sight itself.
-- use "pathway/clock/clock.sql.h": Clock

-- front_words(person int) -> Said?
-- The child's own latest words.
select v.id, v.words, v.how, v.about, v.said_at, v.outcome, v.outcome_at, v.told_at, v.told_how,
    v.recorded_by, v.owner_id, cast(null as text) as "teller text", v.teller_as
from child_view v join person p on p.id = v.person_id
where p.one_id = :person and v.teller_id is null order by v.said_at desc, v.id desc limit 1;

-- front_words_all(person int) -> Said*
-- The child's words, and then those of the family.
select v.id, v.words, v.how, v.about, v.said_at, v.outcome, v.outcome_at, v.told_at, v.told_how,
    v.recorded_by, v.owner_id, t.name as "teller text", v.teller_as
from child_view v join person p on p.id = v.person_id left join person w on w.id = v.teller_id
left join person t on t.id = w.one_id
where p.one_id = :person
order by case when v.teller_id is null then 0 else 1 end, v.said_at desc, v.id desc;

-- front_episodes(person int) -> Helping*
-- What is open, and who answers for it.
select e.id, e.kind, e.next_on, e.next_what, e.opened_at, e.owner_id, e.team_id
from episode e join person p on p.id = e.person_id
where p.one_id = :person and e.closed_at is null order by e.opened_at, e.id;

-- front_contacts(person int) -> OpenContact*
-- Contacts that are open.
select k.id, k.owner_id, k.team_id, k.next_what, k.next_on, k.came_at
from person p join contact_child h on h.person_id = p.id join contact k on k.id = h.contact_id
where p.one_id = :person and k.closed_at is null
group by k.id order by k.came_at, k.id;

-- front_steps(person int) -> WaitingStep*
-- Steps that wait for an answer: both teams hold the child meanwhile.
select s.id, s.direction, s.to_team_id, s.owner_id, s.next_at
from step s join person p on p.id = s.person_id
where p.one_id = :person and s.answered_at is null order by s.proposed_at, s.id;

-- front_assessment(person int) -> LatestAssessment?
-- The assessment that counts: the latest that was gone on with.
select x.id, x.kind, x.form, x.state
from assessment x join person p on p.id = x.person_id
where p.one_id = :person and x.state <> 'ended' order by x.started_at desc, x.id desc limit 1;

-- front_past(person int) -> int
-- Episodes that are over.
select count(*) from episode e join person p on p.id = e.person_id
where p.one_id = :person and e.closed_at is not null;

-- front_missed(person int, since int) -> int
-- How often the family did not take part.
select count(*) from person p join entry n on n.person_id = p.id
where p.one_id = :person and n.what = 'missed' and n.replaced = 0 and n.happened_at >= :since;

-- front_seats(person int, now int) -> Around*
-- The team around the child.
select s.name, s.role, s.lead, s.agency_id, s.starts_at, e.kind
from seat s join episode e on e.id = s.episode_id join person p on p.id = e.person_id
where p.one_id = :person and e.closed_at is null and s.starts_at <= :now
    and (s.ends_at is null or s.ends_at > :now)
order by s.lead desc, s.name, s.id;

-- front_holds(person int, now int) -> Holding*
-- Which teams hold the child, and since when.
select h.team_id, h.starts_at from hold h join person p on p.id = h.person_id
where p.one_id = :person and h.starts_at <= :now and (h.ends_at is null or h.ends_at > :now);

-- entries_latest(person int, kinds text, most int) -> Entry*
-- The latest of the chronology that the account may see. Of a joined record PostgreSQL gives the latest of
-- each of its parts, in the order of each, since it then reads no further than it must.
-- sqlite:
with latest as materialized (
    select n.id from person p join entry n on n.person_id = p.id
    where p.one_id = :person and n.replaced = 0 and (:kinds = '*' or :kinds like '%,' || n.kind || ',%')
    order by n.happened_at desc, n.id desc limit :most)
select n.id, n.kind, n.what, n.title, n.body, n.nature, n.source, n.happened_at, n.written_at, n.author_id,
    n.agency_id, n.replaces_id, n.significant
from latest l join entry n on n.id = l.id
order by n.happened_at desc, n.id desc;
-- postgres:
select n.id, n.kind, n.what, n.title, n.body, n.nature, n.source, n.happened_at, n.written_at, n.author_id,
    n.agency_id, n.replaces_id, n.significant
from person p cross join lateral (
    select m.* from entry m
    where m.person_id = p.id and m.replaced = 0 and (:kinds = '*' or :kinds like '%,' || m.kind || ',%')
    order by m.happened_at desc, m.id desc limit :most) n
where p.one_id = :person;

-- front_clocks(person int) -> Clock*
-- The clocks that run about a child, the soonest up first.
select k.id, k.person_id, k.subject, k.subject_id, k.starts_at, k.due_at, k.stopped_at, k.called_off,
    r.key, r.title, r.starts, r.stops, r.amount, r.unit, r.who, r.source, r.from_on, r.until_on
from clock k join person p on p.id = k.person_id join clock_rule r on r.id = k.rule_id
where p.one_id = :person and k.stopped_at is null
order by case when k.due_at is null then 1 else 0 end, k.due_at, k.id;
