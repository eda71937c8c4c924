-- Rows that tests about records stand on.

-- family_child_add(name text, born text, at int) -> id
insert into person (name, born_on, created_at) values (:name, :born, :at) returning id;

-- family_child_one(id int) -> nothing
update person set one_id = id where id = :id;

-- family_agency(account int) -> int
select agency_id from account where id = :account;

-- family_team_add(agency int, name text, kind text) -> id
insert into team (agency_id, name, kind) values (:agency, :name, :kind) returning id;

-- family_member_add(team int, account int, lead int, at int) -> nothing
insert into team_member (team_id, account_id, lead, starts_at) values (:team, :account, :lead, :at);

-- family_episode_add(person int, kind text, owner int, team int, next text, at int) -> id
insert into episode (person_id, kind, owner_id, team_id, next_on, next_what, opened_at)
values (:person, :kind, :owner, :team, :next, 'First meeting', :at) returning id;

-- family_hold_add(person int, team int, episode int, at int) -> nothing
insert into hold (person_id, team_id, subject, subject_id, starts_at)
values (:person, :team, 'episode', :episode, :at);

-- family_consent_add(person int, at int, expires int, by int) -> id
insert into consent (person_id, answer, purpose, giver_name, capacity, how, starts_at, expires_at, recorded_at,
    recorded_by)
values (:person, 'given', 'Help for the family', 'Mother', 'parent', 'signed', :at, :expires, :at, :by)
returning id;

-- family_consent_agency(consent int, agency int) -> nothing
insert into consent_agency (consent_id, agency_id) values (:consent, :agency);

-- family_consent_kind(consent int, kind text) -> nothing
insert into consent_kind (consent_id, kind) values (:consent, :kind);

-- family_seat_add(episode int, account int, agency int, consent int, at int) -> id
insert into seat (episode_id, account_id, agency_id, name, role, lead, consent_id, starts_at)
values (:episode, :account, :agency, 'Somebody of the team', 'School nurse', 0, :consent, :at) returning id;

-- family_tie_add(from int, to int, kind text, at int) -> id
insert into tie (from_id, to_id, kind, recorded_at) values (:from, :to, :kind, :at) returning id;
