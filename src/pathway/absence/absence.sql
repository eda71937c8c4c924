-- Lists of pupils who are persistently absent. A list is open to whoever brought it in, to the staff of the
-- school it came from, and to the team it is for. Whether a child has an assessment is said only to those who
-- may see that of the child.

-- absence_list_put(agency int, team int, title text, at int, by int) -> id
insert into absentee_list (agency_id, team_id, title, made_at, made_by)
values (:agency, :team, :title, :at, :by) returning id;

-- absence_put(list int, upn text, name text, born text, missed int, person int, owner int,
--     next_on text) -> id
insert into absentee (list_id, upn, name, born_on, missed, person_id, owner_id, next_on)
values (:list, :upn, :name, :born, :missed, :person, :owner, :next_on) returning id;

-- absence_lists(account int, agency int, now int) -> AbsenceList*
select l.id, l.title, l.made_at, g.name as "agency text not null", t.name as "team text not null", l.team_id,
    m.name as "maker text not null",
    (select count(*) from absentee b where b.list_id = l.id) as "pupils int not null"
from absentee_list l join agency g on g.id = l.agency_id join team t on t.id = l.team_id
join account m on m.id = l.made_by
where l.made_by = :account or (g.kind = 'school' and g.id = :agency) or exists (
    select 1 from team_member w where w.team_id = l.team_id and w.account_id = :account
        and w.starts_at <= :now and (w.ends_at is null or w.ends_at > :now))
order by l.made_at desc, l.id desc limit 200;

-- absence_list_find(id int, account int, agency int, now int) -> AbsenceList?
select l.id, l.title, l.made_at, g.name as "agency text not null", t.name as "team text not null", l.team_id,
    m.name as "maker text not null",
    (select count(*) from absentee b where b.list_id = l.id) as "pupils int not null"
from absentee_list l join agency g on g.id = l.agency_id join team t on t.id = l.team_id
join account m on m.id = l.made_by
where l.id = :id and (l.made_by = :account or (g.kind = 'school' and g.id = :agency) or exists (
    select 1 from team_member w where w.team_id = l.team_id and w.account_id = :account
        and w.starts_at <= :now and (w.ends_at is null or w.ends_at > :now)));

-- absences_of(list int, account int, now int) -> AbsenceLine*
-- Those without an assessment first. Nobody reads here of their own family.
with ok as materialized (select distinct person_id from sight
    where account_id = :account and kind in ('*', 'assessment') and starts_at <= :now and ends_at > :now)
select b.id, b.list_id, b.upn, b.name, b.born_on, b.missed, p.one_id as "shown_id int", b.owner_id,
    o.name as "owner text not null", b.next_on, b.settled_at, b.why,
    case when p.id is null then 'unknown' when ok.person_id is null then 'unseen'
        when exists (select 1 from person q join assessment a on a.person_id = q.id
            where q.one_id = p.one_id and a.kind = 'caf' and a.state <> 'ended') then 'with'
        when b.settled_at is not null then 'settled' else 'without' end as "stands text not null"
from absentee b join account o on o.id = b.owner_id left join person p on p.id = b.person_id
left join ok on ok.person_id = p.one_id
where b.list_id = :list and not exists (
    select 1 from sight_barred x where x.account_id = :account and x.person_id = p.one_id)
order by case when p.id is null or ok.person_id is not null then 0 else 1 end, b.missed desc, b.name, b.id;

-- absence_find_row(id int) -> AbsenceRowFound?
select b.id, b.list_id from absentee b where b.id = :id;

-- absence_settle(id int, why text, at int, by int) -> changed
update absentee set why = :why, settled_at = :at, settled_by = :by, next_on = null
where id = :id and settled_at is null;

-- absence_assessed_all(person int, at int, by int) -> changed
update absentee set settled_at = :at, settled_by = :by, next_on = null
where settled_at is null and person_id in (
    select p.id from person p join person one on one.one_id = p.one_id where one.id = :person);

-- absence_unfound(list int) -> Unfound*
select id, upn, name, born_on from absentee where list_id = :list and person_id is null;

-- absence_known(id int, person int) -> changed
update absentee set person_id = :person where id = :id and person_id is null;

-- absence_has_caf(person int) -> int
select count(*) from person one join person p on p.one_id = one.one_id join assessment a on a.person_id = p.id
where one.id = :person and a.kind = 'caf' and a.state <> 'ended';
