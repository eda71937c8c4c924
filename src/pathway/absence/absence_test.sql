-- What the tests of absences put there and look at.

-- absence_test_number(person int, upn text, at int) -> nothing
insert into person_identifier (person_id, kind, value, recorded_at) values (:person, 'upn', :upn, :at);

-- absence_test_last() -> int
select max(id) from absentee_list;

-- absence_test_row(name text) -> int
select max(id) from absentee where name = :name;

-- absence_test_open(name text) -> int
select count(*) from absentee where name = :name and settled_at is null and next_on is not null;

-- absence_test_hold(person int, team int, at int) -> nothing
insert into hold (person_id, team_id, subject, subject_id, starts_at)
values (:person, :team, 'contact', 0, :at);

-- absence_test_rows() -> int
select count(*) from absentee;

-- absence_test_kin(person int, account int, at int) -> nothing
insert into conflict (account_id, person_id, why, starts_at) values (:account, :person, 'my niece', :at);
