-- The level of need: the threshold document, ticks, and decisions; and what every clock counts with.

-- England's bank holidays, so that a database counts right from its first day. A pack may add days.
insert into holiday (day, name) values
  ('2010-01-01', 'New Year’s Day'), ('2010-04-02', 'Good Friday'), ('2010-04-05', 'Easter Monday'),
  ('2010-05-03', 'Early May bank holiday'), ('2010-05-31', 'Spring bank holiday'),
  ('2010-08-30', 'Summer bank holiday'), ('2010-12-27', 'Christmas Day (substitute)'),
  ('2010-12-28', 'Boxing Day (substitute)'), ('2011-01-03', 'New Year’s Day (substitute)'),
  ('2011-04-22', 'Good Friday'), ('2011-04-25', 'Easter Monday'), ('2011-04-29', 'Royal wedding'),
  ('2011-05-02', 'Early May bank holiday'), ('2011-05-30', 'Spring bank holiday'),
  ('2011-08-29', 'Summer bank holiday'), ('2011-12-26', 'Boxing Day'),
  ('2011-12-27', 'Christmas Day (substitute)'), ('2012-01-02', 'New Year’s Day (substitute)'),
  ('2012-04-06', 'Good Friday'), ('2012-04-09', 'Easter Monday'), ('2012-05-07', 'Early May bank holiday'),
  ('2012-06-04', 'Spring bank holiday (substitute)'), ('2012-06-05', 'Diamond Jubilee'),
  ('2012-08-27', 'Summer bank holiday'), ('2012-12-25', 'Christmas Day'), ('2012-12-26', 'Boxing Day'),
  ('2013-01-01', 'New Year’s Day'), ('2013-03-29', 'Good Friday'), ('2013-04-01', 'Easter Monday'),
  ('2013-05-06', 'Early May bank holiday'), ('2013-05-27', 'Spring bank holiday'),
  ('2013-08-26', 'Summer bank holiday'), ('2013-12-25', 'Christmas Day'), ('2013-12-26', 'Boxing Day'),
  ('2014-01-01', 'New Year’s Day'), ('2014-04-18', 'Good Friday'), ('2014-04-21', 'Easter Monday'),
  ('2014-05-05', 'Early May bank holiday'), ('2014-05-26', 'Spring bank holiday'),
  ('2014-08-25', 'Summer bank holiday'), ('2014-12-25', 'Christmas Day'), ('2014-12-26', 'Boxing Day'),
  ('2015-01-01', 'New Year’s Day'), ('2015-04-03', 'Good Friday'), ('2015-04-06', 'Easter Monday'),
  ('2015-05-04', 'Early May bank holiday'), ('2015-05-25', 'Spring bank holiday'),
  ('2015-08-31', 'Summer bank holiday'), ('2015-12-25', 'Christmas Day'),
  ('2015-12-28', 'Boxing Day (substitute)'), ('2016-01-01', 'New Year’s Day'),
  ('2016-03-25', 'Good Friday'), ('2016-03-28', 'Easter Monday'), ('2016-05-02', 'Early May bank holiday'),
  ('2016-05-30', 'Spring bank holiday'), ('2016-08-29', 'Summer bank holiday'),
  ('2016-12-26', 'Boxing Day'), ('2016-12-27', 'Christmas Day (substitute)'),
  ('2017-01-02', 'New Year’s Day (substitute)'), ('2017-04-14', 'Good Friday'),
  ('2017-04-17', 'Easter Monday'), ('2017-05-01', 'Early May bank holiday'),
  ('2017-05-29', 'Spring bank holiday'), ('2017-08-28', 'Summer bank holiday'),
  ('2017-12-25', 'Christmas Day'), ('2017-12-26', 'Boxing Day'), ('2018-01-01', 'New Year’s Day'),
  ('2018-03-30', 'Good Friday'), ('2018-04-02', 'Easter Monday'), ('2018-05-07', 'Early May bank holiday'),
  ('2018-05-28', 'Spring bank holiday'), ('2018-08-27', 'Summer bank holiday'),
  ('2018-12-25', 'Christmas Day'), ('2018-12-26', 'Boxing Day'), ('2019-01-01', 'New Year’s Day'),
  ('2019-04-19', 'Good Friday'), ('2019-04-22', 'Easter Monday'), ('2019-05-06', 'Early May bank holiday'),
  ('2019-05-27', 'Spring bank holiday'), ('2019-08-26', 'Summer bank holiday'),
  ('2019-12-25', 'Christmas Day'), ('2019-12-26', 'Boxing Day'), ('2020-01-01', 'New Year’s Day'),
  ('2020-04-10', 'Good Friday'), ('2020-04-13', 'Easter Monday'),
  ('2020-05-08', 'Early May bank holiday (VE day)'), ('2020-05-25', 'Spring bank holiday'),
  ('2020-08-31', 'Summer bank holiday'), ('2020-12-25', 'Christmas Day'),
  ('2020-12-28', 'Boxing Day (substitute)'), ('2021-01-01', 'New Year’s Day'),
  ('2021-04-02', 'Good Friday'), ('2021-04-05', 'Easter Monday'), ('2021-05-03', 'Early May bank holiday'),
  ('2021-05-31', 'Spring bank holiday'), ('2021-08-30', 'Summer bank holiday'),
  ('2021-12-27', 'Christmas Day (substitute)'), ('2021-12-28', 'Boxing Day (substitute)'),
  ('2022-01-03', 'New Year’s Day (substitute)'), ('2022-04-15', 'Good Friday'),
  ('2022-04-18', 'Easter Monday'), ('2022-05-02', 'Early May bank holiday'),
  ('2022-06-02', 'Spring bank holiday'), ('2022-06-03', 'Platinum Jubilee'),
  ('2022-08-29', 'Summer bank holiday'), ('2022-09-19', 'State funeral of the Queen'),
  ('2022-12-26', 'Boxing Day'), ('2022-12-27', 'Christmas Day (substitute)'),
  ('2023-01-02', 'New Year’s Day (substitute)'), ('2023-04-07', 'Good Friday'),
  ('2023-04-10', 'Easter Monday'), ('2023-05-01', 'Early May bank holiday'),
  ('2023-05-08', 'Coronation of the King'), ('2023-05-29', 'Spring bank holiday'),
  ('2023-08-28', 'Summer bank holiday'), ('2023-12-25', 'Christmas Day'), ('2023-12-26', 'Boxing Day'),
  ('2024-01-01', 'New Year’s Day'), ('2024-03-29', 'Good Friday'), ('2024-04-01', 'Easter Monday'),
  ('2024-05-06', 'Early May bank holiday'), ('2024-05-27', 'Spring bank holiday'),
  ('2024-08-26', 'Summer bank holiday'), ('2024-12-25', 'Christmas Day'), ('2024-12-26', 'Boxing Day'),
  ('2025-01-01', 'New Year’s Day'), ('2025-04-18', 'Good Friday'), ('2025-04-21', 'Easter Monday'),
  ('2025-05-05', 'Early May bank holiday'), ('2025-05-26', 'Spring bank holiday'),
  ('2025-08-25', 'Summer bank holiday'), ('2025-12-25', 'Christmas Day'), ('2025-12-26', 'Boxing Day'),
  ('2026-01-01', 'New Year’s Day'), ('2026-04-03', 'Good Friday'), ('2026-04-06', 'Easter Monday'),
  ('2026-05-04', 'Early May bank holiday'), ('2026-05-25', 'Spring bank holiday'),
  ('2026-08-31', 'Summer bank holiday'), ('2026-12-25', 'Christmas Day'),
  ('2026-12-28', 'Boxing Day (substitute)'), ('2027-01-01', 'New Year’s Day'),
  ('2027-03-26', 'Good Friday'), ('2027-03-29', 'Easter Monday'), ('2027-05-03', 'Early May bank holiday'),
  ('2027-05-31', 'Spring bank holiday'), ('2027-08-30', 'Summer bank holiday'),
  ('2027-12-27', 'Christmas Day (substitute)'), ('2027-12-28', 'Boxing Day (substitute)'),
  ('2028-01-03', 'New Year’s Day (substitute)'), ('2028-04-14', 'Good Friday'),
  ('2028-04-17', 'Easter Monday'), ('2028-05-01', 'Early May bank holiday'),
  ('2028-05-29', 'Spring bank holiday'), ('2028-08-28', 'Summer bank holiday'),
  ('2028-12-25', 'Christmas Day'), ('2028-12-26', 'Boxing Day');

