-- What is to be done, kept ready: the rows of work_item, so that a list is found by an index instead of being
-- looked for in thirty places. The database keeps them itself (ADR 3): whoever writes, however, the rows of
-- what changed are made anew from the view of its kind, in the same transaction. The tests hold this table
-- against work_item at the end of each of their worlds.

-- Columns as in work_item (037). They repeat what stands elsewhere and is checked there, so nothing is
-- referenced here.
create table todo (
  kind text not null,                     -- a key of work_kinds[] in src/pathway/work/items.c
  id integer not null,                    -- and which of that kind: of what its page shows
  person_id integer,                      -- whom it is about; null: nobody known yet
  owner_id integer not null,              -- who answers for it (P1)
  team_id integer,                        -- the team that holds it; null: the owner alone
  due_on text,                            -- ISO: by this day; null: no day, or an instant
  due_at integer,                         -- by then; null: no instant, or a day
  since integer not null,                 -- since when it waits
  what text                               -- what is to be done; null: the kind says it
) strict;
create index todo_thing on todo (id, kind);
create index todo_owner on todo (owner_id);
create index todo_team on todo (team_id) where team_id is not null;

-- The triggers have three forms. *Added* writes the rows of a new thing. *Changed* makes a thing's rows anew.
-- *Moved*, or a change to a part of a thing, touches the things that are told by it, which makes their rows
-- anew: nothing that is touched touches again. It does not write their rows itself, so that two nodes that
-- change one thing on PostgreSQL take turns, for both must have the thing's own row. A `select` that stands
-- alone takes the rows it names there: whoever adds something that belongs to them waits, or is waited for.
-- What a part belongs to for good (a wish to its meeting, a clock to its referral) is not watched for a
-- change, and what nobody deletes is not watched for that.

-- ---- what stands by itself ----

create trigger todo_glass_added after insert on glass begin
  insert into todo select * from todo_glass where id = new.id;
end;
create trigger todo_glass_changed after update on glass begin
  delete from todo where kind = 'glass' and id = new.id;
  insert into todo select * from todo_glass where id = new.id;
end;

create trigger todo_step_added after insert on step begin
  insert into todo select * from todo_step where id = new.id;
end;
create trigger todo_step_changed after update on step begin
  delete from todo where kind = 'step' and id = new.id;
  insert into todo select * from todo_step where id = new.id;
end;

create trigger todo_complaint_added after insert on complaint begin
  insert into todo select * from todo_complaint where id = new.id;
end;
create trigger todo_complaint_changed after update on complaint begin
  delete from todo where kind = 'complaint' and id = new.id;
  insert into todo select * from todo_complaint where id = new.id;
end;

create trigger todo_transition_added after insert on transition begin
  insert into todo select * from todo_transition where id = new.id;
end;
create trigger todo_transition_changed after update on transition begin
  delete from todo where kind = 'transition' and id = new.id;
  insert into todo select * from todo_transition where id = new.id;
end;

create trigger todo_contact_flag_added after insert on contact_flag begin
  insert into todo select * from todo_flag where id = new.id;
end;
create trigger todo_contact_flag_changed after update on contact_flag begin
  delete from todo where kind = 'flag' and id = new.id;
  insert into todo select * from todo_flag where id = new.id;
end;

create trigger todo_agency_check_added after insert on agency_check begin
  insert into todo select * from todo_check where id = new.id;
end;
create trigger todo_agency_check_changed after update on agency_check begin
  delete from todo where kind = 'check' and id = new.id;
  insert into todo select * from todo_check where id = new.id;
end;

create trigger todo_crisis_review_added after insert on crisis_review begin
  insert into todo select * from todo_crisis where id = new.id;
end;
create trigger todo_crisis_review_changed after update on crisis_review begin
  delete from todo where kind = 'crisis' and id = new.id;
  insert into todo select * from todo_crisis where id = new.id;
end;

create trigger todo_curated_added after insert on curated begin
  insert into todo select * from todo_chronology where id = new.id;
end;
create trigger todo_curated_changed after update on curated begin
  delete from todo where kind = 'chronology' and id = new.id;
  insert into todo select * from todo_chronology where id = new.id;
