-- version_latest() -> int
select max(version) from schema_version;

-- version_add(version int, name text, at int) -> nothing
insert into schema_version (version, name, at) values (:version, :name, :at);

-- version_tables() -> Tables?
-- Is the table of versions there; are there others?
-- sqlite:
select coalesce(sum(name = 'schema_version'), 0) as "versions int not null", count(*) as "tables int not null"
from sqlite_schema where type = 'table' and name not like 'sqlite%';
-- postgres:
select count(*) filter (where table_name = 'schema_version') as versions, count(*) as tables
from information_schema.tables where table_schema = current_schema();

-- version_lock() -> int
-- Nodes that start together take turns until the transaction ends. SQLite's begin has done so already.
-- sqlite:
select 1 as "turn int";
-- postgres:
select count(pg_advisory_xact_lock(5548742));