-- The clocks that the program itself starts. A pack or the office puts dated rules of the partnership's own
-- in their place; where there is no amount, the partnership has yet to set it.
insert into clock_rule (key, title, starts, stops, amount, unit, who, source, from_on) values
  ('front-door-decision', 'Decide what happens next',
    'A contact reaches the front door', 'The next step is decided and written down', 1,
    'working-days',
    'The front door', 'the usual in England, shipped with Kith',
    '2000-01-01'),
  ('referral-written', 'Confirm the referral in writing',
    'A professional refers by voice', 'Their written confirmation arrives', 24, 'hours',
    'The referrer', 'the usual in England, shipped with Kith',
    '2000-01-01'),
  ('referral-acknowledged', 'Acknowledge the written referral',
    'The written referral arrives', 'The referrer is told that it came', 1, 'working-days',
    'Social care', 'the usual in England, shipped with Kith',
    '2000-01-01'),
  ('referral-chase', 'Ask again if nothing was acknowledged',
    'The written referral was sent', 'It is acknowledged, or the referrer asks', 3, 'working-days',
    'The referrer', 'the usual in England, shipped with Kith',
    '2000-01-01'),
  ('referral-decision', 'Decide on the referral',
    'The referral reaches social care',
    'The decision, its reasons and who decided are written down', 1,
    'working-days',
    'Social care', 'the usual in England, shipped with Kith',
    '2000-01-01'),
  ('referral-feedback', 'Tell the referrer why it was not accepted',
    'The referral is not accepted', 'The referrer is told, with the reasons', 24, 'hours',
    'Who decided', 'the usual in England, shipped with Kith',
    '2000-01-01'),
  ('check-reply', 'Answer the front door’s question',
    'A partner is asked what they hold', 'The partner answers', null, null,
    'The partner asked', 'shipped with Kith',
    '2000-01-01'),
  ('contact-repeat', 'Count contacts about one child as repeated',
    'The first contact', 'The time is over', null, null,
    'The front door’s manager', 'shipped with Kith',
    '2000-01-01'),
  ('dispute-rung', 'Settle the disagreement on this rung',
    'The disagreement reaches a rung', 'It is settled there', 48, 'hours',
    'Both sides of the rung', 'the usual in England, shipped with Kith',
    '2000-01-01'),
  ('dispute-rung-high', 'Settle it on this rung, at high risk',
    'It reaches a rung, with high risk', 'It is settled there', 24, 'hours',
    'Both sides of the rung', 'the usual in England, shipped with Kith',
    '2000-01-01'),
  ('dispute-overall', 'Settle the disagreement',
    'The disagreement is raised', 'It is settled', 48, 'hours',
    'Who raised it', 'the usual in England, shipped with Kith',
    '2000-01-01'),
  ('dispute-overall-high', 'Settle the disagreement at high risk',
    'It is raised, with high risk', 'It is settled', 24, 'hours',
    'Who raised it', 'the usual in England, shipped with Kith',
    '2000-01-01'),
  ('dispute-unanswered', 'Settle it with the service manager',
    'Nobody could be reached', 'It is settled', 24, 'hours',
    'The service manager', 'the usual in England, shipped with Kith',
    '2000-01-01'),
  ('caf-review', 'Review the CAF',
    'The plan is agreed, or was reviewed', 'The review is held', null, null,
    'The lead professional', 'shipped with Kith',
    '2000-01-01'),
  ('plan-review', 'Review the plan',
    'The plan is agreed, or was reviewed', 'The review is held', null, null,
    'The lead professional', 'shipped with Kith',
    '2000-01-01'),
  ('assessment-age', 'Bring the assessment up to date',
    'The assessment is finished', 'It is brought up to date', null, null,
    'The lead professional', 'shipped with Kith',
    '2000-01-01'),
  ('step-acceptance', 'Take the case over',
    'The step is asked for', 'The receiving team accepts or declines', null, null,
    'The receiving team’s manager', 'shipped with Kith',
    '2000-01-01'),
  ('supervision', 'Talk the case over in supervision',
    'The case is held, or was talked over', 'It is talked over', null, null,
    'The holder’s manager', 'shipped with Kith',
    '2000-01-01'),
  ('childrens-assessment-checkpoint', 'First stage of the Children’s Assessment',
    'The referral', 'The first stage is done', 10, 'working-days',
    'The assessing social worker', 'the usual in England, shipped with Kith',
    '2000-01-01'),
  ('childrens-assessment', 'Finish the Children’s Assessment',
    'The referral', 'The assessment is finished and endorsed', 45, 'working-days',
    'The assessing social worker', 'the usual in England, shipped with Kith',
    '2000-01-01');

