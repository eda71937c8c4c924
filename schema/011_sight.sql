-- Who may see what, as views that every query about a person asks. Nothing else decides it. The rules in
-- sentences, each tested against this: docs/who-may-see.md.

-- Who may not look: declared conflicts, one's own record, and one's own family (any tie, whenever).
create view sight_barred as
  select c.account_id as account_id, p.one_id as person_id
  from conflict c join person p on p.id = c.person_id where c.ends_at is null
  union all
  select me.account_id as account_id, me.one_id as person_id
  from person me where me.account_id is not null
  union all
  select me.account_id as account_id, p.one_id as person_id
  from person me join person mine on mine.one_id = me.one_id join tie t on t.from_id = mine.id
  join person p on p.id = t.to_id where me.account_id is not null and t.wrong_at is null
  union all
  select me.account_id as account_id, p.one_id as person_id
  from person me join person mine on mine.one_id = me.one_id join tie t on t.to_id = mine.id
  join person p on p.id = t.from_id where me.account_id is not null and t.wrong_at is null;

-- How long a consent stands: until it is withdrawn or expires, whichever comes first. Refusals give nothing.
create view consent_span as
  select c.id as id, c.person_id as person_id, c.starts_at as starts_at,
    case when c.ended_at < c.expires_at then c.ended_at else c.expires_at end as ends_at
  from consent c where c.answer = 'given';

-- The same of a sharing without consent.
create view sharing_span as
  select c.id as id, c.person_id as person_id, c.agency_id as agency_id, c.starts_at as starts_at,
    case when c.ended_at < c.expires_at then c.ended_at else c.expires_at end as ends_at
  from sharing c;

-- How long a seat is taken: until it is left or the episode closes, whichever comes first.
create view seat_span as
  select s.id as id, s.account_id as account_id, p.one_id as one_id, s.consent_id as consent_id,
    s.sharing_id as sharing_id, s.starts_at as starts_at,
    case when s.ends_at < coalesce(e.closed_at, 253402300799000) then s.ends_at
      else coalesce(e.closed_at, 253402300799000) end as ends_at
  from seat s join episode e on e.id = s.episode_id join person p on p.id = e.person_id
  where s.account_id is not null;

-- What an agency is let see: consent given to it, and what was shared with it on a lawful basis. What one of
-- its accounts may see through this is sight, below; this alone is for the preview of an agency.
create view sight_agency_consent as
  select g.agency_id as agency_id, p.one_id as person_id, k.kind as kind, c.id as because,
    c.starts_at as starts_at, c.ends_at as ends_at
  from consent_agency g join consent_span c on c.id = g.consent_id
  join consent_kind k on k.consent_id = c.id join person p on p.id = c.person_id;
create view sight_agency_sharing as
  select c.agency_id as agency_id, p.one_id as person_id, k.kind as kind, c.id as because,
    c.starts_at as starts_at, c.ends_at as ends_at
  from sharing_span c join sharing_kind k on k.sharing_id = c.id join person p on p.id = c.person_id;

