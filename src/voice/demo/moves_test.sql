-- What a thing that waits is told by, changed one after the other, and in no way that any feature does.

-- moves_mark() -> text
-- Changes whenever the list of what waits does.
select count(*) || ' ' || sum(id) || ' ' || coalesce(sum(person_id), 0) || ' ' || sum(owner_id) || ' '
    || coalesce(sum(team_id), 0) || ' ' || coalesce(sum(due_at), 0) || ' ' || sum(since) || ' '
    || sum(length(coalesce(what, ''))) as "mark text" from todo;

-- moves_conflict() -> nothing
insert into conflict (account_id, person_id, why, starts_at)
select owner_id, min(person_id), 'my niece', 1 from episode where closed_at is null group by owner_id;

-- moves_alert() -> nothing
insert into dispute_alert (rung_id, account_id, at)
select r.id, d.owner_id, 1 from dispute_rung r join dispute d on d.id = r.dispute_id where r.ended_at is null;

-- moves_list() -> nothing
insert into absentee_list (agency_id, team_id, title, made_at, made_by)
select t.agency_id, t.id, 'Autumn', 1, (select min(a.id) from account a) from team t
where t.id = (select min(o.id) from team o);

-- moves_absentee() -> nothing
insert into absentee (list_id, upn, name, missed, person_id, owner_id, next_on)
select l.id, 'A1', 'Somebody', 100, (select min(p.id) from person p), l.made_by, '2014-09-01'
from absentee_list l;

-- moves_list_changed() -> nothing
update absentee_list set made_at = 7;

-- moves_sample() -> nothing
insert into caf_sample (starts_on, ends_on, seed, drawn_from, drawn_at, drawn_by)
select '2014-01-01', '2014-03-31', '1', 1, 1, min(id) from account;

-- moves_audit() -> nothing
insert into caf_audit (sample_id, assessment_id, sheet_id, owner_id, next_on)
select d.id, s.id, s.sheet_id, d.drawn_by, '2014-09-01' from caf_sample d cross join assessment s
where s.id = (select min(o.id) from assessment o);

-- moves_sample_changed() -> nothing
update caf_sample set drawn_at = 7;

-- moves_audit_done() -> nothing
update caf_audit set done_at = 8, grade = 'good', findings = 'Well asked', worker_id = owner_id,
    next_on = null;

-- moves_audit_seen() -> nothing
update caf_audit set seen_at = 9;

-- moves_team() -> nothing
update episode set team_id = (select max(t.id) from team t) where closed_at is null;

-- moves_opened() -> nothing
-- More help, for somebody whom its owner knows.
insert into episode (person_id, kind, owner_id, team_id, next_on, next_what, opened_at)
select x.person_id, 'early-help', x.account_id, (select min(t.id) from team t), '2014-09-01', 'Meeting', 1
from conflict x;

-- moves_joined() -> nothing
update person set one_id = (select min(p.id) from person p);

-- moves_owner() -> nothing
update episode set owner_id = (select max(a.id) from account a) where closed_at is null;

-- moves_person() -> nothing
update episode set person_id = (select max(p.id) from person p) where closed_at is null;

-- moves_seat() -> nothing
update seat set ends_at = 9 where ends_at is null;

-- moves_consent() -> nothing
update consent set starts_at = starts_at + 1;

-- moves_urgent() -> nothing
insert into me_said (view_id, parents, urgent) select v.id, 0, 1 from child_view v
where v.told_at is null and not exists (select 1 from me_said g where g.view_id = v.id);

-- moves_calm() -> nothing
update me_said set urgent = 0;

-- moves_wish() -> nothing
update meeting_wish set taken_at = 9 where taken_at is null;

-- moves_assessed() -> nothing
update assessment set person_id = (select max(p.id) from person p);

-- moves_section() -> nothing
update section_owner set owner_id = (select max(a.id) from account a);

-- moves_clash() -> nothing
update answer_clash set by = (select max(a.id) from account a);

-- moves_rule() -> nothing
update clock_rule set title = title || ', please';

-- moves_clock() -> nothing
update clock set stopped_at = 9 where stopped_at is null;

-- moves_child() -> nothing
delete from contact_child;

-- moves_seen() -> nothing
update dispute_alert set seen_at = 9 where id = (select min(a.id) from dispute_alert a);

-- moves_unseen() -> nothing
update dispute_alert set seen_at = null;

-- moves_rung() -> nothing
update dispute_rung set ended_at = 9, result = 'settled' where ended_at is null;

-- moves_closed() -> nothing
update episode set closed_at = 9, close_reason = 'needs-met', next_on = null, next_what = null
where closed_at is null;
