-- What is known of a person, as dated facts, and what is missing.

-- name_put(person int, given text, family text, used text, from text, until text, at int, by int) -> id
insert into person_name (person_id, given, family, used, from_on, until_on, recorded_at, recorded_by)
values (:person, :given, :family, :used, :from, :until, :at, :by) returning id;

-- name_close(person int, until text) -> changed
-- The names by law that stand are over.
update person_name set until_on = :until
where person_id in (select id from person where one_id = :person) and used = 'now' and until_on is null
    and wrong_at is null;

-- name_count(person int) -> int
select count(*) from person p join person_name n on n.person_id = p.id
where p.one_id = :person and n.wrong_at is null;

-- name_family(person int) -> text
-- The family name by law, or of those there are the last.
select n.family from person p join person_name n on n.person_id = p.id
where p.one_id = :person and n.wrong_at is null
order by case when n.used = 'now' and n.until_on is null then 0 else 1 end, n.id desc limit 1;

-- person_name_set(id int, name text) -> nothing
update person set name = :name where id = :id;

-- address_put(person int, line text, postcode text, kind text, guarded int, starts text, ends text, at int,
--     by int) -> id
insert into person_address (person_id, line, postcode, kind, guarded, starts_on, ends_on, recorded_at,
    recorded_by)
values (:person, :line, :postcode, :kind, :guarded, :starts, :ends, :at, :by) returning id;

-- number_put(person int, kind text, value text, starts text, at int, by int) -> id
insert into person_identifier (person_id, kind, value, starts_on, recorded_at, recorded_by)
values (:person, :kind, :value, :starts, :at, :by) returning id;

-- need_put(person int, kind text, value text, main int, note text, starts text, at int, by int) -> id
insert into person_need (person_id, kind, value, main, note, starts_on, recorded_at, recorded_by)
values (:person, :kind, :value, :main, :note, :starts, :at, :by) returning id;

-- facts(person int, kind text, id int) -> Fact*
-- Everything dated that is known of the record shown, or of one kind, or one row: what holds comes first.
select kind as "kind text not null", id as "id int not null", what as "what text not null",
    value as "value text not null", note as "note text", flag as "flag int not null",
    from_on as "from_on text", until_on as "until_on text", recorded_at as "recorded_at int not null",
    by_name as "by_name text", wrong_at as "wrong_at int"
from (
    select 'names' as kind, n.id as id, n.used as what, trim(n.given || ' ' || n.family) as value,
        cast(null as text) as note, 0 as flag, n.from_on as from_on, n.until_on as until_on,
        n.recorded_at as recorded_at, a.name as by_name, n.wrong_at as wrong_at
    from person p join person_name n on n.person_id = p.id left join account a on a.id = n.recorded_by
    where p.one_id = :person
    union all
    select 'addresses', n.id, n.kind, n.line, n.postcode, n.guarded, n.starts_on, n.ends_on, n.recorded_at,
        a.name, n.wrong_at
    from person p join person_address n on n.person_id = p.id left join account a on a.id = n.recorded_by
    where p.one_id = :person
    union all
    select 'numbers', n.id, n.kind, n.value, null, 0, n.starts_on, n.ends_on, n.recorded_at, a.name,
        n.wrong_at
    from person p join person_identifier n on n.person_id = p.id left join account a on a.id = n.recorded_by
    where p.one_id = :person
    union all
    select 'needs', n.id, n.kind, n.value, n.note, n.main, n.starts_on, n.ends_on, n.recorded_at, a.name,
        n.wrong_at
    from person p join person_need n on n.person_id = p.id left join account a on a.id = n.recorded_by
    where p.one_id = :person
) f
where (:kind is null or kind = :kind) and (:id is null or id = :id)
order by kind, case when wrong_at is null then 0 else 1 end, coalesce(until_on, '9999') desc,
    coalesce(from_on, '') desc, id desc;

-- name_end(id int, on text) -> changed
update person_name set until_on = :on where id = :id and until_on is null and wrong_at is null;

-- address_end(id int, on text) -> changed
update person_address set ends_on = :on where id = :id and ends_on is null and wrong_at is null;

-- number_end(id int, on text) -> changed
update person_identifier set ends_on = :on where id = :id and ends_on is null and wrong_at is null;

-- need_end(id int, on text) -> changed
update person_need set ends_on = :on where id = :id and ends_on is null and wrong_at is null;

-- name_wrong(id int, at int, by int) -> changed
update person_name set wrong_at = :at, wrong_by = :by where id = :id and wrong_at is null;

-- address_wrong(id int, at int, by int) -> changed
update person_address set wrong_at = :at, wrong_by = :by where id = :id and wrong_at is null;

-- number_wrong(id int, at int, by int) -> changed
update person_identifier set wrong_at = :at, wrong_by = :by where id = :id and wrong_at is null;

-- need_wrong(id int, at int, by int) -> changed
update person_need set wrong_at = :at, wrong_by = :by where id = :id and wrong_at is null;

-- number_elsewhere(person int, kind text, value text) -> int
-- How many other people the number stands for.
select count(distinct o.one_id) from person_identifier n join person o on o.id = n.person_id
where n.kind = :kind and n.value = :value and n.wrong_at is null and o.one_id <> :person;

-- basics(person int) -> Basic*
-- What stands of each basic, by kind: "address", "nhs", "language", "parent" …
-- sqlite:
with p as materialized (select id from person where one_id = :person)
select n.kind as "kind text not null", n.ends_on as "ends_on text", 0 as "responsible int not null"
from p join person_identifier n on n.person_id = p.id where n.wrong_at is null and n.ends_on is null
union all
select n.kind, n.ends_on, 0
from p join person_need n on n.person_id = p.id where n.wrong_at is null and n.ends_on is null
union all
select 'address', n.ends_on, 0 from p join person_address n on n.person_id = p.id where n.wrong_at is null
union all
select t.kind, t.ends_on, t.responsible from p join tie t on t.to_id = p.id where t.wrong_at is null;
-- postgres:
select x.kind, x.ends_on, x.responsible
from person p cross join lateral (
    select n.kind as kind, n.ends_on as ends_on, 0::bigint as responsible from person_identifier n
    where n.person_id = p.id and n.wrong_at is null and n.ends_on is null
    union all
    select n.kind, n.ends_on, 0 from person_need n
    where n.person_id = p.id and n.wrong_at is null and n.ends_on is null
    union all
    select 'address', n.ends_on, 0 from person_address n where n.person_id = p.id and n.wrong_at is null
    union all
    select t.kind, t.ends_on, t.responsible from tie t where t.to_id = p.id and t.wrong_at is null) x
where p.one_id = :person;
