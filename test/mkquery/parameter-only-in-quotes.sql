-- a(id int) -> int
select count(*) from visit where title = ':id' or title = ':''id' -- :id
/* :id */ or title = ":id";
