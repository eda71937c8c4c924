-- What the office changed, a pack that is loaded later leaves as it is.

-- A row of a pack's file that is the office's from now on, or all rows that begin with the key's first cell.
create table pack_kept (
    file text not null,                             -- "measures.csv"
    key text not null,                              -- its key cells, joined by U+001F
    at integer not null,                            -- instant of the first change
    primary key (file, key)
) strict;
