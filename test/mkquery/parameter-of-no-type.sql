-- a(id integral) -> int
select count(*) from visit where id = :id;
