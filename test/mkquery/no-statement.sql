-- a() -> int

-- b() -> int
select 1;
