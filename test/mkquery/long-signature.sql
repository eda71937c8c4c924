-- a(id int,
--   owner int,
--   colour int) -> int
select count(*) from visit where id = :id
and owner = :owner;
