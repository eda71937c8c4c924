-- The threshold document: reading it, and putting it in.

-- threshold_on(day text) -> Threshold?
-- The edition in force that day.
select id, code, title, edition, about, from_on, until_on, created_at
from threshold where from_on is not null and from_on <= :day and (until_on is null or until_on >= :day)
order by from_on desc, id desc limit 1;

-- threshold_first() -> Threshold?
-- The oldest edition that ever came into force: for a decision from before there was one.
select id, code, title, edition, about, from_on, until_on, created_at
from threshold where from_on is not null order by from_on, id limit 1;

-- threshold_find(id int) -> Threshold?
select id, code, title, edition, about, from_on, until_on, created_at from threshold where id = :id;

-- threshold_coded(code text) -> Threshold?
select id, code, title, edition, about, from_on, until_on, created_at from threshold where code = :code;

-- threshold_list() -> Threshold*
-- Drafts first, then the newest.
select id, code, title, edition, about, from_on, until_on, created_at from threshold
order by case when from_on is null then 0 else 1 end, from_on desc, id desc;

-- need_levels(threshold int) -> NeedLevel*
select id, code, number, name, threshold, meaning, consent from need_level
where threshold_id = :threshold order by number;

-- need_level_coded(threshold int, code text) -> NeedLevel?
select id, code, number, name, threshold, meaning, consent from need_level
where threshold_id = :threshold and code = :code;

-- need_indicators(threshold int, level int) -> NeedIndicator*
-- By dimension and level; one level, or null for all.
select i.id, i.code, i.text, l.id as "level_id int not null", l.code as "level text not null",
    l.name as "level_name text not null", l.number as "level_number int not null",
    d.code as "dimension text not null", d.name as "dimension_name text not null",
    d.domain as "domain text not null"
from need_indicator i join need_level l on l.id = i.level_id join need_dimension d on d.id = i.dimension_id
where i.threshold_id = :threshold and (:level is null or i.level_id = :level)
order by d.number, l.number, i.number, i.id;

-- need_items(threshold int, upto int) -> NeedItem*
-- The lists of a level (by its number) and, for assessments and providers, of those below it: the highest
-- first (W7).
select i.id, i.kind, i.text, i.optional, l.code as "level text not null",
    l.name as "level_name text not null", l.number as "level_number int not null", s.code as service
from need_item i join need_level l on l.id = i.level_id
left join service s on s.code = i.service and s.ended_at is null
where i.threshold_id = :threshold and (l.number = :upto or (l.number < :upto and i.kind <> 'action'))
order by l.number desc, i.kind, i.number;

-- need_texts(threshold int, kind text) -> NeedText*
select code, kind, title, text from need_text
where threshold_id = :threshold and (:kind is null or kind = :kind) order by kind, number;

-- need_guides(threshold int, level text, place text) -> NeedGuide*
-- Guidance for a level or for a place in the work; null for any.
select code, title, about, level, place, address from need_guide
where threshold_id = :threshold and (:level is null or level = :level or level is null)
    and (:place is null or place = :place)
order by number;

-- ---- putting it in ---------------------------------------------------------------------------------------

-- threshold_put(code text, title text, edition text, about text, from_on text, at int, by int) -> changed
insert into threshold (code, title, edition, about, from_on, created_at, created_by)
values (:code, :title, :edition, :about, :from_on, :at, :by)
on conflict (code) do update set title = excluded.title, edition = excluded.edition, about = excluded.about,
    from_on = coalesce(threshold.from_on, excluded.from_on)
where (threshold.title, threshold.edition, threshold.about, threshold.from_on)
    is distinct from (excluded.title, excluded.edition, excluded.about,
        coalesce(threshold.from_on, excluded.from_on));

-- threshold_count() -> int
select count(*) from threshold;

-- threshold_close(from_on text, until_on text, but text) -> changed
-- The editions before this day end the day before it.
update threshold set until_on = :until_on
where code <> :but and from_on < :from_on and (until_on is null or until_on >= :from_on);

-- threshold_used(threshold int) -> int
-- Decisions made under it.
select count(*) from need n join need_level l on l.id = n.level_id where l.threshold_id = :threshold;

-- need_level_put(edition text, code text, number int, name text, threshold text, meaning text,
--     consent text) -> changed
insert into need_level (threshold_id, code, number, name, threshold, meaning, consent)
values ((select id from threshold where code = :edition), :code, :number, :name, :threshold, :meaning,
    :consent)
