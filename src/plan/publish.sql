-- publication_add(year text, quarter int, number int, at int, account int, note text, snapshot text,
--     sha256 text) -> id
insert into publication (year, quarter, number, published_at, published_by, note, snapshot, sha256)
values (:year, :quarter, :number, :at, :account, :note, :snapshot, :sha256) returning id;

-- publication_measure_add(publication int, slug text, body text) -> nothing
insert into publication_measure (publication_id, slug, body) values (:publication, :slug, :body);

-- publication_last(year text, quarter int) -> Publication?
-- The latest number of a quarter's report.
select id, year, quarter, number, published_at, note, sha256 from publication
where year = :year and quarter = :quarter order by number desc limit 1;

-- publication_numbered(year text, quarter int, number int) -> Publication?
select id, year, quarter, number, published_at, note, sha256 from publication
where year = :year and quarter = :quarter and number = :number;

-- publication_newest() -> Publication?
-- The latest number of the report that goes furthest.
select id, year, quarter, number, published_at, note, sha256 from publication
order by year desc, quarter desc, number desc limit 1;

-- publication_latest_made() -> Publication?
-- The one that went out last, whatever it is about: its marks bind the next.
select id, year, quarter, number, published_at, note, sha256 from publication order by id desc limit 1;

-- publication_all() -> Publication*
select id, year, quarter, number, published_at, note, sha256 from publication
order by year desc, quarter desc, number desc;

-- publication_snapshot(id int) -> text
select snapshot from publication where id = :id;

-- publication_body(publication int, slug text) -> text
select body from publication_measure where publication_id = :publication and slug = :slug;

-- publication_bodies(publication int) -> PublicationBody*
select slug, body from publication_measure where publication_id = :publication order by slug;

-- publication_file(publication int, kind text) -> PublicationFile?
select made_at, body from publication_file where publication_id = :publication and kind = :kind;

-- publication_file_add(publication int, kind text, at int, body blob) -> nothing
insert into publication_file (publication_id, kind, made_at, body) values (:publication, :kind, :at, :body)
on conflict (publication_id, kind) do nothing;

-- review_lines(year text) -> ReviewLine*
-- The headlines of a year, then its challenges.
select kind, text from headline where year = :year order by case kind when 'headline' then 0 else 1 end,
    position;
