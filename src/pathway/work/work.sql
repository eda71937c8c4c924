-- What is mine, what is my team's, and what has not moved.

-- work_people(owner int) -> WorkPerson*
-- Whom the things are about that somebody answers for: once for each of them.
select p.one_id as "id int not null"
from work_item i join person p on p.id = i.person_id where i.owner_id = :owner;

-- work_people_of_team(team int) -> WorkPerson*
-- Whom the things are about that a team holds.
select p.one_id as "id int not null"
from work_item i join person p on p.id = i.person_id where i.team_id = :team;

-- work_sights(people text, account int, now int) -> WorkSight*
-- What :account may see of each of these, "[1,2]": '*', or the kinds with commas between them, with 'see'
-- when there is any, and 'door' where what the front door is to do may be read: unless the record is closed
-- to them. Most are seen whole: that is asked first, and with a limit, or PostgreSQL lists all they may see.
-- sqlite:
select k.value as "id int not null",
    case when (select 1 from sight s where s.account_id = :account and s.person_id = k.value and s.kind = '*'
            and s.starts_at <= :now and s.ends_at > :now limit 1) = 1 then '*'
        else coalesce((select group_concat(distinct s.kind) || ',see' from sight s
                where s.account_id = :account and s.person_id = k.value and s.starts_at <= :now
                    and s.ends_at > :now), '')
            || case when exists (select 1 from record_shut b where b.account_id = :account
                and b.person_id = k.value) then '' else ',door' end end as "kinds text not null"
from json_each(:people) k;
-- postgres:
select k as id,
    case when (select 1 from sight s where s.account_id = :account and s.person_id = k and s.kind = '*'
            and s.starts_at <= :now and s.ends_at > :now limit 1) = 1 then '*'
        else coalesce((select string_agg(distinct s.kind, ',') || ',see' from sight s
                where s.account_id = :account and s.person_id = k and s.starts_at <= :now
                    and s.ends_at > :now), '')
            || case when exists (select 1 from record_shut b where b.account_id = :account
                and b.person_id = k) then '' else ',door' end end as kinds
from unnest(translate(:people, '[]', '{}')::bigint[]) k;

-- work_of(owner int, whole text, some text) -> WorkItem*
-- What somebody answers for, told as work_sights() allows: in words, and by name, only what is of a kind that
-- may be seen; who answers for a thing may have lost the way to the record meanwhile. `whole` has whom one
-- sees all of, ",1,2,", or "*" where that is everybody; `some` the kinds of the others, ",3:plan,3:see,".
select i.kind as "kind text not null", i.id as "id int not null", i.person_id as "person_id int",
    i.owner_id as "owner_id int not null", i.team_id as "team_id int", i.due_on as "due_on text",
    i.due_at as "due_at int", i.since as "since int not null",
    case when i.kind in ('glass', 'refusal', 'conflict', 'absentee')
        or :whole = '*' or :whole like '%,' || p.one_id || ',%'
        or (i.kind in ('contact', 'flag', 'referral', 'check', 'confirm', 'chase')
            and (p.one_id is null or :some like '%,' || p.one_id || ':door,%'))
        or :some like '%,' || p.one_id || ':' || case when i.kind in ('view', 'proposal') then 'view'
            when i.kind in ('assessment', 'section', 'clash', 'crisis', 'audit', 'findings') then 'assessment'
            else 'plan' end || ',%'
        then i.what end as "what text",
    p.one_id as "one_id int",
    (select o.name from person o where o.id = p.one_id and (:whole = '*'
        or :whole like '%,' || p.one_id || ',%' or :some like '%,' || p.one_id || ':see,%')) as "name text"
from work_item i left join person p on p.id = i.person_id
where i.owner_id = :owner;

