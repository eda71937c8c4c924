-- demo_test_count() -> int
select (select count(*) from person) + (select count(*) from entry) + (select count(*) from tie) as "n int";

-- demo_test_last() -> text
select name || born_on as "t text" from person where id = (select max(id) from person);

-- demo_test_open() -> int
select count(*) from episode where closed_at is null;

-- demo_test_strays() -> int
select count(*) from episode e where e.closed_at is null and e.person_id in (
    select id from person where id > 40) and not exists (
    select 1 from team_member m where m.team_id = e.team_id and m.account_id = e.owner_id);

-- demo_test_unseen(now int) -> int
-- Owners who could not open the child they answer for.
select count(*) from episode e join person p on p.id = e.person_id
where e.closed_at is null and not exists (select 1 from sight s where s.account_id = e.owner_id
    and s.person_id = p.one_id and s.starts_at <= :now and s.ends_at > :now);
