-- A child's level of need: looking, ticking, deciding, and what was decided before.

-- universal_services() -> Universal* kept
-- Of each edition, the newest first, the services of its lowest level; a row alone where there are none.
select t.id as "edition int not null", t.from_on as "from_on text not null", t.until_on,
    u.text as "text text", u.service as "service text"
from threshold t left join (
    select i.threshold_id, i.number, i.text, s.code as service
    from need_item i join need_level l on l.id = i.level_id
    join service s on s.code = i.service and s.ended_at is null
    where i.kind = 'provider'
        and l.number = (select min(x.number) from need_level x where x.threshold_id = i.threshold_id)) u
    on u.threshold_id = t.id
where t.from_on is not null order by t.from_on desc, t.id desc, u.number;

-- need_said(person int) -> NeedSaid?
-- The same as the next, as the front of a record says it.
select n.decided_at, n.decided_by, l.name as "level_name text not null", l.number as "number int not null"
from need n join person p on p.id = n.person_id join need_level l on l.id = n.level_id
where p.one_id = :person order by n.decided_at desc, n.id desc limit 1;

-- need_latest(person int) -> NeedNow?
-- The level that counts now, of the record that this person is shown as.
select n.id, n.reason, n.evidence, n.decided_at, a.name as "by text not null", g.name as agency,
    l.id as "level_id int not null", l.code as "level text not null", l.name as "level_name text not null",
    l.number as "number int not null", l.threshold as "threshold text not null",
    l.meaning as "meaning text not null", t.edition as "edition text not null",
    t.id as "threshold_id int not null"
from need n join person p on p.id = n.person_id join need_level l on l.id = n.level_id
join threshold t on t.id = l.threshold_id
join account a on a.id = n.decided_by left join agency g on g.id = n.agency_id
where p.one_id = (select o.one_id from person o where o.id = :person)
order by n.decided_at desc, n.id desc limit 1;

-- need_history(person int) -> NeedNow*
-- Every decision, the newest first.
select n.id, n.reason, n.evidence, n.decided_at, a.name as "by text not null", g.name as agency,
    l.id as "level_id int not null", l.code as "level text not null", l.name as "level_name text not null",
    l.number as "number int not null", l.threshold as "threshold text not null",
    l.meaning as "meaning text not null", t.edition as "edition text not null",
    t.id as "threshold_id int not null"
from need n join need_level l on l.id = n.level_id join threshold t on t.id = l.threshold_id
join account a on a.id = n.decided_by left join agency g on g.id = n.agency_id
where n.person_id in (select p.id from person p
    where p.one_id = (select o.one_id from person o where o.id = :person))
order by n.decided_at desc, n.id desc;

-- need_ticks(need int) -> NeedTick*
-- What had been seen, the highest level first.
select i.id as "id int not null", i.code as "code text not null", i.text as "text text not null",
    l.code as "level text not null", l.name as "level_name text not null", l.number as "number int not null",
    d.name as "dimension text not null", k.why
from need_tick k join need_indicator i on i.id = k.indicator_id join need_level l on l.id = i.level_id
join need_dimension d on d.id = i.dimension_id
where k.need_id = :need order by l.number desc, d.number, i.number;

-- look_find(person int, account int) -> Look?
select id, person_id, account_id, threshold_id, started_at from need_look
where person_id = :person and account_id = :account;

-- look_put(person int, account int, threshold int, at int) -> id
insert into need_look (person_id, account_id, threshold_id, started_at)
values (:person, :account, :threshold, :at)
on conflict (person_id, account_id) do update set threshold_id = excluded.threshold_id,
    started_at = excluded.started_at returning id;

-- look_clear(look int) -> nothing
delete from need_look_tick where look_id = :look;

-- look_drop(look int) -> nothing
delete from need_look where id = :look;

-- look_tick(look int, code text) -> changed
-- Ticks an example of the edition that is looked through, by its code.
insert into need_look_tick (look_id, indicator_id)
select k.id, i.id from need_look k join need_indicator i on i.threshold_id = k.threshold_id
where k.id = :look and i.code = :code on conflict do nothing;

-- look_ticks(look int) -> NeedTick*
select i.id as "id int not null", i.code as "code text not null", i.text as "text text not null",
    l.code as "level text not null", l.name as "level_name text not null", l.number as "number int not null",
    d.name as "dimension text not null", null as "why text"
from need_look_tick k join need_indicator i on i.id = k.indicator_id join need_level l on l.id = i.level_id
join need_dimension d on d.id = i.dimension_id
where k.look_id = :look order by l.number desc, d.number, i.number;

-- need_decision_put(person int, level int, reason text, evidence text, at int, by int, agency int) -> id
insert into need (person_id, level_id, reason, evidence, decided_at, decided_by, agency_id)
values (:person, :level, :reason, :evidence, :at, :by, :agency) returning id;

-- need_tick_put(need int, threshold int, code text, why text) -> changed
insert into need_tick (need_id, indicator_id, why)
select :need, i.id, :why from need_indicator i where i.threshold_id = :threshold and i.code = :code
on conflict do nothing;

-- need_cohort(account int, now int, level text) -> NeedCase*
-- The people whom this account may see the assessment of, at this level now (null: at any).
with ok as (
    select distinct person_id from sight where account_id = :account and kind in ('*', 'assessment')
        and starts_at <= :now and ends_at > :now)
select o.id as "id int not null", o.name as "name text not null", o.born_on, o.due_on,
    l.code as "level text not null", l.name as "level_name text not null",
    l.number as "number int not null", n.decided_at
from ok join person o on o.id = ok.person_id join person p on p.one_id = o.id
join need n on n.person_id = p.id join need_level l on l.id = n.level_id
where (:level is null or l.code = :level) and not exists (
    select 1 from person q join need later on later.person_id = q.id
    where q.one_id = o.id and (later.decided_at > n.decided_at
        or (later.decided_at = n.decided_at and later.id > n.id)))
order by l.number desc, n.decided_at desc, o.id limit 500;

-- need_counts() -> NeedCount*
-- How many people are at which level now, over the whole partnership: no names.
select l.code as "level text not null", l.name as "level_name text not null", count(*) as "n int not null"
from need n join need_level l on l.id = n.level_id join person p on p.id = n.person_id
where not exists (
    select 1 from person q join need later on later.person_id = q.id
    where q.one_id = p.one_id and (later.decided_at > n.decided_at
        or (later.decided_at = n.decided_at and later.id > n.id)))
group by l.code, l.name, l.number order by l.number, l.name;
