-- Words that nobody has brought back to a child yet, and who can: no such word is owned by somebody who
-- cannot open the record.

-- untold_of(one int) -> Untold*
select v.id, v.person_id, v.owner_id, p.one_id as "one_id int not null"
from person p join child_view v on v.person_id = p.id
where p.one_id = :one and v.told_at is null order by v.id;

-- untold_one(id int) -> Untold?
select v.id, v.person_id, v.owner_id, p.one_id as "one_id int not null"
from child_view v join person p on p.id = v.person_id where v.id = :id and v.told_at is null;

-- untold_doubtful(now int) -> Untold*
-- Of all of them those whose owner may not be able to open the record: a sieve that asks sight nothing, for
-- nearly every word is with somebody who answers for open help or is in a team that holds the child.
select v.id, v.person_id, v.owner_id, p.one_id as "one_id int not null"
from child_view v join person p on p.id = v.person_id join account o on o.id = v.owner_id
where v.told_at is null and (o.deactivated_at is not null
    or exists (select 1 from sight_wary x where x.account_id = v.owner_id)
    or exists (select 1 from person s where s.one_id = p.one_id and s.sealed = 1)
    or not (exists (select 1 from person q join episode e on e.person_id = q.id
            where q.one_id = p.one_id and e.owner_id = v.owner_id and e.closed_at is null)
        or exists (select 1 from person q join hold h on h.person_id = q.id
            join team_member m on m.team_id = h.team_id
            where q.one_id = p.one_id and h.ends_at is null and m.account_id = v.owner_id
                and m.starts_at <= :now and (m.ends_at is null or m.ends_at > :now))))
order by v.id;

-- untold_can_tell(account int, one int, now int) -> int
-- Whether somebody has an account and may read the child's words: not 0.
select count(*) from account a where a.id = :account and a.deactivated_at is null and exists (
    select 1 from sight s where s.account_id = :account and s.person_id = :one and s.kind in ('*', 'view')
        and s.starts_at <= :now and s.ends_at > :now);

-- untold_helper(one int, now int) -> int
-- Who can bring word back: who answers for open help, the latest first; else of a team that holds the
-- child, who leads it first.
select x.id from (
    select e.owner_id as id, 0 as rank, -e.opened_at as row
    from person p join episode e on e.person_id = p.id where p.one_id = :one and e.closed_at is null
    union all
    select m.account_id, 2 - m.lead, m.id from person p join hold h on h.person_id = p.id
    join team_member m on m.team_id = h.team_id
    where p.one_id = :one and h.starts_at <= :now and (h.ends_at is null or h.ends_at > :now)
        and m.starts_at <= :now and (m.ends_at is null or m.ends_at > :now)
) x join account a on a.id = x.id
where a.deactivated_at is null
    and not exists (select 1 from record_shut b where b.account_id = a.id and b.person_id = :one)
order by x.rank, x.row limit 1;

-- untold_teller(one int, was int, now int) -> Teller?
-- Where nobody holds the child any more: of the team that did last, whoever owned the word, else its leader,
-- else anybody in it; and where no team ever did, of the front door.
select m.account_id, m.team_id from (
    select h.team_id, 0 as rank, max(h.ends_at) as until,
        max(case when h.subject = 'episode' then h.ends_at else 0 end) as helped
    from person p join hold h on h.person_id = p.id where p.one_id = :one and h.ends_at <= :now
    group by h.team_id
    union all
    select f.id, 1, 0, 0 from team f where f.kind = 'front-door'
) x join team t on t.id = x.team_id and t.ended_at is null join team_member m on m.team_id = x.team_id
join account a on a.id = m.account_id
where a.deactivated_at is null and m.starts_at <= :now and (m.ends_at is null or m.ends_at > :now)
    and not exists (select 1 from record_shut b where b.account_id = a.id and b.person_id = :one)
order by x.rank, x.until desc, x.helped desc, case when m.account_id = :was then 0 else 1 end, m.lead desc,
    m.id limit 1;

-- untold_give(id int, was int, now int) -> changed
update child_view set owner_id = :now where id = :id and owner_id = :was and told_at is null;

-- untold_held(one int) -> int
select count(*) from person p join hold h on h.person_id = p.id
where p.one_id = :one and h.subject = 'view' and h.ends_at is null;

-- untold_let_go(one int, at int) -> changed
-- Teams that held a child for the sake of a word alone.
update hold set ends_at = :at where subject = 'view' and ends_at is null
    and person_id in (select p.id from person p where p.one_id = :one);