end;

-- ---- help, and what is told by it ----

create trigger todo_episode_added after insert on episode begin
  insert into todo select * from todo_episode where id = new.id;
end;
create trigger todo_episode_changed after update on episode begin
  delete from todo where kind = 'episode' and id = new.id;
  insert into todo select * from todo_episode where id = new.id;
end;
-- A worker who knows the family: the case must go to somebody else.
create trigger todo_episode_opened after insert on episode begin
  update conflict set ends_at = ends_at where account_id = new.owner_id and ends_at is null;
end;
create trigger todo_episode_moved after update of person_id, owner_id, team_id, closed_at on episode
when (old.person_id <> new.person_id or old.owner_id <> new.owner_id or old.team_id <> new.team_id
  or old.closed_at is distinct from new.closed_at) begin
  select 1 from episode where id = new.id;
  update meeting set state = state where episode_id = new.id;
  update plan_action set state = state where episode_id = new.id and state = 'open';
  update review set state = state where episode_id = new.id and state = 'planned';
  update service_request set state = state where episode_id = new.id and state = 'asked';
  update oversight set due_on = due_on where episode_id = new.id and answered_at is null;
  update proposal set said_at = said_at where episode_id = new.id and answered_at is null;
  update assessment set state = state where episode_id = new.id and state <> 'ended';
  update conflict set ends_at = ends_at
    where account_id in (old.owner_id, new.owner_id) and ends_at is null;
end;

create trigger todo_meeting_added after insert on meeting begin
  insert into todo select * from todo_meeting where id = new.id;
  insert into todo select * from todo_wish where id = new.id;
end;
create trigger todo_meeting_changed after update on meeting begin
  delete from todo where kind in ('meeting', 'wish') and id = new.id;
  insert into todo select * from todo_meeting where id = new.id;
  insert into todo select * from todo_wish where id = new.id;
end;
create trigger todo_meeting_wish_added after insert on meeting_wish begin
  update meeting set state = state where id = new.meeting_id;
end;
create trigger todo_meeting_wish_changed after update on meeting_wish begin
  update meeting set state = state where id = new.meeting_id;
end;

create trigger todo_plan_action_added after insert on plan_action begin
  insert into todo select * from todo_action where id = new.id;
end;
create trigger todo_plan_action_changed after update on plan_action begin
  delete from todo where kind = 'action' and id = new.id;
  insert into todo select * from todo_action where id = new.id;
end;
create trigger todo_seat_moved after update of account_id, ends_at on seat begin
  select 1 from seat where id = new.id;
  update plan_action set state = state where seat_id = new.id and state = 'open';
end;

create trigger todo_review_added after insert on review begin
  insert into todo select * from todo_review where id = new.id;
end;
create trigger todo_review_changed after update on review begin
  delete from todo where kind = 'review' and id = new.id;
  insert into todo select * from todo_review where id = new.id;
end;

create trigger todo_service_request_added after insert on service_request begin
  insert into todo select * from todo_request where id = new.id;
end;
create trigger todo_service_request_changed after update on service_request begin
  delete from todo where kind = 'request' and id = new.id;
  insert into todo select * from todo_request where id = new.id;
end;

create trigger todo_oversight_added after insert on oversight begin
  insert into todo select * from todo_oversight where id = new.id;
end;
create trigger todo_oversight_changed after update on oversight begin
  delete from todo where kind = 'oversight' and id = new.id;
  insert into todo select * from todo_oversight where id = new.id;
end;

create trigger todo_proposal_added after insert on proposal begin
  insert into todo select * from todo_proposal where id = new.id;
end;
create trigger todo_proposal_changed after update on proposal begin
  delete from todo where kind = 'proposal' and id = new.id;
  insert into todo select * from todo_proposal where id = new.id;
end;

-- ---- assessments ----

create trigger todo_assessment_added after insert on assessment begin
  insert into todo select * from todo_assessment where id = new.id;
  insert into todo select * from todo_section where id = new.id;
  insert into todo select * from todo_clash where id = new.id;
