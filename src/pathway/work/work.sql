-- What is mine, what is my team's, and what has not moved.

-- work_also(account int) -> WorkPerson*
-- Children in whose team somebody has a seat, or of whose assessment they write a part.
select p.one_id as "id int not null" from seat s join episode e on e.id = s.episode_id
join person p on p.id = e.person_id
where s.account_id = :account and s.ends_at is null and e.closed_at is null
union
select p.one_id from assessment a join person p on p.id = a.person_id
where a.owner_id = :account and a.state in ('draft', 'returned')
union
select p.one_id from section_owner s join assessment a on a.sheet_id = s.sheet_id
join person p on p.id = a.person_id
where s.owner_id = :account and s.replaced = 0 and a.state in ('draft', 'returned');

-- work_sights(people text, account int, now int) -> WorkSight*
-- What :account may see of each of these, "[1,2]": '*', or the kinds with commas between them, with 'see'
-- when there is any, and 'door' where what the front door is to do may be read: unless the record is closed
-- to them. All is asked for first, and with a limit, or PostgreSQL lists whatever they may see.
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

-- todo_mine(account int, now int, whole text, some text) -> WorkItem*
-- What :account answers for, told as they may know it: in words, and by name, only what is of a kind that may
-- be seen; who answers for a thing may have lost the way to the record meanwhile. Most is about children whom
-- they or a team of theirs hold: the ways of sight_held, asked of each record by itself, where nothing might
-- bar them. Of anybody else `whole` is 0, and the rest is to be asked, and given back: :whole has whom they
-- see all of, ",1,2,", :some which kinds of others, ",3:plan,3:see,". What is asked of a row has a limit,
-- or PostgreSQL lists all that every team of theirs holds; the limit of the whole, which no list reaches, and
-- the last condition, which always holds, have it asked once of each row, on PostgreSQL and on SQLite.
select x.kind as "kind text not null", x.id as "id int not null", x.owner_id as "owner_id int not null",
    x.team_id as "team_id int", x.due_on as "due_on text", x.due_at as "due_at int",
    x.since as "since int not null", x.one_id as "one_id int", x.whole as "whole int not null",
    case when x.whole = 1 or x.told_by = 'all' or :some like '%,' || x.one_id || ':' || x.told_by || ',%'
            or (x.told_by = 'door' and :some like '%,' || x.one_id || ':plan,%')
        then x.what end as "what text",
    case when x.whole = 1 or :some like '%,' || x.one_id || ':see,%' then x.name end as "name text"
from (
    select t.kind, t.id, t.owner_id, t.team_id, t.due_on, t.due_at, t.since, t.what, t.one_id, t.name,
        t.told_by, case when t.one_id is null then 1
            when (t.person_id in (select e.person_id from episode e
                    where e.owner_id = :account and e.closed_at is null and e.opened_at <= :now)
                or (select 1 from hold h join team_member m on m.team_id = h.team_id
                    where h.person_id = t.person_id and m.account_id = :account and h.starts_at <= :now
                        and (h.ends_at is null or h.ends_at > :now) and m.starts_at <= :now
                        and (m.ends_at is null or m.ends_at > :now) limit 1) = 1)
                and not exists (select 1 from sight_wary w where w.account_id = :account)
                and not exists (select 1 from person s where s.one_id = t.one_id and s.sealed = 1) then 1
            when :whole like '%,' || t.one_id || ',%' then 1 else 0 end as whole
    from todo_told t where t.owner_id = :account limit 1000000) x
where x.kind is not null;

-- todo_of_team(team int, account int, now int, whole text, some text) -> WorkItem*
-- The same of what everybody who works in a team answers for, wherever, and of what the team holds, whoever
-- answers for it.
with theirs as (
    select m.account_id as id from team_member m join account a on a.id = m.account_id
    where m.team_id = :team and m.starts_at <= :now and (m.ends_at is null or m.ends_at > :now)
        and a.deactivated_at is null)
select x.kind as "kind text not null", x.id as "id int not null", x.owner_id as "owner_id int not null",
    x.team_id as "team_id int", x.due_on as "due_on text", x.due_at as "due_at int",
    x.since as "since int not null", x.one_id as "one_id int", x.whole as "whole int not null",
    case when x.whole = 1 or x.told_by = 'all' or :some like '%,' || x.one_id || ':' || x.told_by || ',%'
            or (x.told_by = 'door' and :some like '%,' || x.one_id || ':plan,%')
        then x.what end as "what text",
    case when x.whole = 1 or :some like '%,' || x.one_id || ':see,%' then x.name end as "name text"
