-- me_tie_put(from int, to int, kind text, at int) -> nothing
insert into tie (from_id, to_id, kind, responsible, recorded_at) values (:from, :to, :kind, 1, :at);

-- me_kept(person int) -> int
select count(*) from child_view where person_id = :person and told_at is null;

-- me_kept_owner(person int) -> int
select min(owner_id) as "id int" from child_view where person_id = :person;

-- me_mails(like text) -> int
select count(*) from outbox where body like '%on their own page in Kith%' and body not like :like;

-- me_owner_last(person int) -> int
select owner_id from child_view where person_id = :person order by id desc limit 1;

-- me_close(account int, at int) -> nothing
update account set deactivated_at = :at where id = :account;

-- me_test_lead(team int, account int, at int) -> nothing
insert into team_member (team_id, account_id, lead, starts_at) values (:team, :account, 1, :at);
