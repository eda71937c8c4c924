-- Proofs of who somebody is: mailed tokens, the second step, recovery codes, and what failures cost.

-- token_add(purpose text, account int, hash blob, at int, expires int) -> id
insert into token (purpose, account_id, token_hash, created_at, expires_at)
values (:purpose, :account, :hash, :at, :expires) returning id;

-- token_find(purpose text, hash blob) -> Token?
select id, account_id, created_at, expires_at, used_at from token where purpose = :purpose
    and token_hash = :hash;

-- token_use(id int, at int) -> changed
-- Once: of two who come together one finds nothing to change.
update token set used_at = :at where id = :id and used_at is null and expires_at > :at;

-- token_retire(account int, at int) -> changed
-- A newer one, or a password set, makes all before it worthless.
update token set used_at = :at where account_id = :account and used_at is null;

-- token_sent_since(account int, since int) -> int
select count(*) as "n int" from token where account_id = :account and created_at > :since;

-- step_find(account int) -> SecondStep?
select account_id, secret, created_at, confirmed_at, last_step from second_step where account_id = :account;

-- step_start(account int, secret blob, at int) -> changed
-- A fresh key, unless one is already confirmed.
insert into second_step (account_id, secret, created_at) values (:account, :secret, :at)
on conflict (account_id) do update set secret = excluded.secret, created_at = excluded.created_at,
    last_step = 0
where second_step.confirmed_at is null;

-- step_confirm(account int, step int, at int) -> changed
update second_step set confirmed_at = :at, last_step = :step where account_id = :account
    and confirmed_at is null;

-- step_use(account int, step int) -> changed
-- The same code twice finds nothing to change.
update second_step set last_step = :step where account_id = :account and confirmed_at is not null
    and last_step < :step;

-- step_remove(account int) -> changed
delete from second_step where account_id = :account;

-- recovery_add(account int, hash blob, at int) -> id
insert into recovery_code (account_id, code_hash, created_at) values (:account, :hash, :at) returning id;

-- recovery_use(account int, hash blob, at int) -> changed
update recovery_code set used_at = :at where account_id = :account and code_hash = :hash and used_at is null;

-- recovery_retire(account int, at int) -> changed
update recovery_code set used_at = :at where account_id = :account and used_at is null;

-- recovery_left(account int) -> int
select count(*) as "n int" from recovery_code where account_id = :account and used_at is null;

-- throttle_find(key text) -> Throttle?
select failures, again_at, seen_at from throttle where key = :key;

-- throttle_set(key text, failures int, again int, at int) -> nothing
insert into throttle (key, failures, again_at, seen_at) values (:key, :failures, :again, :at)
on conflict (key) do update set failures = excluded.failures, again_at = excluded.again_at,
    seen_at = excluded.seen_at;

-- throttle_clear(key text) -> nothing
delete from throttle where key = :key;

-- throttle_refund(key text, each int) -> nothing
-- It went well: what was taken from a shared budget is given back.
update throttle set again_at = again_at - :each where key = :key;

-- throttle_sweep(before int) -> changed
delete from throttle where seen_at < :before;
