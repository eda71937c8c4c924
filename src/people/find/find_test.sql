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
