-- Who looked at what is written about somebody, and who tried: a row an act, from the audit log. Not only
-- the record itself: words of it that a search showed, calls to the front door, referrals. Families are told
-- by this (W57, W98), so whatever reads what is written about a child belongs here.
create view looked as
  select p.one_id as one_id, u.actor as actor, u.act as act, u.at as at,
    case when u.act in ('record.refuse', 'record.barred') then 0 else 1 end as reads
  from person p join audit u on u.subject = 'person' and u.subject_id = p.id
  where u.act in ('record.open', 'record.search', 'record.export', 'record.family', 'contact.earlier',
    'glass.break', 'glass.read', 'record.refuse', 'record.barred')
  union all
  select p.one_id, u.actor, u.act, u.at, 1
  from person p join contact_child h on h.person_id = p.id
  join audit u on u.subject = 'contact' and u.subject_id = h.contact_id and u.act = 'contact.open'
  union all
  select p.one_id, u.actor, u.act, u.at, 1
  from person p join referral r on r.person_id = p.id
  join audit u on u.subject = 'referral' and u.subject_id = r.id and u.act = 'referral.open'
  union all
  select p.one_id, u.actor, u.act, u.at, 1
  from person p join agency_check q on q.person_id = p.id
  join audit u on u.subject = 'agency_check' and u.subject_id = q.id and u.act = 'check.open'
  union all
  select p.one_id, u.actor, u.act, u.at, 1
  from person p join dispute d on d.person_id = p.id
  join audit u on u.subject = 'dispute' and u.subject_id = d.id and u.act = 'dispute.open'
  union all
  select p.one_id, u.actor, u.act, u.at, 1
  from person p join episode e on e.person_id = p.id join evidence v on v.episode_id = e.id
  join audit u on u.subject = 'evidence' and u.subject_id = v.id and u.act = 'evidence.open';
