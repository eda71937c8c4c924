-- What was in force on a day.

-- policy_edition(day text) -> PolicyEdition?
-- The edition of the threshold document.
select id, title, edition, from_on, until_on from threshold
where from_on is not null and from_on <= :day and (until_on is null or until_on >= :day)
order by from_on desc, id desc limit 1;

-- policy_rules(day text) -> PolicyRule*
-- The rules of the clocks, one a key: the newest that held.
select r.title, r.starts, r.amount, r.unit, r.who, r.source, r.from_on, r.until_on from clock_rule r
where r.from_on <= :day and (r.until_on is null or r.until_on >= :day) and not exists (
    select 1 from clock_rule n where n.key = r.key and n.from_on > r.from_on and n.from_on <= :day
        and (n.until_on is null or n.until_on >= :day))
order by lower(r.title), r.id;

-- policy_forms(day text) -> PolicyForm*
-- The wording of each questionnaire.
select q.title, v.number, v.from_on, v.source from questionnaire q
join questionnaire_version v on v.questionnaire_id = q.id
where v.from_on <= :day and not exists (
    select 1 from questionnaire_version n where n.questionnaire_id = q.id and n.from_on <= :day
        and (n.from_on > v.from_on or (n.from_on = v.from_on and n.number > v.number)))
order by lower(q.title), q.id;
