-- People, where they work and what they may do.

-- account_find(id int) -> Account?
select a.id, a.email, a.name, a.agency_id, g.name as agency, a.password, a.demonstration, a.created_at,
    a.activated_at,
    a.password_at, a.deactivated_at
from account a join agency g on g.id = a.agency_id where a.id = :id;

-- account_by_email(email text) -> Account?
select a.id, a.email, a.name, a.agency_id, g.name as agency, a.password, a.demonstration, a.created_at,
    a.activated_at,
    a.password_at, a.deactivated_at
from account a join agency g on g.id = a.agency_id where a.email = :email;

-- account_list(words text, agency int, role text, state text, today text) -> Account*
-- Each filter is null for "any". Words are found in name and address, whatever the capitals.
select a.id, a.email, a.name, a.agency_id, g.name as agency, a.password, a.demonstration, a.created_at,
    a.activated_at,
    a.password_at, a.deactivated_at
from account a join agency g on g.id = a.agency_id
where (:words is null or lower(a.name || ' ' || a.email) like
       '%' || replace(replace(replace(lower(:words), '!', '!!'), '%', '!%'), '_', '!_') || '%' escape '!')
  and (:agency is null or a.agency_id = :agency)
  and (:role is null or exists (select 1 from account_role r where r.account_id = a.id and r.role = :role
       and r.taken_at is null and r.starts_on <= :today and (r.ends_on is null or r.ends_on >= :today)))
  and (:state is null or :state = case when a.deactivated_at is not null then 'closed'
       when a.activated_at is null then 'invited' else 'open' end)
order by lower(a.name), a.id
limit 500;

-- account_choices(role text, today text) -> AccountChoice*
-- Who may be chosen for something new: open accounts, and with a role those who hold it on that day.
select a.id, a.name, g.name as agency from account a join agency g on g.id = a.agency_id
where a.deactivated_at is null and a.activated_at is not null
  and (:role is null or exists (select 1 from account_role r where r.account_id = a.id and r.role = :role
       and r.taken_at is null and r.starts_on <= :today and (r.ends_on is null or r.ends_on >= :today)))
order by lower(a.name), a.id;

-- account_name(id int) -> text
select name from account where id = :id;

-- account_add(email text, name text, agency int, demonstration int, at int, by int) -> id
insert into account (email, name, agency_id, demonstration, created_at, created_by)
values (:email, :name, :agency, :demonstration, :at, :by) returning id;

-- account_activate(id int, name text, at int) -> changed
-- Once only, and never an account that was closed in the meantime.
update account set name = :name, activated_at = :at
where id = :id and activated_at is null and deactivated_at is null;

-- account_set_password(id int, password text, at int) -> changed
update account set password = :password, password_at = :at where id = :id and deactivated_at is null;

-- account_rehash(id int, was text, now text) -> changed
-- The same password at a new cost.
update account set password = :now where id = :id and password = :was;

-- account_rename(id int, name text) -> changed
update account set name = :name where id = :id and deactivated_at is null;

-- account_move(id int, name text, agency int) -> changed
update account set name = :name, agency_id = :agency where id = :id;

-- account_deactivate(id int, at int, by int) -> changed
update account set deactivated_at = :at, deactivated_by = :by where id = :id and deactivated_at is null;

-- account_reactivate(id int) -> changed
update account set deactivated_at = null, deactivated_by = null where id = :id and deactivated_at is not null;

-- account_real() -> int
-- Accounts that `kith demo` did not make.
select count(*) as "n int" from account where demonstration = 0;

-- account_demonstration(today text) -> DemoAccount*
select a.id, a.email, a.name, (select min(r.role) from account_role r where r.account_id = a.id
    and r.taken_at is null
    and r.starts_on <= :today) as "role text"
from account a where a.demonstration = 1 and a.deactivated_at is null order by a.id;

-- role_give(account int, role text, starts text, ends text, at int, by int) -> id
insert into account_role (account_id, role, starts_on, ends_on, given_at, given_by)
values (:account, :role, :starts, :ends, :at, :by) returning id;

-- role_take(id int, account int, at int, by int) -> changed
update account_role set taken_at = :at, taken_by = :by where id = :id and account_id = :account
    and taken_at is null;

-- role_held(account int, today text) -> RoleKey*
select distinct role from account_role
where account_id = :account and taken_at is null and starts_on <= :today
    and (ends_on is null or ends_on >= :today)
order by role;

-- role_held_all(today text) -> RoleHeld*
select distinct account_id, role from account_role
where taken_at is null and starts_on <= :today and (ends_on is null or ends_on >= :today)
order by account_id, role;

-- role_overlaps(account int, role text, starts text, ends text) -> int
-- Whether the same role is already given for any day of these.
select count(*) as "n int" from account_role
where account_id = :account and role = :role and taken_at is null
  and (:ends is null or starts_on <= :ends) and (ends_on is null or ends_on >= :starts);

-- role_grants(account int) -> Grant*
-- Everything ever given, newest first.
select r.id, r.role, r.starts_on, r.ends_on, r.given_at, g.name as given_by, r.taken_at, t.name as taken_by
from account_role r left join account g on g.id = r.given_by left join account t on t.id = r.taken_by
where r.account_id = :account order by r.id desc;

-- role_others(account int, role text, today text) -> int
-- How many other people could still do it: open, arrived, and holding the role today without an end.
select count(distinct a.id) as "n int" from account_role r join account a on a.id = r.account_id
where r.role = :role and r.taken_at is null and r.starts_on <= :today and r.ends_on is null
  and a.id <> :account and a.activated_at is not null and a.deactivated_at is null;

-- agency_list(ended int) -> Agency*
-- With `ended` 1 also those that stopped taking part.
select g.id, g.name, g.kind, g.ended_at,
    (select count(*) from account a where a.agency_id = g.id and a.deactivated_at is null) as "people int"
from agency g where :ended = 1 or g.ended_at is null order by lower(g.name);

-- agency_find(id int) -> Agency?
select g.id, g.name, g.kind, g.ended_at,
    (select count(*) from account a where a.agency_id = g.id and a.deactivated_at is null) as "people int"
from agency g where g.id = :id;

-- agency_named(name text) -> Agency?
select g.id, g.name, g.kind, g.ended_at,
    (select count(*) from account a where a.agency_id = g.id and a.deactivated_at is null) as "people int"
from agency g where lower(g.name) = lower(:name);

-- agency_add(name text, kind text, at int) -> id
insert into agency (name, kind, created_at) values (:name, :kind, :at) returning id;

-- agency_change(id int, name text, kind text) -> changed
update agency set name = :name, kind = :kind where id = :id;

-- agency_end(id int, at int) -> changed
update agency set ended_at = :at where id = :id and ended_at is null;

-- agency_resume(id int) -> changed
update agency set ended_at = null where id = :id and ended_at is not null;

-- role_take_all(account int, role text, at int) -> changed
-- On the command line: by nobody who is signed in.
update account_role set taken_at = :at where account_id = :account and role = :role and taken_at is null;

-- account_count() -> int
select count(*) as "n int" from account;

-- agency_of_kind(kind text) -> int
select min(id) as "id int" from agency where kind = :kind and ended_at is null;
