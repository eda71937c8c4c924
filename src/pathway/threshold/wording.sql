-- Wording a draft edition anew. Every change asks that the edition is a draft: one that is in force, or
-- was, is never touched.

-- edition_copy(from int, code text, edition text, at int, by int) -> id
insert into threshold (code, title, edition, about, created_at, created_by)
select :code, title, :edition, about, :at, :by from threshold where id = :from returning id;

-- edition_copy_levels(from int, to int) -> changed
insert into need_level (threshold_id, code, number, name, threshold, meaning, consent)
select :to, code, number, name, threshold, meaning, consent from need_level where threshold_id = :from;

-- edition_copy_dimensions(from int, to int) -> changed
insert into need_dimension (threshold_id, code, domain, number, name)
select :to, code, domain, number, name from need_dimension where threshold_id = :from;

-- edition_copy_indicators(from int, to int) -> changed
insert into need_indicator (threshold_id, code, level_id, dimension_id, number, text)
select :to, i.code, nl.id, nd.id, i.number, i.text
from need_indicator i join need_level l on l.id = i.level_id join need_dimension d on d.id = i.dimension_id
join need_level nl on nl.threshold_id = :to and nl.code = l.code
join need_dimension nd on nd.threshold_id = :to and nd.code = d.code
where i.threshold_id = :from;

-- edition_copy_items(from int, to int) -> changed
insert into need_item (threshold_id, level_id, kind, number, text, service, optional)
select :to, nl.id, i.kind, i.number, i.text, i.service, i.optional
from need_item i join need_level l on l.id = i.level_id
join need_level nl on nl.threshold_id = :to and nl.code = l.code where i.threshold_id = :from;

-- edition_copy_texts(from int, to int) -> changed
insert into need_text (threshold_id, code, kind, number, title, text)
select :to, code, kind, number, title, text from need_text where threshold_id = :from;

-- edition_copy_guides(from int, to int) -> changed
insert into need_guide (threshold_id, code, title, about, level, place, address, number)
select :to, code, title, about, level, place, address, number from need_guide where threshold_id = :from;

-- edition_write(id int, was text, title text, edition text, about text) -> changed
update threshold set title = :title, edition = :edition, about = :about
where id = :id and from_on is null and edition = :was;

-- level_write(threshold int, code text, was text, name text, meaning text, consent text) -> changed
update need_level set name = :name, meaning = :meaning, consent = :consent
where threshold_id = :threshold and code = :code and meaning = :was
    and exists (select 1 from threshold t where t.id = :threshold and t.from_on is null);

-- dimension_list(threshold int) -> Dimension*
select id, code, domain, name from need_dimension where threshold_id = :threshold order by number, id;

-- example_find(threshold int, id int) -> Example?
select i.id, i.code, i.text, i.number, i.level_id, i.dimension_id, l.code as "level text not null",
    d.code as "dimension text not null"
from need_indicator i join need_level l on l.id = i.level_id join need_dimension d on d.id = i.dimension_id
where i.threshold_id = :threshold and i.id = :id;

-- example_beside(threshold int, id int, up int) -> Example?
-- The one before it (or after it) under the same heading at the same level.
select o.id, o.code, o.text, o.number, o.level_id, o.dimension_id, l.code as "level text not null",
    d.code as "dimension text not null"
from need_indicator i join need_indicator o on o.threshold_id = i.threshold_id and o.level_id = i.level_id
    and o.dimension_id = i.dimension_id and o.id <> i.id
join need_level l on l.id = o.level_id join need_dimension d on d.id = o.dimension_id
where i.threshold_id = :threshold and i.id = :id
    and ((:up = 1 and o.number < i.number) or (:up = 0 and o.number > i.number))
order by case when :up = 1 then -o.number else o.number end limit 1;

-- example_write(threshold int, id int, was text, text text, level text, dimension text) -> changed
update need_indicator set text = :text,
    level_id = (select l.id from need_level l where l.threshold_id = :threshold and l.code = :level),
    dimension_id = (select d.id
    from need_dimension d where d.threshold_id = :threshold and d.code = :dimension)
where id = :id and threshold_id = :threshold and text = :was
    and exists (select 1 from threshold t where t.id = :threshold and t.from_on is null);

-- example_number(threshold int, id int, was int, number int) -> changed
update need_indicator set number = :number where id = :id and threshold_id = :threshold and number = :was
    and exists (select 1 from threshold t where t.id = :threshold and t.from_on is null);

-- example_add(threshold int, code text, level text, dimension text, text text) -> changed
insert into need_indicator (threshold_id, code, level_id, dimension_id, number, text)
select t.id, :code, l.id, d.id,
    (select coalesce(max(o.number), 0) + 1 from need_indicator o where o.threshold_id = t.id), :text
from threshold t join need_level l on l.threshold_id = t.id and l.code = :level
join need_dimension d on d.threshold_id = t.id and d.code = :dimension
where t.id = :threshold and t.from_on is null;

-- example_coded(threshold int, code text) -> int
select count(*) from need_indicator where threshold_id = :threshold and code = :code;

-- example_drop(threshold int, id int) -> changed
delete from need_indicator where id = :id and threshold_id = :threshold
    and exists (select 1 from threshold t where t.id = :threshold and t.from_on is null);

-- item_find(threshold int, id int) -> Item?
select i.id, i.kind, i.number, i.text, i.service, i.optional, l.code as "level text not null",
    l.name as "level_name text not null"
from need_item i join need_level l on l.id = i.level_id where i.threshold_id = :threshold and i.id = :id;

-- item_list(threshold int, level text) -> Item*
-- What a level's own lists say; null: of all levels.
select i.id, i.kind, i.number, i.text, i.service, i.optional, l.code as "level text not null",
    l.name as "level_name text not null"
from need_item i join need_level l on l.id = i.level_id
where i.threshold_id = :threshold and (:level is null or l.code = :level) order by l.number, i.kind, i.number;

-- item_write(threshold int, id int, was text, text text, service text, optional int) -> changed
update need_item set text = :text, service = :service, optional = :optional
where id = :id and threshold_id = :threshold and text = :was
    and exists (select 1 from threshold t where t.id = :threshold and t.from_on is null);

-- item_add(threshold int, level text, kind text, text text, service text, optional int) -> changed
insert into need_item (threshold_id, level_id, kind, number, text, service, optional)
select t.id, l.id, :kind,
    (select coalesce(max(o.number), 0) + 1
    from need_item o where o.level_id = l.id and o.kind = :kind), :text,
    :service, :optional
from threshold t join need_level l on l.threshold_id = t.id and l.code = :level
where t.id = :threshold and t.from_on is null;

-- item_drop(threshold int, id int) -> changed
delete from need_item where id = :id and threshold_id = :threshold
    and exists (select 1 from threshold t where t.id = :threshold and t.from_on is null);

-- edition_before(id int, today text) -> int
-- What an edition is looked at beside: for a draft the one in force, else the one before it.
select o.id from threshold e join threshold o on o.id <> e.id and o.from_on is not null
    and (e.from_on is null and o.from_on <= :today or o.from_on < e.from_on)
where e.id = :id order by o.from_on desc, o.id desc limit 1;
