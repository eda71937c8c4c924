-- a() -> changed
update visit set title = title returning id;
