-- a() -> integer
select 1;
