-- What changes of a person's own row, the changes coming up in a life, and lists for managers.

-- person_basics_set(id int, born text, about int, gender text, died text) -> nothing
update person set born_on = :born, born_about = :about, gender = :gender, died_on = :died where id = :id;

-- need_others_end(person int, kind text, on text, value text) -> changed
-- Answers of one kind that stand are over; only :value where it is given, and of languages only who was main.
update person_need set ends_on = :on
where person_id in (select id from person where one_id = :person) and kind = :kind and ends_on is null
    and wrong_at is null and (:value is null or value = :value);

-- need_main_end(person int, on text) -> changed
-- Another language is spoken best now.
update person_need set ends_on = :on
where person_id in (select id from person where one_id = :person) and kind = 'language' and main = 1
    and ends_on is null and wrong_at is null;

-- transitions(person int) -> Transition*
select t.id, t.person_id, t.kind, t.happens_on, t.note, t.plan, t.owner_id, t.next_on, t.ended_at, t.outcome,
    a.name as "owner_name text not null"
from person p join transition t on t.person_id = p.id join account a on a.id = t.owner_id
where p.one_id = :person
order by case when t.ended_at is null then 0 else 1 end, t.happens_on, t.id;

-- transition_put(person int, kind text, on text, note text, plan text, owner int, next text, at int,
--     by int) -> id
insert into transition (person_id, kind, happens_on, note, plan, owner_id, next_on, recorded_at, recorded_by)
values (:person, :kind, :on, :note, :plan, :owner, :next, :at, :by) returning id;

-- transition_set(id int, on text, note text, plan text, owner int, next text) -> changed
update transition set happens_on = :on, note = :note, plan = :plan, owner_id = :owner, next_on = :next
where id = :id and ended_at is null;

-- transition_over(id int, at int, outcome text) -> changed
update transition set ended_at = :at, outcome = :outcome, next_on = null where id = :id and ended_at is null;

-- lacking(account int, now int, today text) -> Lacking*
-- Children whom a team that the actor leads holds, with something basic missing; which, one column each.
with mine as (
    select distinct p.one_id as id
    from team_member m join hold h on h.team_id = m.team_id join person p on p.id = h.person_id
    where m.account_id = :account and m.lead = 1 and m.starts_at <= :now
        and (m.ends_at is null or m.ends_at > :now) and h.starts_at <= :now
        and (h.ends_at is null or h.ends_at > :now)
), seen as (
    select mine.id as id from mine where exists (select 1 from sight s where s.account_id = :account
        and s.person_id = mine.id and s.kind = '*' and s.starts_at <= :now and s.ends_at > :now)
)
select id as "id int not null", name as "name text not null", born as "born int not null",
    gender as "gender int not null", address as "address int not null", language as "language int not null",
    responsible as "responsible int not null"
from (select p.id as id, p.name as name,
    case when p.born_on is null and p.due_on is null then 1 else 0 end as born,
    case when p.gender is null and (p.born_on is not null or p.due_on is null) then 1 else 0 end
        as gender,
    case when exists (select 1 from person o join person_address n on n.person_id = o.id where o.one_id = p.id
        and n.wrong_at is null and (n.ends_on is null or n.ends_on >= :today)) then 0 else 1 end
        as address,
    case when exists (select 1 from person o join person_need n on n.person_id = o.id where o.one_id = p.id
        and n.wrong_at is null and n.ends_on is null and n.kind = 'language') then 0 else 1 end
        as language,
    case when exists (select 1 from person o join tie t on t.to_id = o.id where o.one_id = p.id
        and t.wrong_at is null and t.responsible = 1 and t.ends_on is null) then 0 else 1 end
        as responsible
from seen join person p on p.id = seen.id
where p.died_on is null
) l where born + gender + address + language + responsible > 0
order by name, id;
