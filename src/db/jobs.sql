-- job_put(kind text, due_at int, args text) -> nothing
insert into job (kind, once, due_at, args, tries) values (:kind, 1, :due_at, :args, 0);

-- job_round(kind text, due_at int) -> nothing
-- The row of a kind that comes round, made when it is first seen.
insert into job (kind, once, due_at, tries) values (:kind, 0, :due_at, 0) on conflict (kind)
    where once = 0 do nothing;

-- job_rounds(kind text) -> int
select count(*) as "n int" from job where kind = :kind and once = 0;

-- job_due_count(now int) -> int
select count(*) as "n int" from job
where due_at <= :now and gave_up_at is null and (lease_until is null or lease_until <= :now);

-- job_claim(kinds text, now int, me text, until int) -> JobClaimed?
-- `kinds` is " mail seal ": a process takes only what it knows.
-- sqlite:
update job set claimed_by = :me, lease_until = :until
where id = (
    select id from job
    where due_at <= :now and gave_up_at is null and (lease_until is null or lease_until <= :now)
      and :kinds like '% ' || kind || ' %'
    order by due_at, id limit 1)
returning id, kind, once, args, tries;
-- postgres:
update job set claimed_by = :me, lease_until = :until
where id = (
    select id from job
    where due_at <= :now and gave_up_at is null and (lease_until is null or lease_until <= :now)
      and :kinds like '% ' || kind || ' %'
    order by due_at, id limit 1 for update skip locked)
returning id, kind, once, args, tries;

-- job_mine(id int, me text) -> int
-- Whether the claim still stands; after a lease that ran out another process may have it.
select count(*) as "n int" from job where id = :id and claimed_by = :me;

-- job_remove(id int) -> changed
delete from job where id = :id;

-- job_next_round(id int, now int, due_at int) -> changed
update job set due_at = :due_at, tries = 0, claimed_by = null, lease_until = null, done_at = :now, why = null
    where id = :id;

-- job_again(id int, due_at int, why text) -> changed
update job set due_at = :due_at, tries = tries + 1, claimed_by = null, lease_until = null, why = :why
    where id = :id;

-- job_give_up(id int, now int, why text) -> changed
update job set tries = tries + 1, claimed_by = null, lease_until = null, gave_up_at = :now, why = :why
    where id = :id;

-- job_list() -> JobLine*
-- What comes round first, then what waits, then what was given up.
select id, kind, once, due_at, tries, lease_until, gave_up_at, done_at, why from job
order by once, case when gave_up_at is null then 0 else 1 end, due_at, id limit 500;
