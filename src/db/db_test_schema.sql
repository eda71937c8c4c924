-- What the tests of the database write into.

-- A value of every type.
create table thing (
    id integer primary key,
    whole integer,
    words text,
    fraction real,
    bytes blob,
    parent integer references thing (id),
    once text unique check (once <> 'never')
) strict;
