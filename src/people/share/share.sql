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

-- giver_choices(one int, account int) -> Giver*
-- Who may have said it: the person, and those with a tie whose records are not closed to this account.
select p.id, p.name from person p where p.id = :one
union
select o.id, o.name from person p join tie t on (t.to_id = p.id or t.from_id = p.id) and t.wrong_at is null
join person x on x.id = case when t.to_id = p.id then t.from_id else t.to_id end
join person o on o.id = x.one_id
where p.one_id = :one
    and not exists (select 1 from record_shut b where b.account_id = :account and b.person_id = o.id)
order by 2;

-- consent_losers(consent int, one int, now int) -> Loser*
-- Whose access ends with this consent: sight as it is, less what rests on it. Somebody who sees the same kind
-- by another way keeps it.
with live as (
    select way, account_id, kind, because, consent_id from sight
    where person_id = :one and starts_at <= :now and ends_at > :now),
through as (select account_id, kind, way, because from live where consent_id = :consent)
select a.id as "account int not null", a.name as "name text not null", g.id as "agency_id int not null",
    g.name as "agency text not null", t.kind as "kind text not null",
    max(case when t.way = 'seat' then 1 else 0 end) as "seat int not null",
    min((select s.role from seat s where t.way = 'seat' and s.id = t.because)) as "role text",
    case when exists (select 1 from audit u where u.subject = 'person' and u.subject_id = :one
        and u.act = 'record.open' and u.actor = a.id) then 1 else 0 end as "opened int not null"
from through t join account a on a.id = t.account_id join agency g on g.id = a.agency_id
where a.deactivated_at is null and not exists (select 1 from live o
    where o.account_id = t.account_id and o.kind in (t.kind, '*')
        and (o.consent_id is null or o.consent_id <> :consent))
group by a.id, a.name, g.id, g.name, t.kind
order by g.name, a.name, a.id, t.kind;

-- refusal_put(consent int, owner int, stands_in int, due text) -> nothing
insert into refusal (consent_id, owner_id, stands_in, due_on) values (:consent, :owner, :stands_in, :due);

-- refusal_judge(consent int, escalate text, judgement text, adviser text, advice text, referral text,
--     why text, at int, by int) -> changed
update refusal set escalate = :escalate, judgement = :judgement, adviser = :adviser, advice = :advice,
    referral = :referral, referral_why = :why, judged_at = :at, judged_by = :by
where consent_id = :consent and judged_at is null;

-- refusal_one(consent int, account int, now int) -> Refusal?
-- What is judged of a family is for those who see all of the record, and for nobody whose agency was refused.
select r.consent_id, r.owner_id, r.stands_in, r.due_on, r.escalate, r.judgement, r.adviser, r.advice,
    r.referral, r.referral_why, r.judged_at, a.name as "owner text not null", p.one_id
from refusal r join consent c on c.id = r.consent_id join person p on p.id = c.person_id
join account a on a.id = r.owner_id where r.consent_id = :consent and exists (select 1 from sight s
    where s.account_id = :account and s.person_id = p.one_id and s.kind = '*' and s.starts_at <= :now
        and s.ends_at > :now);

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
where p.one_id = :one and not exists (select 1 from person s where s.one_id = o.id and s.sealed = 1)
order by o.name, t.id;

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
select v.id, v.words, v.said_at, v.teller_as from person p join child_view v on v.person_id = p.id
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

-- preview_agencies(one int, now int) -> PreviewWho*
-- The agencies that something is shared with now.
select distinct g.id as "id int not null", g.name as "name text not null", cast(null as text) as "role text"
from (select agency_id, starts_at, ends_at from sight_agency_consent where person_id = :one
    union all select agency_id, starts_at, ends_at from sight_agency_sharing where person_id = :one) v
join agency g on g.id = v.agency_id where v.starts_at <= :now and v.ends_at > :now order by 2;

-- preview_people(one int, now int) -> PreviewWho*
-- The people in the team around the child who see something now.
select distinct a.id as "id int not null", a.name as "name text not null", s.role as "role text"
from sight v join seat s on s.id = v.because join account a on a.id = v.account_id
where v.person_id = :one and v.way = 'seat' and v.starts_at <= :now and v.ends_at > :now order by 2;

-- looked_rows(one int, before int) -> Looked*
-- Who looked at the record, or was turned away, by day, newest first, a hundred at a time. A record that was
-- joined to this one brings its own readers.
select u.actor as "actor int", max(a.name) as "name text", max(g.name) as "agency text",
    u.act as "act text not null", count(*) as "times int not null", min(u.at) as "first int not null",
    max(u.at) as "last int not null"
from looked u left join account a on a.id = u.actor left join agency g on g.id = a.agency_id
where u.one_id = :one
group by u.actor, u.act, u.at / 86400000
having max(u.at) < :before
order by max(u.at) desc limit 100;

-- looked_people(one int) -> LookedOne*
-- For the family: everybody who looked at the record, and where they work, with their place in the team.
select a.name as "name text not null", g.name as "agency text not null",
    (select max(s.role) from seat s join episode e on e.id = s.episode_id join person h on h.id = e.person_id
        where s.account_id = a.id and h.one_id = :one) as "role text",
    count(distinct u.at / 86400000) as "days int not null", min(u.at) as "first int not null",
    max(u.at) as "last int not null",
    max(case when u.act = 'glass.break' then 1 else 0 end) as "glass int not null"
from looked u join account a on a.id = u.actor join agency g on g.id = a.agency_id
where u.one_id = :one and u.reads = 1
group by a.id, a.name, g.name order by max(u.at) desc;

