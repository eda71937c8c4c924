-- a() -> Visit*
select id, title from visit;

-- b() -> Visit?
select title, id from visit;
