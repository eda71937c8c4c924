-- The ledger of consent, sharing without it, and what waits for somebody because of them.

-- consent_put(person int, answer text, purpose text, giver int, giver_name text, capacity text, why text,
--     how text, starts int, expires int, at int, by int) -> id
insert into consent (person_id, answer, purpose, giver_id, giver_name, capacity, capacity_why, how, starts_at,
    expires_at, recorded_at, recorded_by)
values (:person, :answer, :purpose, :giver, :giver_name, :capacity, :why, :how, :starts, :expires, :at, :by)
returning id;

-- consent_agency_put(consent int, agency int) -> changed
insert into consent_agency (consent_id, agency_id)
select :consent, id from agency where id = :agency on conflict do nothing;

-- consent_kind_put(consent int, kind text) -> nothing
insert into consent_kind (consent_id, kind) values (:consent, :kind) on conflict do nothing;

-- consent_close(id int, at int, by int, why text) -> changed
update consent set ended_at = :at, ended_by = :by, ended_why = :why
where id = :id and answer = 'given' and ended_at is null and expires_at > :at;

-- consent_one(id int) -> ConsentLine?
select c.id, c.person_id, p.one_id, c.answer, c.purpose, c.giver_name, c.capacity, c.capacity_why, c.how,
    c.starts_at, c.expires_at, c.ended_at, c.ended_why, c.recorded_at, a.name as "recorder text not null"
from consent c join person p on p.id = c.person_id join account a on a.id = c.recorded_by where c.id = :id;

-- consent_all(one int, live_at int, agency int) -> ConsentLine*
-- Newest first: every row, or those that stand at a time; those that name an agency, or all.
select c.id, c.person_id, p.one_id, c.answer, c.purpose, c.giver_name, c.capacity, c.capacity_why, c.how,
    c.starts_at, c.expires_at, c.ended_at, c.ended_why, c.recorded_at, a.name as "recorder text not null"
from person p join consent c on c.person_id = p.id join account a on a.id = c.recorded_by
where p.one_id = :one
    and (:live_at is null or (c.answer = 'given' and c.starts_at <= :live_at and c.expires_at > :live_at
        and (c.ended_at is null or c.ended_at > :live_at)))
    and (:agency is null or exists (select 1 from consent_agency x
        where x.consent_id = c.id and x.agency_id = :agency))
order by c.starts_at desc, c.id desc;

-- consent_kinds(consent int) -> Kind*
select kind from consent_kind where consent_id = :consent order by kind;

-- consent_agencies(consent int) -> ConsentAgency*
select g.id, g.name from consent_agency x join agency g on g.id = x.agency_id
where x.consent_id = :consent order by g.name;

-- consent_last(person int, agency int) -> ConsentSaid?
-- What was last said that concerns sharing with this agency.
select c.answer, c.starts_at, c.expires_at, c.ended_at
from person me join person p on p.one_id = me.one_id join consent c on c.person_id = p.id
where me.id = :person and (c.answer = 'refused' and not exists (
        select 1 from consent_agency x where x.consent_id = c.id)
    or exists (select 1 from consent_agency x where x.consent_id = c.id and x.agency_id = :agency))
order by c.starts_at desc, c.id desc limit 1;

-- giver_choices(one int) -> Giver*
-- Who may have said it: the person, and those with a tie whose records are not sealed.
select p.id, p.name from person p where p.id = :one
union
select o.id, o.name from person p join tie t on (t.to_id = p.id or t.from_id = p.id) and t.wrong_at is null
join person x on x.id = case when t.to_id = p.id then t.from_id else t.to_id end
join person o on o.id = x.one_id
where p.one_id = :one and o.sealed = 0
order by 2;

-- consent_losers(consent int, one int, now int) -> Loser*
-- Whose access ends with this consent: sight as it is, less what rests on it. Somebody who sees the same kind
-- by another way keeps it.
with live as (
    select way, account_id, kind, because from sight
    where person_id = :one and starts_at <= :now and ends_at > :now),
through as (
    select v.account_id, v.kind, v.way, v.because from live v
    where v.way = 'consent' and v.because = :consent
        or v.way = 'seat' and exists (select 1 from seat s
            where s.id = v.because and s.consent_id = :consent))
select a.id as "account int not null", a.name as "name text not null", g.name as "agency text not null",
    t.kind as "kind text not null",
    max(case when t.way = 'seat' then 1 else 0 end) as "seat int not null",
    (select min(s.role) from seat s where s.account_id = a.id and s.consent_id = :consent) as "role text",
    case when exists (select 1 from audit u where u.subject = 'person' and u.subject_id = :one
        and u.act = 'record.open' and u.actor = a.id) then 1 else 0 end as "opened int not null"
from through t join account a on a.id = t.account_id join agency g on g.id = a.agency_id
where a.deactivated_at is null and not exists (select 1 from live o
    where o.account_id = t.account_id and o.kind in (t.kind, '*')
        and not (o.way = 'consent' and o.because = :consent)
        and not (o.way = 'seat' and exists (select 1 from seat s
            where s.id = o.because and s.consent_id = :consent)))
