-- Episodes of help and the teams that hold them.

-- episode_find(id int) -> Episode?
select e.id, e.person_id, e.kind, e.owner_id, e.team_id, e.next_on, e.next_what, e.opened_at, e.closed_at,
    e.close_reason, e.close_text, a.name as owner, t.name as team, g.name as agency, t.agency_id
from episode e join account a on a.id = e.owner_id join team t on t.id = e.team_id
join agency g on g.id = t.agency_id
where e.id = :id;

-- episode_put(person int, kind text, owner int, team int, next_on text, next_what text, at int) -> id
insert into episode (person_id, kind, owner_id, team_id, next_on, next_what, opened_at)
values (:person, :kind, :owner, :team, :next_on, :next_what, :at) returning id;

-- episode_put_next(id int, next_on text, next_what text) -> changed
update episode set next_on = :next_on, next_what = :next_what where id = :id and closed_at is null;

-- episode_put_owner(id int, owner int, team int) -> changed
update episode set owner_id = :owner, team_id = :team where id = :id and closed_at is null;

-- episode_put_closed(id int, at int, reason text, words text) -> changed
update episode set closed_at = :at, close_reason = :reason, close_text = :words, next_on = null,
    next_what = null
where id = :id and closed_at is null;

-- owner_begin(episode int, account int, team int, at int) -> nothing
insert into episode_answers (episode_id, account_id, team_id, starts_at)
values (:episode, :account, :team, :at);

-- owner_end(episode int, at int, why text) -> nothing
update episode_answers set ends_at = :at, ended_why = :why where episode_id = :episode and ends_at is null;

-- seats_end(episode int, at int, why text) -> nothing
update seat set ends_at = :at, ended_why = :why where episode_id = :episode and ends_at is null;

-- view_put(person int, words text, how text, about text, subject text, subject_id int, at int, by int,
--     owner int) -> id
insert into child_view (person_id, words, how, about, subject, subject_id, said_at, recorded_by, owner_id)
values (:person, :words, :how, :about, :subject, :subject_id, :at, :by, :owner) returning id;

-- view_missing_put(person int, subject text, subject_id int, why text, at int, by int) -> nothing
insert into view_missing (person_id, subject, subject_id, why, at, by)
values (:person, :subject, :subject_id, :why, :at, :by)
on conflict (subject, subject_id) do update set why = excluded.why, at = excluded.at, by = excluded.by;

-- view_accounted(subject text, subject_id int) -> int
-- How often the child was asked, or somebody wrote why not: not 0.
select (select count(*) from child_view v where v.subject = :subject and v.subject_id = :subject_id)
    + (select count(*) from view_missing m where m.subject = :subject and m.subject_id = :subject_id)
    as "n int";

-- team_mine(account int, now int) -> WorkTeam*
-- Those one leads first.
select t.id, t.name, t.kind, t.agency_id, m.lead
from team_member m join team t on t.id = m.team_id
where m.account_id = :account and m.starts_at <= :now and (m.ends_at is null or m.ends_at > :now)
    and t.ended_at is null
order by m.lead desc, t.name, t.id;

-- team_all(kind text, ended int) -> Team*
-- Ended ones too when asked for.
select t.id, t.name, t.kind, t.agency_id, t.ended_at, g.name as agency
from team t join agency g on g.id = t.agency_id
where (:kind is null or t.kind = :kind) and (:ended = 1 or t.ended_at is null)
order by g.name, t.name, t.id;

-- team_find(id int) -> Team?
select t.id, t.name, t.kind, t.agency_id, t.ended_at, g.name as agency
from team t join agency g on g.id = t.agency_id where t.id = :id;

-- team_named(agency int, name text) -> int
select id from team where agency_id = :agency and lower(name) = lower(:name);

-- team_put(agency int, name text, kind text) -> id
insert into team (agency_id, name, kind) values (:agency, :name, :kind) returning id;

-- team_change(id int, name text, kind text) -> nothing
update team set name = :name, kind = :kind where id = :id;

-- team_end(id int, at int) -> changed
-- Only a team that holds nobody any more.
update team set ended_at = :at where id = :id and ended_at is null
    and not exists (select 1 from hold h where h.team_id = team.id and h.ends_at is null)
    and not exists (select 1 from episode e where e.team_id = team.id and e.closed_at is null);

-- team_resume(id int) -> changed
update team set ended_at = null where id = :id and ended_at is not null;

-- team_people_now(team int, now int) -> TeamPerson*
select distinct a.id, a.name from team_member m join account a on a.id = m.account_id
where m.team_id = :team and m.starts_at <= :now and (m.ends_at is null or m.ends_at > :now)
    and a.deactivated_at is null
order by a.name, a.id;

-- team_members(team int) -> TeamMember*
-- Everybody who ever worked in it, the present first.
select m.id, m.account_id, a.name, m.lead, m.starts_at, m.ends_at,
    (select count(*) from episode e where e.owner_id = m.account_id and e.team_id = m.team_id
        and e.closed_at is null) as "holds int not null"
