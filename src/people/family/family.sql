-- A family: who belongs to whom, who lives with whom, and what changes of it.

-- relative_seen(account int, person int, now int) -> Relative?
-- Who somebody is, where the actor may see that of them.
select p.id, p.name, p.born_on, p.born_about, p.due_on, p.died_on, p.gender
from person p
where p.id = :person and exists (select 1 from sight s where s.account_id = :account and s.person_id = p.id
    and (s.kind = '*' or s.kind = 'who') and s.starts_at <= :now and s.ends_at > :now);

-- family_ties(person int) -> FamilyTie*
-- The ties of a record as shown, whichever end it is.
select t.id, t.kind, f.one_id as "first int not null", s.one_id as "second int not null", t.starts_on,
    t.ends_on, t.responsible
from person p join tie t on t.from_id = p.id join person f on f.id = t.from_id join person s on s.id = t.to_id
where p.one_id = :person and t.wrong_at is null and f.one_id <> s.one_id
union
select t.id, t.kind, f.one_id, s.one_id, t.starts_on, t.ends_on, t.responsible
from person p join tie t on t.to_id = p.id join person f on f.id = t.from_id join person s on s.id = t.to_id
where p.one_id = :person and t.wrong_at is null and f.one_id <> s.one_id
order by 1;

-- housemates(person int, today text) -> Housemate*
-- Who lives with somebody now.
select distinct o.one_id as "id int not null"
from person p join household_member m on m.person_id = p.id
join household_member n on n.household_id = m.household_id join person o on o.id = n.person_id
where p.one_id = :person and o.one_id <> :person and m.wrong_at is null and n.wrong_at is null
    and (m.ends_on is null or m.ends_on >= :today) and (n.ends_on is null or n.ends_on >= :today)
order by 1;

-- household_of(person int) -> int
-- The household they live in now, the newest where there are two.
select max(m.household_id) from person p join household_member m on m.person_id = p.id
where p.one_id = :person and m.ends_on is null and m.wrong_at is null;

-- household_add(at int, by int) -> id
insert into household (recorded_at, recorded_by) values (:at, :by) returning id;

-- household_join(household int, person int, starts text, at int, by int) -> nothing
insert into household_member (household_id, person_id, starts_on, recorded_at, recorded_by)
values (:household, :person, :starts, :at, :by);

-- household_leave(household int, person int, on text) -> changed
update household_member set ends_on = :on
where household_id = :household and ends_on is null and wrong_at is null
    and person_id in (select id from person where one_id = :person);

-- tie_found(id int) -> FamilyTie?
select t.id, t.kind, f.one_id as "first int not null", s.one_id as "second int not null", t.starts_on,
    t.ends_on, t.responsible
from tie t join person f on f.id = t.from_id join person s on s.id = t.to_id
where t.id = :id and t.wrong_at is null;

-- tie_end(id int, on text) -> changed
update tie set ends_on = :on where id = :id and ends_on is null and wrong_at is null;

-- tie_wrong(id int, at int, by int) -> changed
update tie set wrong_at = :at, wrong_by = :by where id = :id and wrong_at is null;

-- unborn_of(mother int) -> int
-- How many children somebody expects.
select count(distinct s.one_id) from person m join tie t on t.from_id = m.id join person s on s.id = t.to_id
where m.one_id = :mother and t.kind = 'birth-mother' and t.wrong_at is null and s.born_on is null
    and s.due_on is not null and s.died_on is null;

-- hold_as_family(person int, as int, now int) -> changed
-- Whoever holds the one, or a child of theirs, holds the new record for as long.
insert into hold (person_id, team_id, subject, subject_id, starts_at)
select distinct n.id, h.team_id, h.subject, h.subject_id,
    case when h.starts_at > :now then h.starts_at else :now end
from person n join person o on n.id = :person join hold h on h.person_id = o.id
where h.starts_at <= :now and (h.ends_at is null or h.ends_at > :now) and (o.one_id = :as or o.one_id in (
    select s.one_id from person f join tie t on t.from_id = f.id join person s on s.id = t.to_id
    where f.one_id = :as and t.wrong_at is null and t.kind in ('birth-mother', 'parent', 'adoptive-parent',
        'step-parent', 'foster-carer', 'carer', 'guardian')));

-- unborn_born(id int, name text, born text, gender text) -> changed
-- The same record, born now.
update person set name = :name, born_on = :born, gender = :gender, due_on = null
where id = :id and born_on is null and due_on is not null and died_on is null;

-- unborn_lost(id int, died text) -> changed
update person set died_on = :died
where id = :id and born_on is null and due_on is not null and died_on is null;
