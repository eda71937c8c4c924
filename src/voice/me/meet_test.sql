-- What the tests of a child's meetings look up.

-- meet_test_meeting() -> int
select max(id) from meeting;

-- meet_test_wish() -> int
select max(id) from meeting_wish;

-- meet_test_proposal() -> int
select max(id) from proposal;

-- meet_test_mail() -> text
select body from outbox order by id desc limit 1;

-- meet_test_mails() -> int
select count(*) as "n int" from outbox;

-- meet_test_join(id int, one int) -> nothing
update person set one_id = :one where id = :id;

-- meet_test_seal(person int) -> nothing
update person set sealed = 1 where id = :person;

-- meet_test_bar(account int, person int, at int) -> id
insert into conflict (account_id, person_id, why, starts_at) values (:account, :person, 'my niece', :at)
returning id;

-- meet_test_unbar(id int, at int) -> nothing
update conflict set ends_at = :at where id = :id;

-- meet_test_withdraw(id int, at int) -> nothing
update consent set ended_at = :at where id = :id;

-- meet_test_audited(act text) -> text
select detail from audit where act = :act order by id desc limit 1;

-- meet_test_awake(now int) -> nothing
-- Everybody who is signed in stays so.
update session set idle_at = :now + 3600000, expires_at = :now + 3600000;
