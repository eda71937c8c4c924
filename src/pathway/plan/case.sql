-- The pages of one episode: team, plan, what is planned.

-- seat_all(episode int) -> Seat*
-- Everybody who sat in the team, the present first. `until`: when what the seat stands on ends.
select s.id, s.episode_id, s.account_id, s.agency_id, s.name, s.role, s.lead, s.consent_id, s.sharing_id,
    s.starts_at, s.ends_at, s.ended_why, s.kind, s.place, coalesce(a.email, s.email) as "email text",
    g.name as agency, coalesce(c.ended_at, c.expires_at, h.ended_at, h.expires_at) as "until int"
from seat s left join account a on a.id = s.account_id left join agency g on g.id = s.agency_id
left join consent c on c.id = s.consent_id left join sharing h on h.id = s.sharing_id
where s.episode_id = :episode
order by case when s.ends_at is null then 0 else 1 end, s.lead desc, s.kind, s.name, s.id;

-- seat_find(id int, episode int) -> Seat?
select s.id, s.episode_id, s.account_id, s.agency_id, s.name, s.role, s.lead, s.consent_id, s.sharing_id,
    s.starts_at, s.ends_at, s.ended_why, s.kind, s.place, coalesce(a.email, s.email) as "email text",
    g.name as agency, coalesce(c.ended_at, c.expires_at, h.ended_at, h.expires_at) as "until int"
from seat s left join account a on a.id = s.account_id left join agency g on g.id = s.agency_id
left join consent c on c.id = s.consent_id left join sharing h on h.id = s.sharing_id
where s.id = :id and s.episode_id = :episode;

-- seat_put(episode int, account int, agency int, name text, role text, lead int, consent int, sharing int,
--     at int, email text, place text, kind text) -> id
insert into seat (episode_id, account_id, agency_id, name, role, lead, consent_id, sharing_id, starts_at,
    email, place, kind)
values (:episode, :account, :agency, :name, :role, :lead, :consent, :sharing, :at, :email, :place, :kind)
returning id;

-- seat_end(id int, episode int, at int, why text) -> changed
update seat set ends_at = :at, ended_why = :why where id = :id and episode_id = :episode and ends_at is null;

-- seat_kinds(consent int, sharing int) -> SeatKind*
select kind from consent_kind where consent_id = :consent
union select kind from sharing_kind where sharing_id = :sharing order by 1;

-- seat_of_account(episode int, account int) -> int
select id from seat where episode_id = :episode and account_id = :account and ends_at is null;

-- workers() -> Worker*
-- Everybody who may be asked into a team.
select a.id, a.name, a.agency_id, g.name as agency from account a join agency g on g.id = a.agency_id
where a.deactivated_at is null order by a.name, a.id;

-- worker(id int) -> Worker?
select a.id, a.name, a.agency_id, g.name as agency from account a join agency g on g.id = a.agency_id
where a.id = :id and a.deactivated_at is null;

-- basis_live(one int, now int) -> Basis*
-- What a seat may stand on: live consents and sharings, and the agency each names (null: the team alone).
select 'c' as "kind text not null", c.id, x.agency_id as "agency_id int", g.name as "agency text",
    c.giver_name as "words text not null", c.expires_at as "until int not null"
from person p join consent c on c.person_id = p.id left join consent_agency x on x.consent_id = c.id
left join agency g on g.id = x.agency_id
where p.one_id = :one and c.answer = 'given' and c.starts_at <= :now and c.expires_at > :now
    and (c.ended_at is null or c.ended_at > :now)
union all
select 's', h.id, h.agency_id, g.name, h.basis, h.expires_at
from person p join sharing h on h.person_id = p.id join agency g on g.id = h.agency_id
where p.one_id = :one and h.starts_at <= :now and h.expires_at > :now
    and (h.ended_at is null or h.ended_at > :now)
order by 1, 2, 4;

