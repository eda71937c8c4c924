-- The ways of sight that nearly every page of a worker's day rests on: they answer for the child's help, or
-- their team holds the child. Asked alone that is a sixth of the work of sight, in which all the ways there
-- are must be made ready before any is found. Only rows of sight stand here (a test of random worlds holds
-- the two against each other): none for an account that anything may be barred to, and none of a record that
-- is sealed, so that whoever finds nothing here asks sight. `team_id` is the team's, `over_at` is null while
-- the help or the hold goes on: who looks for many children finds them by these.
create view sight_held as
  select cast('owner' as text) as way, e.owner_id as account_id, p.one_id as person_id,
    cast('*' as text) as kind, e.id as because, cast(null as integer) as team_id, e.opened_at as starts_at,
    e.closed_at as over_at, cast(coalesce(e.closed_at, 253402300799000) as integer) as ends_at
  from episode e join person p on p.id = e.person_id
  where not exists (select 1 from sight_wary x where x.account_id = e.owner_id and p.one_id > 0)
    and not exists (select 1 from person s where s.one_id = p.one_id and s.sealed = 1 and e.id > 0)
  union all
  select cast('team' as text) as way, m.account_id as account_id, p.one_id as person_id,
    cast('*' as text) as kind, h.id as because, h.team_id as team_id,
    cast(case when m.starts_at > h.starts_at then m.starts_at else h.starts_at end as integer) as starts_at,
    h.ends_at as over_at,
    cast(case when m.ends_at < coalesce(h.ends_at, 253402300799000) then m.ends_at
      else coalesce(h.ends_at, 253402300799000) end as integer) as ends_at
  from team_member m join hold h on h.team_id = m.team_id join person p on p.id = h.person_id
  where not exists (select 1 from sight_wary x where x.account_id = m.account_id and h.id > 0)
    and not exists (select 1 from person s where s.one_id = p.one_id and s.sealed = 1 and h.id > 0);

-- Whom a team holds now, without those it held before.
create index hold_now on hold (team_id, person_id) where ends_at is null;
