-- wrote(name text, value text) -> nothing
-- Any table of two columns does for seeing what was kept.
insert into setting (name, value, changed_at) values (:name, :value, 0);

-- written() -> int
select count(*) as "n int" from setting;

-- written_value(name text) -> text
select value from setting where name = :name;
