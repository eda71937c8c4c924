-- What a record's front and chronology ask for on every visit.

-- The newest of the chronology first, in the order in which it is shown, so that the six of the front are the
-- first six that are found, and nothing is sorted.
drop index entry_person;
create index entry_person on entry (person_id, happened_at, id, replaced, kind, what, agency_id);

-- The ways of 036, with what might bar them asked once and not once for each way. It is asked of rows that
-- were found (what it names of them is not null), so that there is nothing to ask when there are none.
drop view sight_held;
create view sight_held as
  select w.way as way, w.account_id as account_id, w.person_id as person_id, cast('*' as text) as kind,
    w.because as because, w.team_id as team_id, w.starts_at as starts_at, w.over_at as over_at,
    w.ends_at as ends_at
  from (
    select cast('owner' as text) as way, e.owner_id as account_id, p.one_id as person_id, e.id as because,
      cast(null as integer) as team_id, e.opened_at as starts_at, e.closed_at as over_at,
      cast(coalesce(e.closed_at, 253402300799000) as integer) as ends_at
    from episode e join person p on p.id = e.person_id
    union all
    select cast('team' as text) as way, m.account_id as account_id, p.one_id as person_id, h.id as because,
      h.team_id as team_id,
      cast(case when m.starts_at > h.starts_at then m.starts_at else h.starts_at end as integer) as starts_at,
      h.ends_at as over_at,
      cast(case when m.ends_at < coalesce(h.ends_at, 253402300799000) then m.ends_at
        else coalesce(h.ends_at, 253402300799000) end as integer) as ends_at
    from team_member m join hold h on h.team_id = m.team_id join person p on p.id = h.person_id) w
  where not exists (select 1 from sight_wary x where x.account_id = w.account_id and w.because > 0)
    and not exists (select 1 from person s where s.one_id = w.person_id and s.sealed = 1 and w.because > 0);
