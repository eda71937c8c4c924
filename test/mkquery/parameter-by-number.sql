-- a() -> int
select count(*) from visit where id = ?1;
