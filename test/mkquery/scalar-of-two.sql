-- a() -> int
select id, owner from visit;
