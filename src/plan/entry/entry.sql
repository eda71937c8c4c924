-- entry_quarters(account int, everybody int, today text) -> EntryQuarter*
-- Quarters that have ended, in years that have a report, with how far this person's lines have come; latest
-- first.
select p.year, p.quarter, p.code, p.ends_on,
    count(*) as "lines int",
    sum(case when s.state is null and o.id is null then 1 else 0 end) as "due int",
    sum(case when s.state = 'returned' then 1 else 0 end) as "returned int",
    sum(case when s.state = 'handed-in' then 1 else 0 end) as "handed_in int",
    sum(case when s.state = 'signed-off'
        or (s.state is null and o.id is not null) then 1 else 0 end) as "signed_off int"
from period p
join report_line l on l.year = p.year
join measure m on m.id = l.measure_id
left join observation o on o.measure_id = m.id and o.period_id = p.id
left join submission s on s.measure_id = m.id and s.period_id = p.id
where p.kind = 'quarter' and p.ends_on < :today
  and (:everybody = 1 or exists (select 1 from responsible_account ra
       where ra.responsible_id = m.responsible_id and ra.account_id = :account))
group by p.id, p.year, p.quarter, p.code, p.ends_on
order by p.ends_on desc;

-- entry_rows(account int, everybody int, year text, code text, before text, line int) -> EntryRow*
-- The lines of a quarter that this person answers for (or all of them), with what is held, typed and decided;
-- with :line, that one alone. `code` is the quarter's period, `before` the quarter before it in the same year
-- (or null).
select m.id, m.code, m.slug, m.code_is_shown, m.parent_id, m.responsible_id,
    r.name as "responsible text", b.code as "objective text", b.title as "objective_title text", l.position,
    v.title, v.line_label, v.kind, v.unit, v.decimals, v.accumulates, v.direction_text,
    o.id as "observation int", o.raw as "held text", o.covers as "held_covers text", o.numerator,
    o.denominator,
    c.text as "held_note text",
    d.raw as "typed text", d.covers as "typed_covers text", d.note as "typed_note text",
    d.numerator as "typed_numerator text", d.denominator as "typed_denominator text",
    d.version as "draft int",
    s.id as "submission int", s.state as "state text", s.version as "submission_version int",
    s.by_account as "moved_by int", mover.name as "mover text", s.at as "moved_at int",
    (select e.note from submission_event e where e.submission_id = s.id order by e.id desc
        limit 1) as "moved_note text",
    eo.raw as "earlier text", eo.value as "earlier_value int",
    (select q.raw from observation q join period qp on qp.id = q.period_id
       where q.measure_id = m.id and q.value is not null and qp.ends_on < p.ends_on order by qp.ends_on desc,
       qp.quarter limit 1)
       as "last text",
    (select q.value from observation q join period qp on qp.id = q.period_id
       where q.measure_id = m.id and q.value is not null and qp.ends_on < p.ends_on order by qp.ends_on desc,
       qp.quarter limit 1)
       as "last_value int",
    (select qp.code from observation q join period qp on qp.id = q.period_id
       where q.measure_id = m.id and q.value is not null and qp.ends_on < p.ends_on order by qp.ends_on desc,
       qp.quarter limit 1)
       as "last_when text"
from report_line l
join measure m on m.id = l.measure_id
join objective b on b.id = l.objective_id
join period p on p.code = :code
join measure_version v on v.measure_id = m.id and v.from_day =
    (select max(w.from_day) from measure_version w where w.measure_id = m.id and w.from_day <= p.starts_on)
left join responsible r on r.id = m.responsible_id
left join observation o on o.measure_id = m.id and o.period_id = p.id
left join commentary c on c.measure_id = m.id and c.period_id = p.id
left join draft d on d.measure_id = m.id and d.period_id = p.id and d.account_id = :account
left join submission s on s.measure_id = m.id and s.period_id = p.id
left join account mover on mover.id = s.by_account
left join period ep on ep.code = :before
left join observation eo on eo.measure_id = m.id and eo.period_id = ep.id
where l.year = :year and l.measure_id = coalesce(:line, l.measure_id)
  and (:everybody = 1 or exists (select 1 from responsible_account ra
       where ra.responsible_id = m.responsible_id and ra.account_id = :account))
order by l.position;

-- entry_period(code text) -> EntryPeriod?
select id, code, year, quarter, starts_on, ends_on from period where code = :code and kind = 'quarter';

-- entry_draft_add(account int, measure int, period int, raw text, covers text, note text, numerator text,
--     denominator text, at int) -> changed
-- Nothing changes where a draft is there already: another window was first.
insert into draft (account_id, measure_id, period_id, raw, covers, note, numerator, denominator, version,
    updated_at)
values (:account, :measure, :period, :raw, :covers, :note, :numerator, :denominator, 1, :at)
on conflict (account_id, measure_id, period_id) do nothing;

-- entry_draft_save(account int, measure int, period int, version int, raw text, covers text, note text,
--     numerator text, denominator text, at int) -> changed
update draft set raw = :raw, covers = :covers, note = :note, numerator = :numerator,
    denominator = :denominator,
    version = version + 1, updated_at = :at
where account_id = :account and measure_id = :measure and period_id = :period and version = :version;

-- entry_draft_drop(account int, measure int, period int) -> changed
delete from draft where account_id = :account and measure_id = :measure and period_id = :period;

-- entry_observation_add(measure int, period int, raw text, value int, covers text, numerator int,
--     denominator int, at int, account int) -> id
insert into observation (measure_id, period_id, raw, value, covers, status, basis, numerator, denominator,
    entered_at, entered_by)
values (:measure, :period, :raw, :value, :covers, 'provisional', 'typed', :numerator, :denominator, :at,
    :account)
