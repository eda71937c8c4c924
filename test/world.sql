-- world_account_find(email text) -> int
select id from account where email = :email;

-- world_kept_version() -> int
select version from kept_version;

-- world_todo_amiss() -> text
-- The first row that todo and work_item do not have alike, and equally often; null: there is none.
with amiss as (
    select kind, id, person_id, owner_id, team_id, due_on, due_at, since, what, sum(n) as n from (
        select kind, id, person_id, owner_id, team_id, due_on, due_at, since, what, 1 as n from work_item
        union all
        select kind, id, person_id, owner_id, team_id, due_on, due_at, since, what, -1 from todo) x
    group by kind, id, person_id, owner_id, team_id, due_on, due_at, since, what having sum(n) <> 0)
select case when a.n > 0 then 'todo lacks ' else 'todo still has ' end || a.kind || ' ' || a.id || ' of '
    || a.owner_id as "said text"
from amiss a order by a.kind, a.id, a.n limit 1;
