-- Disagreements between agencies, rung by rung, and complaints.

-- ladder_of(kind text) -> Rung*
select kind, rung, ours, theirs, service_manager, confirmed from dispute_ladder where kind = :kind
    order by rung;

-- ladder_rung(kind text, rung int) -> Rung?
select kind, rung, ours, theirs, service_manager, confirmed from dispute_ladder
where kind = :kind and rung = :rung;

-- ladder_service_manager(kind text) -> int
-- The rung where one goes when nobody can be reached.
select min(rung) from dispute_ladder where kind = :kind and service_manager = 1;

-- dispute_put(person int, kind text, step int, effect text, concern text, high int, by int,
--     agency int, at int,
--     team int, owner int, next int) -> id
insert into dispute (person_id, kind, step_id, effect, concern, high_risk, raised_by, agency_id, raised_at,
    team_id, owner_id, next_at)
values (:person, :kind, :step, :effect, :concern, :high, :by, :agency, :at, :team, :owner,
    :next) returning id;

-- dispute_find(id int) -> Dispute?
select d.id, d.person_id, d.kind, d.step_id, d.effect, d.concern, d.high_risk, d.raised_by, d.agency_id,
    d.raised_at, d.team_id, d.owner_id, d.next_at, d.outcome, d.outcome_text, d.closed_at,
    b.name as "by text not null", g.name as "agency text not null", t.name as "team text not null",
    o.name as "owner text not null"
from dispute d join account b on b.id = d.raised_by join agency g on g.id = d.agency_id
join team t on t.id = d.team_id join account o on o.id = d.owner_id
where d.id = :id;

-- dispute_ours(dispute int, account int, now int) -> int
-- 1 where :account is of the side that raised it: they themselves, or somebody of their agency of whom no
-- answer was asked, neither by name nor as one of the team that answers.
select count(*) from dispute d where d.id = :dispute and (d.raised_by = :account
    or (d.agency_id = (select a.agency_id from account a where a.id = :account)
        and not exists (select 1 from dispute_rung r where r.dispute_id = d.id and r.theirs_id = :account)
        and not exists (select 1 from team_member m where m.team_id = d.team_id and m.account_id = :account
            and m.starts_at <= :now and (m.ends_at is null or m.ends_at > :now))));

-- refused_referral(id int, account int) -> Refused?
-- A referral that :account raised and that was not accepted, unless the record is shut to them: here they
-- may disagree, whether or not they have a way to the record.
select r.id, p.id as "person_id int not null", r.team_id as "team_id int not null"
from referral r join person q on q.id = r.person_id join person p on p.id = q.one_id
where r.id = :id and r.raised_by = :account and r.team_id is not null and r.decided_at is not null
    and r.decision in ('early-help', 'advice', 'no-action')
    and not exists (select 1 from record_shut b where b.account_id = :account and b.person_id = p.id);

-- refused_disputes(referral int, account int) -> DisputeLine*
-- The disagreements that :account raised about that child since their referral was not accepted.
select d.id, d.kind, d.raised_at, d.closed_at, d.outcome, d.high_risk
from referral r join person q on q.id = r.person_id join person s on s.one_id = q.one_id
join dispute d on d.person_id = s.id
where r.id = :referral and r.raised_by = :account and d.raised_by = :account and d.kind = 'not-accepted'
    and d.step_id is null and d.raised_at >= r.decided_at
order by d.raised_at desc, d.id desc;

-- dispute_refused(id int, account int) -> int
-- 1 where :account raised it because a referral of theirs was not accepted: they read it, and nothing else of
-- the record, without any way to the child, unless the record is shut to them.
select count(*) from dispute d join person p on p.id = d.person_id
where d.id = :id and d.raised_by = :account and d.kind = 'not-accepted' and d.step_id is null
    and exists (select 1 from referral r join person q on q.id = r.person_id
        where q.one_id = p.one_id and r.raised_by = :account and r.decided_at <= d.raised_at
            and r.decision in ('early-help', 'advice', 'no-action'))
    and not exists (select 1 from record_shut b where b.account_id = :account and b.person_id = p.one_id);

-- disputes_of(person int) -> DisputeLine*
select d.id, d.kind, d.raised_at, d.closed_at, d.outcome, d.high_risk
from person p join dispute d on d.person_id = p.id where p.one_id = :person
    order by d.raised_at desc, d.id desc;

-- dispute_move(id int, owner int, next int) -> changed
update dispute set owner_id = :owner, next_at = :next where id = :id and closed_at is null;