-- The threshold document. An edition in force is never changed: a new one takes its place from a day on, and
-- each decision keeps the edition that it was made under (W12).
create table threshold (
  id integer primary key,
  code text not null unique,              -- "family-support-pathway-2014"
  title text not null,                    -- "Family Support Pathway"
  edition text not null,                  -- "Draft of 2 July 2014"
  about text,                             -- what it is for, in a paragraph
  from_on text,                           -- in force from this day; null: a draft that the office works on
  until_on text,                          -- and to this day; null: until another takes its place
  created_at integer not null,            -- when it was loaded or begun
  created_by integer references account (id) -- by whom; null: a pack
) strict;

-- The levels of need of an edition, from least to most.
create table need_level (
  id integer primary key,
  threshold_id integer not null references threshold (id), -- of which edition
  code text not null,                     -- "children-in-need"
  number integer not null,                -- 1 is the least
  name text not null,                     -- "Children in Need"
  threshold text not null check (threshold in ('none', 'caf', 'social-care')), -- what has to be met
  meaning text not null,                  -- when a child is at this level
  consent text,                           -- on what footing services work with the family
  unique (threshold_id, code)
) strict;

-- What the examples are sorted by: thirteen dimensions in three domains.
create table need_dimension (
  id integer primary key,
  threshold_id integer not null references threshold (id), -- of which edition
  code text not null,                     -- "self-care-skills"
  domain text not null,                   -- "Parents and carers"
  number integer not null,                -- in the order of the document
  name text not null,                     -- "Self-care skills"
  unique (threshold_id, code)
) strict;

