-- Changing the plan in the office.

-- One row that whoever changes the plan takes first: nothing moves between their looking and their writing.
create table plan_turn (
    id integer primary key check (id = 1),          -- the one row
    taken integer not null                          -- how often it was taken
) strict;
