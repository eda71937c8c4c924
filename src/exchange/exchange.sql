-- What partners' systems sent, what became of it, and what they may fetch of a record.

-- notice_before(agency int, reference text) -> int
-- The contact that was made of it, where it was sent before.
select contact_id from partner_notice where agency_id = :agency and reference = :reference;

-- notice_put(agency int, reference text, contact int, at int, by int) -> nothing
insert into partner_notice (agency_id, reference, contact_id, sent_at, sent_by)
values (:agency, :reference, :contact, :at, :by);

-- outcomes_mine(account int) -> Outcome*
-- What this account sent, and what it was told: all that whoever raises a contact may know of it (W27).
select n.reference, n.contact_id, n.sent_at, k.told_at, k.told_what, k.told_how, k.closed_at
from partner_notice n join contact k on k.id = n.contact_id
where n.sent_by = :account order by n.sent_at desc, n.id desc limit 2000;

-- exchange_numbers(person int) -> ExchangeNumber*
-- The numbers that other systems know the person by.
select n.kind, n.value from person one join person p on p.one_id = one.one_id
join person_identifier n on n.person_id = p.id
where one.id = :person and n.wrong_at is null and n.ends_on is null order by n.kind, n.value;

-- exchange_help(person int) -> ExchangeHelp*
-- The help that is and was given.
select e.id, e.kind, e.opened_at, e.closed_at, t.name as "team text not null",
    g.name as "agency text not null", o.name as "owner text not null"
from person one join person p on p.one_id = one.one_id join episode e on e.person_id = p.id
join team t on t.id = e.team_id join agency g on g.id = t.agency_id join account o on o.id = e.owner_id
where one.id = :person order by e.opened_at, e.id;

-- exchange_entries(person int, account int, now int) -> ExchangeEntry*
-- What was written down, of the kinds that this account may see.
with ok as materialized (select distinct kind from sight
    where account_id = :account and person_id = :person and starts_at <= :now and ends_at > :now)
select n.id, n.kind, n.what, n.title, n.body, n.nature, n.source, n.happened_at, n.written_at,
    g.name as "agency text"
from person p join entry n on n.person_id = p.id left join agency g on g.id = n.agency_id
where p.one_id = :person and n.replaced = 0
    and exists (select 1 from ok where ok.kind = '*' or ok.kind = n.kind)
order by n.happened_at, n.id limit 5000;
