-- Who may see what, as views that every query about a person asks. Nothing else decides it.

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

-- Every way anybody has to see a record, with its times, before what bars it: ask sight, below.
create view sight_way as
  -- 1. the team that holds the child
  select 'team' as way, m.account_id as account_id, p.one_id as person_id, '*' as kind, h.id as because,
    case when m.starts_at > h.starts_at then m.starts_at else h.starts_at end as starts_at,
    coalesce(case when coalesce(m.ends_at, 253402300799000) < coalesce(h.ends_at, 253402300799000)
      then m.ends_at else h.ends_at end, 253402300799000) as ends_at
  from team_member m join hold h on h.team_id = m.team_id join person p on p.id = h.person_id
  union all
  -- 2. who answers for the episode, wherever they work
  select 'owner' as way, e.owner_id as account_id, p.one_id as person_id, '*' as kind, e.id as because,
    e.opened_at as starts_at, coalesce(e.closed_at, 253402300799000) as ends_at
  from episode e join person p on p.id = e.person_id
  union all
  -- 3. the team around the child: as long as the consent that the seat stands on, and no more than it names
  select 'seat' as way, s.account_id as account_id, p.one_id as person_id, k.kind as kind, s.id as because,
    case when s.starts_at > c.starts_at then s.starts_at else c.starts_at end as starts_at,
    case when coalesce(s.ends_at, 253402300799000) < coalesce(c.ended_at, c.expires_at)
      then coalesce(s.ends_at, 253402300799000)
      when c.ended_at is not null and c.ended_at < c.expires_at then c.ended_at
      else c.expires_at end as ends_at
  from seat s join episode e on e.id = s.episode_id join person p on p.id = e.person_id
  join consent c on c.id = s.consent_id and c.answer = 'given'
  join consent_kind k on k.consent_id = c.id
  where s.account_id is not null
  union all
  -- 4. the team around the child, on a sharing without consent
  select 'seat' as way, s.account_id as account_id, p.one_id as person_id, k.kind as kind, s.id as because,
    case when s.starts_at > c.starts_at then s.starts_at else c.starts_at end as starts_at,
    case when coalesce(s.ends_at, 253402300799000) < coalesce(c.ended_at, c.expires_at)
      then coalesce(s.ends_at, 253402300799000)
      when c.ended_at is not null and c.ended_at < c.expires_at then c.ended_at
      else c.expires_at end as ends_at
  from seat s join episode e on e.id = s.episode_id join person p on p.id = e.person_id
  join sharing c on c.id = s.sharing_id
  join sharing_kind k on k.sharing_id = c.id
  where s.account_id is not null
  union all
  -- 5. consent given to the agency where somebody works
  select 'consent' as way, a.id as account_id, p.one_id as person_id, k.kind as kind, c.id as because,
    c.starts_at as starts_at,
    case when c.ended_at is not null and c.ended_at < c.expires_at then c.ended_at
      else c.expires_at end as ends_at
  from account a join consent_agency g on g.agency_id = a.agency_id
  join consent c on c.id = g.consent_id and c.answer = 'given'
  join consent_kind k on k.consent_id = c.id join person p on p.id = c.person_id
  union all
  -- 6. shared with the agency on a lawful basis
  select 'sharing' as way, a.id as account_id, p.one_id as person_id, k.kind as kind, c.id as because,
    c.starts_at as starts_at,
    case when c.ended_at is not null and c.ended_at < c.expires_at then c.ended_at
      else c.expires_at end as ends_at
  from account a join sharing c on c.agency_id = a.agency_id
  join sharing_kind k on k.sharing_id = c.id join person p on p.id = c.person_id
  union all
  -- 7. the glass is broken
  select 'glass' as way, g.account_id as account_id, p.one_id as person_id, '*' as kind, g.id as because,
    g.starts_at as starts_at, g.ends_at as ends_at
  from glass g join person p on p.id = g.person_id
  union all
  -- 8. who brings up a child that the team holds: only who they are, and as long as the team holds the child
  select 'kin' as way, m.account_id as account_id, p.one_id as person_id, 'who' as kind, t.id as because,
    case when m.starts_at > h.starts_at then m.starts_at else h.starts_at end as starts_at,
    coalesce(case when coalesce(m.ends_at, 253402300799000) < coalesce(h.ends_at, 253402300799000)
      then m.ends_at else h.ends_at end, 253402300799000) as ends_at
  from person p join tie t on t.from_id = p.id and t.wrong_at is null and t.kind in ('birth-mother', 'parent',
    'adoptive-parent', 'step-parent', 'foster-carer', 'carer', 'guardian')
  join person child on child.id = t.to_id join person kept on kept.one_id = child.one_id
  join hold h on h.person_id = kept.id join team_member m on m.team_id = h.team_id
  where not exists (select 1 from person s where s.one_id = child.one_id and s.sealed = 1)
    and not exists (select 1 from sight_barred b
      where b.account_id = m.account_id and b.person_id = child.one_id);

-- Who may see what of whom, from when until when. `kind` is a kind of information, '*' all of them;
-- `person_id` is the record shown (one_id); `because` is the row that the way rests on. Ask with account,
-- person and time: starts_at <= :now and ends_at > :now.
create view sight as
  select w.way as way, w.account_id as account_id, w.person_id as person_id, w.kind as kind,
    w.because as because, w.starts_at as starts_at, w.ends_at as ends_at
  from sight_way w
  where not exists (select 1 from sight_barred b
      where b.account_id = w.account_id and b.person_id = w.person_id)
    and not exists (select 1 from person sealed where sealed.one_id = w.person_id and sealed.sealed = 1
      and not exists (select 1 from seal_open o
        where o.person_id = sealed.id and o.account_id = w.account_id));
