-- The chronology: of what kinds an account may see rows, is asked of sight by record_open(), in the same
-- snapshot, and by the queries that begin without it (P5, P6).
-- use "pathway/work/front.sql.h": Entry

-- chronicle(person int, kinds text, kind text, what text, nature text, agency int, since int,
--     until int, marked int, w1 text, w2 text, w3 text, before_at int, before_id int, most int) -> Entry*
-- The newest first, before (before_at, before_id). Words are the beginnings of words that must all stand in
-- it.
select n.id, n.kind, n.what, n.title, n.body, n.nature, n.source, n.happened_at, n.written_at, n.author_id,
    n.agency_id, n.replaces_id, n.significant
from person p join entry n on n.person_id = p.id
where p.one_id = :person and n.replaced = 0
    and (:kinds = '*' or :kinds like '%,' || n.kind || ',%')
    and (:kind is null or n.kind = :kind) and (:what is null or n.what = :what)
    and (:nature is null or n.nature = :nature) and (:agency is null or n.agency_id = :agency)
    and (:since is null or n.happened_at >= :since) and (:until is null or n.happened_at < :until)
    and (:marked = 0 or n.significant = 1)
    and (:w1 is null or exists (select 1 from entry_word x
        where x.entry_id = n.id and x.word >= :w1 and substr(x.word, 1, length(:w1)) = :w1))
    and (:w2 is null or exists (select 1 from entry_word x
        where x.entry_id = n.id and x.word >= :w2 and substr(x.word, 1, length(:w2)) = :w2))
    and (:w3 is null or exists (select 1 from entry_word x
        where x.entry_id = n.id and x.word >= :w3 and substr(x.word, 1, length(:w3)) = :w3))
    and (:before_at is null or n.happened_at < :before_at
        or (n.happened_at = :before_at and n.id < :before_id))
order by n.happened_at desc, n.id desc limit :most;

-- chronicle_agencies(person int, kinds text) -> Writer*
-- Whose rows there are, among those one may see.
select distinct g.id, g.name
from person p join entry n on n.person_id = p.id join agency g on g.id = n.agency_id
where p.one_id = :person and n.replaced = 0
    and (:kinds = '*' or :kinds like '%,' || n.kind || ',%')
order by g.name, g.id;

-- chronicle_entry(id int, person int, account int, now int) -> Entry?
-- One row, if one may see it; also one that a newer row stands in the place of.
with ok as materialized (select distinct kind from sight
    where account_id = :account and person_id = :person and starts_at <= :now and ends_at > :now)
select n.id, n.kind, n.what, n.title, n.body, n.nature, n.source, n.happened_at, n.written_at, n.author_id,
    n.agency_id, n.replaces_id, n.significant
from entry n join person p on p.id = n.person_id
where n.id = :id and p.one_id = :person
    and exists (select 1 from ok where ok.kind = '*' or ok.kind = n.kind);

-- entry_keys(id int) -> EntryKeys?
-- Of a row that one may see: whose it is, and what it belongs to.
select person_id, author_id, group_id, subject_id, replaced from entry where id = :id;

-- chronicle_newer(id int) -> int
-- The row that stands in its place.
select id from entry where replaces_id = :id;

-- chronicle_with(id int, account int, now int) -> Beside*
-- The other children for whom the same note was written: the name only of those one may see.
select p.one_id, o.name as "name text"
from entry me join entry n on n.id <> me.id
    and (n.group_id = coalesce(me.group_id, me.id) or n.id = me.group_id)
join person p on p.id = n.person_id
left join person o on o.id = p.one_id and exists (select 1 from sight s
    where s.account_id = :account and s.person_id = p.one_id and s.starts_at <= :now and s.ends_at > :now)
where me.id = :id and n.replaced = 0 order by 2, 1;

-- relatives(person int, account int, now int) -> Relative*
-- Who belongs with this person, of those on whose records the account may write notes.
with mine as (select id from person where one_id = :person),
near as (select t.to_id as id from tie t where t.from_id in (select id from mine)
    union select t.from_id from tie t where t.to_id in (select id from mine)),
near_them as (select id from near
    union select t.to_id from tie t where t.from_id in (select id from near)
    union select t.from_id from tie t where t.to_id in (select id from near))
select distinct o.id, o.name, o.born_on
from near_them x join person p on p.id = x.id join person o on o.id = p.one_id
where o.id <> :person and exists (select 1 from sight s where s.account_id = :account
    and s.person_id = o.id and s.kind in ('*', 'note') and s.starts_at <= :now and s.ends_at > :now)
order by o.name, o.id;

-- letter_put(entry int, words text) -> nothing
insert into entry_letter (entry_id, words) values (:entry, :words);

-- letter_of(entry int) -> text
select words from entry_letter where entry_id = :entry;

-- letters(person int, kinds text) -> Letter*
-- What was written to the child, as a letter of its own each.
select n.id, n.happened_at, n.title, l.words, a.name as "author text"
from person p join entry n on n.person_id = p.id join entry_letter l on l.entry_id = n.id
left join account a on a.id = n.author_id
where p.one_id = :person and n.replaced = 0
    and (:kinds = '*' or :kinds like '%,' || n.kind || ',%')
order by n.happened_at desc, n.id desc;
