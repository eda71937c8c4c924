-- Who may come in: agencies, the people in them, what they may do and from when, and how they prove who they
-- are. Nobody is ever deleted: people are deactivated, roles end, sessions end, so that history keeps its
-- names.

-- An organisation whose people use Kith.
create table agency (
  id integer primary key,
  name text not null,                     -- as people say it; unique whatever its capitals (agency_name)
  -- what sort of organisation; other tables of choices read it
  kind text not null check (kind in ('council', 'health', 'police', 'school', 'voluntary', 'probation',
      'fire', 'other')),
  created_at integer not null,            -- when it was added
  -- when it stopped taking part; null while it does: an ended agency is offered nowhere
  ended_at integer
) strict;
create unique index agency_name on agency (lower(name));

-- A person who may sign in, or who once could. No password and no linked identity: invited and not yet here.
create table account (
  id integer primary key,
  email text not null unique,             -- trimmed and in small letters: one person has one account
  name text not null,                     -- as others see it; kept when the account is deactivated
  agency_id integer not null references agency (id), -- where the person works
  -- libsodium's Argon2id string, its own cost and salt inside; null: signs in by OIDC, or not yet
  password text,
  -- made by `kith demo`: listed on the sign-in page
  demonstration integer not null default 0 check (demonstration in (0, 1)),
  created_at integer not null,            -- when it was made
  created_by integer references account (id), -- who invited; null: the command line
  activated_at integer,                   -- when the invitation was accepted; null: not yet
  password_at integer,                    -- when the password was last set; null with it
  -- when it was closed; null while open: no sign-in, offered in no list of choices
  deactivated_at integer,
  deactivated_by integer references account (id) -- who closed it; null: the command line, or open
) strict;
create index account_agency on account (agency_id);

-- A role given to a person, for a time. Rows are ended, never removed: who could do what on a day is a
-- question.
create table account_role (
  id integer primary key,
  account_id integer not null references account (id), -- to whom
  role text not null,                     -- a key of the table roles[] in src/access/roles.c
  starts_on text not null,                -- the first day it counts
  -- the last day it counts, if said beforehand; null: until it is taken away
  ends_on text,
  given_at integer not null,              -- when it was given
  given_by integer references account (id), -- by whom; null: the command line
  -- when it was taken away; from then it counts no more, whatever the days say
  taken_at integer,
  taken_by integer references account (id), -- by whom; null: the command line, or not taken
  check (ends_on is null or ends_on >= starts_on)
) strict;
create index account_role_account on account_role (account_id);

-- A browser that somebody is signed in with, or was, or is half-way to. The row outlives its end: a browser
-- that was once signed in to an account is known again by its old token, and strangers' failures do not slow
-- it.
create table session (
  id integer primary key,
  -- BLAKE2b of the cookie's 32 random bytes; the token itself is nowhere
  token_hash blob not null unique,
  -- away: gone to an OIDC provider; code: password given, code awaited; in: signed in
  stage text not null check (stage in ('away', 'code', 'in')),
  account_id integer references account (id), -- whose; null only while away
  -- whether this browser has been signed in to this account, now or before
  known integer not null check (known in (0, 1)),
  created_at integer not null,            -- when it began
  -- when its person last proved who they are: the gravest acts want it recent
  proved_at integer not null,
  seen_at integer not null,               -- the last request, to the minute
  idle_at integer not null,               -- ends then unless it is used before
  expires_at integer not null,            -- its absolute end
  -- browser and system in two words, "Firefox on Windows": for its person to know it by
  agent text not null,
  ended_at integer,                       -- signed out, rotated, ended from elsewhere; null while it stands
  check (stage = 'away' or account_id is not null)
) strict;
create index session_account on session (account_id);

-- A secret sent by mail that is good for one act.
create table token (
  id integer primary key,
  -- accept an invitation; set a new password
  purpose text not null check (purpose in ('invitation', 'reset')),
  account_id integer not null references account (id), -- for whom
  token_hash blob not null unique,        -- BLAKE2b of the 32 random bytes in the mail
  created_at integer not null,            -- when it was sent
  expires_at integer not null,            -- when it stops working
  -- when it was used, or set aside by a newer one; null while it works
  used_at integer
) strict;
create index token_account on token (account_id);

-- The second step of signing in: a code from an app on the person's phone (TOTP, RFC 6238).
create table second_step (
  account_id integer primary key references account (id), -- whose
  -- 20 random bytes, shared with the app; apart from the account, so that no list of accounts carries it
  secret blob not null,
  created_at integer not null,            -- when it was shown
  -- when a first code proved that the app has it; null: not asked for at sign-in yet
  confirmed_at integer,
  -- the 30-second step of the last code taken: the same code is never taken twice
  last_step integer not null default 0
) strict;

-- Codes for the day the phone is lost. Shown once, used once.
create table recovery_code (
  id integer primary key,
  account_id integer not null references account (id), -- whose
  code_hash blob not null,                -- BLAKE2b of account and code (78 random bits)
  created_at integer not null,            -- when the set was made
  -- when it was used, or set aside by a newer set; null while it works
  used_at integer
) strict;
create index recovery_code_account on recovery_code (account_id);

-- Failed attempts, each kind by whom they were against and from where. A row delays; nothing ever locks.
create table throttle (
  -- hex BLAKE2b of what, against whom and from which part of the network (or which known browser)
  key text primary key,
  failures integer not null,              -- since the last success or the last quiet day
  again_at integer not null,              -- no earlier than this
  seen_at integer not null                -- of the last failure: old rows are swept
) strict;

-- A journey to an OIDC provider and back. Each is good for one return, from the browser that left.
create table oidc_journey (
  id integer primary key,
  state_hash blob not null unique,        -- BLAKE2b of the state parameter
  session_id integer not null references session (id), -- the browser that left: its session at stage away
  nonce text not null,                    -- must come back inside the id_token
  -- PKCE: proves to the provider that who asks for the token is who left
  verifier text not null,
  created_at integer not null,            -- when it left
  expires_at integer not null,            -- when it may no longer return
  used_at integer                         -- when it returned; null until then
) strict;

-- A person as an OIDC provider knows them, linked to an account at the first sign-in with a verified address.
create table oidc_identity (
  id integer primary key,
  account_id integer not null references account (id), -- whose
  issuer text not null,                   -- the provider's address, exactly as it signs it
  subject text not null,                  -- the provider's own name for the person; never the e-mail
  linked_at integer not null,             -- when it was linked
  unique (issuer, subject)
) strict;
create index oidc_identity_account on oidc_identity (account_id);