-- answers_all(episode int) -> Answers*
-- Who answered for the episode, the present first (W45).
select o.id, a.name, t.name as team, o.starts_at, o.ends_at, o.ended_why
from episode_answers o join account a on a.id = o.account_id join team t on t.id = o.team_id
where o.episode_id = :episode order by o.starts_at desc, o.id desc;

-- considered_put(episode int, what text, needed int, why text, at int, by int) -> id
insert into considered (episode_id, what, needed, why, at, by)
values (:episode, :what, :needed, :why, :at, :by) returning id;

-- considered_all(episode int) -> Considered*
select k.id, k.what, k.needed, k.why, k.at, a.name as by from considered k join account a on a.id = k.by
where k.episode_id = :episode order by k.at desc, k.id desc;

-- lacks_of(episode int) -> Lack*
select distinct kind as "kind text not null" from plan_lack where episode_id = :episode order by 1;

-- soonest(episode int) -> Soonest?
-- What comes next of all that is planned.
select on_day as "on_day text not null", what as "what text not null" from (
    select due_on as on_day, 'Review of the plan' as what from review
    where episode_id = :episode and state = 'planned'
    union all
    select due_on, what from plan_action where episode_id = :episode and state = 'open'
    union all
    select due_on, service from service_request where episode_id = :episode and state = 'asked') x
order by on_day, what limit 1;

-- next_is_planned(episode int, what text) -> int
-- Whether a next date was taken from the plan, rather than said by somebody.
select (select count(*) from plan_action where episode_id = :episode and what = :what)
    + (select count(*) from service_request where episode_id = :episode and service = :what)
    + (select count(*) from meeting where episode_id = :episode and purpose = :what)
    + (select count(*) from review where episode_id = :episode and :what = 'Review of the plan') as "n int";

-- meeting_soonest(episode int, now int) -> NextMeeting?
select starts_at, purpose from meeting where episode_id = :episode and state = 'planned' and starts_at >= :now
order by starts_at, id limit 1;

-- action_all(episode int) -> PlanAction*
-- Open ones first, the soonest first.
select x.id, x.episode_id, x.goal_id, x.what, x.outcome, x.measure, x.owner_id, x.seat_id, x.due_on, x.state,
    x.made_at, x.ended_at, x.ended_text, o.name as owner, s.name as doer, s.account_id as doer_account,
    s.ends_at as doer_left, s.email as doer_email, coalesce(g.name, s.place) as "doer_from text",
    coalesce(b.name, z.name) as "ended_by text", s.role as doer_role
from plan_action x join account o on o.id = x.owner_id left join seat s on s.id = x.seat_id
left join agency g on g.id = s.agency_id left join account b on b.id = x.ended_by
left join seat z on z.id = x.ended_seat
where x.episode_id = :episode
order by case x.state when 'open' then 0 else 1 end, x.due_on, x.id;

-- action_find(id int) -> PlanAction?
select x.id, x.episode_id, x.goal_id, x.what, x.outcome, x.measure, x.owner_id, x.seat_id, x.due_on, x.state,
    x.made_at, x.ended_at, x.ended_text, o.name as owner, s.name as doer, s.account_id as doer_account,
    s.ends_at as doer_left, s.email as doer_email, coalesce(g.name, s.place) as "doer_from text",
    coalesce(b.name, z.name) as "ended_by text", s.role as doer_role
from plan_action x join account o on o.id = x.owner_id left join seat s on s.id = x.seat_id
left join agency g on g.id = s.agency_id left join account b on b.id = x.ended_by
left join seat z on z.id = x.ended_seat
where x.id = :id;

-- action_put(episode int, goal int, what text, outcome text, measure text, owner int, seat int, due text,
--     at int, by int) -> id
insert into plan_action (episode_id, goal_id, what, outcome, measure, owner_id, seat_id, due_on, state,
    made_at, made_by)
values (:episode, :goal, :what, :outcome, :measure, :owner, :seat, :due, 'open', :at, :by) returning id;