group by a.id, a.name, g.name, t.kind
order by g.name, a.name, a.id, t.kind;

-- refusal_put(consent int, owner int, stands_in int, due text) -> nothing
insert into refusal (consent_id, owner_id, stands_in, due_on) values (:consent, :owner, :stands_in, :due);

-- refusal_judge(consent int, escalate text, judgement text, adviser text, advice text, referral text,
--     why text, at int, by int) -> changed
update refusal set escalate = :escalate, judgement = :judgement, adviser = :adviser, advice = :advice,
    referral = :referral, referral_why = :why, judged_at = :at, judged_by = :by
where consent_id = :consent and judged_at is null;

-- refusal_one(consent int) -> Refusal?
select r.consent_id, r.owner_id, r.stands_in, r.due_on, r.escalate, r.judgement, r.adviser, r.advice,
    r.referral, r.referral_why, r.judged_at, a.name as "owner text not null", p.one_id
from refusal r join consent c on c.id = r.consent_id join person p on p.id = c.person_id
join account a on a.id = r.owner_id where r.consent_id = :consent;

-- refusal_all(one int) -> Refusal*
select r.consent_id, r.owner_id, r.stands_in, r.due_on, r.escalate, r.judgement, r.adviser, r.advice,
    r.referral, r.referral_why, r.judged_at, a.name as "owner text not null", p.one_id
from person p join consent c on c.person_id = p.id join refusal r on r.consent_id = c.id
join account a on a.id = r.owner_id where p.one_id = :one order by r.due_on;

-- leads_of(one int, now int) -> Lead*
-- The lead professionals of the person's open episodes, the newest first; without one, nobody.
select s.account_id as "id int not null", a.name as "name text not null"
from person p join episode e on e.person_id = p.id join seat s on s.episode_id = e.id
join account a on a.id = s.account_id
where p.one_id = :one and e.closed_at is null and s.lead = 1 and s.starts_at <= :now
    and (s.ends_at is null or s.ends_at > :now)
order by e.opened_at desc, s.id desc;

-- sharing_put(person int, agency int, basis text, facts text, interests text, consulted text, told text,
--     starts int, expires int, by int) -> id
insert into sharing (person_id, agency_id, basis, facts, interests, consulted, family_told, starts_at,
    expires_at, recorded_by)
values (:person, :agency, :basis, :facts, :interests, :consulted, :told, :starts, :expires, :by) returning id;

-- sharing_kind_put(sharing int, kind text) -> nothing
insert into sharing_kind (sharing_id, kind) values (:sharing, :kind) on conflict do nothing;

-- sharing_close(id int, at int) -> changed
update sharing set ended_at = :at where id = :id and ended_at is null and expires_at > :at;

-- sharing_one(id int) -> SharingLine?
select s.id, s.person_id, p.one_id, s.agency_id, g.name as "agency text not null", s.basis, s.facts,
    s.interests, s.consulted, s.family_told, s.starts_at, s.expires_at, s.ended_at,
    a.name as "by text not null"
from sharing s join person p on p.id = s.person_id join agency g on g.id = s.agency_id
join account a on a.id = s.recorded_by where s.id = :id;

-- sharing_all(one int) -> SharingLine*
select s.id, s.person_id, p.one_id, s.agency_id, g.name as "agency text not null", s.basis, s.facts,
    s.interests, s.consulted, s.family_told, s.starts_at, s.expires_at, s.ended_at,
    a.name as "by text not null"
from person p join sharing s on s.person_id = p.id join agency g on g.id = s.agency_id
join account a on a.id = s.recorded_by where p.one_id = :one order by s.starts_at desc, s.id desc;

-- sharing_kinds(sharing int) -> Kind*
select kind from sharing_kind where sharing_id = :sharing order by kind;

-- withheld_put(person int, with_whom text, what text, offence int, reasons text, interests text,
--     consulted text, at int, by int) -> id
insert into withheld (person_id, with_whom, what, offence, reasons, interests, consulted, decided_at,
    decided_by)
values (:person, :with_whom, :what, :offence, :reasons, :interests, :consulted, :at, :by) returning id;

-- withheld_all(one int) -> Withheld*
select w.id, w.with_whom, w.what, w.offence, w.reasons, w.interests, w.consulted, w.decided_at,
    a.name as "by text not null"
from person p join withheld w on w.person_id = p.id join account a on a.id = w.decided_by
where p.one_id = :one order by w.decided_at desc, w.id desc;

