-- What a child asks of a meeting, and of their plan, and what became of it.

-- wish_all(meeting int) -> Wish*
-- All that stands: to lead it first, then what they want to talk about, then who is to be there.
select w.id, w.meeting_id, w.kind, w.words, w.said_at, w.answer, w.why, w.answered_at, a.name as answered_by
from meeting_wish w left join account a on a.id = w.answered_by
where w.meeting_id = :meeting and w.taken_at is null
order by case w.kind when 'lead' then 0 when 'point' then 1 else 2 end, w.id;

-- wish_put(meeting int, kind text, words text, at int, by int) -> id
insert into meeting_wish (meeting_id, kind, words, said_at, said_by)
values (:meeting, :kind, :words, :at, :by) returning id;

-- wish_back(id int, meeting int, at int) -> changed
update meeting_wish set taken_at = :at where id = :id and meeting_id = :meeting and taken_at is null;

-- wish_answer(id int, meeting int, answer text, why text, at int, by int) -> changed
-- The first answer counts, and only of what still stands.
update meeting_wish set answer = :answer, why = :why, answered_at = :at, answered_by = :by
where id = :id and meeting_id = :meeting and answered_at is null and taken_at is null;

-- wish_leads(meeting int) -> int
-- Whether it is agreed that the child leads: not 0.
select count(*) from meeting_wish
where meeting_id = :meeting and kind = 'lead' and taken_at is null and answer = 'yes';

-- meeting_changed(id int) -> nothing
-- Calendars take an invitation for the newer one by this.
update meeting set sequence = sequence + 1 where id = :id;

-- child_waits(episode int) -> int
-- How much the child asked that nobody has answered.
select (select count(*) from meeting m join meeting_wish w on w.meeting_id = m.id
        where m.episode_id = :episode and w.answered_at is null and w.taken_at is null)
    + (select count(*) from proposal w where w.episode_id = :episode and w.answered_at is null) as "n int";

-- proposal_all(episode int) -> Proposal*
-- What waits first; and what became part of this plan, wherever it was asked.
select w.id, w.episode_id, w.words, w.said_at, w.answer, w.action_id, w.goal_id, w.why, w.answered_at,
    x.what as "action text", g.title as "goal text", b.name as "answered_by text"
from proposal w left join plan_action x on x.id = w.action_id left join goal g on g.id = w.goal_id
left join account b on b.id = w.answered_by
where w.episode_id = :episode
    or w.action_id in (select n.id from plan_action n where n.episode_id = :episode)
    or w.goal_id in (select n.id from goal n where n.episode_id = :episode)
order by case when w.answered_at is null then 0 else 1 end, w.said_at desc, w.id desc;

-- proposal_find(id int) -> Proposal?
select w.id, w.episode_id, w.words, w.said_at, w.answer, w.action_id, w.goal_id, w.why, w.answered_at,
    x.what as "action text", g.title as "goal text", b.name as "answered_by text"
from proposal w left join plan_action x on x.id = w.action_id left join goal g on g.id = w.goal_id
left join account b on b.id = w.answered_by
where w.id = :id;

-- proposal_put(episode int, words text, at int, by int) -> id
insert into proposal (episode_id, words, said_at, said_by) values (:episode, :words, :at, :by) returning id;

-- proposal_answer(id int, answer text, action int, goal int, why text, at int, by int) -> changed
update proposal set answer = :answer, action_id = :action, goal_id = :goal, why = :why, answered_at = :at,
    answered_by = :by
where id = :id and answered_at is null;
