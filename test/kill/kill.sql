-- kill_put(name text, value text) -> nothing
insert into setting (name, value, changed_at) values (:name, :value, 0);

-- kill_has(name text) -> int
select count(*) as "n int" from setting where name = :name;

-- kill_pairs() -> KillPairs?
-- Acts, and acts of which only one row is there.
select count(*) as "acts int", sum(case when s.name is null or f.name is null then 1 else 0 end) as "halves int"
from (select substr(name, 2) as act from setting where name like 'a%' or name like 'b%' group by substr(name, 2)) k
left join setting f on f.name = 'a' || k.act
left join setting s on s.name = 'b' || k.act;

-- kill_audited() -> int
select count(*) as "n int" from audit where act = 'kill.act';

-- site_has(name text) -> int
select count(*) as "n int" from agency where name = :name;

-- site_pairs() -> KillPairs?
-- Agencies that were added, and those without their audit row.
select count(*) as "acts int", sum(case when a.id is null then 1 else 0 end) as "halves int"
from agency g left join audit a on a.act = 'agency.add' and a.subject_id = g.id
where g.name like 'kill-%';

-- site_audited() -> int
select count(*) as "n int" from audit where act = 'agency.add';

-- draft_stands(assessment int, question text) -> text
select w.value from answer w join assessment a on a.sheet_id = w.sheet_id
where a.id = :assessment and w.question = :question;

-- draft_pairs() -> KillPairs?
-- Answers that somebody typed, and those of which the history does not have what stands there.
select count(*) as "acts int", sum(case when r.id is null then 1 else 0 end) as "halves int"
from answer w left join answer_revision r on r.answer_id = w.id and r.revision = w.revision and r.value = w.value
where w.by is not null;

-- draft_clashes() -> int
-- Places where somebody clashes with themself: the demonstration has one where two people do.
select count(*) as "n int" from answer_clash c join answer w on w.id = c.answer_id where c.by = w.by;
