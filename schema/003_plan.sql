-- The partnership's plan, the measures that show whether it works, their figures, and what was published.
-- Periods are keys that sort as text within their kind: "2013/14" (April to March), "2013/14-Q3", "AY2012/13"
-- (September to August). Figures are millionths (base/dec.h) beside the text exactly as it was printed or
-- typed.

-- One edition of the plan.
create table plan (
    id integer primary key,                         -- own number
    code text not null unique,                      -- "cypp-2010-14-year-2": what a pack calls it
    title text not null,                            -- as on its cover
    edition text,                                   -- "Plan for Year Two 2011-12"
    version text,                                   -- "V1, August 2011"
    starts integer not null,                        -- first calendar year it covers
    ends integer not null,                          -- last calendar year it covers
    -- how far it has come
    status text not null check (status in ('draft', 'consultation', 'adopted', 'superseded')),
    standing text,                                  -- its force, such as that the law no longer asks for it
    strapline text,                                 -- the line under the title
    vision text,                                    -- Markdown
    successor_id integer references plan (id)       -- the plan that follows it, where there is one
) strict;

-- A set of objectives that held together: the plan's first set, and each later rewriting of it.
create table objective_set (
    id integer primary key,                         -- own number
    plan_id integer not null references plan (id),  -- the plan it belongs to
    code text not null unique,                      -- "2014"; the first part of its objectives' codes
    title text not null,                            -- what the set is called on pages
    strategic integer not null,                     -- how many strategic objectives its document speaks of
    operational integer not null,                   -- how many operational ones (not all documents list them)
    note text                                       -- where it comes from and what is odd about it
) strict;

-- An objective: strategic, or operational below one.
create table objective (
    id integer primary key,                         -- own number
    set_id integer not null references objective_set (id), -- the set it belongs to
    code text not null unique,                      -- "2014-S1", "2014-O10"
    level text not null check (level in ('strategic', 'operational')), -- which of the two
    parent_id integer references objective (id),    -- the strategic objective above; none for a strategic one
    number integer not null,                        -- as printed: "10"
    position integer not null,                      -- order in a report: each strategic one, then its own
    title text not null,                            -- as printed
    description text,                               -- one sentence on what it is for
    lead_partners text,                             -- who leads, separated by "; ": roles and agencies
    ended_on text,                                  -- the day it ended; none while it holds
    check ((level = 'strategic') = (parent_id is null))
) strict;
create index objective_by_set on objective (set_id, position);

-- What became of an objective when the set was rewritten.
create table objective_successor (
    objective_id integer not null references objective (id), -- the earlier one
    successor_id integer references objective (id), -- the later one; none: it was dropped
    note text,                                      -- what changed: number, wording, or why it went
    unique (objective_id, successor_id)
) strict;

-- What a year is given to: one of the few objectives picked out for it.
create table priority (
    id integer primary key,                         -- own number
    plan_id integer not null references plan (id),  -- the edition that sets it
    year text not null,                             -- "2011/12"
    number integer not null,                        -- order in the year
    title text not null,                            -- short name
    key_focus text not null,                        -- what within the objective it concentrates on
    lead text,                                      -- the role that answers for it
    objective_id integer references objective (id), -- the operational objective it serves
    unique (year, number)
) strict;

-- One promise under a priority.
create table commitment (
    id integer primary key,                         -- own number
    priority_id integer not null references priority (id), -- the priority it stands under
    number integer not null,                        -- order under the priority
    text text not null,                             -- what the partnership will do
    origin text,                                    -- why it was added, such as the equality assessment
    unique (priority_id, number)
) strict;

-- A role or an agency that answers for measures.
create table responsible (
    id integer primary key,                         -- own number
    code text not null unique,                      -- what a pack calls it
    kind text not null check (kind in ('role', 'agency')), -- a role within an agency, or an agency as such
    name text not null,                             -- "Service manager, referral and assessment"
    agency_id integer references agency (id)        -- the agency, where it is one that Kith knows
) strict;

-- Who fills a role, or speaks for an agency, today: whose lines are whose.
create table responsible_account (
    responsible_id integer not null references responsible (id), -- the role or agency
    account_id integer not null references account (id), -- the person
    primary key (responsible_id, account_id)
) strict;
create index responsible_account_by_account on responsible_account (account_id);

-- A measure: one line of the report. What it means at a time is in measure_version.
create table measure (
    id integer primary key,                         -- own number
    code text not null unique,                      -- "NI 032", "CIN-13/per-10000"
    slug text not null unique,                      -- the code in an address: "ni-032"
    code_is_shown integer not null check (code_is_shown in (0, 1)), -- 1: the code is a known one and is shown
    objective_id integer not null references objective (id), -- where it stands now
    responsible_id integer references responsible (id), -- who answers for it
    -- the head line whose second line (its rate, a band) this is
    parent_id integer references measure (id),
    position integer not null,                      -- order over the whole plan
    is_public integer not null check (is_public in (0, 1)), -- 0: only those who may read the live plan see it
    explanation text,                               -- in plain words, for somebody who has never seen it
    ended_on text                                   -- the day it was given up; none while it is kept
) strict;
create index measure_by_objective on measure (objective_id, position);
create index measure_by_responsible on measure (responsible_id);
create index measure_by_parent on measure (parent_id);

