-- Two things that keep a way in from lying about: links in sent mail, and people whose role asks for two
-- steps.

-- A link that lets its reader in is of no more use here once the mail is on its way.
-- the part of the body that is taken out when the mail is sent; null: none
alter table outbox add column secret text;

-- A role may ask for two-step sign-in. Who has not set it up comes in with nothing but their own account.
-- 1: two-step sign-in is to be set up first
alter table session add column set_up integer not null default 0 check (set_up in (0, 1));
