-- plan_current() -> Plan?
-- The edition that was adopted last, or else the last one written.
select id, code, title, edition, version, starts, ends, status, standing, strapline, vision from plan
order by case status when 'adopted' then 0 when 'superseded' then 1 else 2 end, starts desc limit 1;

-- plan_editions() -> Plan*
select id, code, title, edition, version, starts, ends, status, standing, strapline, vision
    from plan order by starts;

-- plan_sets() -> ObjectiveSet*
select s.id, s.code, s.title, s.strategic, s.operational, s.note,
       (select count(*) from objective o where o.set_id = s.id) as "listed int not null"
from objective_set s order by s.code desc;

-- plan_objectives() -> PlanObjective*
select o.id, o.set_id, o.code, o.level, o.number, o.title, o.description, o.lead_partners, o.ended_on,
       p.code as "parent text"
from objective o left join objective p on p.id = o.parent_id order by o.set_id, o.position;

-- plan_objective(code text) -> PlanObjective?
select o.id, o.set_id, o.code, o.level, o.number, o.title, o.description, o.lead_partners, o.ended_on,
       p.code as "parent text"
from objective o left join objective p on p.id = o.parent_id where o.code = :code;

-- plan_became(objective int) -> Became*
-- What became of an objective.
select n.code as "code text", n.title as "title text", s.note
from objective_successor s left join objective n on n.id = s.successor_id where s.objective_id = :objective;

-- plan_came_from(objective int) -> Became*
-- What an objective was before.
select n.code as "code text", n.title as "title text", s.note
from objective_successor s join objective n on n.id = s.objective_id where s.successor_id = :objective;

-- plan_priorities() -> PlanPriority*
select p.id, p.year, p.number, p.title, p.key_focus, p.lead, o.code as "objective text",
    o.title as "objective_title text"
from priority p left join objective o on o.id = p.objective_id order by p.year desc, p.number;

-- plan_commitments() -> PlanCommitment*
select priority_id, text, origin from commitment order by priority_id, number;

-- plan_objective_notes(objective int) -> ObjectiveNote*
select code, text from data_note where objective_id = :objective order by code;
