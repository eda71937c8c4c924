-- People for the measure of recall.

-- typo_person_add(name text, born text, at int) -> id
insert into person (name, born_on, created_at) values (:name, :born, :at) returning id;

-- typo_person_one(id int) -> nothing
update person set one_id = id where id = :id;

-- typo_name_add(person int, given text, family text, used text, at int) -> nothing
insert into person_name (person_id, given, family, used, recorded_at)
values (:person, :given, :family, :used, :at);

-- typo_address_add(person int, postcode text, ends text, at int) -> nothing
insert into person_address (person_id, line, postcode, ends_on, recorded_at)
values (:person, '', :postcode, :ends, :at);

-- typo_people(after int, most int) -> TypoRow*
-- Those of the database with a whole name, for measuring there.
select p.id, n.given, n.family, p.born_on, (select a.postcode from person_address a
    where a.person_id = p.id and a.ends_on is null order by a.id limit 1) as "postcode text"
from person p join person_name n on n.person_id = p.id and n.used = 'now' and n.wrong_at is null
where p.id > :after and p.born_on is not null and n.given <> '' and n.family <> ''
order by p.id limit :most;

-- typo_last() -> int
select max(id) as "id int" from person;
