-- a() -> Count?
select count(*) as n from visit;
