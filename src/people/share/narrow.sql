-- What a refusal ends of the consents that stand, and what goes on.
-- use "people/share/share.sql.h": ConsentLine

-- consent_refused(one int, agencies text, kinds text, said int, now int) -> ConsentLine*
-- What stands, and was said before, of what is refused now: ",1,2," names the agencies, and "," any;
-- ",plan,who," the kinds.
select c.id, c.person_id, p.one_id, c.answer, c.purpose, c.giver_name, c.capacity, c.capacity_why, c.how,
    c.starts_at, c.expires_at, c.ended_at, c.ended_why, c.recorded_at, a.name as "recorder text not null"
from person p join consent c on c.person_id = p.id join account a on a.id = c.recorded_by
where p.one_id = :one and c.answer = 'given' and c.starts_at <= :said and c.expires_at > :now
    and (c.ended_at is null or c.ended_at > :now)
    and exists (select 1 from consent_kind k where k.consent_id = c.id and :kinds like '%,' || k.kind || ',%')
    and (:agencies = ','
        or exists (select 1 from consent_agency x
            where x.consent_id = c.id and :agencies like '%,' || x.agency_id || ',%')
        or exists (select 1 from seat s where s.consent_id = c.id and s.ends_at is null
            and :agencies like '%,' || s.agency_id || ',%'))
order by c.starts_at desc, c.id desc;

-- consent_copy(id int, at int, by int) -> id
-- The same words of the same giver, from now.
insert into consent (person_id, answer, purpose, giver_id, giver_name, capacity, capacity_why, how, starts_at,
    expires_at, recorded_at, recorded_by)
select person_id, answer, purpose, giver_id, giver_name, capacity, capacity_why, how, :at, expires_at,
    :at, :by
from consent where id = :id returning id;

-- consent_copy_agencies(id int, to int, agencies text, named int) -> changed
-- Those that :agencies names, or the others.
insert into consent_agency (consent_id, agency_id)
select :to, x.agency_id from consent_agency x
where x.consent_id = :id
    and case when :agencies = ',' or :agencies like '%,' || x.agency_id || ',%' then 1 else 0 end = :named;

-- consent_copy_kinds(id int, to int, but text) -> changed
-- All but those.
insert into consent_kind (consent_id, kind)
select :to, k.kind from consent_kind k where k.consent_id = :id and :but not like '%,' || k.kind || ',%';

-- consent_move_seats(id int, to int, agencies text, named int) -> changed
update seat set consent_id = :to
where consent_id = :id and ends_at is null
    and case when :agencies = ',' or :agencies like '%,' || agency_id || ',%' then 1 else 0 end = :named;

-- consent_seats(id int, agencies text, named int) -> int
-- How many who sit in the team stand on it, or are named by it as an agency.
select (select count(*) from seat s where s.consent_id = :id and s.ends_at is null
        and case when :agencies = ',' or :agencies like '%,' || s.agency_id || ',%' then 1 else 0 end
            = :named)
    + (select count(*) from consent_agency x where x.consent_id = :id
        and case when :agencies = ',' or :agencies like '%,' || x.agency_id || ',%' then 1 else 0 end
            = :named)
    as "n int";

-- consent_kinds_left(id int, but text) -> int
select count(*) from consent_kind k where k.consent_id = :id and :but not like '%,' || k.kind || ',%';
