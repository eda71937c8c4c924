-- The ways of 011 and of complaints, as both engines answer them soonest, whether a page asks about one child
-- or about each row of a list. The casts give every arm the same types: without them SQLite makes the whole
-- list of what an account may see before it looks for one child in it.

-- Accounts that anything may be barred to: who has said so of somebody, and who has a record of their own.
-- Most workers are not here, and then no more is asked.
create view sight_wary as
  select c.account_id as account_id from conflict c where c.ends_at is null
  union all
  select me.account_id as account_id from person me where me.account_id is not null;

drop view sight;
drop view sight_way;
-- Every way anybody has to see a record, with its times, before what bars it: ask sight, below. What most
-- questions find stands first.
create view sight_way as
  -- 1. who answers for the episode, wherever they work
  select cast('owner' as text) as way, e.owner_id as account_id, p.one_id as person_id,
    cast('*' as text) as kind, e.id as because, cast(null as integer) as consent_id, e.opened_at as starts_at,
    cast(coalesce(e.closed_at, 253402300799000) as integer) as ends_at
  from episode e join person p on p.id = e.person_id
  union all
  -- 2. the team that holds the child
  select cast('team' as text) as way, m.account_id as account_id, p.one_id as person_id,
    cast('*' as text) as kind, h.id as because, cast(null as integer) as consent_id,
    cast(case when m.starts_at > h.starts_at then m.starts_at else h.starts_at end as integer) as starts_at,
    cast(case when m.ends_at < coalesce(h.ends_at, 253402300799000) then m.ends_at
      else coalesce(h.ends_at, 253402300799000) end as integer) as ends_at
  from team_member m join hold h on h.team_id = m.team_id join person p on p.id = h.person_id
  union all
  -- 3. the team around the child: as long as the consent that the seat stands on, and no more than it names;
  -- and only about the child whose consent it is
  select cast('seat' as text) as way, s.account_id as account_id, s.one_id as person_id, k.kind as kind,
    s.id as because, c.id as consent_id,
    cast(case when s.starts_at > c.starts_at then s.starts_at else c.starts_at end as integer) as starts_at,
    cast(case when s.ends_at < c.ends_at then s.ends_at else c.ends_at end as integer) as ends_at
  from seat_span s join consent_span c on c.id = s.consent_id
  join person whose on whose.id = c.person_id and whose.one_id = s.one_id
  join consent_kind k on k.consent_id = c.id
  union all
  -- 4. the team around the child, on a sharing without consent
  select cast('seat' as text) as way, s.account_id as account_id, s.one_id as person_id, k.kind as kind,
    s.id as because, cast(null as integer) as consent_id,
    cast(case when s.starts_at > c.starts_at then s.starts_at else c.starts_at end as integer) as starts_at,
    cast(case when s.ends_at < c.ends_at then s.ends_at else c.ends_at end as integer) as ends_at
  from seat_span s join sharing_span c on c.id = s.sharing_id
  join person whose on whose.id = c.person_id and whose.one_id = s.one_id
  join sharing_kind k on k.sharing_id = c.id
  union all
  -- 5. consent given to the agency where somebody works
  select cast('consent' as text) as way, a.id as account_id, v.person_id as person_id, v.kind as kind,
    v.because as because, v.because as consent_id, v.starts_at as starts_at,
    cast(v.ends_at as integer) as ends_at
  from account a join sight_agency_consent v on v.agency_id = a.agency_id
  union all
  -- 6. shared with the agency on a lawful basis
  select cast('sharing' as text) as way, a.id as account_id, v.person_id as person_id, v.kind as kind,
    v.because as because, cast(null as integer) as consent_id, v.starts_at as starts_at,
    cast(v.ends_at as integer) as ends_at
  from account a join sight_agency_sharing v on v.agency_id = a.agency_id
  union all
  -- 7. the glass is broken
  select cast('glass' as text) as way, g.account_id as account_id, p.one_id as person_id,
    cast('*' as text) as kind, g.id as because, cast(null as integer) as consent_id, g.starts_at as starts_at,
    g.ends_at as ends_at
  from glass g join person p on p.id = g.person_id
  union all
  -- 8. who brings up a child that the team holds: only who they are, and as long as the team holds the child.
  -- What bars it names the hold too (h.id > 0 always holds), so that it is asked when there is one.
  select cast('kin' as text) as way, m.account_id as account_id, p.one_id as person_id,
    cast('who' as text) as kind, t.id as because, cast(null as integer) as consent_id,
    cast(case when m.starts_at > h.starts_at then m.starts_at else h.starts_at end as integer) as starts_at,
    cast(case when m.ends_at < coalesce(h.ends_at, 253402300799000) then m.ends_at
      else coalesce(h.ends_at, 253402300799000) end as integer) as ends_at
  from person p join tie t on t.from_id = p.id and t.wrong_at is null and t.kind in ('birth-mother', 'parent',
    'adoptive-parent', 'step-parent', 'foster-carer', 'carer', 'guardian')
  join person child on child.id = t.to_id join person kept on kept.one_id = child.one_id
  join hold h on h.person_id = kept.id join team_member m on m.team_id = h.team_id
  where not exists (select 1 from person s
      where s.one_id = child.one_id and s.sealed = 1 and h.id > 0)
    and not exists (select 1 from sight_wary x where x.account_id = m.account_id and h.id > 0
      and exists (select 1 from sight_barred b
        where b.account_id = m.account_id and b.person_id = child.one_id))
  union all
  -- 9. who answers a complaint about the help, until it is answered
  select cast('complaint' as text) as way, k.owner_id as account_id, p.one_id as person_id,
    cast('*' as text) as kind, k.id as because, cast(null as integer) as consent_id,
    k.received_at as starts_at, cast(253402300799000 as integer) as ends_at
  from complaint k join person p on p.id = k.person_id where k.answered_at is null;

-- Who may see what of whom, from when until when. `kind` is a kind of information, '*' all of them;
-- `person_id` is the record shown (one_id); `because` is the row that the way rests on, `consent_id` the
-- consent, where it rests on one. Ask with account, person and time: starts_at <= :now and ends_at > :now.
-- What bars a way names its end too, which always holds, so that it is asked once there is one, not before.
create view sight as
  select w.way as way, w.account_id as account_id, w.person_id as person_id, w.kind as kind,
    w.because as because, w.consent_id as consent_id, w.starts_at as starts_at, w.ends_at as ends_at
  from sight_way w
  where not exists (select 1 from sight_wary x
      where x.account_id = w.account_id and coalesce(w.ends_at, 0) >= 0
      and exists (select 1 from sight_barred b
        where b.account_id = w.account_id and b.person_id = w.person_id))
    and not exists (select 1 from person sealed
      where sealed.one_id = w.person_id and sealed.sealed = 1 and coalesce(w.ends_at, 0) >= 0
        and not exists (select 1 from seal_open o
          where o.person_id = sealed.id and o.account_id = w.account_id));

-- What these views and the lists of work ask: who is sealed, who has an account, when something was written;
-- and what of the chronology is shown, without reading what it says.
create index person_sealed on person (one_id) where sealed = 1;
create index person_account on person (account_id, one_id) where account_id is not null;
create index conflict_now on conflict (account_id) where ends_at is null;
create index entry_written on entry (person_id, written_at);
drop index entry_person;
create index entry_person on entry (person_id, happened_at, replaced, kind, what, agency_id);
