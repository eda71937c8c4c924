-- a()
select 1;
