-- The office reads what the ground keeps: the audit log, the outbox, the settings.

-- audit_page(act text, actor int, subject text, since int, before int, from int) -> AuditLine*
-- Newest first, a hundred at a time, each filter null for any; `from` is the last id of the page before.
select a.id, a.at, a.actor, p.name as who, a.act, a.subject, a.subject_id, a.detail
from audit a left join account p on p.id = a.actor
where (:act is null or a.act = :act) and (:actor is null or a.actor = :actor)
    and (:subject is null or a.subject = :subject)
  and (:since is null or a.at >= :since) and (:before is null or a.at < :before)
      and (:from is null or a.id < :from)
order by a.id desc limit 100;

-- audit_acts() -> AuditAct*
select distinct act from audit order by act;

-- audit_people() -> AuditPerson*
select distinct a.actor as id, p.name from audit a join account p on p.id = a.actor order by p.name;

-- outbox_page(state text, from int) -> OutboxLine*
select id, at, recipient, subject, state, tries, ended_at, why from outbox
where (:state is null or state = :state) and (:from is null or id < :from) order by id desc limit 100;

-- outbox_one(id int) -> OutboxMail?
-- Not even while it waits does anybody but its reader see a link that lets them in.
select id, at, recipient, subject, replace(body, coalesce(secret, ''), '…') as "body text not null",
    attachment_name,
    state, tries, ended_at, why
from outbox where id = :id;