from (
    select t.kind, t.id, t.owner_id, t.team_id, t.due_on, t.due_at, t.since, t.what, t.one_id, t.name,
        t.told_by, case when t.one_id is null then 1
            when (t.person_id in (select h.person_id from hold h
                    where h.team_id = :team and h.ends_at is null and h.starts_at <= :now
                        and exists (select 1 from team_member m where m.team_id = :team
                            and m.account_id = :account and m.starts_at <= :now
                            and (m.ends_at is null or m.ends_at > :now)))
                or (select 1 from hold h join team_member m on m.team_id = h.team_id
                    where h.person_id = t.person_id and m.account_id = :account and h.starts_at <= :now
                        and (h.ends_at is null or h.ends_at > :now) and m.starts_at <= :now
                        and (m.ends_at is null or m.ends_at > :now) limit 1) = 1)
                and not exists (select 1 from sight_wary w where w.account_id = :account)
                and not exists (select 1 from person s where s.one_id = t.one_id and s.sealed = 1) then 1
            when :whole like '%,' || t.one_id || ',%' then 1 else 0 end as whole
    from (
        select t.* from theirs join todo_told t on t.owner_id = theirs.id
        union all
        select t.* from todo_told t where t.team_id = :team and t.owner_id not in (select id from theirs)) t
    limit 1000000) x
where x.kind is not null;

-- work_still(owner int, team int, before int) -> Still*
-- Open episodes of whose own record nothing was written down since :before, the longest first; of an
-- owner, or of a team. `last_at` is of all that is joined with it: it may be later. Whom they are for is said
-- by the same episode among what the owner or the team holds.
with quiet as materialized (
    select h.id, h.person_id, h.owner_id, h.opened_at
    from (
        select id, person_id, owner_id, opened_at from episode where owner_id = :owner and closed_at is null
        union all select id, person_id, owner_id, opened_at from episode
            where team_id = :team and closed_at is null) h
    where h.opened_at < :before and not exists (
        select 1 from entry n where n.person_id = h.person_id and n.written_at >= :before))
select k.id as "id int not null", k.opened_at as "opened_at int not null",
    k.owner_id as "owner_id int not null",
    (select max((select max(n.written_at) from entry n where n.person_id = q.id))
        from person p join person q on q.one_id = p.one_id where p.id = k.person_id) as "last_at int"
from quiet k
order by 4 nulls first, 1;

-- work_around(account int, whole text, some text) -> Helped*
-- Children in whose team somebody has a seat, as long as they have a way to the record: `whole` and `some` as
-- in todo_mine, above.
select distinct p.one_id as "id int not null", o.name as "name text not null", s.role as "role text not null"
from seat s join episode e on e.id = s.episode_id join person p on p.id = e.person_id
join person o on o.id = p.one_id
where s.account_id = :account and s.ends_at is null and e.closed_at is null
    and (:whole like '%,' || p.one_id || ',%' or :some like '%,' || p.one_id || ':see,%')
order by 2, 1, 3;

-- work_writing(account int, whole text, some text) -> Writing*
-- Assessments that are open for writing, of which somebody answers for the whole or was given a section.
with theirs as (
    select a.id from assessment a where a.owner_id = :account and a.state in ('draft', 'returned')
    union select a.id from section_owner s join assessment a on a.sheet_id = s.sheet_id
    where s.owner_id = :account and s.replaced = 0)
select a.id, a.kind, a.form, p.one_id as "person_id int not null", o.name as "name text not null",
    a.next_on, a.next_what,
    case when a.owner_id = :account then 1 else 0 end as "whole int not null",
    (select count(*) from section_owner s where s.sheet_id = a.sheet_id and s.replaced = 0
        and s.owner_id = :account) as "sections int not null"
from theirs t join assessment a on a.id = t.id join person p on p.id = a.person_id
join person o on o.id = p.one_id
where a.state in ('draft', 'returned')
    and (:whole like '%,' || p.one_id || ',%'
        or :some like '%,' || p.one_id || ':assessment,%')
order by a.next_on, a.id;

-- work_leads(team int, account int, now int) -> int
-- Whether they lead it: not 0.
select count(*) from team_member where team_id = :team and account_id = :account and lead = 1
    and starts_at <= :now and (ends_at is null or ends_at > :now);
