-- Steps up and down.

-- step_put(person int, direction text, episode int, from_team int, to_team int, owner int, reason text,
--     level_from text, level_to text, words text, missing text, at int, by int, next int) -> id
insert into step (person_id, direction, episode_id, from_team_id, to_team_id, owner_id, reason, level_from,
    level_to, view_words, view_missing, proposed_at, proposed_by, next_at, state)
values (:person, :direction, :episode, :from_team, :to_team, :owner, :reason, :level_from, :level_to, :words,
    :missing, :at, :by, :next, 'proposed') returning id;

-- step_by_id(id int) -> Step?
select s.id, s.person_id, s.direction, s.episode_id, s.from_team_id, s.to_team_id, s.owner_id, s.reason,
    s.level_from, s.level_to, s.view_words, s.view_missing, s.proposed_at, s.proposed_by, s.next_at, s.state,
    s.answered_at, s.answered_by, s.answer, s.new_episode_id, f.name as "from_team text not null",
    fg.name as "from_agency text not null", t.name as "to_team text not null",
    tg.name as "to_agency text not null", o.name as "owner text not null", b.name as "by text not null",
    w.name as "answerer text"
from step s join team f on f.id = s.from_team_id join agency fg on fg.id = f.agency_id
join team t on t.id = s.to_team_id join agency tg on tg.id = t.agency_id
join account o on o.id = s.owner_id join account b on b.id = s.proposed_by
left join account w on w.id = s.answered_by
where s.id = :id;

-- steps_of(person int) -> Step*
-- All steps of a child, the latest first.
select s.id, s.person_id, s.direction, s.episode_id, s.from_team_id, s.to_team_id, s.owner_id, s.reason,
    s.level_from, s.level_to, s.view_words, s.view_missing, s.proposed_at, s.proposed_by, s.next_at, s.state,
    s.answered_at, s.answered_by, s.answer, s.new_episode_id, f.name as "from_team text not null",
    fg.name as "from_agency text not null", t.name as "to_team text not null",
    tg.name as "to_agency text not null", o.name as "owner text not null", b.name as "by text not null",
    w.name as "answerer text"
from person p join step s on s.person_id = p.id
join team f on f.id = s.from_team_id join agency fg on fg.id = f.agency_id
join team t on t.id = s.to_team_id join agency tg on tg.id = t.agency_id
join account o on o.id = s.owner_id join account b on b.id = s.proposed_by
left join account w on w.id = s.answered_by
where p.one_id = :person order by s.proposed_at desc, s.id desc;

-- step_open_of(episode int) -> int
select id from step where episode_id = :episode and answered_at is null;

-- step_answer(id int, state text, at int, by int, answer text, new_episode int) -> changed
update step set state = :state, answered_at = :at, answered_by = :by, answer = :answer,
    new_episode_id = :new_episode
where id = :id and state = 'proposed';

-- step_receivers(kind text, now int) -> Receiver*
-- Who may be asked to take a child over: the people of the open teams of a kind of agency's side.
select m.account_id, m.team_id, a.name as "name text not null", t.name as "team text not null",
    g.name as "agency text not null", m.lead
from team t join agency g on g.id = t.agency_id join team_member m on m.team_id = t.id
join account a on a.id = m.account_id
where t.ended_at is null and a.deactivated_at is null and m.starts_at <= :now
    and (m.ends_at is null or m.ends_at > :now)
    and (case when t.kind in ('social-care', 'duty') then 'social-care' else 'early-help' end) = :kind
    and t.kind in ('social-care', 'duty', 'early-help')
order by g.name, t.name, m.lead desc, a.name, m.account_id;

-- step_goes_with(person int, account int, now int) -> GoesWith*
-- What goes across: how much there is of what this account may see of it.
with ok as materialized (select distinct kind from sight
    where account_id = :account and person_id = :person and starts_at <= :now and ends_at > :now)
select n.what, count(*) as "n int not null", max(n.happened_at) as "last_at int not null"
from person p join entry n on n.person_id = p.id
where p.one_id = :person and n.replaced = 0
    and exists (select 1 from ok where ok.kind = '*' or ok.kind = n.kind)
group by n.what order by n.what;

-- step_assessments(person int, account int, now int) -> Histories*
-- The history of assessments and decisions that both sides see (W72).
with ok as materialized (select distinct kind from sight
    where account_id = :account and person_id = :person and starts_at <= :now and ends_at > :now)
select n.id, n.what, n.title, n.happened_at
from person p join entry n on n.person_id = p.id
where p.one_id = :person and n.replaced = 0 and n.what in ('assessment', 'need', 'plan', 'review', 'episode')
    and exists (select 1 from ok where ok.kind = '*' or ok.kind = n.kind)
order by n.happened_at desc, n.id desc limit 20;

-- steps_since(since int) -> StepCount*
-- What was asked for, with what end, and nothing of whom; C counts them by quarter.
select s.direction, s.state, s.proposed_at, s.answered_at
from step s where s.proposed_at >= :since order by s.proposed_at;

-- closures_since(since int) -> Closure*
-- How early help ended, by when: escalated to social care or not.
select e.closed_at as "closed_at int not null", e.close_reason as "close_reason text not null"
from episode e where e.kind = 'early-help' and e.closed_at >= :since order by e.closed_at;

-- step_address(account int) -> text
select email from account where id = :account and deactivated_at is null;
