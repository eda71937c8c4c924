-- A contact: taken, written down, decided, told, closed. What may be seen of it is decided here: the right
-- CONTACT_TAKE lets somebody in (the route asks), contact_shut keeps out, and who a public caller is only the
-- front desk, the owner and the decider read (W27).

-- contact_begin(channel text, at int, out_of_hours int, adviser int, raised_by int, owner int, team int,
--     next_on text, next_what text) -> id
insert into contact (version, channel, came_at, out_of_hours, adviser_id, raised_by, written, owner_id,
    team_id,
    next_on, next_what)
values (1, :channel, :at, :out_of_hours, :adviser, :raised_by, 0, :owner, :team, :next_on, :next_what)
returning id;

-- contact_find(id int, account int, now int) -> Contact?
with known as (
  select c.id as contact_id from contact c where c.id = :id and (c.caller is null or c.caller = 'professional'
    or c.adviser_id = :account or c.owner_id = :account or c.decided_by = :account
    or exists (select 1 from front_desk d where d.account_id = :account and d.starts_at <= :now
      and d.ends_at > :now)
    or exists (select 1 from team_member m where m.account_id = :account and m.team_id = c.team_id
      and m.starts_at <= :now and (m.ends_at is null or m.ends_at > :now))))
select c.id, c.version, c.channel, c.came_at, c.out_of_hours, c.seen_at, c.raised_by, c.caller,
    case when k.contact_id is null then 0 else 1 end as "known int not null",
    case when k.contact_id is null then null else c.caller_name end as "caller_name text",
    case when k.contact_id is null then null else c.caller_agency end as "caller_agency text",
    case when k.contact_id is null then null else c.caller_role end as "caller_role text",
    case when k.contact_id is null then null else c.caller_reach end as "caller_reach text",
    c.said, c.children_said, c.worried, c.well, c.needed, c.scale, c.family_told, c.family_why, c.address,
    c.postcode, c.locality_id, l.name as "locality text", c.risk, c.put_through_at, c.written, c.owner_id,
    o.name as "owner text not null", c.team_id, t.name as "team text", c.next_on, c.next_what,
    c.determination, c.route, r.title as "route_title text", c.service, c.advice, c.reasons, c.decided_by,
    d.name as "decider text", c.decided_at, c.told_at, c.told_how, c.told_what, c.told_seen_at,
    c.untold_why, c.closed_at, c.closed_why, a.name as "adviser text"
from contact c join account o on o.id = c.owner_id left join known k on k.contact_id = c.id
left join team t on t.id = c.team_id left join locality l on l.id = c.locality_id
left join contact_route r on r.key = c.route left join account d on d.id = c.decided_by
left join account a on a.id = c.adviser_id
where c.id = :id and not exists (
    select 1 from contact_shut s where s.account_id = :account and s.contact_id = c.id);

-- contact_log(id int, version int, channel text, caller text, known int, caller_name text, caller_agency
--     text,
--     caller_role text, caller_reach text, said text, children_said text, worried text, well text, needed
--     text,
--     scale int, family_told text, family_why text, address text, postcode text, locality int, risk text,
--     written int, out_of_hours int, now int) -> changed
update contact set version = version + 1, channel = :channel, caller = :caller,
    caller_name = case when :known = 1 then :caller_name else caller_name end,
    caller_agency = case when :known = 1 then :caller_agency else caller_agency end,
    caller_role = case when :known = 1 then :caller_role else caller_role end,
    caller_reach = case when :known = 1 then :caller_reach else caller_reach end,
    said = :said, children_said = :children_said, worried = :worried, well = :well, needed = :needed,
    scale = :scale, family_told = :family_told, family_why = :family_why, address = :address,
    postcode = :postcode, locality_id = :locality, risk = :risk,
    risk_at = case when :risk is null then null when risk is null or risk <> :risk then :now else risk_at end,
    written = case when :written = 1 then 1 else written end, out_of_hours = :out_of_hours
where id = :id and version = :version and closed_at is null;

-- contact_caller(email text) -> ContactCaller?
-- Whose account has this address.
select id, name from account where email = lower(:email) and deactivated_at is null;

-- contact_raised(id int, account int) -> changed
-- Whoever called has an account.
update contact set raised_by = :account where id = :id and raised_by is null and closed_at is null;

-- contact_put_through(id int, now int, owner int, team int, next_on text, next_what text) -> changed
-- Whatever else is known of it, and whoever else is writing on it.
update contact set version = version + 1, put_through_at = :now, owner_id = :owner, team_id = :team,
    next_on = :next_on, next_what = :next_what
where id = :id and closed_at is null and put_through_at is null;

-- contact_pass(id int, version int, owner int, team int, reasons text, by int, now int, next_on text,
--     next_what text) -> changed
update contact set version = version + 1, owner_id = :owner, team_id = :team, reasons = :reasons,
    decided_by = :by, decided_at = :now, next_on = :next_on, next_what = :next_what
where id = :id and version = :version and decided_at is null and closed_at is null;

-- contact_decide(id int, version int, determination text, route text, service text, advice text, reasons
--     text,
--     by int, now int, owner int, team int, next_on text, next_what text) -> changed
update contact set version = version + 1, determination = :determination, route = :route, service = :service,
    advice = :advice, reasons = :reasons, decided_by = :by, decided_at = :now, owner_id = :owner,
    team_id = :team, next_on = :next_on, next_what = :next_what
where id = :id and version = :version and decided_at is null and closed_at is null;