end;
create trigger todo_assessment_changed after update on assessment begin
  delete from todo where kind in ('assessment', 'section', 'clash') and id = new.id;
  insert into todo select * from todo_assessment where id = new.id;
  insert into todo select * from todo_section where id = new.id;
  insert into todo select * from todo_clash where id = new.id;
end;
create trigger todo_section_owner_added after insert on section_owner begin
  update assessment set state = state where sheet_id = new.sheet_id;
end;
create trigger todo_section_owner_changed after update on section_owner begin
  update assessment set state = state where sheet_id = new.sheet_id;
end;
create trigger todo_answer_clash_added after insert on answer_clash begin
  update assessment set state = state where sheet_id = (
    select y.sheet_id from answer y where y.id = new.answer_id);
end;
create trigger todo_answer_clash_changed after update on answer_clash begin
  update assessment set state = state where sheet_id = (
    select y.sheet_id from answer y where y.id = new.answer_id);
end;

create trigger todo_caf_audit_added after insert on caf_audit begin
  insert into todo select * from todo_audit where id = new.id;
  insert into todo select * from todo_findings where id = new.id;
end;
create trigger todo_caf_audit_changed after update on caf_audit begin
  delete from todo where kind in ('audit', 'findings') and id = new.id;
  insert into todo select * from todo_audit where id = new.id;
  insert into todo select * from todo_findings where id = new.id;
end;
create trigger todo_assessment_moved after update of person_id on assessment begin
  select 1 from assessment where id = new.id;
  update caf_audit set next_on = next_on where assessment_id = new.id;
end;
create trigger todo_caf_sample_moved after update of drawn_at on caf_sample begin
  select 1 from caf_sample where id = new.id;
  update caf_audit set next_on = next_on where sample_id = new.id;
end;

-- ---- the front door ----

-- A contact is saved as it is typed; only what a list says of it matters here.
create trigger todo_contact_added after insert on contact begin
  insert into todo select * from todo_contact where id = new.id;
end;
create trigger todo_contact_changed
after update of owner_id, team_id, next_on, next_what, came_at, put_through_at, decided_at, closed_at
on contact begin
  delete from todo where kind in ('contact', 'danger') and id = new.id;
  insert into todo select * from todo_contact where id = new.id;
end;
create trigger todo_contact_child_added after insert on contact_child begin
  update contact set next_on = next_on where id = new.contact_id;
end;
create trigger todo_contact_child_changed after update on contact_child begin
  update contact set next_on = next_on where id = new.contact_id;
end;
create trigger todo_contact_child_removed after delete on contact_child begin
  update contact set next_on = next_on where id = old.contact_id;
end;

create trigger todo_referral_added after insert on referral begin
  insert into todo select * from todo_referral where id = new.id;
  insert into todo select * from todo_referral_clock where id = new.id;
end;
create trigger todo_referral_changed after update on referral begin
  delete from todo where kind in ('referral', 'confirm', 'chase') and id = new.id;
  insert into todo select * from todo_referral where id = new.id;
  insert into todo select * from todo_referral_clock where id = new.id;
end;
create trigger todo_clock_added after insert on clock when (new.subject = 'referral') begin
  update referral set next_on = next_on where id = new.subject_id;
end;
create trigger todo_clock_changed after update on clock when (new.subject = 'referral') begin
  update referral set next_on = next_on where id = new.subject_id;
end;
create trigger todo_clock_rule_moved after update of key, title on clock_rule
when (old.key <> new.key or old.title <> new.title) begin
  select 1 from clock_rule where id = new.id;
  update referral set next_on = next_on where closed_at is null and id in (
    select k.subject_id from clock k
    where k.subject = 'referral' and k.rule_id = new.id and k.stopped_at is null);
end;

-- ---- the rest ----

create trigger todo_refusal_added after insert on refusal begin
  insert into todo select * from todo_refusal where id = new.consent_id;
end;
create trigger todo_refusal_changed after update on refusal begin
  delete from todo where kind = 'refusal' and id = new.consent_id;
  insert into todo select * from todo_refusal where id = new.consent_id;
end;
create trigger todo_consent_moved after update of person_id, starts_at on consent begin
  select 1 from consent where id = new.id;
  update refusal set due_on = due_on where consent_id = new.id and judged_at is null;
