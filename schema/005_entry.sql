-- Entering a quarter from a spreadsheet: the sheet waits until its last bad row is mended.

-- A sheet that somebody pasted or sent. Good rows are taken from it; bad ones stay until they are mended.
create table figure_import (
    id integer primary key,                         -- own number
    account_id integer not null references account (id), -- whose sheet: nobody else sees it
    year text not null,                             -- "2013/14"
    quarter integer not null check (quarter between 1 and 4), -- the quarter it is for
    -- the CSV as it stands: header, and the rows not yet taken
    sheet text not null,
    version integer not null,                       -- for compare-and-set
    updated_at integer not null                     -- instant
) strict;
create index figure_import_by_account on figure_import (account_id, updated_at);