from team_member m join account a on a.id = m.account_id where m.team_id = :team
order by case when m.ends_at is null then 0 else 1 end, m.lead desc, a.name, m.id;

-- team_member_put(team int, account int, lead int, starts int) -> nothing
insert into team_member (team_id, account_id, lead, starts_at) values (:team, :account, :lead, :starts);

-- team_member_end(id int, team int, at int) -> changed
update team_member set ends_at = case when starts_at > :at then starts_at else :at end
where id = :id and team_id = :team and ends_at is null;

-- team_member_now(team int, account int, now int) -> int
select count(*) from team_member
where team_id = :team and account_id = :account and starts_at <= :now and (ends_at is null or ends_at > :now);

-- team_member_open(team int, account int) -> int
select count(*) from team_member where team_id = :team and account_id = :account and ends_at is null;

-- agency_people(agency int) -> TeamPerson*
select id, name from account where agency_id = :agency and deactivated_at is null order by name, id;

-- ends_actions(episode int, at int, by int, why text) -> nothing
update plan_action set state = 'dropped', ended_at = :at, ended_by = :by, ended_text = :why
where episode_id = :episode and state = 'open';

-- ends_links(episode int, at int) -> nothing
update action_link set ended_at = :at where ended_at is null and used_at is null
    and action_id in (select id from plan_action where episode_id = :episode);

-- ends_meetings(episode int, at int, why text) -> nothing
update meeting set state = 'cancelled', ended_at = :at, outcome = :why, sequence = sequence + 1
where episode_id = :episode and state = 'planned';

-- ends_clocks(episode int) -> Ticking*
-- The clocks of what still waits in an episode.
select 'plan-review' as "rule text not null", 'review' as "subject text not null", r.id as "id int not null"
from review r where r.episode_id = :episode and r.state = 'planned'
union all
select 'service-request', 'request', q.id
from service_request q where q.episode_id = :episode and q.state = 'asked';

-- ends_reviews(episode int, at int, by int) -> nothing
update review set state = 'dropped', ended_at = :at, ended_by = :by
where episode_id = :episode and state = 'planned';

-- ends_requests(episode int, at int, by int, why text) -> nothing
update service_request set state = 'withdrawn', answered_at = :at, answered_by = :by, answer = :why
where episode_id = :episode and state = 'asked';

-- ends_oversight(episode int, at int, why text) -> nothing
update oversight set answer = 'noted', words = :why, answered_at = :at
where episode_id = :episode and answered_at is null;

-- carry_actions(was int, now int) -> nothing
update plan_action set episode_id = :now where episode_id = :was and state = 'open';

-- carry_goals(was int, now int) -> nothing
update goal set episode_id = :now where episode_id = :was and ended_at is null;

-- carry_seats(was int, now int) -> nothing
-- Everybody stays but a lead professional where the new episode has one already.
update seat set episode_id = :now where episode_id = :was and ends_at is null and (lead = 0 or not exists (
    select 1 from seat o where o.episode_id = :now and o.lead = 1 and o.ends_at is null));

-- carry_meetings(was int, now int) -> nothing
-- And those that are over, where the child still waits for an answer.
update meeting set episode_id = :now where episode_id = :was and (state = 'planned' or exists (
    select 1 from meeting_wish w
    where w.meeting_id = meeting.id and w.answered_at is null and w.taken_at is null));

-- carry_proposals(was int, now int) -> nothing
update proposal set episode_id = :now where episode_id = :was and answered_at is null;

-- carry_reviews(was int, now int) -> nothing
update review set episode_id = :now where episode_id = :was and state = 'planned';

-- carry_requests(was int, now int) -> nothing
update service_request set episode_id = :now where episode_id = :was and state in ('asked', 'accepted');

-- carry_evidence(was int, now int) -> nothing
update evidence set episode_id = :now where episode_id = :was;

-- hand_actions(episode int, was int, now int) -> nothing
update plan_action set owner_id = :now where episode_id = :episode and owner_id = :was and state = 'open';

-- hand_meetings(episode int, was int, now int) -> nothing
update meeting set owner_id = :now where episode_id = :episode and owner_id = :was
    and (state = 'planned' or exists (select 1 from meeting_wish w
        where w.meeting_id = meeting.id and w.answered_at is null and w.taken_at is null));

-- hand_reviews(episode int, was int, now int) -> nothing
update review set owner_id = :now where episode_id = :episode and owner_id = :was and state = 'planned';

-- hand_requests(episode int, was int, now int) -> nothing
update service_request set owner_id = :now
where episode_id = :episode and owner_id = :was and state = 'asked';

-- plan_assessment(person int) -> int
-- The latest assessment of the record shown that was complete once: what the plan is made from.
select max(a.id) from assessment a join person p on p.id = a.person_id
where p.one_id = :person and a.kind = 'caf' and a.completed_at is not null and a.state <> 'ended';

-- hand_views(episode int, was int, now int) -> nothing
-- What the child said, and nobody has brought back word of.
update child_view set owner_id = :now
where owner_id = :was and told_at is null and person_id in (
    select q.id from episode e join person p on p.id = e.person_id join person q on q.one_id = p.one_id
    where e.id = :episode);
