-- The ground: who wrote what and when (P12), what is still to be sent, what is to be done later, and
-- settings.

-- A node is one writing process: one chain of audit rows. SQLite has one node; on PostgreSQL every
-- process that
-- writes holds one, by an advisory lock on its id, and takes a free one back when it starts again.
create table node (
    id integer primary key,
    made_at integer not null,              -- when this node first wrote
    seq integer not null check (seq >= 0), -- number of the last row of its chain; 0 before the first
    hash blob not null                     -- hash of that row; 32 zero bytes before the first
) strict;

-- The audit log. A row's hash covers every field and the hash of the row before it, in the encoding of
-- db/audit.c.
create table audit (
    id integer primary key,
    node integer not null references node (id),  -- whose chain
    seq integer not null check (seq > 0),  -- 1, 2, 3 … without a gap, by node
    at integer not null,                   -- when
    -- account; null is the system. No reference: accounts may go, this stays
    actor integer,
    act text not null,                     -- noun.verb, such as plan.publish
    subject text,                          -- the kind of thing acted on
    subject_id integer,                    -- and which
    detail text,                           -- JSON: what changed, never a secret
    prev blob not null,                    -- hash of the row before
    hash blob not null,                    -- BLAKE2b-256
    unique (node, seq)
) strict;
create index audit_subject on audit (subject, subject_id);  -- the history of one thing
create index audit_at on audit (at);                        -- the log as a page, newest first

-- A seal ties the heads of all chains together, hourly, so that no chain can be shortened alone.
create table seal (
    id integer primary key,
    at integer not null,                   -- when it was set
    prev blob not null,                    -- hash of the seal before; 32 zero bytes for the first
    hash blob not null                     -- over prev, id, at and the heads
) strict;

-- The heads a seal covers.
create table seal_head (
    seal integer not null references seal (id),  -- of which seal
    node integer not null references node (id),  -- whose chain
    seq integer not null,                  -- how far it went
    hash blob not null,                    -- and its last hash
    primary key (seal, node)
) strict;

-- Mail, written in the transaction of the act it tells of, sent after it (db/outbox.h).
create table outbox (
    id integer primary key,
    at integer not null,                   -- when it was written
    -- stays the same if a crash makes it go twice, so that mailboxes can tell
    message_id text not null unique,
    recipient text not null,               -- one address
    subject text not null,                 -- plain text
    body text not null,                    -- plain text
    attachment_name text,                  -- a file sent along; null: none
    attachment_type text,                  -- its media type
    attachment blob,                       -- its bytes
    state text not null check (state in ('waiting', 'sent', 'filed', 'failed')),  -- filed: no SMTP, so a file
    tries integer not null,                -- how often it was tried
    ended_at integer,                      -- when it was sent, filed or given up
    why text,                              -- what the last try said; or the name of the file
    check ((state = 'waiting') = (ended_at is null))
) strict;
create index outbox_state on outbox (state, at);

-- Work for later. A kind that comes round has one row that stays; work asked for once has a row until
-- it is done.
create table job (
    id integer primary key,
    kind text not null,                    -- a name from the table of kinds, such as mail
    once integer not null check (once in (0, 1)),  -- 1: asked for once; 0: comes round
    due_at integer not null,               -- not before this
    args text,                             -- JSON, as the kind wants it
    tries integer not null,                -- failed tries since it last went well
    claimed_by text,                       -- the process at work on it
    -- after this the process is taken for dead and another may claim it
    lease_until integer,
    gave_up_at integer,                    -- when the last try failed; it is not tried again by itself
    done_at integer,                       -- when it last went well
    why text,                              -- what the last failed try said
    check ((claimed_by is null) = (lease_until is null))
) strict;
create index job_due on job (due_at);
create unique index job_round on job (kind) where once = 0;  -- one row a kind that comes round

-- What this partnership has set, by name; what may be set is a table in C.
create table setting (
    name text primary key,                 -- as in the table of settings
    value text not null,                   -- as text
    changed_at integer not null            -- when
) strict;
