-- a(db int) -> int
select count(*) from visit where id = :db;
