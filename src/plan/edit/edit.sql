-- Changing the plan. Every write here follows plan_turn_take() in its transaction, and a look at whether what
-- the page showed still stands.

-- plan_turn_take() -> nothing
-- Waits for whoever is changing the plan, in this process or another.
insert into plan_turn (id, taken) values (1, 1) on conflict (id) do update set taken = plan_turn.taken + 1;

-- edit_kept_add(file text, key text, at int) -> nothing
insert into pack_kept (file, key, at) values (:file, :key, :at) on conflict (file, key) do nothing;

-- edit_measure(slug text) -> EditMeasure?
-- A measure with what it means by its last version.
select m.id, m.code, m.slug, m.code_is_shown, m.parent_id, m.is_public, m.counts_people, m.explanation,
    m.ended_on,
    m.responsible_id, m.objective_id, r.name as "responsible text", o.code as "objective text not null",
    o.title as "objective_title text not null", h.code as "head text", v.id as "version int", v.from_day,
    v.title,
    v.line_label, v.polarity, v.band_low, v.band_high, v.kind, v.unit, v.decimals, v.accumulates, v.per,
    v.direction_text, v.definition, v.quality_note
from measure m
join objective o on o.id = m.objective_id
join measure_version v on v.measure_id = m.id
    and v.from_day = (select max(w.from_day) from measure_version w where w.measure_id = m.id)
left join responsible r on r.id = m.responsible_id
left join measure h on h.id = m.parent_id
where m.slug = :slug;

-- edit_measures() -> EditLine*
-- Every measure, ended or not, in the order of the plan.
select m.id, m.code, m.slug, m.code_is_shown, m.is_public, m.ended_on, m.parent_id, v.title, v.line_label,
    v.polarity,
    r.name as "responsible text", o.code as "objective text not null",
    o.title as "objective_title text not null",
    a.code as "above text"
from measure m
join objective o on o.id = m.objective_id
join measure_version v on v.measure_id = m.id
    and v.from_day = (select max(w.from_day) from measure_version w where w.measure_id = m.id)
left join objective a on a.id = o.parent_id
left join responsible r on r.id = m.responsible_id
order by o.position, m.position, m.id;

-- edit_versions(measure int) -> EditVersion*
select id, from_day, title, polarity, definition, reason, made_by from measure_version
where measure_id = :measure order by from_day desc;

-- edit_version_add(measure int, from_day text, title text, line_label text, polarity text, band_low int,
--                  band_high int, kind text, unit text, decimals int, accumulates text, per int,
--                  direction_text text, definition text, quality_note text, reason text, made_by text) -> id
insert into measure_version (measure_id, from_day, title, line_label, polarity, band_low, band_high, kind,
    unit,
    decimals, accumulates, per, direction_text, definition, quality_note, reason, made_by)
values (:measure, :from_day, :title, :line_label, :polarity, :band_low, :band_high, :kind, :unit, :decimals,
    :accumulates, :per, :direction_text, :definition, :quality_note, :reason, :made_by)
returning id;

-- edit_version_drop(measure int, id int, today text) -> changed
-- Only one that has not begun.
delete from measure_version where id = :id and measure_id = :measure and from_day > :today;

-- edit_effects(measure int, slug text) -> EditEffect*
-- Every quarter for which there is a figure, or in which a year that has begun has the line, latest first.
select p.code, p.year, p.quarter, p.starts_on, o.raw as "held text", o.status as "status text",
    (select max(u.number) from publication u join publication_measure b on b.publication_id = u.id
        where b.slug = :slug and u.year = p.year and u.quarter = p.quarter) as "published int"
from period p left join observation o on o.period_id = p.id and o.measure_id = :measure
where p.kind = 'quarter' and (o.id is not null
    or exists (select 1 from report_line l where l.year = p.year and l.measure_id = :measure))
order by p.starts_on desc;

-- edit_about_save(id int, objective int, responsible int, is_public int, counts_people int, explanation
--                 text) -> changed
update measure set objective_id = :objective, responsible_id = :responsible, is_public = :is_public,
    counts_people = :counts_people, explanation = :explanation
where id = :id;

-- edit_end(id int, day text) -> changed
update measure set ended_on = :day where id = :id and ended_on is null;

-- edit_keep(id int) -> changed
update measure set ended_on = null where id = :id and ended_on is not null;

-- edit_measure_add(code text, slug text, code_is_shown int, objective int, responsible int, parent int,
--                  is_public int, counts_people int, explanation text) -> id
insert into measure (code, slug, code_is_shown, objective_id, responsible_id, parent_id, position, is_public,
    counts_people, explanation)