-- Every way anybody has to see a record, with its times, before what bars it: ask sight, below.
create view sight_way as
  -- 1. the team that holds the child
  select 'team' as way, m.account_id as account_id, p.one_id as person_id, '*' as kind, h.id as because,
    cast(null as integer) as consent_id,
    case when m.starts_at > h.starts_at then m.starts_at else h.starts_at end as starts_at,
    case when m.ends_at < coalesce(h.ends_at, 253402300799000) then m.ends_at
      else coalesce(h.ends_at, 253402300799000) end as ends_at
  from team_member m join hold h on h.team_id = m.team_id join person p on p.id = h.person_id
  union all
  -- 2. who answers for the episode, wherever they work
  select 'owner' as way, e.owner_id as account_id, p.one_id as person_id, '*' as kind, e.id as because,
    cast(null as integer) as consent_id,
    e.opened_at as starts_at, coalesce(e.closed_at, 253402300799000) as ends_at
  from episode e join person p on p.id = e.person_id
  union all
  -- 3. the team around the child: as long as the consent that the seat stands on, and no more than it names;
  -- and only about the child whose consent it is
  select 'seat' as way, s.account_id as account_id, s.one_id as person_id, k.kind as kind, s.id as because,
    c.id as consent_id,
    case when s.starts_at > c.starts_at then s.starts_at else c.starts_at end as starts_at,
    case when s.ends_at < c.ends_at then s.ends_at else c.ends_at end as ends_at
  from seat_span s join consent_span c on c.id = s.consent_id
  join person whose on whose.id = c.person_id and whose.one_id = s.one_id
  join consent_kind k on k.consent_id = c.id
  union all
  -- 4. the team around the child, on a sharing without consent
  select 'seat' as way, s.account_id as account_id, s.one_id as person_id, k.kind as kind, s.id as because,
    cast(null as integer) as consent_id,
    case when s.starts_at > c.starts_at then s.starts_at else c.starts_at end as starts_at,
    case when s.ends_at < c.ends_at then s.ends_at else c.ends_at end as ends_at
  from seat_span s join sharing_span c on c.id = s.sharing_id
  join person whose on whose.id = c.person_id and whose.one_id = s.one_id
  join sharing_kind k on k.sharing_id = c.id
  union all
  -- 5. consent given to the agency where somebody works
  select 'consent' as way, a.id as account_id, v.person_id as person_id, v.kind as kind,
    v.because as because, v.because as consent_id, v.starts_at as starts_at, v.ends_at as ends_at
  from account a join sight_agency_consent v on v.agency_id = a.agency_id
  union all
  -- 6. shared with the agency on a lawful basis
  select 'sharing' as way, a.id as account_id, v.person_id as person_id, v.kind as kind,
    v.because as because, cast(null as integer) as consent_id, v.starts_at as starts_at, v.ends_at as ends_at
  from account a join sight_agency_sharing v on v.agency_id = a.agency_id
  union all
  -- 7. the glass is broken
  select 'glass' as way, g.account_id as account_id, p.one_id as person_id, '*' as kind, g.id as because,
    cast(null as integer) as consent_id,
    g.starts_at as starts_at, g.ends_at as ends_at
  from glass g join person p on p.id = g.person_id
  union all
  -- 8. who brings up a child that the team holds: only who they are, and as long as the team holds the child
  select 'kin' as way, m.account_id as account_id, p.one_id as person_id, 'who' as kind, t.id as because,
    cast(null as integer) as consent_id,
    case when m.starts_at > h.starts_at then m.starts_at else h.starts_at end as starts_at,
    case when m.ends_at < coalesce(h.ends_at, 253402300799000) then m.ends_at
      else coalesce(h.ends_at, 253402300799000) end as ends_at
  from person p join tie t on t.from_id = p.id and t.wrong_at is null and t.kind in ('birth-mother', 'parent',
    'adoptive-parent', 'step-parent', 'foster-carer', 'carer', 'guardian')
  join person child on child.id = t.to_id join person kept on kept.one_id = child.one_id
  join hold h on h.person_id = kept.id join team_member m on m.team_id = h.team_id
  where not exists (select 1 from person s where s.one_id = child.one_id and s.sealed = 1)
    and not exists (select 1 from sight_barred b
      where b.account_id = m.account_id and b.person_id = child.one_id);

-- Who may see what of whom, from when until when. `kind` is a kind of information, '*' all of them;
-- `person_id` is the record shown (one_id); `because` is the row that the way rests on, `consent_id` the
-- consent, where it rests on one. Ask with account, person and time: starts_at <= :now and ends_at > :now.
create view sight as
  select w.way as way, w.account_id as account_id, w.person_id as person_id, w.kind as kind,
    w.because as because, w.consent_id as consent_id, w.starts_at as starts_at, w.ends_at as ends_at
  from sight_way w
  where not exists (select 1 from sight_barred b
      where b.account_id = w.account_id and b.person_id = w.person_id)
    and not exists (select 1 from person sealed where sealed.one_id = w.person_id and sealed.sealed = 1
      and not exists (select 1 from seal_open o
        where o.person_id = sealed.id and o.account_id = w.account_id));
