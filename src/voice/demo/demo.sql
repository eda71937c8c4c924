-- What `kith demo` writes: agencies' teams, families with their stories, and a city of made-up children.

-- demo_account(email text) -> int
select id from account where email = :email;

-- demo_agency_of(account int) -> int
select agency_id from account where id = :account;

-- demo_team(agency int, name text) -> int
select id from team where agency_id = :agency and name = :name;

-- demo_team_add(agency int, name text, kind text) -> id
insert into team (agency_id, name, kind) values (:agency, :name, :kind) returning id;

-- demo_member(team int, account int) -> int
select count(*) from team_member where team_id = :team and account_id = :account and ends_at is null;

-- demo_member_add(team int, account int, lead int, at int) -> nothing
insert into team_member (team_id, account_id, lead, starts_at) values (:team, :account, :lead, :at);

-- demo_people() -> int
select count(*) from person;

-- demo_person(name text, born text, due text, gender text, at int) -> id
insert into person (name, born_on, due_on, gender, created_at)
values (:name, :born, :due, :gender, :at) returning id;

-- demo_person_one(id int) -> nothing
update person set one_id = id where id = :id and one_id is null;

-- demo_person_account(id int, account int) -> nothing
update person set account_id = :account where id = :id;

-- demo_name(person int, given text, family text, used text, until text, at int) -> nothing
insert into person_name (person_id, given, family, used, until_on, recorded_at)
values (:person, :given, :family, :used, :until, :at);

-- demo_address(person int, line text, postcode text, from text, until text, at int) -> nothing
insert into person_address (person_id, line, postcode, starts_on, ends_on, recorded_at)
values (:person, :line, :postcode, :from, :until, :at);

-- demo_tie(from int, to int, kind text, responsible int, at int) -> nothing
insert into tie (from_id, to_id, kind, responsible, recorded_at)
values (:from, :to, :kind, :responsible, :at);

-- demo_language(person int, value text, interpreter text, at int) -> nothing
insert into person_need (person_id, kind, value, main, recorded_at)
values (:person, 'language', :value, 1, :at), (:person, 'interpreter', :interpreter, 0, :at);

-- demo_household(at int) -> id
insert into household (recorded_at) values (:at) returning id;

-- demo_lives(household int, person int, at int) -> nothing
insert into household_member (household_id, person_id, recorded_at) values (:household, :person, :at);

-- demo_accounts_add(agency int, count int, at int) -> changed
-- Workers of the made-up city; they have no password and nobody signs in as them.
-- sqlite:
insert into account (email, name, agency_id, demonstration, created_at, activated_at)
with recursive n (i) as (select 1 union all select i + 1 from n where i < :count)
select 'worker-' || i || '@crowd.example', 'Worker ' || i, :agency, 0, :at, :at from n;
-- postgres:
insert into account (email, name, agency_id, demonstration, created_at, activated_at)
select 'worker-' || i || '@crowd.example', 'Worker ' || i, cast(:agency as bigint), 0, :at, :at
from generate_series(1, :count) n (i);

-- demo_worker_first() -> int
select min(id) as "id int" from account where email like 'worker-%@crowd.example';

-- demo_episodes_crowd(first int, last int, owner int, team int, teams int, workers int, next text, at int)
--     -> changed
-- One child in 33 of those between two ids has an open episode; owners and teams go round.
insert into episode (person_id, kind, owner_id, team_id, next_on, next_what, opened_at)
select p.id, case when p.id % 2 = 0 then 'early-help' else 'social-care' end,
    :owner + (p.id / 33) % :workers, :team + (p.id / 33) % :teams, :next, 'Review', :at
from person p
where p.id between :first and :last and p.id % 33 = 0 and p.born_on > '1996';

-- demo_holds_crowd(first int, last int) -> changed
insert into hold (person_id, team_id, subject, subject_id, starts_at)
select e.person_id, e.team_id, 'episode', e.id, e.opened_at from episode e
where e.person_id between :first and :last and e.closed_at is null;

-- demo_entry_crowd(first int, last int, nth int, kind text, what text, title text, body text, day int)
--     -> changed
-- One row of the chronology for every open episode of the crowd, every eighth day; of one in nine every
-- seventh, so that these are told sooner and stand still by now.
insert into entry (person_id, episode_id, kind, what, title, body, nature, happened_at, written_at, author_id)
select e.person_id, e.id, :kind, :what, :title, :body, 'fact',
    e.opened_at + :nth * :day * case when e.person_id / 33 % 9 = 0 then 7 else 8 end,
    e.opened_at + :nth * :day * case when e.person_id / 33 % 9 = 0 then 7 else 8 end + 3600000, e.owner_id
from episode e where e.person_id between :first and :last and e.closed_at is null;

