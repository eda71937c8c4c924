-- outbox_add(at int, message_id text, recipient text, subject text, body text, secret text,
--   attachment_name text, attachment_type text, attachment blob) -> id
insert into outbox (at, message_id, recipient, subject, body, secret, attachment_name, attachment_type,
    attachment,
    state, tries)
values (:at, :message_id, :recipient, :subject, :body, :secret, :attachment_name, :attachment_type,
    :attachment,
    'waiting', 0)
returning id;

-- outbox_find(id int) -> OutboxMail?
select id, at, message_id, recipient, subject, body, attachment_name, attachment_type, attachment, state
from outbox where id = :id;

-- outbox_tried(id int, why text) -> nothing
update outbox set tries = tries + 1, why = :why where id = :id and state = 'waiting';

-- outbox_end(id int, state text, now int, why text) -> changed
-- What was sent is kept for the office to see, without the attachment, which the site can make again, and
-- without the link that lets its reader in, which nobody else is to have. What failed keeps both: it may be
-- sent again.
update outbox set tries = tries + 1, state = :state, ended_at = :now, why = :why,
    attachment = case when :state = 'failed' then attachment end,
    body = case when :state = 'failed' then body else replace(body, coalesce(secret, ''), '…') end
where id = :id and state = 'waiting';

-- outbox_wait(id int) -> changed
-- What was given up waits again, with its tries forgotten.
update outbox set state = 'waiting', tries = 0, ended_at = null, why = null where id = :id
    and state = 'failed';

-- outbox_list(state text, before int) -> OutboxLine*
-- The newest first: what /office/outbox shows.
select id, at, recipient, subject, state, tries, ended_at, why from outbox
where (:state is null or state = :state) and (:before is null or id < :before)
order by id desc limit 50;

-- outbox_counts() -> OutboxCount*
select state, count(*) as "n int not null" from outbox group by state order by state;
