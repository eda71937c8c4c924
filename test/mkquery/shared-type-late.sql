-- a() -> int
select 1;

-- use "plan/plan.sql.h": Measure
