-- Early help assessments: beginning, moving on, who answers for them.

-- assessment_find(id int) -> Assessment?
select a.id, a.person_id, a.sheet_id, a.episode_id, a.kind, a.form, a.state, a.owner_id, a.agency_id,
    a.started_at, a.started_by, a.next_on, a.next_what, a.completed_at, a.signed_at, a.signed_by, a.version,
    o.name as "owner text not null", g.name as "agency text not null", b.name as "starter text not null",
    s.name as "signer text"
from assessment a join account o on o.id = a.owner_id join agency g on g.id = a.agency_id
join account b on b.id = a.started_by left join account s on s.id = a.signed_by where a.id = :id;

-- assessments_of(person int) -> AssessmentLine*
-- Of the record shown, whichever of its joined records they were written on; the newest first.
select a.id, a.kind, a.form, a.state, a.started_at, a.completed_at, a.next_on, a.next_what,
    o.name as "owner text not null",
    g.name as "agency text not null", p.name as "child text not null"
from person one join person p on p.one_id = one.one_id join assessment a on a.person_id = p.id
join account o on o.id = a.owner_id join agency g on g.id = a.agency_id
where one.id = :person order by a.started_at desc, a.id desc;

-- assessments_mine(account int, now int) -> AssessmentLine*
-- What I answer for and what waits for somebody in my team, as far as I may see it.
with ok as materialized (select distinct person_id from sight
    where account_id = :account and kind in ('*', 'assessment') and starts_at <= :now and ends_at > :now)
select a.id, a.kind, a.form, a.state, a.started_at, a.completed_at, a.next_on, a.next_what,
    o.name as "owner text not null",
    g.name as "agency text not null", one.name as "child text not null"
from assessment a join person p on p.id = a.person_id join ok on ok.person_id = p.one_id
join person one on one.id = p.one_id join account o on o.id = a.owner_id join agency g on g.id = a.agency_id
where a.state <> 'ended' order by a.next_on, a.id;

-- assessment_put(person int, sheet int, episode int, kind text, form text, owner int, agency int, at int,
--     next_on text, next_what text) -> id
insert into assessment (person_id, sheet_id, episode_id, kind, form, state, owner_id, agency_id, started_at,
    started_by,
    next_on, next_what, version)
values (:person, :sheet, :episode, :kind, :form, 'draft', :owner, :agency, :at, :owner, :next_on,
    :next_what, 1)
returning id;

-- assessment_move(id int, was int, state text, next_on text, next_what text, completed int, signing int,
--     signer int) -> changed
-- Nothing changes where somebody else moved it first.
update assessment set state = :state, next_on = :next_on, next_what = :next_what,
    completed_at = coalesce(:completed, completed_at), signed_at = :signing, signed_by = :signer,
    version = version + 1
where id = :id and version = :was;

-- assessment_hand_on(id int, was int, owner int) -> changed
update assessment set owner_id = :owner, version = version + 1 where id = :id and owner_id = :was;

-- owner_from(assessment int, owner int, at int, why text) -> nothing
insert into assessment_owner (assessment_id, owner_id, starts_at, why) values (:assessment, :owner, :at,
    :why);

-- owner_until(assessment int, at int) -> nothing
update assessment_owner set ends_at = :at where assessment_id = :assessment and ends_at is null;

-- owners_of(assessment int) -> OwnerLine*
select a.name as "name text not null", g.name as "agency text not null", o.starts_at, o.ends_at, o.why
from assessment_owner o join account a on a.id = o.owner_id join agency g on g.id = a.agency_id
where o.assessment_id = :assessment order by o.starts_at, o.id;

-- event_put(assessment int, what text, words text, at int, by int) -> nothing
insert into assessment_event (assessment_id, what, words, at, by) values (:assessment, :what, :words,
    :at, :by);

-- events_of(assessment int) -> EventLine*
select e.what, e.words, e.at, a.name as "name text not null"
from assessment_event e join account a on a.id = e.by where e.assessment_id = :assessment order by e.at, e.id;

-- those_who_write(person int, now int) -> Writer*
-- The team that holds the child, the team around the child and who answers for the help: who may be
-- given a part.
select distinct a.id, a.name, g.name as "agency text not null"
from sight s join account a on a.id = s.account_id join agency g on g.id = a.agency_id
where s.person_id = :person and s.way in ('team', 'owner', 'seat') and s.kind in ('*', 'assessment')
    and s.starts_at <= :now and s.ends_at > :now and a.deactivated_at is null
order by a.name, a.id;

-- gate_put(person int, assessment int, seen text, advice text, at int, by int) -> id
insert into assessment_gate (person_id, assessment_id, seen, advice, asked_at, asked_by)
values (:person, :assessment, :seen, :advice, :at, :by) returning id;

