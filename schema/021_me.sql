-- The child and the family: their own door. What somebody sees there is what a worker has opened for them,
-- one record at a time, and what they wrote themselves.

-- An invitation: a code told or handed over on paper, for somebody who needs no e-mail address.
create table me_invite (
  id integer primary key,
  person_id integer not null references person (id), -- who is to come in
  shown_id integer not null references person (id), -- whose record they are to see: their own, or a child's
  code_hash blob not null unique,         -- BLAKE2b of the code; the code itself is nowhere
  made_at integer not null,               -- when it was made
  made_by integer not null references account (id), -- by which worker
  expires_at integer not null,            -- when it stops working
  used_at integer                         -- when it was taken up, or set aside by a newer one; null: it works
) strict;
create index me_invite_person on me_invite (person_id);

-- Whose record an account of a child or of a parent is shown.
create table me_link (
  id integer primary key,
  account_id integer not null references account (id), -- who sees
  person_id integer not null references person (id), -- whose record: the person's own, even when joined
  own integer not null check (own in (0, 1)), -- it is their own
  starts_at integer not null,             -- from
  made_by integer not null references account (id), -- which worker opened it
  ends_at integer,                        -- until; null: still
  ended_by integer references account (id) -- which worker closed it
) strict;
create index me_link_account on me_link (account_id);
create index me_link_person on me_link (person_id);

-- What came with words that somebody wrote at their own door.
create table me_said (
  view_id integer primary key references child_view (id), -- the words
  feeling integer check (feeling between 0 and 10), -- 0 the worst, 10 the best; null: not said
  -- whether a parent who sees this record may read it: the child's choice
  parents integer not null check (parents in (0, 1)),
  urgent integer not null check (urgent in (0, 1)) -- "tell someone": to be read today
) strict;
