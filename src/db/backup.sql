-- file_check() -> text
-- The first thing wrong with the file's pages and indexes, or ok. PostgreSQL looks after its own.
-- sqlite:
select integrity_check as "said text" from pragma_integrity_check(1);
-- postgres:
select 'ok' as "said text";

-- file_torn() -> int
-- Rows that refer to rows that are not there.
-- sqlite:
select count(*) as "n int" from pragma_foreign_key_check;
-- postgres:
select 0 as "n int";