-- glass_put(person int, account int, reason text, starts int, ends int, owner int, review int) -> id
insert into glass (person_id, account_id, reason, starts_at, ends_at, owner_id, review_by)
values (:person, :account, :reason, :starts, :ends, :owner, :review) returning id;

-- glass_reviewer(one int, account int, now int, today text, role text) -> int
-- A manager to review it: of a team that holds the record, else of the worker's own team, else any with the
-- role; never the worker, never somebody barred or closed.
select x.id from (
    select m.account_id as id, 1 as rank, m.id as row from person p join hold h on h.person_id = p.id
    join team_member m on m.team_id = h.team_id and m.lead = 1
    where p.one_id = :one and h.starts_at <= :now and (h.ends_at is null or h.ends_at > :now)
        and m.starts_at <= :now and (m.ends_at is null or m.ends_at > :now)
    union all
    select m.account_id, 2, m.id from team_member mine join team_member m on m.team_id = mine.team_id
    where mine.account_id = :account and m.lead = 1 and m.starts_at <= :now
        and (m.ends_at is null or m.ends_at > :now)
    union all
    select r.account_id, 3, r.id from account_role r
    where r.role = :role and r.taken_at is null and r.starts_on <= :today
        and (r.ends_on is null or r.ends_on >= :today)
) x join account a on a.id = x.id
where a.id <> :account and a.deactivated_at is null
    and not exists (select 1 from sight_barred b where b.account_id = a.id and b.person_id = :one)
order by x.rank, x.row limit 1;

-- glass_one(id int) -> Glass?
select g.id, p.one_id, g.account_id, a.name as "name text not null", y.name as "agency text not null",
    g.reason, g.starts_at, g.ends_at, g.owner_id, o.name as "owner text not null", g.review_by,
    g.reviewed_at, g.review_text, g.review_right
from glass g join person p on p.id = g.person_id join account a on a.id = g.account_id
join agency y on y.id = a.agency_id join account o on o.id = g.owner_id where g.id = :id;

-- glass_all(one int) -> Glass*
select g.id, p.one_id, g.account_id, a.name as "name text not null", y.name as "agency text not null",
    g.reason, g.starts_at, g.ends_at, g.owner_id, o.name as "owner text not null", g.review_by,
    g.reviewed_at, g.review_text, g.review_right
from person p join glass g on g.person_id = p.id join account a on a.id = g.account_id
join agency y on y.id = a.agency_id join account o on o.id = g.owner_id
where p.one_id = :one order by g.starts_at desc;

-- glass_opened(one int, account int, starts int, ends int) -> int
select count(*) from person p join audit u on u.subject = 'person' and u.subject_id = p.id
where p.one_id = :one and u.actor = :account and u.act = 'record.open' and u.at >= :starts and u.at <= :ends;

-- glass_review(id int, right int, text text, at int) -> changed
-- It ends with its review when it was not right.
update glass set review_right = :right, review_text = :text, reviewed_at = :at,
    ends_at = case when :right = 0 and ends_at > :at then :at else ends_at end
where id = :id and reviewed_at is null;

-- conflict_put(account int, person int, why text, at int) -> id
insert into conflict (account_id, person_id, why, starts_at) values (:account, :person, :why, :at)
returning id;

-- conflict_all(one int) -> Conflict*
select x.id, x.account_id, a.name as "name text not null", x.why, x.starts_at
from person p join conflict x on x.person_id = p.id join account a on a.id = x.account_id
where p.one_id = :one and x.ends_at is null order by x.starts_at, x.id;

-- conflict_mine(account int, one int) -> Conflict?
select x.id, x.account_id, a.name as "name text not null", x.why, x.starts_at
from person p join conflict x on x.person_id = p.id join account a on a.id = x.account_id
where p.one_id = :one and x.account_id = :account and x.ends_at is null limit 1;

-- conflict_end(id int, one int, by int, at int) -> changed
-- Nobody ends their own.
update conflict set ends_at = :at where id = :id and ends_at is null and account_id <> :by
    and person_id in (select id from person where one_id = :one);

-- seal_candidates(one int, now int) -> SealWho*
-- Those who see all of it now, and those who are named already.
select distinct a.id as "id int not null", a.name as "name text not null"
from sight v join account a on a.id = v.account_id
where v.person_id = :one and v.kind = '*' and v.way <> 'glass' and v.starts_at <= :now and v.ends_at > :now
    and a.deactivated_at is null
union
select a.id, a.name from person p join seal_open o on o.person_id = p.id join account a on a.id = o.account_id
where p.one_id = :one order by 2;

-- seal_set_on(one int, sealed int) -> changed
update person set sealed = :sealed where one_id = :one;

-- seal_let(one int, account int, at int) -> changed
insert into seal_open (person_id, account_id, at) select id, :account, :at from person where one_id = :one
on conflict do nothing;

-- seal_shut(one int) -> changed
delete from seal_open where person_id in (select id from person where one_id = :one);

-- seal_reason_put(person int, why text, at int, by int) -> id
insert into seal_reason (person_id, why, at, by) values (:person, :why, :at, :by) returning id;

-- seal_reason_end(one int, at int, by int) -> changed
update seal_reason set ended_at = :at, ended_by = :by
where ended_at is null and person_id in (select id from person where one_id = :one);

-- seal_reasons(one int) -> SealReason*
select s.id, s.why, s.at, a.name as "by text not null", s.ended_at
from person p join seal_reason s on s.person_id = p.id join account a on a.id = s.by
where p.one_id = :one order by s.at desc, s.id desc;

-- share_agency(id int) -> text
select name from agency where id = :id;

-- share_mail(id int) -> text
select email from account where id = :id and deactivated_at is null;