-- What a measure means from a day on. A judgement uses the version in force on the first day of the period it
-- judges, so a later change of direction or definition leaves earlier judgements as they were.
create table measure_version (
    id integer primary key,                         -- own number
    measure_id integer not null references measure (id), -- the measure
    from_day text not null,                         -- first day it holds; "0001-01-01" for the first version
    title text not null,                            -- as printed
    line_label text,                                -- what tells a second line from its head: "per 10,000"
    -- which way is good; watched: neither
    polarity text not null check (polarity in ('higher', 'lower', 'band', 'watched')),
    band_low integer,                               -- millionths; for a band, the least that is good
    band_high integer,                              -- millionths; for a band, the most that is good
    kind text not null check (kind in ('percentage', 'number', 'rate', 'text')), -- what sort of value
    unit text not null,                             -- "%", "children", "per 10,000 children"
    decimals integer not null check (decimals between 0 and 6), -- how many are shown
    -- how quarters add up
    accumulates text not null check (accumulates in ('point', 'cumulative', 'rolling12', 'snapshot')),
    per integer,                                    -- for a rate: 1000, 10000, 100000
    direction_text text,                            -- the direction as printed: "Lower percentages"
    definition text,                                -- how it is counted
    quality_note text,                              -- how far the figures can be trusted
    reason text,                                    -- why this version replaced the one before
    made_by text,                                   -- role of whoever decided it
    unique (measure_id, from_day)
) strict;

-- A stretch of time that figures stand for.
create table period (
    id integer primary key,                         -- own number
    code text not null unique,                      -- "2013/14", "2013/14-Q4", "AY2012/13"
    -- financial year, its quarter, academic year
    kind text not null check (kind in ('year', 'quarter', 'academic')),
    year text not null,                             -- the financial (or academic) year: "2013/14"
    quarter integer not null check (quarter between 0 and 4), -- 0 for a whole year
    starts_on text not null,                        -- first day
    ends_on text not null                           -- last day
) strict;
create index period_by_day on period (ends_on);

-- What a measure is to reach in a year.
create table target (
    id integer primary key,                         -- own number
    measure_id integer not null references measure (id), -- the measure
    year text not null,                             -- "2013/14"
    -- see rules.c
    kind text not null check (kind in ('figure', 'monitor', 'better_than_last_year', 'higher_than_last_year',
        'reduce', 'none')),
    value integer,                                  -- millionths; only for a figure
    raw text not null,                              -- as printed: "97.0%", "To monitor and review", "~"
    author text,                                    -- role of whoever proposed it
    reason text,                                    -- why this much
    approved_at integer,                            -- instant
    approved_by integer references account (id),    -- who agreed it in Kith; none when it came with a pack
    unique (measure_id, year),
    check ((kind = 'figure') = (value is not null))
) strict;

-- A target as it was before somebody changed it.
create table target_revision (
    id integer primary key,                         -- own number
    target_id integer not null references target (id), -- the target
    old_raw text not null,                          -- as it was
    new_raw text not null,                          -- as it became
    at integer not null,                            -- instant
    by_account integer references account (id),     -- who; none: loading a pack
    why text not null                               -- the reason given
) strict;

-- A figure, or what is said in its place.
create table observation (
    id integer primary key,                         -- own number
    measure_id integer not null references measure (id), -- the measure
    period_id integer not null references period (id), -- the column it stands in
    raw text not null,                              -- as printed or typed: "21.6%", "~", "Available May 2014"
    value integer,                                  -- millionths; none where there is no figure
    -- the time it is really about, when that is another: "3 terms to Spring 2013"
    covers text,
    status text not null check (status in ('provisional', 'final', 'revised')), -- how settled it is
    -- from a document, from a person, or from the record (P11)
    basis text not null check (basis in ('printed', 'typed', 'counted')),
    numerator integer,                              -- count above the line, for suppression and checking
    denominator integer,                            -- count below the line
    entered_at integer not null,                    -- instant
    entered_by integer references account (id),     -- who; none: loading a pack
    unique (measure_id, period_id)
) strict;
create index observation_by_period on observation (period_id);

-- A figure as it was before it was changed. Never changed or removed.
create table observation_revision (
    id integer primary key,                         -- own number
    observation_id integer not null references observation (id), -- the figure
    old_raw text not null,                          -- as it was
    old_value integer,                              -- millionths
    old_status text not null,                       -- its status then
    new_raw text not null,                          -- as it became
    new_value integer,                              -- millionths
    at integer not null,                            -- instant
    by_account integer references account (id),     -- who; none: loading a pack
    why text not null                               -- the reason given
) strict;
create index observation_revision_by_observation on observation_revision (observation_id, at);

