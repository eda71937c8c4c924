-- a() -> int
-- sqlite:
select 1;
