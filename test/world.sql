-- world_account_find(email text) -> int
select id from account where email = :email;