-- From this period on the figures are not comparable with those before.
create table series_break (
    id integer primary key,                         -- own number
    measure_id integer not null references measure (id), -- the measure
    period_id integer not null references period (id), -- the first period of the new series
    note text not null,                             -- why
    unique (measure_id, period_id)
) strict;

-- The two marks as a report printed them, kept beside those Kith works out.
create table printed_flag (
    id integer primary key,                         -- own number
    measure_id integer not null references measure (id), -- the measure
    year text not null,                             -- the report's year
    better text not null check (better in ('yes', 'no', 'none')), -- better than or equal to the year before
    met text not null check (met in ('yes', 'no', 'none')), -- target met
    better_raw text not null,                       -- the cell: a mark, "~" or nothing
    met_raw text not null,                          -- the cell: a mark, "~" or nothing
    unique (measure_id, year)
) strict;

-- A line that a part of a report leaves out, and why: shown wherever it has an effect.
create table report_exclusion (
    id integer primary key,                         -- own number
    measure_id integer not null references measure (id), -- the line
    year text not null,                             -- the report's year
    leaves_out text not null check (leaves_out in ('summary', 'scorecard')), -- which part
    reason text not null,                           -- shown to the reader
    unique (measure_id, year, leaves_out)
) strict;

-- Which lines a year's report has, under which objective and in which order.
create table report_line (
    id integer primary key,                         -- own number
    year text not null,                             -- the report's year
    measure_id integer not null references measure (id), -- the line
    objective_id integer not null references objective (id), -- the heading it stands under
    position integer not null,                      -- order in the report
    unique (year, measure_id)
) strict;
create index report_line_in_order on report_line (year, position);

-- What somebody says about a measure's figures in a period.
create table commentary (
    id integer primary key,                         -- own number
    measure_id integer not null references measure (id), -- the measure
    period_id integer not null references period (id), -- the period
    text text not null,                             -- Markdown
    is_public integer not null check (is_public in (0, 1)), -- 1: goes out with the next publication
    at integer not null,                            -- instant
    by_account integer references account (id),     -- who; none: loading a pack
    unique (measure_id, period_id)
) strict;

-- A year in a few lines: what went well or matters most, and what is hard.
create table headline (
    id integer primary key,                         -- own number
    year text not null,                             -- the review's year
    kind text not null check (kind in ('headline', 'challenge')), -- which list
    position integer not null,                      -- order in the list
    text text not null,                             -- one sentence
    unique (year, kind, position)
) strict;

-- Something a reader of the figures should know: where the source contradicts itself, or how to read a line.
create table data_note (
    id integer primary key,                         -- own number
    code text not null unique,                      -- what a pack calls it
    measure_id integer references measure (id),     -- the measure it is shown with
    objective_id integer references objective (id), -- or the objective
    year text,                                      -- the report's year, when it is about one
    text text not null                              -- one or two sentences
) strict;
create index data_note_by_measure on data_note (measure_id);

-- A figure being typed: saved as one goes, seen by nobody else.
create table draft (
    account_id integer not null references account (id), -- who types
    measure_id integer not null references measure (id), -- the measure
    period_id integer not null references period (id), -- the period
    raw text not null,                              -- as typed so far
    covers text,                                    -- the time it is about, as typed
    note text,                                      -- commentary, as typed
    numerator text,                                 -- as typed
    denominator text,                               -- as typed
    -- rises with each save: two windows do not overwrite each other
    version integer not null,
    updated_at integer not null,                    -- instant
    primary key (account_id, measure_id, period_id)
) strict;

-- How far a line has come in a period: the officer hands in, the performance officer signs off or sends back.
create table submission (
    id integer primary key,                         -- own number
    measure_id integer not null references measure (id), -- the line
    period_id integer not null references period (id), -- the period
    state text not null check (state in ('handed-in', 'returned', 'signed-off')), -- nothing here: still due
    version integer not null,                       -- for compare-and-set
    at integer not null,                            -- instant of the last move
    by_account integer not null references account (id), -- who made it
    unique (measure_id, period_id)
) strict;

-- Every move of a submission.
create table submission_event (
    id integer primary key,                         -- own number
    submission_id integer not null references submission (id), -- the submission
    state text not null,                            -- what it became
    note text,                                      -- what was said, such as why it was sent back
    at integer not null,                            -- instant
    by_account integer not null references account (id) -- who
) strict;
create index submission_event_by_submission on submission_event (submission_id, at);

-- A report as it went out. Never changed: a correction is the next number. No query updates or deletes these
-- rows, and the hash shows it where somebody does so by hand.
create table publication (
    id integer primary key,                         -- own number
    year text not null,                             -- "2013/14"
    quarter integer not null check (quarter between 1 and 4), -- the quarter it goes up to
    number integer not null,                        -- 1, then 2 for the first revision …
    published_at integer not null,                  -- instant
    published_by integer references account (id),   -- who; none: the command line
    note text,                                      -- what changed since the number before
    snapshot text not null,                         -- everything the pages show, after suppression, as JSON
    sha256 text not null,                           -- hex, of the snapshot
    unique (year, quarter, number)
) strict;
