-- What is written down of how two people belong together.

-- ties_between(one int, other int) -> TieBetween*
-- Ties that stand between two people as shown, whichever way.
select t.id, t.kind, f.one_id as "first int not null", t.ends_on
from person f join tie t on t.from_id = f.id join person s on s.id = t.to_id
where ((f.one_id = :one and s.one_id = :other) or (f.one_id = :other and s.one_id = :one))
    and t.wrong_at is null
order by t.id;

-- tie_birth_mother(child int) -> int
-- The record, as shown, of the mother who gave birth; none: not written down.
select min(f.one_id) from person s join tie t on t.to_id = s.id join person f on f.id = t.from_id
where s.one_id = :child and t.kind = 'birth-mother' and t.wrong_at is null;

-- tie_parents(child int) -> TieParent*
-- Parents by birth, as shown.
select distinct f.one_id as "id int not null"
from person s join tie t on t.to_id = s.id join person f on f.id = t.from_id
where s.one_id = :child and t.kind in ('birth-mother', 'parent') and t.wrong_at is null;

-- tie_put(first int, second int, kind text, starts text, ends text, responsible int, at int, by int) -> id
insert into tie (from_id, to_id, kind, starts_on, ends_on, responsible, recorded_at, recorded_by)
values (:first, :second, :kind, :starts, :ends, :responsible, :at, :by) returning id;
