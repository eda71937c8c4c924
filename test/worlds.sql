-- A random world, row by row.

-- w_person(name text, account int, sealed int) -> id
insert into person (name, account_id, sealed, created_at) values (:name, :account, :sealed, 0) returning id;

-- w_shown(id int, one int) -> nothing
update person set one_id = :one where id = :id;

-- w_named(person int, account int) -> nothing
insert into seal_open (person_id, account_id, at) values (:person, :account, 0);

-- w_team(agency int, name text) -> id
insert into team (agency_id, name, kind) values (:agency, :name, 'early-help') returning id;

-- w_member(team int, account int, starts int, ends int) -> nothing
insert into team_member (team_id, account_id, lead, starts_at, ends_at)
values (:team, :account, 0, :starts, :ends);

-- w_hold(person int, team int, starts int, ends int) -> nothing
insert into hold (person_id, team_id, subject, subject_id, starts_at, ends_at)
values (:person, :team, 'contact', 1, :starts, :ends);

-- w_episode(person int, owner int, team int, opened int, closed int) -> id
insert into episode (person_id, kind, owner_id, team_id, next_on, next_what, opened_at, closed_at,
    close_reason)
values (:person, 'early-help', :owner, :team, '2014-08-01', 'Meeting', :opened, :closed,
    case when :closed is null then null else 'met' end) returning id;

-- w_consent(person int, answer text, starts int, expires int, ended int, by int) -> id
insert into consent (person_id, answer, purpose, giver_name, capacity, how, starts_at, expires_at, ended_at,
    recorded_at, recorded_by)
values (:person, :answer, 'To help', 'Mother', 'parent', 'signed', :starts, :expires, :ended, 0, :by)
returning id;

-- w_sharing(person int, agency int, starts int, expires int, ended int, by int) -> id
insert into sharing (person_id, agency_id, basis, facts, interests, consulted, family_told, starts_at,
    expires_at, ended_at, recorded_by)
values (:person, :agency, 'vital', 'Facts', 'Interests', 'Manager', 'No', :starts, :expires, :ended, :by)
returning id;

-- w_seat(episode int, account int, consent int, sharing int, starts int, ends int) -> id
insert into seat (episode_id, account_id, name, role, lead, consent_id, sharing_id, starts_at, ends_at)
values (:episode, :account, 'Somebody', 'Nurse', 0, :consent, :sharing, :starts, :ends) returning id;

-- w_glass(person int, account int, starts int, ends int) -> nothing
insert into glass (person_id, account_id, reason, starts_at, ends_at, owner_id, review_by)
values (:person, :account, 'A reason', :starts, :ends, :account, :ends);

-- w_complaint(person int, owner int, starts int, answered int) -> nothing
insert into complaint (person_id, who, words, advocate, received_at, recorded_by, owner_id, next_on, outcome,
    answer, answered_at)
values (:person, 'parent', 'Nobody called back', 1, :starts, :owner, :owner, '2014-08-01',
    case when :answered is null then null else 'upheld' end,
    case when :answered is null then null else 'We are sorry' end, :answered);

-- w_conflict(account int, person int, ends int) -> nothing
insert into conflict (account_id, person_id, why, starts_at, ends_at)
values (:account, :person, 'My niece', 0, :ends);

-- w_tie(from int, to int, kind text, wrong int) -> nothing
insert into tie (from_id, to_id, kind, responsible, recorded_at, wrong_at)
values (:from, :to, :kind, case when :kind = 'parent' then 1 else 0 end, 0, :wrong);

-- w_entry(person int, kind text, secret text, at int) -> id
insert into entry (person_id, kind, what, title, body, nature, happened_at, written_at)
values (:person, :kind, 'note', :secret, :secret, 'fact', :at, :at) returning id;

-- w_sight(now int) -> WSight*
-- Asked as a list, whoever and whomever.
select distinct account_id as "account int not null", person_id as "person int not null",
    kind as "kind text not null"
from sight where starts_at <= :now and ends_at > :now and account_id is not null;

-- w_sight_account(account int, now int) -> WSight*
-- Asked as the list of one account.
select distinct account_id as "account int not null", person_id as "person int not null",
    kind as "kind text not null"
from sight where account_id = :account and starts_at <= :now and ends_at > :now;

-- w_held_astray() -> int
-- Rows of sight_held that are none of sight, and rows of sight that it lacks: of those who hold the child, where
-- nothing can be barred and nothing is sealed.
select (select count(*) from sight_held h where not exists (select 1 from sight s where s.way = h.way
        and s.account_id = h.account_id and s.person_id = h.person_id and s.kind = h.kind
        and s.because = h.because and s.starts_at = h.starts_at and s.ends_at = h.ends_at))
    + (select count(*) from sight s where s.way in ('owner', 'team')
        and s.account_id not in (select x.account_id from sight_wary x)
        and s.person_id not in (select z.one_id from person z where z.sealed = 1 and z.one_id is not null)
        and not exists (select 1 from sight_held h where s.way = h.way
            and s.account_id = h.account_id and s.person_id = h.person_id and s.kind = h.kind
            and s.because = h.because and s.starts_at = h.starts_at and s.ends_at = h.ends_at));