-- Examples of what may be seen at a level. Nothing is ever added up (W5).
create table need_indicator (
  id integer primary key,
  threshold_id integer not null references threshold (id), -- of which edition
  code text not null,                     -- "ADD-FSR-03"
  level_id integer not null references need_level (id), -- at which level
  dimension_id integer not null references need_dimension (id), -- under which heading
  number integer not null,                -- in the order of the document
  text text not null,                     -- "Young carers"
  unique (threshold_id, code)
) strict;

-- What to do at a level, what assessments there are, and who can help.
create table need_item (
  id integer primary key,
  threshold_id integer not null references threshold (id), -- of which edition
  level_id integer not null references need_level (id), -- at which level
  kind text not null check (kind in ('action', 'assessment', 'provider')), -- which list
  number integer not null,                -- in the order of the list
  text text not null,                     -- as the list says
  service text,                           -- the code of a service in the directory; null: none
  optional integer not null check (optional in (0, 1)), -- to be considered, not to be done always
  unique (level_id, kind, number)
) strict;

-- Principles, rules and definitions, to be read (W11).
create table need_text (
  id integer primary key,
  threshold_id integer not null references threshold (id), -- of which edition
  code text not null,                     -- "young-carer"
  kind text not null check (kind in ('principle', 'definition', 'rule')), -- under which heading
  number integer not null,                -- in the order of the document
  title text not null,                    -- "Young carer"
  text text not null,                     -- what it says
  unique (threshold_id, code)
) strict;

