-- a(id int, id text) -> int
select count(*) from visit where id = :id;
