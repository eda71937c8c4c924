-- Rows that tests of finding stand on.

-- find_test_seal(person int) -> nothing
update person set sealed = 1 where id = :person;

-- find_test_seal_open(person int, account int, at int) -> nothing
insert into seal_open (person_id, account_id, at) values (:person, :account, :at);

-- find_test_address(person int, line text, postcode text, guarded int, ends text, at int) -> nothing
insert into person_address (person_id, line, postcode, guarded, ends_on, recorded_at)
values (:person, :line, :postcode, :guarded, :ends, :at);

-- find_test_number(person int, kind text, value text, at int) -> nothing
insert into person_identifier (person_id, kind, value, recorded_at) values (:person, :kind, :value, :at);

-- find_test_rename(person int, name text) -> nothing
update person set name = :name where id = :person;

-- find_test_join(person int) -> int
select id from person_join where first_id = :person and parted_at is null;

-- find_test_entry(person int, title text, at int) -> nothing
insert into entry (person_id, kind, what, title, nature, happened_at, written_at)
values (:person, 'note', 'note', :title, 'fact', :at, :at);

-- find_test_last_entry() -> int
select max(id) as "id int" from entry;

-- find_test_entry_of(id int) -> int
select person_id from entry where id = :id;

-- find_test_questionnaire() -> id
insert into questionnaire (key, title) values ('test', 'Test') returning id;

-- find_test_version(questionnaire int) -> id
insert into questionnaire_version (questionnaire_id, number, definition, source, made_at)
values (:questionnaire, 1, '{}', 'office', 0) returning id;

-- find_test_sheet(version int, person int, at int) -> id
insert into sheet (version_id, person_id, started_at) values (:version, :person, :at) returning id;

-- find_test_assessment(person int, sheet int, by int, at int) -> id
insert into assessment (person_id, sheet_id, form, state, owner_id, agency_id, started_at, started_by,
    next_on, next_what, version)
select :person, :sheet, 'usual', 'draft', a.id, a.agency_id, :at, a.id, '2014-08-01', 'Finish it', 1
from account a where a.id = :by returning id;

-- find_test_goal(episode int, by int, at int) -> id
insert into goal (episode_id, title, best, worst, set_at, set_by)
values (:episode, 'Sleeps at night', 'Ten', 'Nought', :at, :by) returning id;

-- find_test_goal_of(id int) -> int
select e.person_id from goal g join episode e on e.id = g.episode_id where g.id = :id;

-- find_test_assessment_of(id int) -> int
-- Absent when the answers stand on another record than the assessment.
select a.person_id from assessment a join sheet s on s.id = a.sheet_id and s.person_id = a.person_id
where a.id = :id;

-- find_test_receipt(person int, consent int, by int, at int) -> id
insert into receipt (person_id, agency_id, subject, subject_id, kinds, rows, version, at, by)
select :person, a.agency_id, 'consent', :consent, 'who', 0, '00', :at, a.id from account a where a.id = :by
returning id;

-- find_test_receipt_of(id int) -> int
select person_id from receipt where id = :id;