-- Guidance named by the document, and the place in the work where it applies (W14).
create table need_guide (
  id integer primary key,
  threshold_id integer not null references threshold (id), -- of which edition
  code text not null,                     -- "teenage-pregnancy"
  title text not null,                    -- its name
  about text,                             -- what it says
  level text,                             -- the code of a level; null: every level
  -- where it is shown: contact, referral, consent, assessment, plan, step, dispute
  place text not null,
  address text not null,                  -- where to find it: https://… or in words
  number integer not null,                -- in the order of the document
  unique (threshold_id, code)
) strict;

-- Which agency was told of an edition, and has taken its old copies away (W13).
create table threshold_told (
  threshold_id integer not null references threshold (id), -- of which edition
  agency_id integer not null references agency (id), -- whom
  told_at integer,                        -- when it was told; null: not yet
  told_how text,                          -- how
  withdrawn_at integer,                   -- when it said that old copies are gone; null: not yet
  primary key (threshold_id, agency_id)
) strict;

-- The directory of services (W32).
create table service (
  id integer primary key,
  code text not null unique,              -- "school-nurses"
  name text not null,                     -- as people say it
  -- access, service, team, programme, assessment, panel: what sort of thing it is
  kind text not null,
  what text,                              -- what it does; null: nobody has written it down
  who_for text,                           -- for whom
  age_from integer,                       -- from this age in years; null: any
  age_to integer,                         -- up to and with; null: any
  how text,                               -- how to come to it
  phone text,                             -- a number to call
  email text,                             -- an address to write to
  web text,                               -- its page
  words text not null,                    -- everything said about it, folded, for searching
  ended_at integer                        -- when it closed; null: it is there
) strict;

-- At which levels of need a service works.
create table service_level (
  service_id integer not null references service (id), -- which
  level text not null,                    -- the code of a level
  primary key (service_id, level)
) strict;

-- A worker looks through the examples before deciding: kept until the decision, so that nothing is lost.
create table need_look (
  id integer primary key,
  person_id integer not null references person (id), -- at whom
  account_id integer not null references account (id), -- who looks
  threshold_id integer not null references threshold (id), -- in which edition
  started_at integer not null,            -- when
  unique (person_id, account_id)
) strict;

-- What was ticked while looking.
create table need_look_tick (
  look_id integer not null references need_look (id), -- in which look
  indicator_id integer not null references need_indicator (id), -- which example
  primary key (look_id, indicator_id)
) strict;

-- The level of need of a child, decided by somebody on a day, for a reason (W3). Never changed; the newest
-- counts.
create table need (
  id integer primary key,
  person_id integer not null references person (id), -- whose: the child's own record, even when joined
  level_id integer not null references need_level (id), -- which level, and with it the edition
  reason text not null,                   -- why, in the words of who decided
  evidence text,                          -- what was seen and heard beside the ticks; null: the ticks say it
  decided_at integer not null,            -- when
  decided_by integer not null references account (id), -- who
  agency_id integer references agency (id) -- for which agency
) strict;
create index need_person on need (person_id, decided_at);

-- What had been seen when it was decided.
create table need_tick (
  need_id integer not null references need (id), -- for which decision
  indicator_id integer not null references need_indicator (id), -- which example
  why text,                               -- why at this level, for what stands at several (W6)
  primary key (need_id, indicator_id)
) strict;
