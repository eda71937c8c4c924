create table visit (
    id integer primary key,
    title text not null,
    state text not null,
    due_on text,
    owner integer not null,
    cost real,
    photo blob
) strict;
create table event (
    visit_id integer not null references visit (id),
    act text not null
) strict;
