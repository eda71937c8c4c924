-- What the tests of assessments put there and look at.

-- test_hold(person int, team int, at int) -> nothing
insert into hold (person_id, team_id, subject, subject_id, starts_at) values (:person, :team, 'contact',
    0, :at);

-- test_assessment_last() -> int
select max(id) from assessment;

-- test_assessments() -> int
select count(*) from assessment;

-- test_gates() -> int
select count(*) from assessment_gate where assessment_id is null;

-- test_views(person int, words text) -> int
select count(*) from child_view where person_id = :person and words = :words;

-- test_clash() -> int
select min(id) from answer_clash where settled_at is null;

-- test_unborn(id int) -> nothing
update person set born_on = null, due_on = '2014-10-01' where id = :id;

-- test_contact_told(said text, owner int, at int) -> id
insert into contact (version, channel, came_at, out_of_hours, written, said, owner_id, next_on, next_what)
values (1, 'telephone', :at, 0, 1, :said, :owner, '2014-08-01', 'Decide what happens next') returning id;

-- test_contact_child(contact int, person int, by int, at int) -> nothing
insert into contact_child (contact_id, person_id, added_at, added_by) values (:contact, :person, :at, :by);