values (:code, :slug, :code_is_shown, :objective, :responsible, :parent,
    (select coalesce(max(position), 0) + 1 from measure), :is_public, :counts_people, :explanation)
returning id;

-- edit_responsibles() -> EditPick*
select id, code, name as "title text not null" from responsible order by name;

-- edit_objectives() -> EditPick*
-- The operational objectives that hold now.
select id, code, title as "title text not null" from objective
where level = 'operational' and ended_on is null order by set_id desc, position;

-- edit_objective_pick(code text) -> int
select id from objective where code = :code;

-- edit_targets(measure int) -> EditTarget*
select t.id, t.year, t.kind, t.value, t.raw, t.author, t.reason, t.approved_at, t.approved_by from target t
where t.measure_id = :measure order by t.year desc;

-- edit_target(measure int, year text) -> EditTarget?
select t.id, t.year, t.kind, t.value, t.raw, t.author, t.reason, t.approved_at, t.approved_by from target t
where t.measure_id = :measure and t.year = :year;

-- edit_target_add(measure int, year text, kind text, value int, raw text, author text, reason text,
--                 approved_at int, approved_by int) -> id
insert into target (measure_id, year, kind, value, raw, author, reason, approved_at, approved_by)
values (:measure, :year, :kind, :value, :raw, :author, :reason, :approved_at, :approved_by) returning id;

-- edit_target_save(id int, kind text, value int, raw text, author text, reason text, approved_at int,
--                  approved_by int) -> changed
update target set kind = :kind, value = :value, raw = :raw, author = :author, reason = :reason,
    approved_at = :approved_at, approved_by = :approved_by
where id = :id;

-- edit_target_revise(target int, raw text, at int, account int, why text) -> nothing
-- What it was is read from the target itself: call before changing it.
insert into target_revision (target_id, old_raw, new_raw, at, by_account, why)
select id, raw, :raw, :at, :account, :why from target where id = :target;

-- edit_target_revisions(target int) -> EditRevision*
select old_raw, new_raw, at, by_account, why from target_revision where target_id = :target order by id desc;

-- edit_periods() -> EditPeriod*
select id, code, kind, year, quarter from period order by ends_on desc, quarter;

-- edit_period(code text) -> EditPeriod?
select id, code, kind, year, quarter from period where code = :code;

-- edit_breaks(measure int) -> EditBreak*
select b.id, p.code, b.note from series_break b join period p on p.id = b.period_id
where b.measure_id = :measure order by p.ends_on;

-- edit_break_add(measure int, period int, note text) -> changed
insert into series_break (measure_id, period_id, note) values (:measure, :period, :note)
on conflict (measure_id, period_id) do nothing;

-- edit_break_drop(measure int, id int) -> changed
delete from series_break where id = :id and measure_id = :measure;

-- edit_comments(measure int) -> EditComment*
select p.code, c.text, c.is_public, c.at, c.by_account from commentary c join period p on p.id = c.period_id
where c.measure_id = :measure order by p.ends_on desc;

-- edit_comment(measure int, period int) -> EditComment?
select p.code, c.text, c.is_public, c.at, c.by_account from commentary c join period p on p.id = c.period_id
where c.measure_id = :measure and c.period_id = :period;

-- edit_comment_save(measure int, period int, text text, is_public int, at int, account int) -> nothing
insert into commentary (measure_id, period_id, text, is_public, at, by_account)
values (:measure, :period, :text, :is_public, :at, :account)
on conflict (measure_id, period_id) do update set text = excluded.text, is_public = excluded.is_public,
    at = excluded.at, by_account = excluded.by_account;

-- edit_comment_drop(measure int, period int) -> changed
delete from commentary where measure_id = :measure and period_id = :period;

-- edit_notes(measure int) -> EditNote*
select id, code, year, text from data_note where measure_id = :measure order by code;

-- edit_note(measure int, id int) -> EditNote?
select id, code, year, text from data_note where id = :id and measure_id = :measure;

-- edit_note_add(measure int, year text, text text) -> id
insert into data_note (code, measure_id, year, text)
select 'office-' || (coalesce(max(id), 0) + 1), :measure, :year, :text from data_note
returning id;

-- edit_note_save(id int, year text, text text) -> changed
update data_note set year = :year, text = :text where id = :id;

-- edit_note_drop(measure int, id int) -> changed
delete from data_note where id = :id and measure_id = :measure;
