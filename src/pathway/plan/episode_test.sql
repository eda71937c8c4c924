-- What tests of plans look up.

-- plan_test_agency(account int) -> int
select agency_id from account where id = :account;

-- plan_test_entries(person int, what text) -> int
select count(*) from entry where person_id = :person and what = :what;

-- plan_test_owners(episode int) -> int
select count(*) from episode_answers where episode_id = :episode;
