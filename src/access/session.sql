-- Browsers that somebody is signed in with.

-- session_who(hash blob, today text) -> SessionWho*
-- A row for each role of whoever is signed in with it; one without a role when they have none.
select s.id, s.stage, s.account_id, s.set_up, s.seen_at, s.idle_at, s.expires_at, s.ended_at, a.name,
    a.agency_id, a.deactivated_at, r.role as "role text",
    (select version from kept_version) as "kept_version int not null"
from session s left join account a on a.id = s.account_id
left join account_role r on r.account_id = s.account_id and r.taken_at is null and r.starts_on <= :today
    and (r.ends_on is null or r.ends_on >= :today)
where s.token_hash = :hash;

-- session_kept(hash blob) -> int
-- Its id; null: there is none.
select max(id) as "id int" from session where token_hash = :hash;

-- session_find(id int) -> Session?
select id, stage, account_id, known, created_at, proved_at, seen_at, idle_at, expires_at, agent, ended_at
from session where id = :id;

-- session_live(account int, now int) -> Session*
select id, stage, account_id, known, created_at, proved_at, seen_at, idle_at, expires_at, agent, ended_at
from session
where account_id = :account and stage = 'in' and ended_at is null and idle_at > :now and expires_at > :now
order by seen_at desc, id desc;

-- session_add(hash blob, stage text, account int, known int, at int, idle int, expires int, agent text) -> id
insert into session (token_hash, stage, account_id, known, created_at, proved_at, seen_at, idle_at,
    expires_at, agent)
values (:hash, :stage, :account, :known, :at, :at, :at, :idle, :expires, :agent) returning id;

-- session_set_up(id int, first int) -> changed
-- 1: nothing but the person's own account until two-step sign-in is set up.
update session set set_up = :first where id = :id and stage = 'in';

-- session_seen(id int, at int, idle int) -> nothing
update session set seen_at = :at, idle_at = :idle where id = :id and ended_at is null and seen_at < :at;

-- session_proved(id int, at int) -> nothing
-- The provider says when the person last proved who they are; 0 when it does not.
update session set proved_at = :at where id = :id and proved_at > :at;

-- session_end(id int, at int) -> changed
update session set ended_at = :at where id = :id and ended_at is null;

-- session_end_own(id int, account int, at int) -> changed
update session set ended_at = :at where id = :id and account_id = :account and stage = 'in'
    and ended_at is null;

-- session_end_all(account int, keep int, at int) -> changed
-- All of a person's but one; with `keep` null all.
update session set ended_at = :at
where account_id = :account and ended_at is null and (:keep is null or id <> :keep);

-- session_sweep(before int) -> changed
-- Old rows whose browser need no longer be known again, and that no journey points at.
delete from session
where expires_at < :before and not exists (select 1 from oidc_journey j where j.session_id = session.id);
