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

-- demo_episode(person int, kind text, owner int, team int, next text, what text, opened int, closed int,
--     reason text) -> id
insert into episode (person_id, kind, owner_id, team_id, next_on, next_what, opened_at, closed_at,
    close_reason)
values (:person, :kind, :owner, :team, :next, :what, :opened, :closed, :reason) returning id;

-- demo_hold(person int, team int, episode int, at int, ends int) -> nothing
insert into hold (person_id, team_id, subject, subject_id, starts_at, ends_at)
values (:person, :team, 'episode', :episode, :at, :ends);

-- demo_consent(person int, giver int, giver_name text, at int, expires int, by int) -> id
insert into consent (person_id, answer, purpose, giver_id, giver_name, capacity, how, starts_at, expires_at,
    recorded_at, recorded_by)
values (:person, 'given', 'So that the people who help us can work together', :giver, :giver_name, 'parent',
    'signed', :at, :expires, :at, :by)
returning id;

-- demo_consent_agency(consent int, agency int) -> nothing
insert into consent_agency (consent_id, agency_id) values (:consent, :agency) on conflict do nothing;

-- demo_consent_kind(consent int, kind text) -> nothing
insert into consent_kind (consent_id, kind) values (:consent, :kind);

-- demo_seat(episode int, account int, agency int, name text, role text, lead int, consent int, at int)
--     -> nothing
insert into seat (episode_id, account_id, agency_id, name, role, lead, consent_id, starts_at)
values (:episode, :account, :agency, :name, :role, :lead, :consent, :at);

-- demo_view(person int, words text, how text, about text, at int, by int, outcome text, outcome_at int,
--     told int, told_how text) -> nothing
insert into child_view (person_id, words, how, about, said_at, recorded_by, owner_id, outcome, outcome_at,
    told_at, told_how)
values (:person, :words, :how, :about, :at, :by, :by, :outcome, :outcome_at, :told, :told_how);

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
where e.person_id between :first and :last;

-- demo_entry_crowd(first int, last int, nth int, kind text, what text, title text, body text, day int)
--     -> changed
-- One row of the chronology for every open episode of the crowd.
insert into entry (person_id, episode_id, kind, what, title, body, nature, happened_at, written_at, author_id)
select e.person_id, e.id, :kind, :what, :title, :body, 'fact', e.opened_at + :nth * :day,
    e.opened_at + :nth * :day + 3600000, e.owner_id
from episode e where e.person_id between :first and :last;

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

-- demo_entry(person int, episode int, kind text, what text, title text, body text, at int, by int,
--     agency int) -> id
insert into entry (person_id, episode_id, kind, what, title, body, nature, happened_at, written_at, author_id,
    agency_id)
values (:person, :episode, :kind, :what, :title, :body, 'fact', :at, :at, :by, :agency) returning id;

-- demo_door(account int, person int, at int, by int) -> nothing
insert into me_link (account_id, person_id, own, starts_at, made_by)
values (:account, :person, 1, :at, :by);
