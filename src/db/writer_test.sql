-- wrote(name text, value text) -> nothing
-- Any table of two columns does for seeing what was kept.
insert into setting (name, value, changed_at) values (:name, :value, 0);

-- written() -> int
select count(*) as "n int" from setting;

-- written_value(name text) -> text
select value from setting where name = :name;

-- somebody(id int) -> nothing
insert into person (id, name, created_at) values (:id, 'Somebody', 0);

-- somebody_is(id int, gender text) -> changed
update person set gender = :gender where id = :id;

-- somebody_said(id int) -> text
select gender from person where id = :id;