-- share_waiting(account int, now int, today text, soon int) -> ShareWork*
-- What waits for somebody. `due` is ISO; a glass's review and an end are instants. Nobody is told the name of
-- a child they are barred from.
with mine as (
    select 'glass' as what, g.id as id, p.one_id as person_id, g.owner_id as account_id, g.review_by as at,
        cast(null as text) as due
    from glass g join person p on p.id = g.person_id where g.owner_id = :account and g.reviewed_at is null
    union all
    select 'glass-seen', g.id, p.one_id, s.account_id, g.review_by, cast(null as text)
    from seat s join episode e on e.id = s.episode_id join person c on c.id = e.person_id
    join person p on p.one_id = c.one_id join glass g on g.person_id = p.id
    where s.account_id = :account and s.lead = 1 and s.ends_at is null and e.closed_at is null
        and g.reviewed_at is null and g.owner_id <> :account and g.account_id <> :account
    union all
    select 'refusal', r.consent_id, p.one_id, r.owner_id, cast(null as integer), r.due_on
    from refusal r join consent c on c.id = r.consent_id join person p on p.id = c.person_id
    where r.owner_id = :account and r.judged_at is null
    union all
    select 'consent', c.id, p.one_id, e.owner_id, c.expires_at, cast(null as text)
    from episode e join person h on h.id = e.person_id join person p on p.one_id = h.one_id
    join consent c on c.person_id = p.id
    where e.owner_id = :account and e.closed_at is null and c.answer = 'given' and c.ended_at is null
        and c.expires_at > :now and c.expires_at <= :soon
    union all
    select 'conflict', x.id, p.one_id, m.account_id, x.starts_at, cast(null as text)
    from team_member m join episode e on e.team_id = m.team_id and e.closed_at is null
    join conflict x on x.account_id = e.owner_id and x.ends_at is null
    join person p on p.id = x.person_id join person h on h.id = e.person_id and h.one_id = p.one_id
    where m.account_id = :account and m.lead = 1 and m.starts_at <= :now
        and (m.ends_at is null or m.ends_at > :now)
)
select m.what as "what text not null", m.id as "id int not null", m.person_id as "person int not null",
    o.name as "name text not null", m.at as "at int", coalesce(m.due, :today) as "due text not null"
from mine m join person o on o.id = m.person_id
where not exists (select 1 from sight_barred b where b.account_id = :account and b.person_id = m.person_id)
    and (o.sealed = 0 or exists (select 1 from seal_open s
        where s.person_id = o.id and s.account_id = :account))
order by m.at, m.due, m.id;

-- shown_kinds(one int, account int, agency int, now int) -> Kind*
-- What an account or an agency may see now: kinds, "*" for all.
select s.kind as "kind text not null" from sight s
where s.account_id = :account and s.person_id = :one and s.starts_at <= :now and s.ends_at > :now
union
select v.kind from sight_agency_consent v
where v.agency_id = :agency and v.person_id = :one and v.starts_at <= :now and v.ends_at > :now
union
select v.kind from sight_agency_sharing v
where v.agency_id = :agency and v.person_id = :one and v.starts_at <= :now and v.ends_at > :now
order by 1;

-- shown_ties(one int) -> ShownTie*
-- The family, but for those whose records are sealed.
select o.name as "name text not null", t.kind as "kind text not null",
    case when p.id = t.from_id then 1 else 0 end as "of int not null"
from person p join tie t on (t.from_id = p.id or t.to_id = p.id) and t.wrong_at is null
join person x on x.id = case when t.from_id = p.id then t.to_id else t.from_id end
join person o on o.id = x.one_id
where p.one_id = :one and o.sealed = 0 order by o.name, t.id;

-- shown_episodes(one int) -> ShownEpisode*
select e.id, e.kind, t.name as "team text not null", a.name as "owner text not null", e.opened_at, e.closed_at
from person p join episode e on e.person_id = p.id join team t on t.id = e.team_id
join account a on a.id = e.owner_id where p.one_id = :one order by e.opened_at desc, e.id;

-- shown_entries(one int, kinds text) -> ShownEntry*
-- Newest first; `kinds` as ",note,plan," or ",*,".
select e.id, e.kind, e.title, e.body, e.happened_at
from person p join entry e on e.person_id = p.id
where p.one_id = :one and e.replaced = 0
    and (:kinds like '%,*,%' or :kinds like '%,' || e.kind || ',%')
order by e.happened_at desc, e.id desc;

-- shown_views(one int) -> ShownView*
select v.id, v.words, v.said_at from person p join child_view v on v.person_id = p.id
where p.one_id = :one order by v.said_at desc, v.id desc;

-- receipt_put(person int, agency int, subject text, subject_id int, kinds text, rows int, version text,
--     at int, by int) -> id
insert into receipt (person_id, agency_id, subject, subject_id, kinds, rows, version, at, by)
values (:person, :agency, :subject, :subject_id, :kinds, :rows, :version, :at, :by) returning id;

-- receipt_all(one int) -> Receipt*
-- With the moment when somebody of the agency first opened the record after it was shared (the audit log).
select r.id, g.name as "agency text not null", r.subject, r.subject_id, r.kinds, r.rows, r.version, r.at,
    b.name as "by text not null", u.at as "opened_at int", w.name as "opener text"
from person p join receipt r on r.person_id = p.id join agency g on g.id = r.agency_id
join account b on b.id = r.by
left join audit u on u.id = (
    select min(x.id) from audit x join account y on y.id = x.actor
    where x.subject = 'person' and x.subject_id = :one and x.act = 'record.open' and x.at >= r.at
        and y.agency_id = r.agency_id)
left join account w on w.id = u.actor
where p.one_id = :one order by r.at desc, r.id desc;
