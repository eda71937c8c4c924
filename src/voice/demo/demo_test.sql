-- demo_test_count() -> int
select (select count(*) from person) + (select count(*) from entry) + (select count(*) from tie) as "n int";

-- demo_test_last() -> text
select name || born_on as "t text" from person where id = (select max(id) from person);

-- demo_test_open() -> int
select count(*) from episode where closed_at is null;

-- demo_test_strays() -> int
-- What is open and waits for somebody who does not work in the team that holds it.
select count(*) from episode e where e.closed_at is null and not exists (
    select 1 from team_member m where m.team_id = e.team_id and m.account_id = e.owner_id);

-- demo_test_unseen(now int) -> int
-- Owners who could not open the child they answer for.
select count(*) from episode e join person p on p.id = e.person_id
where e.closed_at is null and not exists (select 1 from sight s where s.account_id = e.owner_id
    and s.person_id = p.one_id and s.starts_at <= :now and s.ends_at > :now);

-- demo_test_waiting() -> DemoWaiting*
-- Every kind of thing that waits, and for how many.
select i.kind as "kind text not null", count(*) as "n int not null",
    sum(case when i.owner_id is null then 1 else 0 end) as "nobodys int not null"
from work_item i group by i.kind order by i.kind;

-- demo_test_blind(now int) -> DemoBlind*
-- What waits for somebody who has no way to the record it is about; a question to a partner and the front
-- door's own lists are read by their right.
select i.kind as "kind text not null", i.id as "id int not null", a.email as "email text not null"
from work_item i join person p on p.id = i.person_id join account a on a.id = i.owner_id
where i.kind not in ('danger', 'contact', 'flag', 'referral', 'check', 'confirm', 'chase', 'glass')
    and not exists (select 1 from sight s where s.account_id = i.owner_id and s.person_id = p.one_id
        and s.starts_at <= :now and s.ends_at > :now);

-- demo_test_ahead(now int) -> int
-- What the chronology says of a time that is still to come.
select count(*) from entry where happened_at > :now;

-- demo_test_items(email text) -> DemoItem*
-- What waits for somebody, and about whom.
select i.kind as "kind text not null", i.id as "id int not null", p.one_id as "one_id int"
from work_item i join account a on a.id = i.owner_id left join person p on p.id = i.person_id
where a.email = :email;

-- demo_test_sheets() -> DemoSheet*
select id, sheet_id from assessment where completed_at is not null order by id;
