-- Names that nearly every page says.

-- account_names() -> Named* kept
select id, name from account order by id;

-- agency_names() -> Named* kept
select id, name from agency order by id;

-- agency_name(id int) -> text
select name from agency where id = :id;
