-- a() -> Pair*
select v.title, v.title from visit v;
