-- a() -> Visit*
update visit set title = title;
