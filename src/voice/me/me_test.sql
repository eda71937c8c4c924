-- me_tie_put(from int, to int, kind text, at int) -> nothing
insert into tie (from_id, to_id, kind, responsible, recorded_at) values (:from, :to, :kind, 1, :at);

-- me_kept(person int) -> int
select count(*) from child_view where person_id = :person and told_at is null;

-- me_kept_owner(person int) -> int
select min(owner_id) as "id int" from child_view where person_id = :person;
