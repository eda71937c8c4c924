-- Everything the language has.
-- use "other/other.sql.h": Event

-- visit_find(id int) -> Visit?
select id, title, due_on, owner from visit where id = :id;

-- visit_due(owner int,
--           until text) -> Visit*
-- Those the owner has until that day.
-- Names in 'quotes:until' are left alone.
select id, title, due_on, owner from visit
where owner = :owner and due_on <= :until and title <> ':not' || "title" -- and :neither
order by due_on, id;

-- A section, which belongs to no query.

-- visit_move(id int, was text, now text) -> changed
update visit set state = :now where id = :id and state = :was;

-- visit_add(title text, state text, owner int, cost real, photo blob) -> id
insert into visit (title, state, owner, cost, photo) values (:title, :state, :owner, :cost, :photo) returning id;

-- visit_sum() -> Sum?
select count(*) as "n int not null", sum(cost) as "cost real", max(photo) as "photo blob" from visit;

-- visit_count(owner int) -> int
select count(*) from visit where :owner is null or owner = :owner;

-- visit_title(id int) -> text
select title from visit where id = :id;

-- visit_cost(id int) -> real
select cost from visit where id = :id;

-- visit_touch(id int) -> nothing
update visit set state = state where id = :id;

-- visit_like(word text) -> Visit*
-- sqlite:
select id, title, due_on, owner from visit where title like :word;
-- postgres:
select id, title, due_on, owner from visit where title ilike :word::text;

-- event_all() -> Event*
select visit_id, act from event;
