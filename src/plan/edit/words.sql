-- The plan's words: its editions, objectives, priorities with their commitments, and each year's headlines.

-- edit_plans() -> EditPlan*
select p.id, p.code, p.title, p.edition, p.version, p.starts, p.ends, p.status, p.standing, p.strapline,
    p.vision, s.code as "successor text"
from plan p left join plan s on s.id = p.successor_id order by p.starts desc, p.code;

-- edit_plan(code text) -> EditPlan?
select p.id, p.code, p.title, p.edition, p.version, p.starts, p.ends, p.status, p.standing, p.strapline,
    p.vision, s.code as "successor text"
from plan p left join plan s on s.id = p.successor_id where p.code = :code;

-- edit_plan_add(code text, title text, edition text, version text, starts int, ends int, status text,
--               standing text, strapline text, vision text, successor text) -> id
insert into plan (code, title, edition, version, starts, ends, status, standing, strapline, vision,
    successor_id)
values (:code, :title, :edition, :version, :starts, :ends, :status, :standing, :strapline, :vision,
    (select id from plan where code = :successor))
returning id;

-- edit_plan_save(id int, title text, edition text, version text, starts int, ends int, status text,
--                standing text, strapline text, vision text, successor text) -> changed
update plan set title = :title, edition = :edition, version = :version, starts = :starts, ends = :ends,
    status = :status, standing = :standing, strapline = :strapline, vision = :vision,
    successor_id = (select s.id from plan s where s.code = :successor)
where id = :id;

-- edit_objectives_all() -> EditObjective*
select o.id, o.code, o.level, o.number, o.title, o.description, o.lead_partners, o.ended_on,
    s.title as "set_title text not null"
from objective o join objective_set s on s.id = o.set_id order by s.code desc, o.position;

-- edit_objective(code text) -> EditObjective?
select o.id, o.code, o.level, o.number, o.title, o.description, o.lead_partners, o.ended_on,
    s.title as "set_title text not null"
from objective o join objective_set s on s.id = o.set_id where o.code = :code;

-- edit_objective_save(id int, title text, description text, lead_partners text) -> changed
update objective set title = :title, description = :description,
    lead_partners = :lead_partners where id = :id;

-- edit_priorities() -> EditPriority*
select p.id, e.code as "plan text not null", p.year, p.number, p.title, p.key_focus, p.lead,
    o.code as "objective text", o.title as "objective_title text"
from priority p join plan e on e.id = p.plan_id left join objective o on o.id = p.objective_id
order by p.year desc, p.number;

-- edit_priority(id int) -> EditPriority?
select p.id, e.code as "plan text not null", p.year, p.number, p.title, p.key_focus, p.lead,
    o.code as "objective text", o.title as "objective_title text"
from priority p join plan e on e.id = p.plan_id left join objective o on o.id = p.objective_id
where p.id = :id;

-- edit_priority_add(plan text, year text, title text, key_focus text, lead text, objective text) -> id
insert into priority (plan_id, year, number, title, key_focus, lead, objective_id)
values ((select id from plan where code = :plan), :year,
    (select coalesce(max(number), 0) + 1 from priority where year = :year), :title, :key_focus, :lead,
    (select id from objective where code = :objective))
returning id;

-- edit_priority_save(id int, plan text, title text, key_focus text, lead text, objective text) -> changed
update priority set plan_id = (select e.id from plan e where e.code = :plan), title = :title,
    key_focus = :key_focus, lead = :lead,
    objective_id = (select o.id from objective o where o.code = :objective)
where id = :id;

-- edit_priority_drop(id int) -> changed
delete from priority where id = :id and not exists (select 1 from commitment where priority_id = priority.id);

-- edit_commitments() -> EditCommitment*
select id, priority_id, number, text, origin from commitment order by priority_id, number;

-- edit_commitment(id int) -> EditCommitment?
select id, priority_id, number, text, origin from commitment where id = :id;

-- edit_commitment_add(priority int, text text, origin text) -> id
insert into commitment (priority_id, number, text, origin)
select :priority, coalesce(max(number), 0) + 1, :text, :origin from commitment where priority_id = :priority
returning id;

-- edit_commitment_save(id int, text text, origin text) -> changed
update commitment set text = :text, origin = :origin where id = :id;

-- edit_commitment_drop(id int) -> changed
delete from commitment where id = :id;

-- edit_headlines(year text) -> EditHeadline*
-- Of one year, or of all, latest first.
select id, year, kind, position, text from headline where (:year is null or year = :year)
order by year desc, case kind when 'headline' then 0 else 1 end, position;

-- edit_headline(id int) -> EditHeadline?
select id, year, kind, position, text from headline where id = :id;

-- edit_headline_above(year text, kind text, position int) -> EditHeadline?
select id, year, kind, position, text from headline
where year = :year and kind = :kind and position < :position order by position desc limit 1;

-- edit_headline_add(year text, kind text, text text) -> id
insert into headline (year, kind, position, text)
select :year, :kind, coalesce(max(position), 0) + 1, :text from headline where year = :year and kind = :kind
returning id;

-- edit_headline_save(id int, text text) -> changed
update headline set text = :text where id = :id;

-- edit_headline_place(id int, was int, position int) -> changed
update headline set position = :position where id = :id and position = :was;

-- edit_headline_drop(id int) -> changed
delete from headline where id = :id;