-- action_end(id int, state text, at int, by int, seat int, words text) -> changed
-- Only an open one: the second of two answers changes nothing.
update plan_action set state = :state, ended_at = :at, ended_by = :by, ended_seat = :seat, ended_text = :words
where id = :id and state = 'open';

-- link_put(action int, seat int, hash blob, at int, expires int) -> nothing
insert into action_link (action_id, seat_id, hash, made_at, expires_at)
values (:action, :seat, :hash, :at, :expires);

-- links_end(action int, at int) -> nothing
update action_link set ended_at = :at where action_id = :action and ended_at is null and used_at is null;

-- link_find(hash blob, now int) -> ActionLink?
-- Only while it holds: not answered, not replaced, not run out; the seat and what it stands on live; the
-- action open.
select l.id, l.action_id, l.seat_id, l.expires_at, s.name as seat, x.what, x.outcome, x.measure, x.due_on,
    x.episode_id, p.name as child, o.name as owner, e.owner_id
from action_link l join plan_action x on x.id = l.action_id join seat s on s.id = l.seat_id
join episode e on e.id = x.episode_id join person p on p.id = e.person_id join account o on o.id = x.owner_id
left join consent c on c.id = s.consent_id left join sharing h on h.id = s.sharing_id
where l.hash = :hash and l.used_at is null and l.ended_at is null and l.expires_at > :now
    and s.ends_at is null and x.state = 'open' and x.seat_id = s.id and e.closed_at is null
    and (s.consent_id is null or (c.answer = 'given' and c.expires_at > :now
        and (c.ended_at is null or c.ended_at > :now)))
    and (s.sharing_id is null or (h.expires_at > :now and (h.ended_at is null or h.ended_at > :now)));

-- link_used(id int, at int) -> changed
update action_link set used_at = :at where id = :id and used_at is null and ended_at is null;

-- link_opened(id int, at int) -> nothing
update action_link set opened_at = :at where id = :id and opened_at is null;

-- links_of(action int) -> LinkSent*
select id, made_at, expires_at, opened_at, used_at, ended_at from action_link where action_id = :action
order by id desc;

-- remind_due(by_on text, today text, least int) -> Reminder*
-- Open actions due by a day that were not written about so often yet, and whom to write to.
select x.id, x.due_on, x.what, coalesce(sa.email, s.email, o.email) as "email text",
    case when s.id is not null and s.account_id is null then s.id end as "seat_id int"
from plan_action x join account o on o.id = x.owner_id join episode e on e.id = x.episode_id
left join seat s on s.id = x.seat_id and s.ends_at is null left join account sa on sa.id = s.account_id
where x.state = 'open' and e.closed_at is null and x.due_on <= :by_on and x.reminded < :least
    and (:today is null or x.due_on < :today)
order by x.id limit 200;

-- reminded(id int, n int) -> nothing
update plan_action set reminded = :n where id = :id;

-- goal_all(episode int) -> Goal*
select id, episode_id, title, best, worst, set_at, ended_at from goal where episode_id = :episode
order by case when ended_at is null then 0 else 1 end, id;

-- goal_find(id int) -> Goal?
select id, episode_id, title, best, worst, set_at, ended_at from goal where id = :id;

-- goal_put(episode int, title text, best text, worst text, at int, by int) -> id
insert into goal (episode_id, title, best, worst, set_at, set_by)
values (:episode, :title, :best, :worst, :at, :by) returning id;

-- goal_end(id int, at int) -> changed
update goal set ended_at = :at where id = :id and ended_at is null;

-- score_all(goal int) -> Score*
select s.id, s.who, s.score, s.why, s.on_day, a.name as by from goal_score s join account a on a.id = s.by
where s.goal_id = :goal order by s.who, s.on_day, s.id;

-- score_put(goal int, who text, score int, why text, on_day text, at int, by int) -> id
insert into goal_score (goal_id, who, score, why, on_day, at, by)
values (:goal, :who, :score, :why, :on_day, :at, :by) returning id;