-- demo_past_crowd(first int, last int, owner int, team int, teams int, workers int, at int, day int)
--     -> changed
-- One child in fifty once had early help; it ended for the reasons, and as often for each, as the threshold
-- document counts for 2013/14.
insert into episode (person_id, kind, owner_id, team_id, opened_at, closed_at, close_reason)
select p.id, 'early-help', :owner + (p.id / 50) % :workers, :team + (p.id / 50) % :teams,
    :at - (320 + p.id % 700) * :day, :at - (320 + p.id % 700) * :day + (60 + p.id % 250) * :day,
    case when (p.id / 50) % 1000 < 502 then 'needs-met' when (p.id / 50) % 1000 < 664 then 'escalated'
        when (p.id / 50) % 1000 < 800 then 'moved' else 'other' end
from person p
where p.id between :first and :last and p.id % 50 = 7 and p.born_on > '1996';

-- demo_need_crowd(first int, last int, day int) -> changed
-- Whoever is helped has a level of need, where there is a threshold document.
insert into need (person_id, level_id, reason, decided_at, decided_by)
select e.person_id, l.id, 'As school and family say', e.opened_at + :day, e.owner_id
from episode e
join need_level l on l.code = case when e.kind = 'early-help' then 'extensive' else 'children-in-need' end
    and l.threshold_id = (select max(id) from threshold where from_on is not null)
where e.person_id between :first and :last and e.closed_at is null;

-- demo_done_crowd(first int, last int, due text, day int) -> changed
-- Every plan has something that was done.
insert into plan_action (episode_id, what, outcome, measure, owner_id, due_on, state, made_at, made_by,
    ended_at, ended_by, ended_text)
select e.id, 'A place at the breakfast club', 'There when school begins', 'Four mornings in five', e.owner_id,
    :due, 'done', e.opened_at + 14 * :day, e.owner_id, e.opened_at + 60 * :day, e.owner_id, 'It was taken up'
from episode e where e.person_id between :first and :last and e.closed_at is null;

-- demo_open_crowd(first int, last int, due text, day int) -> changed
-- And every tenth plan something that is still to do.
insert into plan_action (episode_id, what, outcome, measure, owner_id, due_on, state, made_at, made_by)
select e.id, 'Ask after the repairs at home', 'A dry room to sleep in', 'Seen on a visit', e.owner_id, :due,
    'open', e.opened_at + 90 * :day, e.owner_id
from episode e
where e.person_id between :first and :last and e.closed_at is null and (e.person_id / 33) % 10 = 0;

-- demo_review_crowd(first int, last int, due text, day int) -> changed
insert into review (episode_id, due_on, owner_id, state, made_at)
select e.id, :due, e.owner_id, 'planned', e.opened_at + 90 * :day
from episode e
where e.person_id between :first and :last and e.closed_at is null and (e.person_id / 33) % 10 = 1;

-- demo_said_crowd(first int, last int, day int) -> changed
-- Every child who is helped said something once, and was told what came of it.
insert into child_view (person_id, words, how, about, said_at, recorded_by, owner_id, outcome, outcome_at,
    told_at, told_how)
select e.person_id, 'I like it when we read together before bed.', 'said on a visit', 'home',
    e.opened_at + 35 * :day, e.owner_id, e.owner_id, 'Reading in the evening is in the plan',
    e.opened_at + 40 * :day, e.opened_at + 42 * :day, 'told in person'
from episode e where e.person_id between :first and :last and e.closed_at is null;

-- demo_contact_crowd(first int, last int, title text, at int) -> changed
-- One child in ten was once spoken of at the front door.
insert into entry (person_id, kind, what, title, nature, happened_at, written_at)
select p.id, 'contact', 'contact', :title, 'report', :at, :at from person p
where p.id between :first and :last and p.id % 10 = 0 and p.born_on > '1996';

-- demo_handover(was int, now int) -> changed
-- The demonstration's social worker has the cases of one made-up colleague.
update episode set owner_id = :now where owner_id = :was;

-- demo_person_next() -> int
select coalesce(max(id), 0) + 1 as "n int" from person;

-- demo_door(account int, person int, at int, by int) -> nothing
insert into me_link (account_id, person_id, own, starts_at, made_by)
values (:account, :person, 1, :at, :by);

-- demo_view(person int, words text, how text, about text, at int, by int) -> id
insert into child_view (person_id, words, how, about, said_at, recorded_by, owner_id)
values (:person, :words, :how, :about, :at, :by, :by) returning id;

-- demo_heard(id int, outcome text, at int, told int, told_how text) -> nothing
update child_view set outcome = :outcome, outcome_at = :at, told_at = :told, told_how = :told_how
where id = :id;
