-- Quality samples of early help assessments. A manager draws from what they may see and have not written.

-- quality_candidates(account int, now int, since int, before int) -> CafCandidate*
-- Assessments called complete in that time.
with ok as materialized (select distinct person_id from sight
    where account_id = :account and kind in ('*', 'assessment') and starts_at <= :now and ends_at > :now)
select a.id, a.person_id from ok join person p on p.one_id = ok.person_id
join assessment a on a.person_id = p.id
where a.kind = 'caf' and a.state <> 'ended' and a.completed_at >= :since and a.completed_at < :before
    and a.owner_id <> :account and a.started_by <> :account
order by a.id;

-- sample_put(starts text, ends text, seed text, drawn_from int, at int, by int) -> id
insert into caf_sample (starts_on, ends_on, seed, drawn_from, drawn_at, drawn_by)
values (:starts, :ends, :seed, :drawn_from, :at, :by) returning id;

-- look_put_in(sample int, assessment int, sheet int, owner int, next_on text) -> id
insert into caf_audit (sample_id, assessment_id, sheet_id, owner_id, next_on)
values (:sample, :assessment, :sheet, :owner, :next_on) returning id;

-- samples_of(account int) -> SampleRow*
select s.id, s.starts_on, s.ends_on, s.seed, s.drawn_from, s.drawn_at,
    (select count(*) from caf_audit a where a.sample_id = s.id) as "size int not null",
    (select count(*) from caf_audit a where a.sample_id = s.id and a.done_at is not null)
        as "done int not null"
from caf_sample s where s.drawn_by = :account order by s.drawn_at desc, s.id desc limit 100;

-- sample_find(id int, account int) -> SampleRow?
select s.id, s.starts_on, s.ends_on, s.seed, s.drawn_from, s.drawn_at,
    (select count(*) from caf_audit a where a.sample_id = s.id) as "size int not null",
    (select count(*) from caf_audit a where a.sample_id = s.id and a.done_at is not null)
        as "done int not null"
from caf_sample s where s.id = :id and s.drawn_by = :account;

-- looks_of(sample int, account int, now int) -> CafLook*
-- Of children whom this account may no longer see, without a name.
with ok as materialized (select distinct person_id from sight
    where account_id = :account and kind in ('*', 'assessment') and starts_at <= :now and ends_at > :now)
select l.id, l.sample_id, l.assessment_id, l.sheet_id, l.owner_id, l.next_on, l.done_at, l.grade, l.findings,
    l.worker_id, l.seen_at, g.name as "agency text not null", b.name as "looker text not null",
    w.name as "worker text not null", a.person_id, case when ok.person_id is null then null else one.name end
    as "child text"
from caf_audit l join assessment a on a.id = l.assessment_id join agency g on g.id = a.agency_id
join account b on b.id = l.owner_id join account w on w.id = coalesce(l.worker_id, a.owner_id)
join person p on p.id = a.person_id join person one on one.id = p.one_id
left join ok on ok.person_id = p.one_id
where l.sample_id = :sample order by l.id;

-- look_one(id int) -> CafLook?
select l.id, l.sample_id, l.assessment_id, l.sheet_id, l.owner_id, l.next_on, l.done_at, l.grade, l.findings,
    l.worker_id, l.seen_at, g.name as "agency text not null", b.name as "looker text not null",
    w.name as "worker text not null", a.person_id, null as "child text"
from caf_audit l join assessment a on a.id = l.assessment_id join agency g on g.id = a.agency_id
join account b on b.id = l.owner_id join account w on w.id = coalesce(l.worker_id, a.owner_id)
where l.id = :id;

-- looks_found(assessment int, account int) -> CafLook*
-- For the worker, and for whoever looked.
select l.id, l.sample_id, l.assessment_id, l.sheet_id, l.owner_id, l.next_on, l.done_at, l.grade, l.findings,
    l.worker_id, l.seen_at, g.name as "agency text not null", b.name as "looker text not null",
    w.name as "worker text not null", a.person_id, null as "child text"
from caf_audit l join assessment a on a.id = l.assessment_id join agency g on g.id = a.agency_id
join account b on b.id = l.owner_id join account w on w.id = coalesce(l.worker_id, a.owner_id)
where l.assessment_id = :assessment and l.done_at is not null
    and (l.worker_id = :account or l.owner_id = :account)
order by l.done_at desc, l.id;

-- looks_unread(account int) -> UnreadLook*
select l.id, l.assessment_id, l.done_at from caf_audit l
where l.worker_id = :account and l.seen_at is null order by l.done_at, l.id;

-- look_done(id int, grade text, findings text, worker int, at int) -> changed
update caf_audit set grade = :grade, findings = :findings, worker_id = :worker, done_at = :at, next_on = null
where id = :id and done_at is null;

-- look_seen(id int, account int, at int) -> changed
update caf_audit set seen_at = :at where id = :id and worker_id = :account and seen_at is null;

-- quality_results() -> GradeCount*
-- By quarter and by the agency that began the assessment. No child is named.
select s.starts_on, g.name as "agency text not null", count(*) as "n int not null",
    sum(case when l.grade = 'good' then 1 else 0 end) as "good int not null",
    sum(case when l.grade = 'enough' then 1 else 0 end) as "enough int not null",
    sum(case when l.grade = 'not_enough' then 1 else 0 end) as "not_enough int not null"
from caf_audit l join caf_sample s on s.id = l.sample_id join assessment a on a.id = l.assessment_id
join agency g on g.id = a.agency_id where l.done_at is not null
group by s.starts_on, g.id, g.name order by s.starts_on desc, g.name limit 200;

-- look_worker(id int) -> int
select a.owner_id from caf_audit l join assessment a on a.id = l.assessment_id where l.id = :id;
