-- Samples of early help assessments, graded, with what was found; and what partners' systems send and ask.

-- A random sample of the assessments that were called complete in a quarter (W65). The seed is kept, so that
-- anybody can draw it again and see that nothing was picked by hand.
create table caf_sample (
  id integer primary key,
  starts_on text not null,                -- the quarter's first day, ISO
  ends_on text not null,                  -- and its last
  seed text not null,                     -- what the order of the draw is made from
  drawn_from integer not null,            -- how many there were that the drawer might see and had not written
  drawn_at integer not null,              -- when
  drawn_by integer not null references account (id) -- by whom: who looks at them
) strict;
create index caf_sample_drawn on caf_sample (drawn_by, drawn_at);

-- One assessment of a sample: a questionnaire to be filled in, and then a grade and findings for the worker.
create table caf_audit (
  id integer primary key,
  sample_id integer not null references caf_sample (id), -- in which sample
  assessment_id integer not null references assessment (id), -- which was drawn
  sheet_id integer not null unique references sheet (id), -- the questions of the look
  owner_id integer not null references account (id), -- who looks (P1)
  next_on text,                           -- by when, ISO; null once done
  done_at integer,                        -- when it was done; null: not yet
  grade text check (grade in ('good', 'enough', 'not_enough')), -- null: not yet
  findings text,                          -- for the worker; null: not yet
  worker_id integer references account (id), -- to whom the findings go back; null: not yet
  seen_at integer,                        -- when they had read them; null: not yet
  unique (sample_id, assessment_id),
  check (done_at is not null or next_on is not null),
  check ((done_at is null) = (grade is null)),
  check ((done_at is null) = (findings is null)),
  check ((done_at is null) = (worker_id is null))
) strict;
create index caf_audit_owner on caf_audit (owner_id, done_at);
create index caf_audit_worker on caf_audit (worker_id, seen_at);
create index caf_audit_of on caf_audit (assessment_id);

-- What a partner's system sent (W186): its own reference, kept with the contact that was made of it, so that
-- nothing is taken twice and what became of it can be fetched by the same reference.
create table partner_notice (
  id integer primary key,
  agency_id integer not null references agency (id), -- whose system
  reference text not null,                -- its own number for it
  contact_id integer not null references contact (id), -- the contact that it became
  sent_at integer not null,               -- when it was brought in
  sent_by integer not null references account (id), -- by whom
  unique (agency_id, reference)
) strict;
create index partner_notice_contact on partner_notice (contact_id);
