-- Short forms, which every page that uses them spells out.
create table abbreviation (
    id integer primary key,
    word text not null unique check (length(word) between 2 and 20),    -- as it is written: CAF, CiC
    meaning text not null                           -- the words it stands for
) strict;