-- early_help_open(person int) -> int
select max(e.id) from person one join person p on p.one_id = one.one_id join episode e on e.person_id = p.id
where one.id = :person and e.kind = 'early-help' and e.closed_at is null;

-- child_view_put(person int, words text, how text, subject_id int, at int, by int) -> id
insert into child_view (person_id, words, how, about, subject, subject_id, said_at, recorded_by, owner_id)
values (:person, :words, :how, 'The assessment', 'assessment', :subject_id, :at, :by, :by) returning id;

-- child_view_same(subject_id int, words text) -> int
select count(*) from child_view where subject = 'assessment' and subject_id = :subject_id and words = :words;

-- ---- what is known already
-- ---------------------------------------------------------------------------------

-- known_address(person int, today text) -> text
select a.line || coalesce(', ' || a.postcode, '') from person one join person p on p.one_id = one.one_id
join person_address a on a.person_id = p.id
where one.id = :person and a.wrong_at is null and a.guarded = 0 and (a.ends_on is null or a.ends_on >= :today)
    and a.kind <> 'placement'
order by coalesce(a.starts_on, '') desc, a.id desc limit 1;

-- known_language(person int) -> text
select n.value from person one join person p on p.one_id = one.one_id join person_need n on n.person_id = p.id
where one.id = :person and n.kind = 'language' and n.wrong_at is null and n.ends_on is null
order by n.main desc, n.id desc limit 1;

-- known_family(person int, today text) -> FamilyLine*
-- What each is to the child; of nobody whose record is sealed.
select o.name, t.kind, 1 as "up int not null", o.gender
from person one join person p on p.one_id = one.one_id join tie t on t.to_id = p.id
join person f on f.id = t.from_id join person o on o.id = f.one_id
where one.id = :person and (t.ends_on is null or t.ends_on >= :today) and t.wrong_at is null
    and not exists (select 1 from person s where s.one_id = o.id and s.sealed = 1)
union
select o.name, t.kind, 0, o.gender
from person one join person p on p.one_id = one.one_id join tie t on t.from_id = p.id
join person f on f.id = t.to_id join person o on o.id = f.one_id
where one.id = :person and (t.ends_on is null or t.ends_on >= :today) and t.wrong_at is null
    and not exists (select 1 from person s where s.one_id = o.id and s.sealed = 1)
order by 3 desc, 1;

-- caf_known(person int) -> Assessment?
-- The newest early help assessment that somebody goes on with: what another assessment begins with.
select a.id, a.person_id, a.sheet_id, a.episode_id, a.kind, a.form, a.state, a.owner_id, a.agency_id,
    a.started_at, a.started_by, a.next_on, a.next_what, a.completed_at, a.signed_at, a.signed_by, a.version,
    o.name as "owner text not null", g.name as "agency text not null", b.name as "starter text not null",
    s.name as "signer text"
from person one join person p on p.one_id = one.one_id join assessment a on a.person_id = p.id
join account o on o.id = a.owner_id join agency g on g.id = a.agency_id
join account b on b.id = a.started_by left join account s on s.id = a.signed_by
where one.id = :person and a.kind = 'caf' and a.state <> 'ended' order by a.id desc limit 1;

-- known_referral(person int) -> KnownReferral?
-- The last referral to social care, in the referrer's words.
select r.concern, r.written, r.raised_at, r.referrer
from person one join person p on p.one_id = one.one_id join referral r on r.person_id = p.id
where one.id = :person order by r.raised_at desc, r.id desc limit 1;

-- known_contact(person int) -> KnownContact?
-- The last contact to the front door about the child, as it was told.
select k.said, k.came_at from person one join person p on p.one_id = one.one_id
join contact_child h on h.person_id = p.id join contact k on k.id = h.contact_id
where one.id = :person and k.said is not null order by k.came_at desc, k.id desc limit 1;

-- social_care_open(person int) -> int
select max(e.id) from person one join person p on p.one_id = one.one_id join episode e on e.person_id = p.id
where one.id = :person and e.kind = 'social-care' and e.closed_at is null;

-- gate_dangers(one int) -> Danger*
-- What says that a child may be in danger now, and waits for its answer: a referral with one of the signs, a
-- contact that was put through, or in which somebody marked a sign.
select 'referral' as "what text not null", r.id as "id int not null", r.raised_at as "at int not null"
from person p join referral r on r.person_id = p.id
where p.one_id = :one and r.decided_at is null and r.closed_at is null
    and exists (select 1 from referral_sign s where s.referral_id = r.id)
union all
select 'contact', k.id, coalesce(k.put_through_at, k.came_at)
from person p join contact_child h on h.person_id = p.id join contact k on k.id = h.contact_id
where p.one_id = :one and k.decided_at is null and k.closed_at is null
    and (k.put_through_at is not null or exists (select 1 from contact_sign s where s.contact_id = k.id))
order by 3, 1, 2;
