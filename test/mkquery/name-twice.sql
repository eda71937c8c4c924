-- a() -> int
select 1;

-- b() -> int
select 1;
-- a() -> int
select 2;
