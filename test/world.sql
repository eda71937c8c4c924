-- world_account_find(email text) -> int
select id from account where email = :email;

-- world_agency_add(name text, at int) -> id
insert into agency (name, kind, created_at) values (:name, 'council', :at) returning id;

-- world_account_add(email text, name text, agency int, at int) -> id
insert into account (email, name, agency_id, created_at, activated_at)
values (:email, :name, :agency, :at, :at) returning id;

-- world_role_add(account int, role text, day text, at int) -> nothing
insert into account_role (account_id, role, starts_on, given_at) values (:account, :role, :day, :at);
