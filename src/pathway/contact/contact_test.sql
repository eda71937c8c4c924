-- What the tests of the front door look for, and put in past its pages.

-- test_contact_version(id int) -> int
select version from contact where id = :id;

-- test_contact_owner(id int) -> int
select owner_id from contact where id = :id;

-- test_contact_closed(id int) -> int
select closed_at from contact where id = :id;

-- test_contact_clocks(id int) -> int
select count(*) from clock where subject = 'contact' and subject_id = :id and stopped_at is null;

-- test_contact_close(id int, at int) -> nothing
update contact set closed_at = :at where id = :id;

-- test_contact_forget(id int) -> nothing
update contact set next_on = null where id = :id;

-- test_give_role(account int, role text, now int) -> nothing
insert into account_role (account_id, role, starts_on, given_at) values (:account, :role, '2000-01-01', :now);

-- test_tie(from_id int, to_id int, now int) -> nothing
insert into tie (from_id, to_id, kind, recorded_at) values (:from_id, :to_id, 'mother', :now);

-- test_conflict(account int, person int, now int) -> nothing
insert into conflict (account_id, person_id, why, starts_at) values (:account, :person, 'my niece', :now);

-- test_audited(act text) -> int
select count(*) from audit where act = :act;

-- test_last_contact() -> int
select max(id) from contact;

-- test_last_check() -> int
select max(id) from agency_check;

-- test_told_seen(id int) -> int
select told_seen_at from contact where id = :id;

-- family_agency_of(account int) -> int
select agency_id from account where id = :account;

-- test_contact_locality(id int) -> text
select l.name from contact c join locality l on l.id = c.locality_id where c.id = :id;

-- test_check_owner(id int) -> int
select asked_by from agency_check where id = :id;

-- test_deactivate(account int, at int) -> nothing
update account set deactivated_at = :at where id = :account;