-- work_of_team(team int, whole text, some text) -> WorkItem*
-- What a team holds, whoever of it answers for each; told in the same way.
select i.kind as "kind text not null", i.id as "id int not null", i.person_id as "person_id int",
    i.owner_id as "owner_id int not null", i.team_id as "team_id int", i.due_on as "due_on text",
    i.due_at as "due_at int", i.since as "since int not null",
    case when i.kind in ('glass', 'refusal', 'conflict', 'absentee')
        or :whole = '*' or :whole like '%,' || p.one_id || ',%'
        or (i.kind in ('contact', 'flag', 'referral', 'check', 'confirm', 'chase')
            and (p.one_id is null or :some like '%,' || p.one_id || ':door,%'))
        or :some like '%,' || p.one_id || ':' || case when i.kind in ('view', 'proposal') then 'view'
            when i.kind in ('assessment', 'section', 'clash', 'crisis', 'audit', 'findings') then 'assessment'
            else 'plan' end || ',%'
        then i.what end as "what text",
    p.one_id as "one_id int",
    (select o.name from person o where o.id = p.one_id and (:whole = '*'
        or :whole like '%,' || p.one_id || ',%' or :some like '%,' || p.one_id || ':see,%')) as "name text"
from work_item i left join person p on p.id = i.person_id
where i.team_id = :team;

-- work_still(owner int, team int, before int) -> Still*
-- Open episodes with nothing written down since :before, the longest first; of an owner or of a team. Whom
-- they are for is said by the same episode among what the owner or the team holds.
with held as (
    select id from episode where owner_id = :owner and closed_at is null
    union select id from episode where team_id = :team and closed_at is null),
still as materialized (
    select e.id, e.owner_id, e.opened_at,
        (select max((select max(n.written_at) from entry n where n.person_id = q.id))
            from person q where q.one_id = p.one_id) as last_at
    from held h join episode e on e.id = h.id join person p on p.id = e.person_id
    where e.opened_at < :before)
select s.id as "id int not null", s.opened_at as "opened_at int not null", a.name as "owner text not null",
    s.last_at as "last_at int"
from still s join account a on a.id = s.owner_id
where s.last_at is null or s.last_at < :before
order by s.last_at is not null, s.last_at, s.id;

-- work_around(account int, now int) -> Helped*
-- Children in whose team somebody has a seat, as long as they have a way to the record.
select distinct p.one_id as "id int not null", o.name as "name text not null", s.role as "role text not null"
from seat s join episode e on e.id = s.episode_id join person p on p.id = e.person_id
join person o on o.id = p.one_id
where s.account_id = :account and s.ends_at is null and e.closed_at is null and exists (
    select 1 from sight w where w.account_id = :account and w.person_id = p.one_id
        and w.starts_at <= :now and w.ends_at > :now)
order by 2, 1, 3;

-- work_writing(account int, now int) -> Writing*
-- Assessments that are open for writing, of which somebody answers for the whole or was given a section.
select a.id, a.kind, a.form, p.one_id as "person_id int not null", o.name as "name text not null",
    a.next_on, a.next_what,
    case when a.owner_id = :account then 1 else 0 end as "whole int not null",
    (select count(*) from section_owner s where s.sheet_id = a.sheet_id and s.replaced = 0
        and s.owner_id = :account) as "sections int not null"
from assessment a join person p on p.id = a.person_id join person o on o.id = p.one_id
where a.state in ('draft', 'returned') and (a.owner_id = :account or exists (
        select 1 from section_owner s where s.sheet_id = a.sheet_id and s.replaced = 0
            and s.owner_id = :account))
    and exists (select 1 from sight w where w.account_id = :account and w.person_id = p.one_id
        and w.kind in ('*', 'assessment') and w.starts_at <= :now and w.ends_at > :now)
order by a.next_on, a.id;

-- work_leads(team int, account int, now int) -> int
-- Whether they lead it: not 0.
select count(*) from team_member where team_id = :team and account_id = :account and lead = 1
    and starts_at <= :now and (ends_at is null or ends_at > :now);
