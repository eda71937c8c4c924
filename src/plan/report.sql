-- report_objectives(year text) -> ReportHead*
-- The set that the year's report used, or the one that holds now.
select o.id, o.code, o.level, o.parent_id, o.number, o.title, o.description from objective o
where o.set_id = coalesce(
    (select used.set_id from report_line l join objective used on used.id = l.objective_id
        where l.year = :year
        order by l.position limit 1),
    (select max(current.set_id) from objective current where current.ended_on is null))
order by o.position;

-- report_lines(year text, day text, only_public int, objective text) -> ReportRow*
-- The year's own lines, or every measure that is kept; each with what it meant on the day.
with wanted as (
    select o.id from objective o where :objective is null or o.code = :objective
        or o.parent_id = (select above.id from objective above where above.code = :objective)),
line as (
    select measure_id, objective_id, position from report_line
    where year = :year and objective_id in (select id from wanted)
    union all
    select m.id, m.objective_id, m.position from measure m
    where m.objective_id in (select id from wanted) and m.ended_on is null
        and not exists (select 1 from report_line where year = :year))
select m.id, m.code, m.slug, m.code_is_shown, m.is_public, m.parent_id, line.objective_id, v.title,
    v.line_label,
    v.polarity, v.band_low, v.band_high, v.kind, v.unit, v.decimals, v.accumulates, v.direction_text,
    r.name as responsible, t.kind as target_kind, t.value as target_value, t.raw as target_raw, f.better,
    f.met,
    f.better_raw, f.met_raw, x.reason as left_out
from line
join objective o on o.id = line.objective_id
join measure m on m.id = line.measure_id
join measure_version v on v.measure_id = m.id and v.from_day <= :day and not exists (
    select 1 from measure_version w
    where w.measure_id = m.id and w.from_day <= :day and w.from_day > v.from_day)
left join responsible r on r.id = m.responsible_id
left join target t on t.measure_id = m.id and t.year = :year
left join printed_flag f on f.measure_id = m.id and f.year = :year
left join report_exclusion x on x.measure_id = m.id and x.year = :year and x.leaves_out = 'summary'
where (:only_public = 0 or m.is_public = 1)
    and not exists (select 1 from report_exclusion y
        where y.measure_id = m.id and y.year = :year and y.leaves_out = 'scorecard')
order by o.position, line.position;

-- report_cells(c0 text, c1 text, c2 text, c3 text, c4 text, c5 text) -> ReportFigure*
-- The six columns, in any order.
select o.measure_id,
    case p.code when :c0 then 0 when :c1 then 1 when :c2 then 2 when :c3 then 3 when :c4 then 4
        else 5 end as "cell int",
    o.raw, o.value, o.covers, o.status
from period p join observation o on o.period_id = p.id
where p.code in (:c0, :c1, :c2, :c3, :c4, :c5);

-- report_cells_of(objective text, year text, c0 text, c1 text, c2 text, c3 text, c4 text,
--     c5 text) -> ReportFigure*
-- The same for the lines of one objective: figures are looked up line by line, so a large plan costs no more.
with wanted as (
    select o.id from objective o where o.code = :objective
        or o.parent_id = (select above.id from objective above where above.code = :objective)),
line as (
    select measure_id from report_line where year = :year and objective_id in (select id from wanted)
    union
    select m.id from measure m where m.objective_id in (select id from wanted) and m.ended_on is null)
select o.measure_id,
    case p.code when :c0 then 0 when :c1 then 1 when :c2 then 2 when :c3 then 3 when :c4 then 4
        else 5 end as "cell int",
    o.raw, o.value, o.covers, o.status
from line cross join period p join observation o on o.measure_id = line.measure_id and o.period_id = p.id
where p.code in (:c0, :c1, :c2, :c3, :c4, :c5);

-- report_breaks(after text, until text) -> ReportBreak*
select b.measure_id, p.code, p.starts_on, b.note from series_break b join period p on p.id = b.period_id
where p.starts_on > :after and p.starts_on <= :until order by p.starts_on;

-- report_last_year() -> text
select max(p.year) as "year text" from period p
where p.quarter > 0 and exists (select 1 from observation o where o.period_id = p.id);

-- report_last_quarter(year text) -> int
select max(p.quarter) as "quarter int" from period p
where p.year = :year and p.quarter > 0
    and exists (select 1 from observation o where o.period_id = p.id and o.value is not null);
