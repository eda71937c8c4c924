-- a() -> int
select title from visit;