-- plan_age(episode int) -> PlanAge?
-- Since when there is a plan, when it was last reviewed, also before a step up or down took it along, and for
-- which day the next review is planned (W48).
select (select min(a.made_at) from plan_action a where a.episode_id = :episode) as "begun_at int",
    (select max(r.ended_at) from episode x join episode e on e.person_id = x.person_id
        join review r on r.episode_id = e.id where x.id = :episode and r.state = 'held' and r.ended_at >= (
            select min(a.made_at) from plan_action a where a.episode_id = :episode)) as "reviewed_at int",
    (select min(due_on) from review where episode_id = :episode and state = 'planned') as "review_on text";

-- evidence_all(episode int) -> Evidence*
select v.id, v.what, v.title, v.author, v.on_day, v.finds, v.kept, v.info, v.assessment_id, v.file_type,
    v.file_size, a.name as by
from evidence v join account a on a.id = v.added_by where v.episode_id = :episode
order by v.on_day desc, v.id desc;

-- evidence_attached(assessment int) -> Evidence*
select v.id, v.what, v.title, v.author, v.on_day, v.finds, v.kept, v.info, v.assessment_id, v.file_type,
    v.file_size, a.name as by
from evidence v join account a on a.id = v.added_by where v.assessment_id = :assessment
order by v.on_day desc, v.id desc;

-- evidence_episode_of(assessment int) -> int
select episode_id from assessment where id = :assessment;

-- evidence_file_find(id int) -> EvidenceFile?
select v.id, e.person_id, v.info, v.assessment_id, v.file_type, v.file_size
from evidence v join episode e on e.id = v.episode_id where v.id = :id;

-- evidence_piece_put(evidence int, number int, bytes blob) -> nothing
insert into evidence_piece (evidence_id, number, bytes) values (:evidence, :number, :bytes);

-- evidence_pieces(evidence int) -> EvidencePiece*
select bytes from evidence_piece where evidence_id = :evidence order by number;

-- evidence_put(episode int, what text, title text, author text, on_day text, finds text, kept text,
--     info text, assessment int, file_type text, file_size int, at int, by int) -> id
insert into evidence (episode_id, what, title, author, on_day, finds, kept, info, assessment_id, file_type,
    file_size, added_at, added_by)
values (:episode, :what, :title, :author, :on_day, :finds, :kept, :info, :assessment, :file_type, :file_size,
    :at, :by) returning id;

-- request_all(episode int) -> ServiceRequest*
select q.id, q.episode_id, q.agency_id, q.service, q.words, q.asked_at, q.owner_id, q.due_on, q.state,
    q.answered_at, q.answer, q.starts_on, g.name as agency, o.name as owner, b.name as answered_by
from service_request q join account o on o.id = q.owner_id left join agency g on g.id = q.agency_id
left join account b on b.id = q.answered_by
where q.episode_id = :episode order by case q.state when 'asked' then 0 else 1 end, q.due_on, q.id;

-- request_find(id int) -> ServiceRequest?
select q.id, q.episode_id, q.agency_id, q.service, q.words, q.asked_at, q.owner_id, q.due_on, q.state,
    q.answered_at, q.answer, q.starts_on, g.name as agency, o.name as owner, b.name as answered_by
from service_request q join account o on o.id = q.owner_id left join agency g on g.id = q.agency_id
left join account b on b.id = q.answered_by
where q.id = :id;

-- request_put(episode int, agency int, service text, words text, at int, by int, owner int, due text) -> id
insert into service_request (episode_id, agency_id, service, words, asked_at, asked_by, owner_id, due_on,
    state)
values (:episode, :agency, :service, :words, :at, :by, :owner, :due, 'asked') returning id;

-- request_answer(id int, state text, at int, by int, answer text, starts text) -> changed
update service_request set state = :state, answered_at = :at, answered_by = :by, answer = :answer,
    starts_on = :starts
where id = :id and state = 'asked';

