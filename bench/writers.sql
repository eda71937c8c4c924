-- bench_put(name text) -> nothing
insert into setting (name, value, changed_at) values (:name, 'x', 0);

-- bench_lock() -> int
-- One chain for all needs its head's row alone to itself.
-- sqlite:
select min(id) as "id int" from node;
-- postgres:
select id from node order by id limit 1 for update;
