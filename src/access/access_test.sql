-- test_mail_count() -> int
select count(*) as "n int" from outbox;

-- test_job_count(kind text) -> int
select count(*) as "n int" from job where kind = :kind;

-- test_mail_last() -> text
select body from outbox order by id desc limit 1;

-- test_audit_count(act text, subject_id int) -> int
select count(*) as "n int" from audit where act = :act and (:subject_id is null or subject_id = :subject_id);

-- test_session_live(account int) -> int
select count(*) as "n int" from session where account_id = :account and ended_at is null and stage = 'in';

-- test_token_kept(hash blob) -> int
select count(*) as "n int" from session where token_hash = :hash;

-- test_grant(account int) -> int
select max(id) as "n int" from account_role where account_id = :account and taken_at is null;
