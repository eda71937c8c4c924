-- a() -> int
-- postgres:
select 1;