on conflict (threshold_id, code) do update set number = excluded.number, name = excluded.name,
    threshold = excluded.threshold, meaning = excluded.meaning, consent = excluded.consent
where (need_level.number, need_level.name, need_level.threshold, need_level.meaning, need_level.consent)
    is distinct from (excluded.number, excluded.name, excluded.threshold, excluded.meaning, excluded.consent);

-- need_level_differs(edition text, code text, name text, threshold text, meaning text) -> int
-- Whether decisions were made by this level and it would mean something else.
select count(*) from need_level l join threshold t on t.id = l.threshold_id
where t.code = :edition and l.code = :code and exists (select 1 from need n where n.level_id = l.id)
    and (l.name, l.threshold, l.meaning) is distinct from (:name, :threshold, :meaning);

-- need_level_count() -> int
select count(*) from need_level;

-- need_dimension_put(edition text, code text, domain text, number int, name text) -> changed
insert into need_dimension (threshold_id, code, domain, number, name)
values ((select id from threshold where code = :edition), :code, :domain, :number, :name)
on conflict (threshold_id, code) do update set domain = excluded.domain, number = excluded.number,
    name = excluded.name
where (need_dimension.domain, need_dimension.number, need_dimension.name)
    is distinct from (excluded.domain, excluded.number, excluded.name);

-- need_dimension_count() -> int
select count(*) from need_dimension;

-- need_indicator_put(edition text, code text, level text, dimension text, number int, text text) -> changed
insert into need_indicator (threshold_id, code, level_id, dimension_id, number, text)
select t.id, :code, l.id, d.id, :number, :text
from threshold t join need_level l on l.threshold_id = t.id and l.code = :level
join need_dimension d on d.threshold_id = t.id and d.code = :dimension
where t.code = :edition
on conflict (threshold_id, code) do update set level_id = excluded.level_id,
    dimension_id = excluded.dimension_id, number = excluded.number, text = excluded.text
where (need_indicator.level_id, need_indicator.dimension_id, need_indicator.number, need_indicator.text)
    is distinct from (excluded.level_id, excluded.dimension_id, excluded.number, excluded.text);

-- need_indicator_differs(edition text, code text, level text, text text) -> int
-- Whether it was ticked for a decision and would say something else.
select count(*) from need_indicator i join threshold t on t.id = i.threshold_id
join need_level l on l.id = i.level_id
where t.code = :edition and i.code = :code
    and exists (select 1 from need_tick k where k.indicator_id = i.id)
    and (l.code, i.text) is distinct from (:level, :text);

-- need_indicator_count() -> int
select count(*) from need_indicator;

-- need_item_put(edition text, level text, kind text, number int, text text, service text,
--     optional int) -> changed
insert into need_item (threshold_id, level_id, kind, number, text, service, optional)
select t.id, l.id, :kind, :number, :text, :service, :optional
from threshold t join need_level l on l.threshold_id = t.id and l.code = :level
where t.code = :edition
on conflict (level_id, kind, number) do update set text = excluded.text, service = excluded.service,
    optional = excluded.optional
where (need_item.text, need_item.service, need_item.optional)
    is distinct from (excluded.text, excluded.service, excluded.optional);

-- need_item_count() -> int
select count(*) from need_item;

-- need_text_put(edition text, code text, kind text, number int, title text, text text) -> changed
insert into need_text (threshold_id, code, kind, number, title, text)
values ((select id from threshold where code = :edition), :code, :kind, :number, :title, :text)
on conflict (threshold_id, code) do update set kind = excluded.kind, number = excluded.number,
    title = excluded.title, text = excluded.text
where (need_text.kind, need_text.number, need_text.title, need_text.text)
    is distinct from (excluded.kind, excluded.number, excluded.title, excluded.text);

-- need_text_count() -> int
select count(*) from need_text;

-- need_guide_put(edition text, code text, title text, about text, level text, place text, address text,
--     number int) -> changed
insert into need_guide (threshold_id, code, title, about, level, place, address, number)
values ((select id from threshold where code = :edition), :code, :title, :about, :level, :place, :address,
    :number)
on conflict (threshold_id, code) do update set title = excluded.title, about = excluded.about,
    level = excluded.level, place = excluded.place, address = excluded.address, number = excluded.number
where (need_guide.title, need_guide.about, need_guide.level, need_guide.place, need_guide.address,
        need_guide.number)
    is distinct from (excluded.title, excluded.about, excluded.level, excluded.place, excluded.address,
        excluded.number);

-- need_guide_count() -> int
select count(*) from need_guide;
