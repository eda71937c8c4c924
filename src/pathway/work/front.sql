-- The front of a record, for those whom record_open() let in. Each part is read only where its kind may be
-- seen; the chronology asks sight itself.
-- use "pathway/clock/clock.sql.h": Clock

-- front_words(person int) -> Said?
-- The child's own latest words.
select v.id, v.person_id, v.words, v.how, v.about, v.said_at, v.outcome, v.outcome_at, v.told_at, v.told_how,
    a.name as "by text", o.name as "owner text not null", v.owner_id, t.name as "teller text", v.teller_as
from child_view v join person p on p.id = v.person_id left join account a on a.id = v.recorded_by
join account o on o.id = v.owner_id left join person w on w.id = v.teller_id
left join person t on t.id = w.one_id
where p.one_id = :person and v.teller_id is null order by v.said_at desc, v.id desc limit 1;

-- front_words_all(person int) -> Said*
-- The child's words, and then those of the family.
select v.id, v.person_id, v.words, v.how, v.about, v.said_at, v.outcome, v.outcome_at, v.told_at, v.told_how,
    a.name as "by text", o.name as "owner text not null", v.owner_id, t.name as "teller text", v.teller_as
from child_view v join person p on p.id = v.person_id left join account a on a.id = v.recorded_by
join account o on o.id = v.owner_id left join person w on w.id = v.teller_id
left join person t on t.id = w.one_id
where p.one_id = :person
order by case when v.teller_id is null then 0 else 1 end, v.said_at desc, v.id desc;

-- front_episodes(person int) -> Helping*
-- What is open, and who answers for it.
select e.id, e.kind, e.next_on, e.next_what, e.opened_at, a.name as "owner text not null",
    t.name as "team text not null", g.name as "agency text not null"
from episode e join person p on p.id = e.person_id join account a on a.id = e.owner_id
join team t on t.id = e.team_id join agency g on g.id = t.agency_id
where p.one_id = :person and e.closed_at is null order by e.opened_at, e.id;

-- front_contacts(person int, account int, now int) -> OpenContact*
-- Contacts that are open; `theirs`: this account is in the team that has it.
select k.id, 'Contact' as "what text not null", a.name as "owner text not null", t.name as "team text",
    k.next_what as "next_what text", k.next_on as "next_on text", k.came_at as "since int not null",
    (select count(*) from team_member m where m.team_id = k.team_id and m.account_id = :account
        and m.starts_at <= :now and (m.ends_at is null or m.ends_at > :now)) as "theirs int not null"
from contact k join account a on a.id = k.owner_id left join team t on t.id = k.team_id
where k.closed_at is null and exists (select 1 from contact_child h join person p on p.id = h.person_id
    where h.contact_id = k.id and p.one_id = :person)
order by k.came_at, k.id;

-- front_steps(person int) -> WaitingStep*
-- Steps that wait for an answer: both teams hold the child meanwhile.
select s.id, s.direction, t.name as "team text not null", a.name as "owner text not null", s.next_at
from step s join person p on p.id = s.person_id join team t on t.id = s.to_team_id
join account a on a.id = s.owner_id
where p.one_id = :person and s.answered_at is null order by s.proposed_at, s.id;

-- front_assessment(person int) -> LatestAssessment?
-- The assessment that counts: the latest that was gone on with.
select x.id, x.kind, x.form, x.state, o.name as "owner text not null", x.completed_at
from assessment x join person p on p.id = x.person_id join account o on o.id = x.owner_id
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
select s.name, s.role, s.lead, g.name as "agency text", s.starts_at, e.kind
from seat s join episode e on e.id = s.episode_id join person p on p.id = e.person_id
left join agency g on g.id = s.agency_id
where p.one_id = :person and e.closed_at is null and s.starts_at <= :now
    and (s.ends_at is null or s.ends_at > :now)
order by s.lead desc, s.name, s.id;

-- front_involved(person int, now int) -> Involved*
-- Who helps, since when, and nothing of what they know.
select g.name as "agency text not null", t.name as "team text", min(h.starts_at) as "since int not null"
from hold h join person p on p.id = h.person_id join team t on t.id = h.team_id
join agency g on g.id = t.agency_id
where p.one_id = :person and h.starts_at <= :now and (h.ends_at is null or h.ends_at > :now)
group by g.name, t.name
union
select g.name, null, min(s.starts_at)
from seat s join episode e on e.id = s.episode_id join person p on p.id = e.person_id
join agency g on g.id = s.agency_id
where p.one_id = :person and e.closed_at is null and s.starts_at <= :now
    and (s.ends_at is null or s.ends_at > :now)
group by g.name
order by 1, 2;

-- front_entries(person int, kinds text) -> Entry*
-- The latest of the chronology that the account may see: found first, and then read whole.
with latest as materialized (
    select n.id from person p join entry n on n.person_id = p.id
    where p.one_id = :person and n.replaced = 0 and (:kinds = '*' or :kinds like '%,' || n.kind || ',%')
    order by n.happened_at desc, n.id desc limit 6)
select n.id, n.person_id, n.kind, n.what, n.title, n.body, n.nature, n.source, n.happened_at, n.written_at,
    n.author_id, a.name as "author text", g.name as "agency text", n.group_id, n.subject, n.subject_id,
    n.replaces_id, n.replaced, n.significant
from latest l join entry n on n.id = l.id left join account a on a.id = n.author_id
left join agency g on g.id = n.agency_id
order by n.happened_at desc, n.id desc;

-- front_clocks(person int) -> Clock*
-- The clocks that run about a child, the soonest up first.
select k.id, k.person_id, k.subject, k.subject_id, k.starts_at, k.due_at, k.stopped_at, k.called_off,
    r.key, r.title, r.starts, r.stops, r.amount, r.unit, r.who, r.source, r.from_on, r.until_on
from clock k join clock_rule r on r.id = k.rule_id
where k.person_id in (select p.id from person p where p.one_id = :person) and k.stopped_at is null
order by case when k.due_at is null then 1 else 0 end, k.due_at, k.id;
