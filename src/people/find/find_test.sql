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
