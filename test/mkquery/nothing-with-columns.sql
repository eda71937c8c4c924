-- a() -> nothing
select title from visit;
