-- Referrals to social care. The front door and those who decide come in by right; whoever raised one sees how
-- it stands; nobody comes in whom a conflict of interest or a seal keeps out.

-- referral_put(person int, contact int, episode int, assessment int, concern text, family_told text,
--     family_agrees text, family_why text, again int, at int, by int, referrer text, professional int,
--     owner int, team int, next_on text, next_what text) -> id
insert into referral (version, person_id, contact_id, episode_id, assessment_id, concern, family_told,
    family_agrees, family_why, again_id, raised_at, raised_by, referrer, professional, owner_id, team_id,
    next_on, next_what)
values (1, :person, :contact, :episode, :assessment, :concern, :family_told, :family_agrees, :family_why,
    :again,
    :at, :by, :referrer, :professional, :owner, :team, :next_on, :next_what) returning id;

-- referral_sign_put(referral int, sign text) -> nothing
insert into referral_sign (referral_id, sign) values (:referral, :sign) on conflict do nothing;

-- referral_signs(referral int) -> ReferralSign*
select s.words, s.number, s.wording_awaited from referral_sign r join immediate_sign s on s.key = r.sign
where r.referral_id = :referral order by s.number;

-- caf_latest(person int) -> int
-- The newest early help assessment of this child that somebody goes on with.
select max(a.id) from person one join person p on p.one_id = one.one_id
join assessment a on a.person_id = p.id where one.id = :person and a.kind = 'caf' and a.state <> 'ended';

-- referral_parts(referral int) -> ReferralPart*
select key, title, source, carried, words from referral_part where referral_id = :referral
order by position, key;

-- referral_part_put(referral int, key text, position int, title text, source text, carried text,
--     words text) -> nothing
insert into referral_part (referral_id, key, position, title, source, carried, words)
values (:referral, :key, :position, :title, :source, :carried, :words)
on conflict (referral_id, key) do update set words = excluded.words;

-- discharged_since(person int, since int) -> Discharge?
-- The last social care help for this child that ended since then (W83).
select e.id, e.closed_at from episode e join person p on p.id = e.person_id
where p.one_id = (select one_id from person where id = :person) and e.kind = 'social-care'
    and e.closed_at >= :since
order by e.closed_at desc limit 1;

-- early_help_of(person int) -> int
-- The early help that is open for this child.
select min(e.id) from episode e join person p on p.id = e.person_id
where p.one_id = (select one_id from person where id = :person) and e.kind = 'early-help'
    and e.closed_at is null;

-- referral_open_for(person int, by int) -> int
-- A referral of this child by this account that nobody has decided: pressing twice makes one.
select min(r.id) from referral r join person p on p.id = r.person_id
where p.one_id = (select one_id from person where id = :person) and r.raised_by = :by
    and r.decided_at is null and r.closed_at is null;

-- referral_find(id int, account int, right int) -> Referral?
-- :right is 1 for those who take contacts; else only whoever raised it.
select r.id, r.version, r.person_id, p.id as shown_id, p.name, p.born_on, p.due_on, r.contact_id,
    r.episode_id,
    r.concern, r.family_told, r.family_agrees, r.family_why, r.again_id, r.raised_at, r.raised_by, r.referrer,
    r.professional, r.owner_id, o.name as "owner text not null", t.name as "team text", r.team_id, r.next_on,
    r.next_what, r.written_at, r.written, r.assessment_id, r.acknowledged_at, k.name as "acknowledger text",
    r.decision, r.reasons, r.decided_at, d.name as "decider text", r.told_at, r.told_how, r.told_what,
    r.untold_why, r.closed_at, x.closed_at as "again_closed_at int"
from referral r join person q on q.id = r.person_id join person p on p.id = q.one_id
join account o on o.id = r.owner_id left join team t on t.id = r.team_id
left join account d on d.id = r.decided_by left join account k on k.id = r.acknowledged_by
left join episode x on x.id = r.again_id
where r.id = :id and (:right = 1 or r.raised_by = :account)
    and not exists (select 1 from record_shut b where b.account_id = :account and b.person_id = p.id);

-- referral_lines(account int, right int) -> ReferralLine*
-- What is open: by when it is to be decided, the oldest first. Without the right, what one raised oneself.
select r.id, r.raised_at, r.referrer, r.decision, r.next_on, r.next_what, r.closed_at, r.again_id,
    o.name as "owner text not null", p.name as "child text not null",
    (select count(*) from referral_sign s where s.referral_id = r.id) as "signs int not null"
from referral r join person q on q.id = r.person_id join person p on p.id = q.one_id
join account o on o.id = r.owner_id
where ((:right = 1 and r.closed_at is null) or r.raised_by = :account)
    and not exists (select 1 from record_shut b where b.account_id = :account and b.person_id = p.id)
order by case when r.decided_at is null then 0 else 1 end, r.raised_at, r.id limit 300;

-- referral_write(id int, at int, written text, family_told text, family_agrees text,
--     family_why text) -> changed
update referral set version = version + 1, written_at = coalesce(written_at, :at), written = :written,
    family_told = :family_told, family_agrees = :family_agrees, family_why = :family_why
where id = :id;

-- referral_acknowledge(id int, at int, by int) -> changed
update referral set acknowledged_at = :at, acknowledged_by = :by
where id = :id and acknowledged_at is null and written_at is not null;

-- referral_chase_put(referral int, at int, by int, what text) -> nothing
insert into referral_chase (referral_id, at, by_id, what) values (:referral, :at, :by, :what);

-- referral_chases(referral int) -> Chase*
select h.at, h.what, a.name as "who text not null" from referral_chase h join account a on a.id = h.by_id
where h.referral_id = :referral order by h.id;

-- referral_decide(id int, version int, decision text, reasons text, at int, by int, next_on text,
--     next_what text) -> changed
update referral set version = version + 1, decision = :decision, reasons = :reasons, decided_at = :at,
    decided_by = :by, owner_id = :by, next_on = :next_on, next_what = :next_what
where id = :id and version = :version and decided_at is null and closed_at is null;

-- referral_tell(id int, at int, by int, how text, what text, untold text, now int) -> changed
-- Told, or why not: with that it is closed.
update referral set version = version + 1, told_at = :at, told_by = :by, told_how = :how, told_what = :what,
    untold_why = :untold, closed_at = :now, next_on = null, next_what = null
where id = :id and decided_at is not null and closed_at is null;

-- social_care_of(person int) -> int
-- The social care help that is open for this child.
select min(e.id) from episode e join person p on p.id = e.person_id
where p.one_id = (select one_id from person where id = :person) and e.kind = 'social-care'
    and e.closed_at is null;
