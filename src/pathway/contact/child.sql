-- The children of a contact, what is known of them at the front door, and what came before. Who comes here
-- has the right CONTACT_TAKE, and the page notes the read; people barred by a conflict, and sealed records,
-- stay out.

-- contact_child_put(contact int, person int, at int, by int) -> changed
insert into contact_child (contact_id, person_id, added_at, added_by) values (:contact, :person, :at, :by)
on conflict do nothing;

-- contact_child_take(contact int, person int) -> changed
delete from contact_child where contact_id = :contact and person_id = :person;

-- contact_children(contact int, account int) -> ContactChild*
-- With the social worker of each child who is open to social care already (W17).
select k.person_id, p.id as shown_id, p.name, p.born_on, p.born_about, p.due_on,
    e.owner_id as "worker_id int", a.name as "worker text", e.team_id as "worker_team_id int",
    t.name as "worker_team text"
from contact_child k join person q on q.id = k.person_id join person p on p.id = q.one_id
left join episode e on e.id = (select min(x.id) from episode x join person y on y.id = x.person_id
    where y.one_id = p.id and x.kind = 'social-care' and x.closed_at is null)
left join account a on a.id = e.owner_id left join team t on t.id = e.team_id
where k.contact_id = :contact and not exists (
    select 1 from contact_shut s where s.account_id = :account and s.contact_id = k.contact_id)
order by p.born_on, p.name;

-- person_shut(person int, account int) -> int
-- Whether a conflict of interest or a seal keeps this account out.
select count(*) from person p where p.id = :person
    and exists (select 1 from record_shut b where b.account_id = :account and b.person_id = p.one_id);

-- earlier_contacts(person int, contact int, account int) -> Earlier*
-- Contacts about the child and its family: everybody tied to it, who shares a parent with it, and its
-- household.
select c.id, c.came_at, c.channel, c.caller, c.risk, c.determination, r.title as "route_title text",
    c.reasons,
    c.advice, c.closed_at, o.name as "child text not null",
    case when p.one_id = (select one_id from person where id = :person) then 1 else 0
        end as "same int not null"
from contact_child k join contact c on c.id = k.contact_id join person p on p.id = k.person_id
join person o on o.id = p.one_id left join contact_route r on r.key = c.route
where k.person_id in (select f.id from family_of f
        where f.one_id = (select one_id from person where id = :person))
    and (:contact is null or c.id <> :contact) and not exists (
    select 1 from contact_shut s where s.account_id = :account and s.contact_id = c.id)
order by c.came_at desc, o.name limit 50;

-- contacts_since(person int, since int) -> int
-- How many contacts there were about the child or its family since then (W26).
select count(distinct c.id) from contact_child k join contact c on c.id = k.contact_id
where k.person_id in (select f.id from family_of f
        where f.one_id = (select one_id from person where id = :person))
    and c.came_at >= :since;

-- repeat_put(person int, contact int, times int, days int, at int, owner int, next_on text) -> id
insert into contact_flag (person_id, contact_id, times, days, raised_at, owner_id, next_on)
values (:person, :contact, :times, :days, :at, :owner, :next_on) returning id;

-- flag_open_for(person int) -> int
-- The flag about this child that nobody has answered.
select min(f.id) from contact_flag f join person p on p.id = f.person_id
where f.answered_at is null and p.one_id = (select one_id from person where id = :person);

-- flag_find(id int, account int) -> Flag?
select f.id, f.contact_id, f.times, f.days, f.raised_at, f.next_on, f.answered_at, f.answer,
    o.id as person_id, o.name, a.name as "owner text not null", b.name as "answerer text"
from contact_flag f join person p on p.id = f.person_id join person o on o.id = p.one_id
join account a on a.id = f.owner_id left join account b on b.id = f.answered_by
where f.id = :id and not exists (
    select 1 from contact_shut s where s.account_id = :account and s.contact_id = f.contact_id);

-- flags_of(contact int, account int) -> Flag*
-- Flags about the children of this contact.
select f.id, f.contact_id, f.times, f.days, f.raised_at, f.next_on, f.answered_at, f.answer,
    o.id as person_id, o.name, a.name as "owner text not null", b.name as "answerer text"
from contact_flag f join person p on p.id = f.person_id join person o on o.id = p.one_id
join account a on a.id = f.owner_id left join account b on b.id = f.answered_by
where exists (select 1 from contact_child k join person q on q.id = k.person_id
    where k.contact_id = :contact and q.one_id = o.id) and not exists (
    select 1 from contact_shut s where s.account_id = :account and s.contact_id = f.contact_id)
order by f.id;

-- flags_open(account int) -> Flag*
select f.id, f.contact_id, f.times, f.days, f.raised_at, f.next_on, f.answered_at, f.answer,
    o.id as person_id, o.name, a.name as "owner text not null", b.name as "answerer text"
from contact_flag f join person p on p.id = f.person_id join person o on o.id = p.one_id
join account a on a.id = f.owner_id left join account b on b.id = f.answered_by
where f.answered_at is null and not exists (
    select 1 from contact_shut s where s.account_id = :account and s.contact_id = f.contact_id)
order by f.raised_at;

-- flag_answer(id int, at int, by int, answer text) -> changed
update contact_flag set answered_at = :at, answered_by = :by, answer = :answer
where id = :id and answered_at is null;

-- contact_people(contact int) -> ContactPerson*
-- Inside a write: whom a team holds for a contact.
select person_id from contact_child where contact_id = :contact order by person_id;

-- earlier_referrals(person int, account int) -> EarlierReferral*
-- Referrals of the child and its family, with what was decided and whether the family was told (W99).
select r.id, r.raised_at, r.referrer, r.family_told, r.decision, o.name as "child text not null"
from referral r join person p on p.id = r.person_id join person o on o.id = p.one_id
where r.person_id in (select f.id from family_of f
        where f.one_id = (select one_id from person where id = :person))
    and not exists (select 1 from record_shut b where b.account_id = :account and b.person_id = o.id)
order by r.raised_at desc, r.id desc limit 50;
