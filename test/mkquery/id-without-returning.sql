-- a() -> id
update visit set title = title;