end;

create trigger todo_child_view_added after insert on child_view begin
  insert into todo select * from todo_view where id = new.id;
end;
create trigger todo_child_view_changed after update on child_view begin
  delete from todo where kind = 'view' and id = new.id;
  insert into todo select * from todo_view where id = new.id;
end;
create trigger todo_me_said_added after insert on me_said begin
  update child_view set said_at = said_at where id = new.view_id;
end;
create trigger todo_me_said_changed after update on me_said begin
  update child_view set said_at = said_at where id = new.view_id;
end;

create trigger todo_dispute_added after insert on dispute begin
  insert into todo select * from todo_dispute where id = new.id;
  insert into todo select * from todo_dispute_alert where id = new.id;
end;
create trigger todo_dispute_changed after update on dispute begin
  delete from todo where kind in ('dispute', 'dispute-alert') and id = new.id;
  insert into todo select * from todo_dispute where id = new.id;
  insert into todo select * from todo_dispute_alert where id = new.id;
end;
create trigger todo_dispute_rung_changed after update on dispute_rung begin
  update dispute set next_at = next_at where id = new.dispute_id;
end;
create trigger todo_dispute_alert_added after insert on dispute_alert begin
  update dispute set next_at = next_at where id = (
    select r.dispute_id from dispute_rung r where r.id = new.rung_id);
end;
create trigger todo_dispute_alert_changed after update on dispute_alert begin
  update dispute set next_at = next_at where id = (
    select r.dispute_id from dispute_rung r where r.id = new.rung_id);
end;

create trigger todo_absentee_added after insert on absentee begin
  insert into todo select * from todo_absentee where id = new.id;
end;
create trigger todo_absentee_changed after update on absentee begin
  delete from todo where kind = 'absentee' and id = new.id;
  insert into todo select * from todo_absentee where id = new.id;
end;
create trigger todo_absentee_list_moved after update of team_id, made_at on absentee_list begin
  select 1 from absentee_list where id = new.id;
  update absentee set next_on = next_on where list_id = new.id and settled_at is null;
end;

-- Somebody's own family: whoever is joined with the person they named, and whatever help of theirs it is. Who
-- joins or parts records touches the same record first (people/find/join.c), so that the two take turns.
create trigger todo_conflict_added after insert on conflict begin
  select 1 from account where id = new.account_id;
  update person set one_id = one_id where id in (select p.one_id from person p where p.id = new.person_id);
  select 1 from episode where owner_id = new.account_id and closed_at is null;
  insert into todo select * from todo_conflict where id = new.id;
end;
create trigger todo_conflict_changed after update on conflict begin
  delete from todo where kind = 'conflict' and id = new.id;
  insert into todo select * from todo_conflict where id = new.id;
end;
create trigger todo_person_moved after update of one_id on person
when (old.one_id is distinct from new.one_id) begin
  update conflict set ends_at = ends_at where ends_at is null and person_id in (
    select p.id from person p where p.one_id = old.one_id or p.one_id = new.one_id);
end;

insert into todo select * from work_item;

-- A row as lists tell it: as whom the child is shown, and which kind of information tells what waits: a key
-- of info[] in src/people/record.c; 'door' is what the front door does; 'all' tells nothing of the child.
create view todo_told as
  select t.kind as kind, t.id as id, t.person_id as person_id, t.owner_id as owner_id, t.team_id as team_id,
    t.due_on as due_on, t.due_at as due_at, t.since as since, t.what as what, p.one_id as one_id,
    case when p.id = p.one_id then p.name
      else (select o.name from person o where o.id = p.one_id) end as name,
    case when t.kind in ('glass', 'refusal', 'conflict', 'absentee') then 'all'
      when t.kind in ('danger', 'contact', 'flag', 'referral', 'check', 'confirm', 'chase') then 'door'
      when t.kind in ('view', 'proposal') then 'view'
      when t.kind in ('assessment', 'section', 'clash', 'crisis', 'audit', 'findings') then 'assessment'
      when t.kind = 'episode' then 'help' else 'plan' end as told_by
  from todo t left join person p on p.id = t.person_id;
