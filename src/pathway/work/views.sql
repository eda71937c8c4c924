-- A child's own words, and what came of them.

-- said_put(person int, words text, how text, about text, at int, by int, owner int) -> id
insert into child_view (person_id, words, how, about, said_at, recorded_by, owner_id)
values (:person, :words, :how, :about, :at, :by, :owner) returning id;

-- said_outcome(id int, person int, outcome text, at int) -> changed
update child_view set outcome = :outcome, outcome_at = :at
where id = :id and told_at is null and person_id in (select p.id from person p where p.one_id = :person);

-- said_told(id int, person int, at int, how text) -> changed
update child_view set told_at = :at, told_how = :how
where id = :id and told_at is null and outcome is not null
    and person_id in (select p.id from person p where p.one_id = :person);

-- said_by_id(id int, person int) -> OneSaid?
select v.id, v.person_id, v.words, v.how, v.said_at, v.outcome, v.told_at, v.teller_as
from child_view v join person p on p.id = v.person_id where v.id = :id and p.one_id = :person;
