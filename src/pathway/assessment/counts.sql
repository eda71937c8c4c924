-- Counting, and reviews of late help.

-- counts_by_agency(start int, before int, same int) -> AgencyCount*
-- This year so far, the year before to the same day, and how many of this year's are complete.
select g.name, sum(case when a.started_at >= :start then 1 else 0 end) as "begun int not null",
    sum(case when a.started_at >= :before and a.started_at < :same then 1 else 0 end)
        as "before int not null",
    sum(case when a.started_at >= :start and a.completed_at is not null then 1 else 0 end)
        as "complete int not null"
from agency g left join assessment a on a.agency_id = g.id and a.kind = 'caf'
where g.ended_at is null group by g.id, g.name order by 2 desc, g.name;

-- crisis_find(id int) -> CrisisReview?
select r.id, r.person_id, r.what, r.owner_id, r.next_on, r.why, r.in_place, r.opened_at, r.done_at,
    a.name as "owner text not null"
from crisis_review r join account a on a.id = r.owner_id where r.id = :id;

-- crisis_waits(person int) -> int
select count(*) from crisis_review where person_id = :person and done_at is null;

-- crisis_of(person int) -> CrisisReview*
select r.id, r.person_id, r.what, r.owner_id, r.next_on, r.why, r.in_place, r.opened_at, r.done_at,
    a.name as "owner text not null"
from person one join person p on p.one_id = one.one_id join crisis_review r on r.person_id = p.id
join account a on a.id = r.owner_id where one.id = :person order by r.opened_at;

-- crisis_put(person int, what text, owner int, next_on text, at int, by int) -> id
insert into crisis_review (person_id, what, owner_id, next_on, opened_at, opened_by)
values (:person, :what, :owner, :next_on, :at, :by) returning id;

-- crisis_done(id int, why text, in_place text, at int) -> changed
update crisis_review set why = :why, in_place = :in_place, done_at = :at, next_on = null
where id = :id and done_at is null;
