-- The directory of services: finding one, and putting it in.

-- service_search(word1 text, word2 text, word3 text, level text, age int, kind text) -> Service*
-- Open services that have all the words, at this level, for this age, of this kind; null for any.
select s.id, s.code, s.name, s.kind, s.what, s.who_for, s.age_from, s.age_to, s.how, s.phone, s.email, s.web
from service s
where s.ended_at is null and (:word1 is null or s.words like '%' || :word1 || '%')
    and (:word2 is null or s.words like '%' || :word2 || '%')
    and (:word3 is null or s.words like '%' || :word3 || '%')
    and (:level is null or exists (
        select 1 from service_level l where l.service_id = s.id and l.level = :level))
    and (:age is null or s.age_from is null or s.age_from <= :age)
    and (:age is null or s.age_to is null or s.age_to >= :age)
    and (:kind is null or s.kind = :kind)
order by lower(s.name), s.id;

-- service_coded(code text) -> Service?
select s.id, s.code, s.name, s.kind, s.what, s.who_for, s.age_from, s.age_to, s.how, s.phone, s.email, s.web
from service s where s.code = :code and s.ended_at is null;

-- service_levels(service int) -> ServiceLevel*
select level from service_level where service_id = :service order by level;

-- service_put(code text, name text, kind text, what text, who_for text, age_from int, age_to int, how text,
--     phone text, email text, web text, words text) -> changed
insert into service (code, name, kind, what, who_for, age_from, age_to, how, phone, email, web, words)
values (:code, :name, :kind, :what, :who_for, :age_from, :age_to, :how, :phone, :email, :web, :words)
on conflict (code) do update set name = excluded.name, kind = excluded.kind, what = excluded.what,
    who_for = excluded.who_for, age_from = excluded.age_from, age_to = excluded.age_to, how = excluded.how,
    phone = excluded.phone, email = excluded.email, web = excluded.web, words = excluded.words
where (service.name, service.kind, service.what, service.who_for, service.age_from, service.age_to,
        service.how, service.phone, service.email, service.web, service.words)
    is distinct from (excluded.name, excluded.kind, excluded.what, excluded.who_for, excluded.age_from,
        excluded.age_to, excluded.how, excluded.phone, excluded.email, excluded.web, excluded.words);

-- service_count() -> int
select count(*) from service;

-- service_level_add(code text, level text) -> changed
insert into service_level (service_id, level)
select id, :level from service where code = :code on conflict do nothing;

-- service_level_drop(code text, levels text) -> changed
-- Those that are not in `levels`, codes between semicolons: ";universal;additional;".
delete from service_level
where service_id = (select id from service where code = :code)
    and :levels not like '%;' || level || ';%';
