-- Rows that the tests of the first screens stand on.

-- work_test_tie(one int, other int, at int) -> nothing
insert into tie (from_id, to_id, kind, recorded_at) values (:one, :other, 'sibling', :at);

-- work_test_entry(person int) -> int
-- The latest row of a person's chronology.
select max(id) from entry where person_id = :person;
