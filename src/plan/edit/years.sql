-- A year's report: which lines it has, in which order, and what it leaves out and why.
-- use "plan/edit/edit.sql.h": EditPick

-- edit_years() -> EditYear*
-- Every year that has lines of its own, latest first.
select l.year, count(*) as "lines int not null",
    (select count(*) from report_exclusion x where x.year = l.year) as "exclusions int not null",
    (select count(*) from target t where t.year = l.year and t.kind <> 'none') as "targets int not null",
    (select max(u.quarter) from publication u where u.year = l.year) as "published int"
from report_line l group by l.year order by l.year desc;

-- edit_lines(year text) -> EditReportLine*
-- The lines of a year as its report has them.
select l.id, m.id as "measure int not null", m.code, m.slug, m.code_is_shown, v.title, v.line_label,
    l.objective_id, o.title as "objective_title text not null", l.position, m.ended_on,
    (select count(*) from observation q join period p on p.id = q.period_id
        where q.measure_id = m.id and p.year = l.year) as "figures int not null"
from report_line l
join measure m on m.id = l.measure_id
join objective o on o.id = l.objective_id
join measure_version v on v.measure_id = m.id
    and v.from_day = (select max(w.from_day) from measure_version w where w.measure_id = m.id)
where l.year = :year order by o.position, l.position;

-- edit_line_last(year text, objective int) -> int
-- The last position under an objective, or in the year.
select coalesce((select max(position) from report_line where year = :year and objective_id = :objective),
    (select max(position) from report_line where year = :year), 0) as "position int";

-- edit_lines_shift(year text, after int) -> nothing
update report_line set position = position + 1 where year = :year and position > :after;

-- edit_line_add(year text, measure int, objective int, position int) -> changed
insert into report_line (year, measure_id, objective_id, position)
values (:year, :measure, :objective, :position)
on conflict (year, measure_id) do nothing;

-- edit_line_move(id int, objective int, position int) -> changed
update report_line set objective_id = :objective, position = :position where id = :id;

-- edit_line_drop(id int) -> changed
-- Only one for which the year holds no figure.
delete from report_line where id = :id and not exists (
    select 1 from observation q join period p on p.id = q.period_id
    where q.measure_id = report_line.measure_id and p.year = report_line.year);

-- edit_line_absent(year text) -> EditPick*
-- Measures that are kept and have no line in the year.
select m.id, m.slug as "code text not null", m.code || ' ' || v.title as "title text not null"
from measure m
join measure_version v on v.measure_id = m.id
    and v.from_day = (select max(w.from_day) from measure_version w where w.measure_id = m.id)
where m.ended_on is null
    and not exists (select 1 from report_line l where l.year = :year and l.measure_id = m.id)
order by m.position, m.id;

-- edit_exclusions(year text) -> EditExclusion*
select x.id, m.slug, m.code, v.title, v.line_label, m.code_is_shown, x.leaves_out, x.reason
from report_exclusion x
join measure m on m.id = x.measure_id
join measure_version v on v.measure_id = m.id
    and v.from_day = (select max(w.from_day) from measure_version w where w.measure_id = m.id)
where x.year = :year order by m.position, x.leaves_out;

-- edit_exclusion(year text, id int) -> EditExclusion?
select x.id, m.slug, m.code, v.title, v.line_label, m.code_is_shown, x.leaves_out, x.reason
from report_exclusion x
join measure m on m.id = x.measure_id
join measure_version v on v.measure_id = m.id
    and v.from_day = (select max(w.from_day) from measure_version w where w.measure_id = m.id)
where x.year = :year and x.id = :id;

-- edit_exclusion_add(year text, measure int, leaves_out text, reason text) -> changed
insert into report_exclusion (measure_id, year, leaves_out, reason) values (:measure, :year, :leaves_out,
    :reason)
on conflict (measure_id, year, leaves_out) do nothing;

-- edit_exclusion_save(id int, reason text) -> changed
update report_exclusion set reason = :reason where id = :id;

-- edit_exclusion_drop(year text, id int) -> changed
delete from report_exclusion where id = :id and year = :year;
