-- What somebody answered about the groups.

-- group_answers(person int) -> GroupAnswer*
-- The answers that stand.
select g.id, g.grp, g.answer, g.agreed_by, g.agreed_how, g.needs, g.views, g.asked_on, g.recorded_at,
    a.name as "by_name text"
from person p join person_group g on g.person_id = p.id left join account a on a.id = g.recorded_by
where p.one_id = :person and g.ended_at is null
order by g.id;

-- group_history(person int, grp text) -> GroupPast*
-- Every answer about one group, the newest first.
select g.id, g.answer, g.agreed_by, g.agreed_how, g.needs, g.views, g.asked_on, g.recorded_at, g.ended_at,
    a.name as "by_name text"
from person p join person_group g on g.person_id = p.id left join account a on a.id = g.recorded_by
where p.one_id = :person and g.grp = :grp
order by g.id desc;

-- group_end(person int, grp text, at int, by int) -> changed
update person_group set ended_at = :at, ended_by = :by
where person_id in (select id from person where one_id = :person) and grp = :grp and ended_at is null;

-- group_put(person int, grp text, answer text, agreed_by text, agreed_how text, needs text, views text,
--     asked text, at int, by int) -> id
insert into person_group (person_id, grp, answer, agreed_by, agreed_how, needs, views, asked_on, recorded_at,
    recorded_by)
values (:person, :grp, :answer, :agreed_by, :agreed_how, :needs, :views, :asked, :at, :by) returning id;

-- group_counts(today text) -> GroupCount*
-- How many people there are of each group who agreed to be recorded; joined records count once.
select g.grp, count(distinct p.one_id) as "n int not null"
from person_group g join person p on p.id = g.person_id
where g.ended_at is null and g.answer = 'yes' and g.asked_on <= :today
group by g.grp order by g.grp;
