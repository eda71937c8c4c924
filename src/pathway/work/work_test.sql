-- Rows that the tests of the first screens stand on.

-- work_test_tie(one int, other int, at int) -> nothing
insert into tie (from_id, to_id, kind, recorded_at) values (:one, :other, 'sibling', :at);

-- work_test_entry(person int) -> int
-- The latest row of a person's chronology.
select max(id) from entry where person_id = :person;

-- work_test_withdraw(id int, at int) -> nothing
update consent set ended_at = :at where id = :id;

-- work_test_bar(account int, person int, at int) -> nothing
insert into conflict (account_id, person_id, why, starts_at) values (:account, :person, 'my niece', :at);

-- work_test_seal(person int) -> nothing
update person set sealed = 1 where id = :person;

-- work_test_join(id int, one int) -> nothing
update person set one_id = :one where id = :id;

-- work_test_leave(team int, account int, at int) -> nothing
update team_member set ends_at = :at where team_id = :team and account_id = :account;

-- test_work_hold(person int, team int, at int) -> nothing
insert into hold (person_id, team_id, subject, subject_id, starts_at)
values (:person, :team, 'contact', 0, :at);

-- work_test_crisis(person int, owner int, on text, at int) -> id
insert into crisis_review (person_id, what, owner_id, next_on, opened_at, opened_by)
values (:person, 'Inpatient care', :owner, :on, :at, :owner) returning id;

-- work_test_said(person int, owner int, at int) -> nothing
insert into child_view (person_id, words, how, about, said_at, owner_id)
values (:person, 'Please talk to me', 'typed it', 'Talking', :at, :owner);

-- work_test_urgent() -> nothing
insert into me_said (view_id, parents, urgent) select max(id), 0, 1 from child_view;

-- work_test_wrote(person int, kind text, title text, at int, by int) -> id
insert into entry (person_id, kind, what, title, body, nature, happened_at, written_at, author_id)
values (:person, :kind, 'note', :title, 'Words of it', 'fact', :at, :at, :by) returning id;

-- work_test_curated() -> int
select max(id) from curated;

-- work_test_curated_row(entry int) -> int
select max(id) from curated_row where entry_id = :entry;

-- work_test_tamper(curated int) -> nothing
update curated_line set title = 'Something else' where curated_id = :curated;

-- work_test_end_consents(person int, at int) -> nothing
update consent set ended_at = :at where person_id = :person;

-- work_test_to_other(entry int, person int) -> nothing
update entry set person_id = :person where id = :entry;

-- work_test_many(n int, at int) -> nothing
with recursive numbers (i) as (select 1 union all select i + 1 from numbers where i < :n)
insert into person (name, created_at) select 'One of many', :at from numbers;

-- work_test_many_one() -> nothing
update person set one_id = id where one_id is null;

-- work_test_many_held(team int, at int) -> nothing
insert into hold (person_id, team_id, subject, subject_id, starts_at)
select p.id, :team, 'contact', p.id, :at from person p where p.name = 'One of many';

-- work_test_act(episode int, seat int, at int) -> nothing
insert into plan_action (episode_id, what, outcome, measure, owner_id, seat_id, due_on, state, made_at,
    made_by)
select e.id, 'Call', 'Sleep', 'By asking', e.owner_id, :seat, '2014-08-01', 'open', :at, e.owner_id
from episode e where e.id = :episode;

-- work_test_leaves(seat int, at int) -> nothing
update seat set ends_at = :at where id = :seat;
