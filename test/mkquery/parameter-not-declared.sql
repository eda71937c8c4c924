-- a(id int) -> int
select count(*) from visit where id = :id and owner = :owner;
