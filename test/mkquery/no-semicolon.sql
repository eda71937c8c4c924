-- a() -> int
select 1 -- ;
