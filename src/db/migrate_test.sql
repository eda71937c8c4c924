-- shape_columns() -> Shape*
-- sqlite:
select t.name as "tab text", c.name as "col text", c.type as "type text", c."notnull" as "required int"
from sqlite_schema t join pragma_table_info(t.name) c where t.type = 'table' order by t.name, c.name;
-- postgres:
select table_name::text as tab, column_name::text as col, data_type::text as type,
    (is_nullable = 'NO') as required
from information_schema.columns where table_schema = current_schema() order by 1, 2;

-- keep_setting(name text, value text, at int) -> nothing
insert into setting (name, value, changed_at) values (:name, :value, :at);

-- kept_setting(name text) -> text
select value from setting where name = :name;

-- steps_taken() -> int
select count(*) from schema_version;

-- step_from_the_future(version int) -> nothing
insert into schema_version (version, name, at) values (:version, 'later.sql', 0);

-- migrate_test_waits() -> text
select t.kind || ' of ' || t.owner_id || ': ' || t.what as "said text not null" from todo t;
