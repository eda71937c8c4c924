-- Joining records and taking them apart.
-- use "people/record.sql.h": Person

-- record_lock(id int) -> changed
-- Whoever joins or parts a record waits here for whoever does so already.
update person set one_id = one_id where id = :id;

-- joined_with(one int) -> JoinedRecord*
-- Every record that is shown as this one.
select id, name, created_at from person where one_id = :one order by id;

-- joins_among(one int) -> StandingJoin*
-- The joins that stand between them, oldest first.
select distinct j.id, j.first_id, j.second_id
from person p join person_join j on (j.first_id = p.id or j.second_id = p.id) and j.parted_at is null
where p.one_id = :one order by j.id;

-- joins_shown(one int) -> ShownJoin*
-- Of both sides that are shown as this record: the name of another is not this one's to tell.
select j.id, a.name as first_name, b.name as second_name, j.why, j.joined_at, w.name as "by_name text"
from person p join person_join j on j.first_id = p.id and j.parted_at is null
join person a on a.id = j.first_id join person b on b.id = j.second_id and b.one_id = p.one_id
left join account w on w.id = j.joined_by
where p.one_id = :one order by j.id;

-- join_find(id int) -> Joined?
select id, first_id, second_id, why, joined_at from person_join where id = :id and parted_at is null;

-- join_put(first int, second int, why text, at int, by int) -> id
insert into person_join (first_id, second_id, why, joined_at, joined_by)
values (:first, :second, :why, :at, :by) returning id;

-- join_end(id int, at int, by int, why text) -> changed
update person_join set parted_at = :at, parted_by = :by, parted_why = :why
where id = :id and parted_at is null;

-- person_one_set(id int, one int) -> nothing
update person set one_id = :one where id = :id and one_id <> :one;

-- sights_on(person int, now int) -> SightOn*
-- Everybody who sees this record now, and what of it.
select distinct s.account_id, a.name as "name text not null", g.name as "agency text not null",
    s.kind as "kind text not null"
from sight s join account a on a.id = s.account_id join agency g on g.id = a.agency_id
where s.person_id = :person and s.starts_at <= :now and s.ends_at > :now and a.deactivated_at is null
order by 3, 2, 1, 4;

-- written_since(one int, since int) -> WrittenSince*
-- What was written about a record shown as this one since then, whichever of the joined it went to.
select w.tab as "tab text not null", w.id as "id int not null", w.person_id as "person_id int not null",
    w.at as "at int not null", w.title as "title text"
from (
    select 'entry' as tab, id, person_id, written_at as at, title from entry
    union all select 'child_view', id, person_id, said_at, words from child_view
    union all select 'episode', id, person_id, opened_at, kind from episode
    union all select 'consent', id, person_id, recorded_at, purpose from consent
    union all select 'sharing', id, person_id, starts_at, facts from sharing
    union all select 'withheld', id, person_id, decided_at, null from withheld
    union all select 'person_name', id, person_id, recorded_at, trim(given || ' ' || family) from person_name
    union all select 'person_address', id, person_id, recorded_at, line from person_address
    union all select 'person_identifier', id, person_id, recorded_at, kind || ' ' || value
        from person_identifier
    union all select 'person_need', id, person_id, recorded_at, value from person_need
    union all select 'person_group', id, person_id, recorded_at, grp from person_group
    union all select 'transition', id, person_id, recorded_at, kind from transition
    union all select 'household_member', id, person_id, recorded_at, null from household_member
    union all select 'contact_child', contact_id, person_id, added_at, null from contact_child
    union all select 'contact_flag', id, person_id, raised_at, null from contact_flag
    union all select 'referral', id, person_id, raised_at, null from referral
    union all select 'agency_check', id, person_id, asked_at, null from agency_check
    union all select 'need', id, person_id, decided_at, null from need
    union all select 'assessment', id, person_id, started_at, next_what from assessment
    union all select 'crisis_review', id, person_id, opened_at, what from crisis_review
    union all select 'step', id, person_id, proposed_at, reason from step
    union all select 'dispute', id, person_id, raised_at, concern from dispute
    union all select 'complaint', id, person_id, received_at, words from complaint
    union all select 'curated', id, person_id, started_at, title from curated
    union all select 'glass', id, person_id, starts_at, reason from glass
    union all select 'advice_asked', id, person_id, at, advised from advice_asked
    union all select 'tie_from', id, from_id, recorded_at, kind from tie
    union all select 'tie_to', id, to_id, recorded_at, kind from tie
) w join person p on p.id = w.person_id
where p.one_id = :one and w.at >= :since order by 4, 1, 2;

-- move_entry(id int, from int, to int) -> changed
update entry set person_id = :to where id = :id and person_id = :from;
-- move_child_view(id int, from int, to int) -> changed
update child_view set person_id = :to where id = :id and person_id = :from;
-- move_episode(id int, from int, to int) -> changed
update episode set person_id = :to where id = :id and person_id = :from;
-- move_consent(id int, from int, to int) -> changed
update consent set person_id = :to where id = :id and person_id = :from;
-- move_sharing(id int, from int, to int) -> changed
update sharing set person_id = :to where id = :id and person_id = :from;
-- move_withheld(id int, from int, to int) -> changed
update withheld set person_id = :to where id = :id and person_id = :from;
-- move_name(id int, from int, to int) -> changed
update person_name set person_id = :to where id = :id and person_id = :from;
-- move_address(id int, from int, to int) -> changed
update person_address set person_id = :to where id = :id and person_id = :from;
-- move_identifier(id int, from int, to int) -> changed
update person_identifier set person_id = :to where id = :id and person_id = :from;
-- move_need(id int, from int, to int) -> changed
update person_need set person_id = :to where id = :id and person_id = :from;
-- move_group(id int, from int, to int) -> changed
update person_group set person_id = :to where id = :id and person_id = :from;
-- move_transition(id int, from int, to int) -> changed
update transition set person_id = :to where id = :id and person_id = :from;
-- move_household(id int, from int, to int) -> changed
update household_member set person_id = :to where id = :id and person_id = :from;
-- move_contact(id int, from int, to int) -> changed
update contact_child set person_id = :to where contact_id = :id and person_id = :from
    and not exists (select 1 from contact_child k where k.contact_id = :id and k.person_id = :to);
