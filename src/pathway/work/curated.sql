-- Chronologies made by hand. A draft is for those who hold the record, and shows of its rows what each of
-- them may see; a finished one is opened, whole, by whoever may see every row that stands in it in words,
-- where that row stands now. Each query asks sight for it (P5, P6).

-- curated_put(person int, first int, version int, title text, purpose text, since text, until text,
--     owner int, at int, next_on text) -> id
insert into curated (person_id, first_id, version, title, purpose, since_on, until_on, owner_id, started_at,
    next_on)
values (:person, :first, :version, :title, :purpose, :since, :until, :owner, :at, :next_on) returning id;

-- curated_find(id int, account int, now int) -> Curated?
-- `unseen`: how many lines in words of a finished one the account may not see.
select c.id, p.one_id, c.first_id, c.version, c.title, c.purpose, c.since_on, c.until_on, c.owner_id,
    o.name as "owner text not null", c.started_at, c.next_on, c.finished_at, f.name as "finisher text",
    c.hash,
    (select count(*) from curated_line l join entry n on n.id = l.entry_id
        join person q on q.id = n.person_id
        where l.curated_id = c.id and l.redacted_why is null and not exists (select 1 from sight s
            where s.account_id = :account and s.person_id = q.one_id and s.kind in ('*', l.kind)
                and s.starts_at <= :now and s.ends_at > :now)) as "unseen int not null"
from curated c join person p on p.id = c.person_id join account o on o.id = c.owner_id
left join account f on f.id = c.finished_by where c.id = :id;

-- curated_of(person int, account int, now int) -> Curated*
-- Every one about a person, the newest first.
select c.id, p.one_id, c.first_id, c.version, c.title, c.purpose, c.since_on, c.until_on, c.owner_id,
    o.name as "owner text not null", c.started_at, c.next_on, c.finished_at, f.name as "finisher text",
    c.hash,
    (select count(*) from curated_line l join entry n on n.id = l.entry_id
        join person q on q.id = n.person_id
        where l.curated_id = c.id and l.redacted_why is null and not exists (select 1 from sight s
            where s.account_id = :account and s.person_id = q.one_id and s.kind in ('*', l.kind)
                and s.starts_at <= :now and s.ends_at > :now)) as "unseen int not null"
from person p join curated c on c.person_id = p.id join account o on o.id = c.owner_id
left join account f on f.id = c.finished_by
where p.one_id = :person order by c.started_at desc, c.id desc;

-- curated_choices(curated int, person int, account int, now int, since int, until int,
--     most int) -> CuratedRow*
-- What there is to pick from: every row of the period that the account may see, and what was made of it. Also
-- rows that were picked and then mended: what was picked is what they said then.
with ok as materialized (select distinct kind from sight
    where account_id = :account and person_id = :person and starts_at <= :now and ends_at > :now)
select r.id as "row_id int", n.id as "entry_id int not null", n.kind, n.what, n.nature, n.title, n.body,
    n.source, n.happened_at, n.written_at, n.replaced, a.name as "author text", g.name as "agency text",
    r.comment as "comment text", r.redacted_why as "redacted_why text"
from person p join entry n on n.person_id = p.id
left join curated_row r on r.entry_id = n.id and r.curated_id = :curated
left join account a on a.id = n.author_id left join agency g on g.id = n.agency_id
where p.one_id = :person and (n.replaced = 0 or r.id is not null)
    and exists (select 1 from ok where ok.kind = '*' or ok.kind = n.kind)
    and (r.id is not null or ((:since is null or n.happened_at >= :since)
        and (:until is null or n.happened_at < :until)))
order by n.happened_at, n.id limit :most;

-- curated_rows(curated int, person int, account int, now int) -> CuratedRow*
-- What was picked, by date, of what the account may see.
with ok as materialized (select distinct kind from sight
    where account_id = :account and person_id = :person and starts_at <= :now and ends_at > :now)