-- dispute_close(id int, outcome text, words text, at int, by int) -> changed
update dispute set outcome = :outcome, outcome_text = :words, closed_at = :at, closed_by = :by
where id = :id and closed_at is null;

-- rung_put(dispute int, rung int, ours text, theirs text, ours_id int, theirs_id int, straight text, at int,
--     due int) -> id
insert into dispute_rung (dispute_id, rung, ours, theirs, ours_id, theirs_id, straight_why,
    started_at, due_at)
values (:dispute, :rung, :ours, :theirs, :ours_id, :theirs_id, :straight, :at, :due) returning id;

-- rung_due(id int, due int) -> nothing
update dispute_rung set due_at = :due where id = :id;

-- rungs_of(dispute int) -> Stood*
-- The rungs it stood on, as they came.
select r.id, r.rung, r.ours, r.theirs, r.straight_why, r.started_at, r.due_at, r.ended_at, r.result, r.words,
    a.name as "ours_name text not null", b.name as "theirs_name text not null", r.ours_id, r.theirs_id
from dispute_rung r join account a on a.id = r.ours_id join account b on b.id = r.theirs_id
where r.dispute_id = :dispute order by r.id;

-- rung_end(id int, at int, result text, words text) -> changed
update dispute_rung set ended_at = :at, result = :result, words = :words where id = :id and ended_at is null;

-- rungs_late(now int) -> LateRung*
-- Rungs that passed their time and of which nobody was told yet, with whom to tell: those who lead a team of
-- whoever raised it; where there are none, whoever raised it.
select r.id, d.id as dispute_id, a.id as "account_id int not null", a.email as "email text not null"
from dispute_rung r join dispute d on d.id = r.dispute_id
join team_member m on m.account_id = d.raised_by and m.starts_at <= :now
    and (m.ends_at is null or m.ends_at > :now)
join team_member l on l.team_id = m.team_id and l.lead = 1 and l.starts_at <= :now
    and (l.ends_at is null or l.ends_at > :now)
join account a on a.id = l.account_id and a.deactivated_at is null
where r.ended_at is null and r.due_at < :now
    and not exists (select 1 from dispute_alert t where t.rung_id = r.id)
union
select r.id, d.id, a.id, a.email
from dispute_rung r join dispute d on d.id = r.dispute_id join account a on a.id = d.raised_by
where r.ended_at is null and r.due_at < :now
    and not exists (select 1 from dispute_alert t where t.rung_id = r.id);

-- alert_put(rung int, account int, at int) -> changed
insert into dispute_alert (rung_id, account_id, at) values (:rung, :account, :at) on conflict do nothing;

-- alert_seen(dispute int, account int, at int) -> changed
update dispute_alert set seen_at = :at where account_id = :account and seen_at is null
    and rung_id in (select r.id from dispute_rung r where r.dispute_id = :dispute);

-- alert_waits(dispute int, account int) -> int
select count(*) from dispute_alert t join dispute_rung r on r.id = t.rung_id
where r.dispute_id = :dispute and t.account_id = :account and t.seen_at is null and r.ended_at is null;

-- disputes_counted(since int) -> DisputeCount*
-- How often the ladder is used, by agency, and with what result (W134): counts alone.
select g.name as "agency text not null", d.kind, coalesce(d.outcome, 'open') as "outcome text not null",
    count(*) as "n int not null"
from dispute d join agency g on g.id = d.agency_id where d.raised_at >= :since
group by g.name, d.kind, coalesce(d.outcome, 'open') order by 1, 2, 3;

-- complaint_put(person int, who text, words text, advocate int, at int, by int, owner int, next text) -> id
insert into complaint (person_id, who, words, advocate, received_at, recorded_by, owner_id, next_on)
values (:person, :who, :words, :advocate, :at, :by, :owner, :next) returning id;

-- complaint_find(id int) -> Complaint?
select k.id, k.person_id, k.who, k.words, k.advocate, k.received_at, k.owner_id, k.next_on,
    k.outcome, k.answer,
    k.answered_at, o.name as "owner text not null"
from complaint k join account o on o.id = k.owner_id where k.id = :id;

-- complaint_answer(id int, outcome text, answer text, at int) -> changed
update complaint set outcome = :outcome, answer = :answer, answered_at = :at
    where id = :id and answered_at is null;

-- step_address_of(account int) -> text
select email from account where id = :account and deactivated_at is null;
