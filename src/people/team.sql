-- The names of teams.

-- team_names() -> TeamNamed* kept
select id, name, agency_id from team order by id;

-- team_name_of(id int) -> TeamNamed?
select id, name, agency_id from team where id = :id;