-- shared_with(one int, agency int, now int) -> int
-- Whether the plan may be shown to an agency now.
select count(*) from (
    select c.id from person p join consent c on c.person_id = p.id
    join consent_agency x on x.consent_id = c.id
    join consent_kind k on k.consent_id = c.id
    where p.one_id = :one and x.agency_id = :agency and k.kind = 'plan' and c.answer = 'given'
        and c.starts_at <= :now and c.expires_at > :now and (c.ended_at is null or c.ended_at > :now)
    union all
    select h.id from person p join sharing h on h.person_id = p.id join sharing_kind k on k.sharing_id = h.id
    where p.one_id = :one and h.agency_id = :agency and k.kind = 'plan'
        and h.starts_at <= :now and h.expires_at > :now and (h.ended_at is null or h.ended_at > :now)) x;

-- actions_move(was int, now int) -> nothing
-- The same person in another seat.
update plan_action set seat_id = :now where seat_id = :was and state = 'open';

-- ---- meetings ----

-- meeting_all(episode int) -> Meeting*
-- The planned first, the soonest first; then those held, the newest first.
select m.id, m.episode_id, m.kind, m.purpose, m.starts_at, m.minutes, m.place, m.owner_id, m.uid, m.sequence,
    m.state, m.ended_at, m.notes, m.outcome, m.sent_at, a.name as owner, a.email as owner_email
from meeting m join account a on a.id = m.owner_id where m.episode_id = :episode
order by case m.state when 'planned' then m.starts_at else 253402300799000 end, m.starts_at desc, m.id;

-- meeting_find(id int) -> Meeting?
select m.id, m.episode_id, m.kind, m.purpose, m.starts_at, m.minutes, m.place, m.owner_id, m.uid, m.sequence,
    m.state, m.ended_at, m.notes, m.outcome, m.sent_at, a.name as owner, a.email as owner_email
from meeting m join account a on a.id = m.owner_id where m.id = :id;

-- meeting_put(episode int, kind text, purpose text, starts int, minutes int, place text, owner int, uid text)
--     -> id
insert into meeting (episode_id, kind, purpose, starts_at, minutes, place, owner_id, uid, state)
values (:episode, :kind, :purpose, :starts, :minutes, :place, :owner, :uid, 'planned') returning id;

-- meeting_end(id int, state text, at int, notes text, outcome text) -> changed
update meeting set state = :state, ended_at = :at, notes = :notes, outcome = :outcome, sequence = sequence + 1
where id = :id and state = 'planned';

-- meeting_sent(id int, at int) -> nothing
update meeting set sent_at = :at where id = :id;

-- guest_put(meeting int, seat int, name text, who text, at int) -> id
insert into meeting_guest (meeting_id, seat_id, name, who, invited_at)
values (:meeting, :seat, :name, :who, :at) returning id;

-- guest_all(meeting int, now int) -> Guest*
-- `sees`: by their account they may see the plan now, and so the minutes.
select g.id, g.meeting_id, g.seat_id, g.name, g.who, g.attended, g.report, g.report_at, g.told_at,
    coalesce(a.email, s.email) as "email text", s.account_id, s.role, s.ends_at as seat_ends,
    (select count(*) from sight v join meeting m on m.id = g.meeting_id join episode e on e.id = m.episode_id
        join person p on p.id = e.person_id
        where v.account_id = s.account_id and v.person_id = p.one_id and v.kind in ('*', 'plan')
            and v.starts_at <= :now and v.ends_at > :now) as "sees int not null"
from meeting_guest g left join seat s on s.id = g.seat_id left join account a on a.id = s.account_id
where g.meeting_id = :meeting order by g.who, g.name, g.id;

-- guest_came(id int, attended text, report text, report_at int) -> nothing
update meeting_guest set attended = :attended, report = :report, report_at = :report_at where id = :id;

-- guest_told(id int, meeting int, at int) -> changed
update meeting_guest set told_at = :at where id = :id and meeting_id = :meeting and told_at is null;

