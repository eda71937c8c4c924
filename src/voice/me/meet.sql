-- What a child sees at their own door of their meetings, and of what they asked for.

-- me_meetings(person int, since int) -> MeMeeting*
-- Those they are asked to come to: the ones to come, the soonest first, and then what ended since.
select m.id, m.starts_at, m.minutes, m.place, m.purpose, m.state, a.name as "owner text not null",
    m.episode_id, e.person_id,
    (select count(*) from meeting_wish w where w.meeting_id = m.id and w.taken_at is null
        and w.answered_at is null) as "waits int not null",
    (select count(*) from meeting_wish w where w.meeting_id = m.id and w.taken_at is null
        and w.kind = 'lead' and w.answer = 'yes') as "leads int not null"
from person p join episode e on e.person_id = p.id join meeting m on m.episode_id = e.id
join account a on a.id = m.owner_id
where p.one_id = :person and (m.state = 'planned' or m.ended_at >= :since)
    and exists (select 1 from meeting_guest g where g.meeting_id = m.id and g.who = 'child')
order by case m.state when 'planned' then 0 else 1 end, m.starts_at, m.id;

-- me_guests(meeting int) -> MeGuest*
-- Who else is asked to come.
select g.name, coalesce(s.role, '') as "role text not null"
from meeting_guest g left join seat s on s.id = g.seat_id
where g.meeting_id = :meeting and g.who <> 'child' order by g.who desc, g.name, g.id;

-- me_episode(person int) -> int
-- The help that is going on, whose plan a child adds to; null none.
select e.id from episode e join person p on p.id = e.person_id
where p.one_id = :person and e.closed_at is null order by e.opened_at desc, e.id desc limit 1;

-- me_proposals(person int) -> MeProposal*
-- What the child wanted in their plan, and what became of each.
select w.id, w.words, w.said_at, w.answer, w.why, w.answered_at, o.name as "lead text not null",
    b.name as "answered_by text", x.what as "action text", x.due_on as "due_on text", x.state as "done text",
    coalesce(s.name, d.name) as "doer text", g.title as "goal text"
from person p join episode e on e.person_id = p.id join proposal w on w.episode_id = e.id
join account o on o.id = e.owner_id left join account b on b.id = w.answered_by
left join plan_action x on x.id = w.action_id left join seat s on s.id = x.seat_id
left join account d on d.id = x.owner_id left join goal g on g.id = w.goal_id
where p.one_id = :person order by w.said_at desc, w.id desc limit 50;
