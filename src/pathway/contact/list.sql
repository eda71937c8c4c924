-- The lists of the front door: what is open, what came by night, what one raised oneself.

-- contacts_open(account int) -> ContactLine*
-- The gravest first, what nobody has judged yet beside amber, and within a colour the oldest first.
select c.id, c.channel, c.came_at, c.out_of_hours, c.seen_at, c.caller, c.children_said, c.risk,
    r.title as "risk_title text", c.came_at + r.hours * 3600000 as "risk_due int", c.put_through_at,
    c.written,
    o.name as "owner text not null", t.name as "team text", c.next_on, c.next_what, c.decided_at, c.told_at,
    (select min(p.name) from contact_child k join person q on q.id = k.person_id
      join person p on p.id = q.one_id where k.contact_id = c.id) as "child text",
    (select count(*) from contact_child k where k.contact_id = c.id) as "children int not null",
    c.owner_id
from contact c join account o on o.id = c.owner_id left join team t on t.id = c.team_id
left join contact_risk r on r.key = c.risk
where c.closed_at is null and not exists (
    select 1 from contact_shut s where s.account_id = :account and s.contact_id = c.id)
order by case when c.put_through_at is not null and c.decided_at is null then 0
        when c.decided_at is null then 1 else 2 end,
    coalesce(r.position, 2), c.came_at, c.id
limit 300;

-- contacts_mine(account int) -> MyContact*
-- What one raised oneself: how it stands, and what one was told. Nothing else of it (W27).
select c.id, c.came_at, c.channel, c.children_said, c.said, c.decided_at, c.told_at, c.told_what, c.told_how,
    c.closed_at, c.told_seen_at
from contact c where c.raised_by = :account order by c.came_at desc, c.id desc limit 200;

-- contact_mine(id int, account int) -> MyContact?
select c.id, c.came_at, c.channel, c.children_said, c.said, c.decided_at, c.told_at, c.told_what, c.told_how,
    c.closed_at, c.told_seen_at
from contact c where c.id = :id and c.raised_by = :account;
