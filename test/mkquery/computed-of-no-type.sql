-- a() -> Count?
select count(*) as "n number" from visit;