-- move_flag(id int, from int, to int) -> changed
update contact_flag set person_id = :to where id = :id and person_id = :from;
-- move_referral(id int, from int, to int) -> changed
update referral set person_id = :to where id = :id and person_id = :from;
-- move_check(id int, from int, to int) -> changed
update agency_check set person_id = :to where id = :id and person_id = :from;
-- move_level(id int, from int, to int) -> changed
update need set person_id = :to where id = :id and person_id = :from;
-- move_tie_from(id int, from int, to int) -> changed
update tie set from_id = :to where id = :id and from_id = :from and to_id <> :to;
-- move_tie_to(id int, from int, to int) -> changed
update tie set to_id = :to where id = :id and to_id = :from and from_id <> :to;

-- move_assessment(id int, from int, to int) -> changed
update assessment set person_id = :to where id = :id and person_id = :from;
-- move_crisis(id int, from int, to int) -> changed
update crisis_review set person_id = :to where id = :id and person_id = :from;
-- move_step(id int, from int, to int) -> changed
update step set person_id = :to where id = :id and person_id = :from;
-- move_dispute(id int, from int, to int) -> changed
update dispute set person_id = :to where id = :id and person_id = :from;
-- move_complaint(id int, from int, to int) -> changed
update complaint set person_id = :to where id = :id and person_id = :from;
-- move_curated(id int, from int, to int) -> changed
update curated set person_id = :to where id = :id and person_id = :from;
-- move_glass(id int, from int, to int) -> changed
update glass set person_id = :to where id = :id and person_id = :from;
-- move_advice(id int, from int, to int) -> changed
update advice_asked set person_id = :to where id = :id and person_id = :from;

-- move_sheet(assessment int, from int, to int) -> changed
-- The answers of an assessment.
update sheet set person_id = :to
where id = (select a.sheet_id from assessment a where a.id = :assessment) and person_id = :from;

-- move_gate(assessment int, from int, to int) -> changed
update assessment_gate set person_id = :to where assessment_id = :assessment and person_id = :from;

-- move_receipts(subject text, id int, from int, to int) -> changed
-- Receipts for what was shared go with what it was shared on.
update receipt set person_id = :to where subject = :subject and subject_id = :id and person_id = :from;

-- move_absentee(identifier int, from int, to int) -> changed
-- A pupil on a school's list goes with the number that it was known by.
update absentee set person_id = :to
where upn = (select i.value from person_identifier i where i.id = :identifier) and person_id = :from;

-- move_missing(episode int, from int, to int) -> changed
-- Why the child's view could not be had, at a review or at the closing.
update view_missing set person_id = :to where person_id = :from
    and ((subject = 'closure' and subject_id = :episode)
        or (subject = 'review' and subject_id in (select r.id from review r where r.episode_id = :episode)));

-- move_clocks_under(subject text, id int, from int, to int) -> changed
-- Clocks of what stands on an episode or a disagreement.
update clock set person_id = :to where person_id = :from and (
    (:subject = 'episode' and subject = 'review'
        and subject_id in (select r.id from review r where r.episode_id = :id))
    or (:subject = 'episode' and subject = 'request'
        and subject_id in (select q.id from service_request q where q.episode_id = :id))
    or (:subject = 'dispute' and subject = 'dispute-rung'
        and subject_id in (select u.id from dispute_rung u where u.dispute_id = :id)));

-- move_holds(subject text, id int, from int, to int) -> changed
-- What a team holds goes with what it holds.
update hold set person_id = :to where subject = :subject and subject_id = :id and person_id = :from;

-- move_clocks(subject text, id int, from int, to int) -> changed
update clock set person_id = :to where subject = :subject and subject_id = :id and person_id = :from;

-- conflicts_to_both(one int, since int, to int) -> changed
-- Whoever may not open the joined record may open neither of the two.
insert into conflict (account_id, person_id, why, starts_at)
select distinct c.account_id, :to, c.why, c.starts_at from conflict c join person p on p.id = c.person_id
where p.one_id = :one and c.person_id <> :to and c.ends_at is null and c.starts_at >= :since
    and not exists (select 1 from conflict o where o.account_id = c.account_id and o.person_id = :to
        and o.ends_at is null);

-- person_own(id int) -> Person?
-- A record itself, whatever it is shown as.
select id, one_id, name, born_on, born_about, due_on, died_on, gender, account_id, sealed, created_at
from person where id = :id;

-- made_held(person int, account int, at int, until int) -> changed
-- The teams where whoever made a record works hold it for a while.
insert into hold (person_id, team_id, subject, subject_id, starts_at, ends_at)
select :person, m.team_id, 'made', :person, :at, :until from team_member m
where m.account_id = :account and m.starts_at <= :at and (m.ends_at is null or m.ends_at > :at);