-- ---- reviews ----

-- review_all(episode int) -> Review*
select r.id, r.episode_id, r.due_on, r.owner_id, r.state, r.ended_at, r.better, r.improving, r.likely,
    r.reasons, r.referral_id, r.not_referred, a.name as owner, b.name as ended_by, v.words as said,
    v.how as said_how,
    x.why as unsaid
from review r join account a on a.id = r.owner_id left join account b on b.id = r.ended_by
left join child_view v on v.subject = 'review' and v.subject_id = r.id
left join view_missing x on x.subject = 'review' and x.subject_id = r.id
where r.episode_id = :episode order by case r.state when 'planned' then 0 else 1 end, r.due_on desc, r.id;

-- review_find(id int) -> Review?
select r.id, r.episode_id, r.due_on, r.owner_id, r.state, r.ended_at, r.better, r.improving, r.likely,
    r.reasons, r.referral_id, r.not_referred, a.name as owner, b.name as ended_by, v.words as said,
    v.how as said_how,
    x.why as unsaid
from review r join account a on a.id = r.owner_id left join account b on b.id = r.ended_by
left join child_view v on v.subject = 'review' and v.subject_id = r.id
left join view_missing x on x.subject = 'review' and x.subject_id = r.id
where r.id = :id;

-- review_put(episode int, due text, owner int, at int) -> id
insert into review (episode_id, due_on, owner_id, state, made_at)
values (:episode, :due, :owner, 'planned', :at) returning id;

-- review_hold(id int, at int, by int, better text, improving int, likely int, reasons text) -> changed
update review set state = 'held', ended_at = :at, ended_by = :by, better = :better, improving = :improving,
    likely = :likely, reasons = :reasons
where id = :id and state = 'planned';

-- review_answered(id int, referral int, why text) -> changed
-- What became of the referral that the review prompted.
update review set referral_id = :referral, not_referred = :why
where id = :id and state = 'held' and referral_id is null and not_referred is null;

-- referred(episode int) -> int
-- Whether social care has taken a referral of this child up since the episode began.
select count(*) from referral r join person p on p.id = r.person_id
join episode e on e.id = :episode join person q on q.id = e.person_id
where p.one_id = q.one_id and r.raised_at >= e.opened_at and r.decision in ('assessment', 'strategy');

-- episode_told(id int, words text) -> nothing
update episode set family_told = :words where id = :id;

-- ---- supervision ----

-- oversight_all(episode int) -> Oversight*
select o.id, o.episode_id, o.kind, o.asked, o.asked_at, o.owner_id, o.due_on, o.answer, o.words,
    o.answered_at, a.name as asker, b.name as owner
from oversight o join account a on a.id = o.asked_by join account b on b.id = o.owner_id
where o.episode_id = :episode
order by case when o.answered_at is null then 0 else 1 end, o.asked_at desc, o.id;

-- oversight_find(id int) -> Oversight?
select o.id, o.episode_id, o.kind, o.asked, o.asked_at, o.owner_id, o.due_on, o.answer, o.words,
    o.answered_at, a.name as asker, b.name as owner
from oversight o join account a on a.id = o.asked_by join account b on b.id = o.owner_id
where o.id = :id;

-- oversight_put(episode int, kind text, asked text, by int, at int, owner int, due text) -> id
insert into oversight (episode_id, kind, asked, asked_by, asked_at, owner_id, due_on)
values (:episode, :kind, :asked, :by, :at, :owner, :due) returning id;

-- oversight_answer(id int, answer text, words text, at int) -> changed
update oversight set answer = :answer, words = :words, answered_at = :at
where id = :id and answered_at is null;

-- leaders_of(team int, now int) -> TeamLeader*
select a.id, a.name from team_member m join account a on a.id = m.account_id
where m.team_id = :team and m.lead = 1 and m.starts_at <= :now and (m.ends_at is null or m.ends_at > :now)
    and a.deactivated_at is null order by a.name, a.id;
