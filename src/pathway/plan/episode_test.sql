-- What tests of plans look up.

-- plan_test_agency(account int) -> int
select agency_id from account where id = :account;

-- plan_test_entries(person int, what text) -> int
select count(*) from entry where person_id = :person and what = :what;

-- plan_test_owners(episode int) -> int
select count(*) from episode_answers where episode_id = :episode;

-- plan_test_action() -> int
select max(id) as "n int" from plan_action;

-- plan_test_seat() -> int
select max(id) as "n int" from seat;

-- plan_test_mail() -> text
select body from outbox order by id desc limit 1;

-- plan_test_mails() -> int
select count(*) as "n int" from outbox;

-- plan_test_stand(seat int, consent int) -> nothing
update seat set consent_id = :consent where id = :seat;

-- plan_test_withdraw(consent int, at int) -> nothing
update consent set ended_at = :at where id = :consent;

-- plan_test_leads(episode int) -> int
select count(*) from seat where episode_id = :episode and lead = 1 and ends_at is null;

-- plan_test_waits(owner int, kind text) -> int
select count(*) as "n int" from work_item where owner_id = :owner and kind = :kind;

-- plan_test_attachment() -> text
select attachment_name from outbox order by id desc limit 1;

-- plan_test_guest() -> int
select max(id) as "n int" from meeting_guest;

-- plan_test_review() -> int
select max(id) as "n int" from review;

-- plan_test_oversight() -> int
select max(id) as "n int" from oversight;

-- plan_test_evidence() -> int
select max(id) from evidence;

-- plan_test_team() -> int
select max(id) from team;

-- plan_test_owed(owner int) -> int
select count(*) from child_view where owner_id = :owner and told_at is null;

-- plan_test_deactivate(account int, at int) -> nothing
update account set deactivated_at = :at where id = :account;

-- plan_test_withdraw_all(at int) -> nothing
update consent set ended_at = :at;