select r.id as "row_id int", n.id as "entry_id int not null", n.kind, n.what, n.nature, n.title, n.body,
    n.source, n.happened_at, n.written_at, n.replaced, a.name as "author text", g.name as "agency text",
    r.comment as "comment text", r.redacted_why as "redacted_why text"
from curated_row r join entry n on n.id = r.entry_id join person p on p.id = n.person_id
left join account a on a.id = n.author_id left join agency g on g.id = n.agency_id
where r.curated_id = :curated and p.one_id = :person
    and exists (select 1 from ok where ok.kind = '*' or ok.kind = n.kind)
order by n.happened_at, n.id;

-- curated_count(curated int) -> int
-- How many rows were picked, whoever may see them.
select count(*) from curated_row where curated_id = :curated;

-- curated_pick(curated int, entry int, by int, at int) -> changed
insert into curated_row (curated_id, entry_id, picked_by, picked_at)
values (:curated, :entry, :by, :at) on conflict do nothing;

-- curated_drop(id int, curated int) -> changed
delete from curated_row where id = :id and curated_id = :curated;

-- curated_remark(id int, curated int, comment text, why text) -> changed
update curated_row set comment = :comment, redacted_why = :why where id = :id and curated_id = :curated;

-- curated_copy(old int, curated int, person int, account int, by int, at int, now int) -> changed
-- The rows of a version into the next: as they say now, where they were mended, of what the account may see.
with ok as materialized (select distinct kind from sight
    where account_id = :account and person_id = :person and starts_at <= :now and ends_at > :now)
insert into curated_row (curated_id, entry_id, comment, redacted_why, picked_by, picked_at)
select :curated, coalesce(newer.id, n.id), r.comment, r.redacted_why, :by, :at
from curated_row r join entry n on n.id = r.entry_id join person p on p.id = n.person_id
left join entry newer on newer.replaces_id = n.id
where r.curated_id = :old and p.one_id = :person
    and exists (select 1 from ok where ok.kind = '*' or ok.kind = n.kind);

-- curated_freeze_row(curated int, row int, number int) -> changed
-- One line, word for word; without its words where they are kept back.
insert into curated_line (curated_id, entry_id, number, happened_at, written_at, kind, what, nature, title,
    body, source, author, agency, comment, redacted_why)
select r.curated_id, n.id, :number, n.happened_at, n.written_at, n.kind, n.what, n.nature,
    case when r.redacted_why is null then n.title end, case when r.redacted_why is null then n.body end,
    case when r.redacted_why is null then n.source end, a.name, g.name, r.comment, r.redacted_why
from curated_row r join entry n on n.id = r.entry_id left join account a on a.id = n.author_id
left join agency g on g.id = n.agency_id
where r.id = :row and r.curated_id = :curated;

-- curated_finish(id int, at int, by int, hash text) -> changed
update curated set finished_at = :at, finished_by = :by, hash = :hash, next_on = null
where id = :id and finished_at is null;

-- curated_lines(curated int) -> CuratedLine*
-- For those whom curated_find() counts nothing unseen for. `since`: what became of the entry.
select l.number, l.happened_at, l.written_at, l.kind, l.what, l.nature, l.title, l.body, l.source, l.author,
    l.agency, l.comment, l.redacted_why,
    case when n.replaced = 1 then 1 else 0 end as "mended int not null"
from curated_line l join entry n on n.id = l.entry_id where l.curated_id = :curated order by l.number;

-- curated_next(id int) -> int
-- The version after this one.
select n.id from curated c join curated n
    on coalesce(n.first_id, n.id) = coalesce(c.first_id, c.id) and n.version = c.version + 1
where c.id = :id;

-- curated_later(id int, person int, account int, now int) -> int
-- How many rows of its period the account may see that were written after it was finished.
with ok as materialized (select distinct kind from sight
    where account_id = :account and person_id = :person and starts_at <= :now and ends_at > :now)
select count(*) from curated c join person p on p.one_id = :person join entry n on n.person_id = p.id
where c.id = :id and n.written_at > c.finished_at and n.replaced = 0
    and exists (select 1 from ok where ok.kind = '*' or ok.kind = n.kind);