-- contact_tell(id int, version int, at int, by int, how text, what text, untold text, next_on text,
--     next_what text) -> changed
update contact set version = version + 1, told_at = :at, told_by = :by, told_how = :how, told_what = :what,
    untold_why = :untold, next_on = :next_on, next_what = :next_what
where id = :id and version = :version and decided_at is not null and told_at is null and closed_at is null;

-- contact_close(id int, version int, at int, by int, why text) -> changed
update contact set version = version + 1, closed_at = :at, closed_by = :by, closed_why = :why,
    next_on = null, next_what = null
where id = :id and version = :version and closed_at is null and (told_at is not null or untold_why is not
    null);

-- contact_seen(id int, at int) -> changed
update contact set seen_at = :at where id = :id and out_of_hours = 1 and seen_at is null;

-- contact_told_seen(id int, at int) -> nothing
update contact set told_seen_at = :at where id = :id and told_seen_at is null;

-- contact_event_put(contact int, at int, by int, what text) -> nothing
insert into contact_event (contact_id, at, by_id, what) values (:contact, :at, :by, :what);

-- contact_events(contact int) -> ContactEvent*
select e.at, e.what, a.name as "who text"
from contact_event e left join account a on a.id = e.by_id where e.contact_id = :contact order by e.id;

-- contact_last(contact int) -> ContactEvent?
select e.at, e.what, a.name as "who text"
from contact_event e left join account a on a.id = e.by_id where e.contact_id = :contact
order by e.id desc limit 1;

-- contact_risks() -> ContactRisk*
select key, title, about, hours from contact_risk order by position, key;

-- contact_routes() -> ContactRoute*
select key, title, about, team_kind, by_locality, partner from contact_route where switched_on = 1
order by position, key;

-- localities() -> Locality*
select id, name, team_id from locality order by lower(name);

-- locality_for(postcode text) -> Locality?
-- :postcode in capitals without a blank; the longest beginning that fits.
select l.id, l.name, l.team_id from locality_district d join locality l on l.id = d.locality_id
where substr(:postcode, 1, length(d.prefix)) = d.prefix order by length(d.prefix) desc limit 1;

-- team_lead(team int, now int) -> int
-- Who answers for a team: its leader, else anybody in it.
select m.account_id from team_member m join account a on a.id = m.account_id
where m.team_id = :team and m.starts_at <= :now and (m.ends_at is null or m.ends_at > :now)
    and a.deactivated_at is null
order by m.lead desc, m.id limit 1;

-- team_of_kind(kind text, now int) -> int
-- A working team of that kind that somebody is in.
select t.id from team t where t.kind = :kind and t.ended_at is null and exists (
    select 1 from team_member m join account a on a.id = m.account_id where m.team_id = t.id
        and m.starts_at <= :now and (m.ends_at is null or m.ends_at > :now) and a.deactivated_at is null)
order by t.id limit 1;

-- works_nights(account int, now int) -> int
-- Whether somebody is in an out-of-hours team.
select count(*) from team_member m join team t on t.id = m.team_id
where m.account_id = :account and t.kind = 'out-of-hours' and m.starts_at <= :now
    and (m.ends_at is null or m.ends_at > :now);

-- contact_next(id int, next_on text) -> nothing
update contact set next_on = :next_on where id = :id and closed_at is null;

-- contact_sign_put(contact int, sign text, by int, at int) -> changed
insert into contact_sign (contact_id, sign, seen_by, seen_at) values (:contact, :sign, :by, :at)
on conflict do nothing;

-- immediate_signs() -> Sign* kept
select key, number, words, age_below, unborn, prompt, wording_awaited, 0 as "marked int not null"
from immediate_sign order by number;

-- contact_signs(contact int) -> Sign*
-- All of them, and which were marked in this contact.
select s.key, s.number, s.words, s.age_below, s.unborn, s.prompt, s.wording_awaited,
    case when m.sign is null then 0 else 1 end as "marked int not null"
from immediate_sign s left join contact_sign m on m.sign = s.key and m.contact_id = :contact
order by s.number;

-- sign_words(key text) -> text
select words from immediate_sign where key = :key;

-- advice_put(contact int, referral int, person int, whom text, advised text, at int, by int) -> id
insert into advice_asked (contact_id, referral_id, person_id, whom, advised, at, by_id)
values (:contact, :referral, :person, :whom, :advised, :at, :by) returning id;

-- advice_of(contact int, referral int) -> Advice*
select d.whom, d.advised, d.at, a.name as "who text not null"
from advice_asked d join account a on a.id = d.by_id
where (:contact is not null and d.contact_id = :contact) or (:referral is not null and d.referral_id =
    :referral)
order by d.id;

-- locality_team(id int) -> int
select team_id from locality where id = :id;

-- account_mail(id int) -> text
-- Where somebody who still has an account reads mail.
select email from account where id = :id and deactivated_at is null;

-- contact_web(id int, caller text, name text, agency text, role text, reach text, said text, children text,
--     address text, postcode text, locality int, family_told text, family_why text, worried text, well text,
--     needed text) -> nothing
-- What somebody sent over the web; the log is theirs, and whole.
update contact set caller = :caller, caller_name = :name, caller_agency = :agency, caller_role = :role,
    caller_reach = :reach, said = :said, children_said = :children, address = :address, postcode = :postcode,
    locality_id = :locality, family_told = :family_told, family_why = :family_why, worried = :worried,
    well = :well, needed = :needed, written = 1, version = version + 1
where id = :id;

-- contact_points() -> ContactPoint*
select key, name, about, telephone, email, hours from contact_point order by position, key;

-- agency_called(id int) -> text
select name from agency where id = :id;
