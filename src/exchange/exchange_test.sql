-- What the tests of exchanging put there and look at.

-- exchange_test_contacts() -> int
select count(*) from contact;

-- exchange_test_tell(id int, what text, at int) -> nothing
update contact set told_at = :at, told_what = :what, told_how = 'telephone' where id = :id;

-- exchange_test_last() -> int
select max(id) from contact;

-- exchange_test_children(id int) -> text
select children_said from contact where id = :id;

-- exchange_test_entry(person int, kind text, title text, at int) -> nothing
insert into entry (person_id, kind, what, title, nature, happened_at, written_at)
values (:person, :kind, 'note', :title, 'fact', :at, :at);

-- exchange_test_number(person int, value text, at int) -> nothing
insert into person_identifier (person_id, kind, value, recorded_at) values (:person, 'nhs', :value, :at);
