-- What the publishing of figures needs to know: which figures are counts of people, which lines add up to
-- another, and the parts of a publication that are read one at a time.

-- Small counts of people are never published (P10), so a measure counts people unless somebody says
-- otherwise.
-- 0: schools, settings, offences: small ones may be shown
alter table measure add column counts_people integer not null default 1 check (counts_people in (0, 1));

-- Lines that together make another line: a hidden one could be had by subtracting.
create table measure_sum (
    total_id integer not null references measure (id), -- the line that is the total
    part_id integer not null references measure (id), -- one of the lines that add up to it
    primary key (total_id, part_id)
) strict;

-- One measure of a publication, with its history, as JSON: what its public page shows. Never changed.
create table publication_measure (
    publication_id integer not null references publication (id), -- the publication
    slug text not null,                             -- the measure, as in its address
    body text not null,                             -- JSON, after suppression
    primary key (publication_id, slug)
) strict;

-- A publication made into a file, such as a PDF, so that it is made once.
create table publication_file (
    publication_id integer not null references publication (id), -- the publication
    kind text not null check (kind in ('pdf')),     -- what sort of file
    made_at integer not null,                       -- instant
    body blob not null,                             -- the file
    primary key (publication_id, kind)
) strict;
