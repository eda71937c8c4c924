-- What the page of help shows.

-- partner_list() -> Partner*
-- The agencies that take part today.
select id, name from agency where ended_at is null order by lower(name), id;
