-- trace_measure(slug text, day text) -> TraceMeasure?
-- A measure as it stands on a day, with its place in the plan.
select m.id, m.code, m.slug, m.code_is_shown, m.is_public, m.counts_people, m.explanation, m.ended_on,
    m.parent_id,
       o.code as "objective text not null", o.title as "objective_title text not null",
       r.name as "responsible text", v.title, v.line_label, v.polarity, v.band_low, v.band_high, v.kind,
       v.unit,
       v.decimals, v.accumulates, v.per, v.direction_text, v.definition, v.quality_note
from measure m
join objective o on o.id = m.objective_id
left join responsible r on r.id = m.responsible_id
join measure_version v on v.measure_id = m.id and v.from_day =
    (select max(w.from_day) from measure_version w where w.measure_id = m.id and w.from_day <= :day)
where m.slug = :slug;

-- trace_measures(day text) -> TraceMeasure*
select m.id, m.code, m.slug, m.code_is_shown, m.is_public, m.counts_people, m.explanation, m.ended_on,
    m.parent_id,
       o.code as "objective text not null", o.title as "objective_title text not null",
       r.name as "responsible text", v.title, v.line_label, v.polarity, v.band_low, v.band_high, v.kind,
       v.unit,
       v.decimals, v.accumulates, v.per, v.direction_text, v.definition, v.quality_note
from measure m
join objective o on o.id = m.objective_id
left join responsible r on r.id = m.responsible_id
join measure_version v on v.measure_id = m.id and v.from_day =
    (select max(w.from_day) from measure_version w where w.measure_id = m.id and w.from_day <= :day)
where m.is_public = 1
order by m.id;

-- trace_points(measure int, until text) -> TracePoint*
-- Every figure in order, the outturn of a year after its quarters.
select o.measure_id, p.code, p.kind, p.year, p.quarter, o.raw, o.value, o.covers, o.status, o.basis,
    o.numerator,
       o.denominator, b.note as "break_note text"
from observation o
join period p on p.id = o.period_id
left join series_break b on b.measure_id = o.measure_id and b.period_id = o.period_id
where o.measure_id = :measure and p.ends_on <= :until
order by p.year, case when p.quarter = 0 then 5 else p.quarter end, p.code;

-- trace_points_all(until text) -> TracePoint*
select o.measure_id, p.code, p.kind, p.year, p.quarter, o.raw, o.value, o.covers, o.status, o.basis,
    o.numerator,
       o.denominator, b.note as "break_note text"
from observation o
join period p on p.id = o.period_id
left join series_break b on b.measure_id = o.measure_id and b.period_id = o.period_id
where p.ends_on <= :until
order by o.measure_id, p.year, case when p.quarter = 0 then 5 else p.quarter end, p.code;

-- trace_targets(measure int) -> TraceTarget*
select year, kind, value, raw, author, reason from target where measure_id = :measure order by year;

-- trace_versions(measure int) -> TraceVersion*
select from_day, title, polarity, definition, direction_text, reason, made_by
from measure_version where measure_id = :measure order by from_day;

-- trace_comments(measure int, until text, all int) -> TraceComment*
-- all: 1 with those that are not for the public.
select p.code, c.text, c.is_public, c.at
from commentary c
join period p on p.id = c.period_id
where c.measure_id = :measure and p.ends_on <= :until and (c.is_public = 1 or :all = 1)
order by p.ends_on desc;

-- trace_revisions(measure int, until text) -> TraceRevision*
select p.code, r.old_raw, r.old_value, r.new_raw, r.at, r.why
from observation_revision r
join observation o on o.id = r.observation_id
join period p on p.id = o.period_id
where o.measure_id = :measure and p.ends_on <= :until
order by r.at desc, r.id desc;

-- trace_notes(measure int) -> TraceNote*
select code, year, text from data_note where measure_id = :measure order by code;

-- trace_kin(measure int, head int, day text) -> TraceKin*
-- The lines that stand with this one: its head, and the other lines under the same head.
select m.slug, v.title, v.line_label
from measure m
join measure_version v on v.measure_id = m.id and v.from_day =
    (select max(w.from_day) from measure_version w where w.measure_id = m.id and w.from_day <= :day)
where m.id <> :measure and m.is_public = 1 and (m.parent_id = :measure or m.id = :head or m.parent_id = :head)
order by m.position;

-- trace_sums() -> TraceSum*
select total_id, part_id from measure_sum order by total_id, part_id;