returning id;

-- entry_observation_save(id int, raw text, value int, covers text, status text, numerator int,
--     denominator int, at int, account int) -> changed
update observation set raw = :raw, value = :value, covers = :covers, status = :status, basis = 'typed',
    numerator = :numerator, denominator = :denominator, entered_at = :at, entered_by = :account
where id = :id;

-- entry_revision_add(observation int, raw text, value int, at int, account int, why text) -> nothing
-- What it was is read from the figure itself: call before changing it.
insert into observation_revision (observation_id, old_raw, old_value, old_status, new_raw, new_value, at,
    by_account, why)
select id, raw, value, status, :raw, :value, :at, :account, :why from observation where id = :observation;

-- entry_observation_status(measure int, period int, was text, now text) -> changed
update observation set status = :now where measure_id = :measure and period_id = :period and status = :was;

-- entry_note_save(measure int, period int, text text, at int, account int) -> nothing
insert into commentary (measure_id, period_id, text, is_public, at, by_account)
values (:measure, :period, :text, 1, :at, :account)
on conflict (measure_id, period_id) do update set text = excluded.text, at = excluded.at,
    by_account = excluded.by_account;

-- entry_submission_add(measure int, period int, state text, at int, account int) -> id
insert into submission (measure_id, period_id, state, version, at, by_account)
values (:measure, :period, :state, 1, :at, :account)
on conflict (measure_id, period_id) do nothing
returning id;

-- entry_submission_move(id int, version int, state text, at int, account int) -> changed
-- Nothing changes if somebody else moved it first.
update submission set state = :state, version = version + 1, at = :at, by_account = :account
where id = :id and version = :version;

-- entry_event_add(submission int, state text, note text, at int, account int) -> nothing
insert into submission_event (submission_id, state, note, at, by_account)
values (:submission, :state, :note, :at, :account);

-- entry_import_add(account int, year text, quarter int, sheet text, at int) -> id
insert into figure_import (account_id, year, quarter, sheet, version, updated_at)
values (:account, :year, :quarter, :sheet, 1, :at) returning id;

-- entry_import_find(id int, account int) -> EntryImport?
select id, year, quarter, sheet, version, updated_at from figure_import where id = :id
    and account_id = :account;

-- entry_imports(account int) -> EntryImport*
select id, year, quarter, sheet, version, updated_at from figure_import where account_id = :account
order by updated_at desc, id desc;

-- entry_import_save(id int, account int, version int, sheet text, at int) -> changed
update figure_import set sheet = :sheet, version = version + 1, updated_at = :at
where id = :id and account_id = :account and version = :version;

-- entry_import_drop(id int, account int) -> changed
delete from figure_import where id = :id and account_id = :account;

-- entry_year_lines(year text) -> int
select count(*) as "n int" from report_line where year = :year;

-- entry_year_last() -> text
select max(year) as "year text" from report_line;

-- entry_year_copy(year text, from_year text) -> changed
-- The lines of the year before that are still kept.
insert into report_line (year, measure_id, objective_id, position)
select :year, l.measure_id, m.objective_id, l.position from report_line l
    join measure m on m.id = l.measure_id
where l.year = :from_year and m.ended_on is null;

-- entry_period_add(code text, kind text, year text, quarter int, starts_on text, ends_on text) -> nothing
insert into period (code, kind, year, quarter, starts_on, ends_on)
values (:code, :kind, :year, :quarter, :starts_on, :ends_on)
on conflict (code) do nothing;

-- entry_target_copy(year text, from_year text) -> changed
-- A target is agreed for one year; the next begins without one, and says so.
insert into target (measure_id, year, kind, value, raw)
select l.measure_id, :year, 'none', null, '~' from report_line l
where l.year = :from_year and not exists (select 1 from target t where t.measure_id = l.measure_id
    and t.year = :year);

-- entry_awaiting() -> EntryAwaiting*
-- Quarters with lines that wait for signing off, for the office's first page.
select p.year, p.quarter, count(*) as "lines int", min(s.at) as "since int"
from submission s join period p on p.id = s.period_id where s.state = 'handed-in'
group by p.year, p.quarter order by p.year desc, p.quarter desc;

-- entry_email(account int) -> text
-- Where to write to somebody; nobody writes to people who have left.
select email from account where id = :account and deactivated_at is null;

-- who_list() -> WhoRow*
-- Every role and agency that answers for measures, with each person who speaks for it; a row each.
select r.id, r.code, r.name, r.kind,
    (select count(*) from measure m where m.responsible_id = r.id and m.ended_on is null) as "lines int",
    a.id as "account int", a.name as "person text"
from responsible r
left join responsible_account ra on ra.responsible_id = r.id
left join account a on a.id = ra.account_id and a.deactivated_at is null
order by r.name, r.id, a.name;

-- who_find(id int) -> Who?
select id, code, name, kind from responsible where id = :id;

-- who_add(responsible int, account int) -> changed
insert into responsible_account (responsible_id, account_id)
select :responsible, a.id from account a where a.id = :account and a.deactivated_at is null
on conflict (responsible_id, account_id) do nothing;

-- who_drop(responsible int, account int) -> changed
delete from responsible_account where responsible_id = :responsible and account_id = :account;

-- entry_demo_lines() -> nothing
-- The demonstration's responsible officers speak for the role that has the first line of the plan.
insert into responsible_account (responsible_id, account_id)
select m.responsible_id, a.id from measure m
join account a on a.demonstration = 1
join account_role g on g.account_id = a.id and g.role = 'responsible-officer' and g.taken_at is null
where m.position = (select min(x.position) from measure x join responsible r on r.id = x.responsible_id
    where r.kind = 'role')
on conflict (responsible_id, account_id) do nothing;
