-- a() -> int
select colour from visit;
