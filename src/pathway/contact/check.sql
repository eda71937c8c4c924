-- Questions to partners about a child. The partner's people see the question, the child's name and birth, and
-- nothing else; whoever asked and the front door see the answer.

-- check_put(contact int, person int, agency int, question text, consent text, override_why text,
--     family_told text, at int, by int, next_on text) -> id
insert into agency_check (contact_id, person_id, agency_id, question, consent, override_why, family_told,
    asked_at, asked_by, next_on)
values (:contact, :person, :agency, :question, :consent, :override_why, :family_told, :at, :by, :next_on)
returning id;

-- check_readers(person int, agency int, asker int, today text) -> CheckReader*
-- Who has an account in an agency and no bar to the child, with each role of theirs.
select a.id, a.email, r.role
from account a join account_role r on r.account_id = a.id
where a.agency_id = :agency and a.id <> :asker and a.deactivated_at is null and r.taken_at is null
    and r.starts_on <= :today and (r.ends_on is null or r.ends_on >= :today)
    and not exists (select 1 from person p join record_shut b on b.person_id = p.one_id
        where p.id = :person and b.account_id = a.id)
order by a.id, r.role;

-- check_find(id int, account int, agency int, right int) -> AgencyCheck?
-- :right is 1 for the front door.
select k.id, k.contact_id, k.agency_id, g.name as "agency text not null", p.name as "child text not null",
    k.person_id, p.born_on, k.question, k.consent, k.override_why, k.family_told, k.asked_at, k.asked_by,
    a.name as "asker text not null", h.name as "asker_agency text not null", k.next_on, k.opened_at,
    k.answered_at, b.name as "answerer text", k.state, k.answer, k.heard_from, k.off_at,
    o.name as "off_by text", k.off_why
from agency_check k join person q on q.id = k.person_id join person p on p.id = q.one_id
join agency g on g.id = k.agency_id join account a on a.id = k.asked_by join agency h on h.id = a.agency_id
left join account b on b.id = k.answered_by left join account o on o.id = k.off_by
where k.id = :id and (:right = 1 or k.agency_id = :agency or k.asked_by = :account)
    and not exists (select 1 from record_shut b where b.account_id = :account and b.person_id = p.id);

-- checks_for(account int, agency int) -> AgencyCheck*
-- What one's agency is asked, and what one asked oneself: what is pending first.
select k.id, k.contact_id, k.agency_id, g.name as "agency text not null", p.name as "child text not null",
    k.person_id, p.born_on, k.question, k.consent, k.override_why, k.family_told, k.asked_at, k.asked_by,
    a.name as "asker text not null", h.name as "asker_agency text not null", k.next_on, k.opened_at,
    k.answered_at, b.name as "answerer text", k.state, k.answer, k.heard_from, k.off_at,
    o.name as "off_by text", k.off_why
from agency_check k join person q on q.id = k.person_id join person p on p.id = q.one_id
join agency g on g.id = k.agency_id join account a on a.id = k.asked_by join agency h on h.id = a.agency_id
left join account b on b.id = k.answered_by left join account o on o.id = k.off_by
where (k.agency_id = :agency or k.asked_by = :account)
    and not exists (select 1 from record_shut b where b.account_id = :account and b.person_id = p.id)
order by case when k.answered_at is null and k.off_at is null then 0 else 1 end, k.next_on, k.id limit 200;

-- checks_of(contact int, account int) -> AgencyCheck*
-- The board of one contact; the page has opened it.
select k.id, k.contact_id, k.agency_id, g.name as "agency text not null", p.name as "child text not null",
    k.person_id, p.born_on, k.question, k.consent, k.override_why, k.family_told, k.asked_at, k.asked_by,
    a.name as "asker text not null", h.name as "asker_agency text not null", k.next_on, k.opened_at,
    k.answered_at, b.name as "answerer text", k.state, k.answer, k.heard_from, k.off_at,
    o.name as "off_by text", k.off_why
from agency_check k join person q on q.id = k.person_id join person p on p.id = q.one_id
join agency g on g.id = k.agency_id join account a on a.id = k.asked_by join agency h on h.id = a.agency_id
left join account b on b.id = k.answered_by left join account o on o.id = k.off_by
where k.contact_id = :contact and not exists (
    select 1 from contact_shut s where s.account_id = :account and s.contact_id = k.contact_id)
order by k.id;

-- check_open(id int, at int) -> nothing
update agency_check set opened_at = :at where id = :id and opened_at is null;

-- check_answer(id int, at int, by int, state text, answer text, heard_from text) -> changed
update agency_check set answered_at = :at, answered_by = :by, state = :state, answer = :answer,
    heard_from = :heard_from
where id = :id and answered_at is null and off_at is null;

-- check_call_off(id int, at int, by int, why text) -> changed
update agency_check set off_at = :at, off_by = :by, off_why = :why
where id = :id and asked_by = :by and answered_at is null and off_at is null;

-- check_ours(id int, account int, now int) -> int
-- Whether they asked, or work in a team of the front door that whoever asked works in: not 0.
select count(*) from agency_check k where k.id = :id and (k.asked_by = :account or exists (
    select 1 from front_desk a join front_desk d on d.team_id = a.team_id
    where a.account_id = k.asked_by and a.starts_at <= :now and a.ends_at > :now
        and d.account_id = :account and d.starts_at <= :now and d.ends_at > :now));

-- checks_left(contact int) -> CheckLeft*
-- The questions of a contact that wait for an answer and are not its owner's.
select q.id, q.contact_id, q.referral_id, p.one_id as "one_id int not null", q.asked_by,
    g.name as "agency text not null"
from agency_check q join contact k on k.id = q.contact_id join person p on p.id = q.person_id
join agency g on g.id = q.agency_id
where q.contact_id = :contact and q.answered_at is null and q.off_at is null and q.asked_by <> k.owner_id
order by q.id;

-- checks_astray() -> CheckLeft*
-- Questions that wait, and whoever asked has no account any more or may not see the child.
select q.id, q.contact_id, q.referral_id, p.one_id as "one_id int not null", q.asked_by,
    g.name as "agency text not null"
from agency_check q join account a on a.id = q.asked_by join person p on p.id = q.person_id
join agency g on g.id = q.agency_id
where q.answered_at is null and q.off_at is null and (a.deactivated_at is not null or exists (
    select 1 from record_shut b where b.account_id = q.asked_by and b.person_id = p.one_id))
order by q.id;

-- check_give(id int, was int, now int) -> changed
update agency_check set asked_by = :now
where id = :id and asked_by = :was and answered_at is null and off_at is null;

-- check_keeper(contact int, referral int, one int, now int) -> int
-- Who answers for a question now: the owner of what it was asked for, else of that team who leads it first,
-- else of the front door.
select x.id from (
    select k.owner_id as id, 0 as rank, 0 as row from contact k where k.id = :contact
    union all
    select r.owner_id, 0, 0 from referral r where r.id = :referral
    union all
    select m.account_id, 2 - m.lead, m.id from team_member m
    where m.starts_at <= :now and (m.ends_at is null or m.ends_at > :now) and (
        m.team_id = (select k.team_id from contact k where k.id = :contact)
        or m.team_id = (select r.team_id from referral r where r.id = :referral))
    union all
    select d.account_id, 3, d.account_id from front_desk d where d.starts_at <= :now and d.ends_at > :now
) x join account a on a.id = x.id
where a.deactivated_at is null
    and not exists (select 1 from record_shut b where b.account_id = a.id and b.person_id = :one)
order by x.rank, x.row limit 1;
