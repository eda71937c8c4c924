-- a(id int, owner int) -> int
select count(*) from visit where id = :id;
