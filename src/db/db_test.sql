-- thing_add(whole int, words text, fraction real, bytes blob) -> id
insert into thing (whole, words, fraction, bytes) values (:whole, :words, :fraction, :bytes) returning id;

-- thing_find(id int) -> Thing?
select id, whole, words, fraction, bytes from thing where id = :id;

-- thing_all() -> Thing*
select id, whole, words, fraction, bytes from thing order by id;

-- thing_by_words() -> Thing*
select id, whole, words, fraction, bytes from thing order by words;

-- thing_with(words text, whole int) -> int
-- Filters that may be left out.
select count(*) from thing where (:words is null or words = :words) and (:whole is null or whole = :whole);

-- thing_count() -> int
select count(*) from thing;

-- thing_words(id int) -> text
select words from thing where id = :id;

-- thing_fraction(id int) -> real
select fraction from thing where id = :id;

-- thing_sums() -> Sums?
select sum(whole) as "total int", count(*) filter (where whole is null) as "missing int",
    (count(*) > 1) as "many int", sum(fraction) as "fractions real"
from thing;

-- thing_change(was int, now int) -> changed
update thing set whole = :now where whole = :was;

-- thing_adopt(id int, parent int) -> nothing
update thing set parent = :parent where id = :id;

-- thing_once(once text) -> nothing
insert into thing (once) values (:once);

-- thing_numbered(n int) -> nothing
-- Many at a time.
insert into thing (whole, words, fraction)
with recursive number (n) as (select 1 union all select n + 1 from number where n < :n)
select n, 'thing ' || cast(n as text), 0.5 from number;

-- thing_as_number(id int) -> int
select cast(words as integer) from thing where id = :id;

-- connection_end_others() -> int
-- sqlite:
select 0 as "ended int";
-- postgres:
select count(pg_terminate_backend(pid)) from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid();

-- thing_kept() -> Thing* kept
select id, whole, words, fraction, bytes from thing order by id;
