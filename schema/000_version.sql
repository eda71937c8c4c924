-- Which steps of the schema a database has taken. This file comes before the first of them.

-- A row a step.
create table schema_version (
    version integer not null primary key,  -- the number of a file in schema/
    name text not null,                    -- its name
    at integer not null                    -- when the step was taken
) strict;
