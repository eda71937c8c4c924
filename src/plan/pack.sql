-- pack_kept_rows() -> PackKept*
-- What the office changed: these rows of a pack are left as they are.
select file, key from pack_kept order by file, key;

-- agency_put(name text, kind text, now int) -> changed
insert into agency (name, kind, created_at) values (:name, :kind, :now)
on conflict (lower(name)) do update set kind = excluded.kind where agency.kind <> excluded.kind;

-- agency_count() -> int
select count(*) as "n int" from agency;

-- responsible_put(code text, kind text, name text, agency text) -> changed
insert into responsible (code, kind, name, agency_id)
values (:code, :kind, :name, (select id from agency where lower(name) = lower(:agency)))
on conflict (code) do update set kind = excluded.kind, name = excluded.name, agency_id = excluded.agency_id
where (responsible.kind, responsible.name, responsible.agency_id)
    is distinct from (excluded.kind, excluded.name, excluded.agency_id);

-- responsible_count() -> int
select count(*) as "n int" from responsible;

-- plan_put(code text, title text, edition text, version text, starts int, ends int, status text,
--     standing text, strapline text, vision text, successor text) -> changed
insert into plan (code, title, edition, version, starts, ends, status, standing, strapline, vision,
    successor_id)
values (:code, :title, :edition, :version, :starts, :ends, :status, :standing, :strapline, :vision,
    (select id from plan where code = :successor))
on conflict (code) do update set title = excluded.title, edition = excluded.edition,
    version = excluded.version,
    starts = excluded.starts, ends = excluded.ends, status = excluded.status, standing = excluded.standing,
    strapline = excluded.strapline, vision = excluded.vision, successor_id = excluded.successor_id
where (plan.title, plan.edition, plan.version, plan.starts, plan.ends, plan.status, plan.standing,
    plan.strapline,
        plan.vision, plan.successor_id)
    is distinct from (excluded.title, excluded.edition, excluded.version, excluded.starts, excluded.ends,
        excluded.status, excluded.standing, excluded.strapline, excluded.vision, excluded.successor_id);

-- plan_count() -> int
select count(*) as "n int" from plan;

-- set_put(code text, plan text, title text, strategic int, operational int, note text) -> changed
insert into objective_set (code, plan_id, title, strategic, operational, note)
values (:code, (select id from plan where code = :plan), :title, :strategic, :operational, :note)
on conflict (code) do update set plan_id = excluded.plan_id, title = excluded.title,
    strategic = excluded.strategic,
    operational = excluded.operational, note = excluded.note
where (objective_set.plan_id, objective_set.title, objective_set.strategic, objective_set.operational,
        objective_set.note)
    is distinct from (excluded.plan_id, excluded.title, excluded.strategic, excluded.operational,
        excluded.note);

-- set_count() -> int
select count(*) as "n int" from objective_set;

-- objective_put(code text, set_code text, level text, parent text, number int, position int, title text,
--     description text, lead_partners text, ended_on text) -> changed
insert into objective (code, set_id, level, parent_id, number, position, title, description, lead_partners,
    ended_on)
values (:code, (select id from objective_set where code = :set_code), :level,
    (select id from objective where code = :parent), :number, :position, :title, :description, :lead_partners,
    :ended_on)
on conflict (code) do update set set_id = excluded.set_id, level = excluded.level,
    parent_id = excluded.parent_id,
    number = excluded.number, position = excluded.position, title = excluded.title,
    description = excluded.description, lead_partners = excluded.lead_partners, ended_on = excluded.ended_on
where (objective.set_id, objective.level, objective.parent_id, objective.number, objective.position,
    objective.title,
        objective.description, objective.lead_partners, objective.ended_on)
    is distinct from (excluded.set_id, excluded.level, excluded.parent_id, excluded.number, excluded.position,
        excluded.title, excluded.description, excluded.lead_partners, excluded.ended_on);

-- objective_count() -> int
select count(*) as "n int" from objective;

-- successor_note(objective text, successor text, note text) -> changed
update objective_successor set note = :note
where objective_id = (select id from objective where code = :objective)
    and successor_id is not distinct from (select id from objective where code = :successor)
    and note is distinct from :note;

-- successor_add(objective text, successor text, note text) -> changed
-- A dropped objective has no successor, and a null is not unique to a database: so no upsert.
insert into objective_successor (objective_id, successor_id, note)
select o.id, (select id from objective where code = :successor), :note from objective o
where o.code = :objective and not exists (select 1 from objective_successor s where s.objective_id = o.id
    and s.successor_id is not distinct from (select id from objective where code = :successor));

-- successor_count() -> int
select count(*) as "n int" from objective_successor;

-- priority_put(plan text, year text, number int, title text, key_focus text, lead text,
--     objective text) -> changed
insert into priority (plan_id, year, number, title, key_focus, lead, objective_id)
values ((select id from plan where code = :plan), :year, :number, :title, :key_focus, :lead,
    (select id from objective where code = :objective))
on conflict (year, number) do update set plan_id = excluded.plan_id, title = excluded.title,
    key_focus = excluded.key_focus, lead = excluded.lead, objective_id = excluded.objective_id
where (priority.plan_id, priority.title, priority.key_focus, priority.lead, priority.objective_id)
    is distinct from (excluded.plan_id, excluded.title, excluded.key_focus, excluded.lead,
        excluded.objective_id);

-- priority_count() -> int
select count(*) as "n int" from priority;

-- commitment_put(year text, priority int, number int, text text, origin text) -> changed
insert into commitment (priority_id, number, text, origin)
values ((select id from priority where year = :year and number = :priority), :number, :text, :origin)
on conflict (priority_id, number) do update set text = excluded.text, origin = excluded.origin
where (commitment.text, commitment.origin) is distinct from (excluded.text, excluded.origin);

-- commitment_count() -> int
select count(*) as "n int" from commitment;

-- measure_put(code text, slug text, code_is_shown int, objective text, responsible text, head text,
--     position int, is_public int, explanation text, ended_on text) -> changed
insert into measure (code, slug, code_is_shown, objective_id, responsible_id, parent_id, position, is_public,
    explanation, ended_on)
values (:code, :slug, :code_is_shown, (select id from objective where code = :objective),
    (select id from responsible where code = :responsible), (select id from measure where code = :head),
    :position,
    :is_public, :explanation, :ended_on)
on conflict (code) do update set slug = excluded.slug, code_is_shown = excluded.code_is_shown,
    objective_id = excluded.objective_id, responsible_id = excluded.responsible_id,
    parent_id = excluded.parent_id,
    position = excluded.position, is_public = excluded.is_public, explanation = excluded.explanation,
    ended_on = excluded.ended_on
where (measure.slug, measure.code_is_shown, measure.objective_id, measure.responsible_id, measure.parent_id,
        measure.position, measure.is_public, measure.explanation, measure.ended_on)
    is distinct from (excluded.slug, excluded.code_is_shown, excluded.objective_id, excluded.responsible_id,
        excluded.parent_id, excluded.position, excluded.is_public, excluded.explanation, excluded.ended_on);

-- measure_count() -> int
select count(*) as "n int" from measure;

-- measure_codes() -> MeasureCode*
select code from measure where ended_on is null order by position;

-- version_put(measure text, from_day text, title text, line_label text, polarity text, band_low int,
--     band_high int, kind text, unit text, decimals int, accumulates text, per int, direction_text text,
--     definition text, quality_note text, reason text, made_by text) -> changed
insert into measure_version (measure_id, from_day, title, line_label, polarity, band_low, band_high, kind,
    unit,
    decimals, accumulates, per, direction_text, definition, quality_note, reason, made_by)
values ((select id from measure where code = :measure), :from_day, :title, :line_label, :polarity, :band_low,
    :band_high, :kind, :unit, :decimals, :accumulates, :per, :direction_text, :definition, :quality_note,
    :reason,
    :made_by)
on conflict (measure_id, from_day) do update set title = excluded.title, line_label = excluded.line_label,
    polarity = excluded.polarity, band_low = excluded.band_low, band_high = excluded.band_high,
    kind = excluded.kind,
    unit = excluded.unit, decimals = excluded.decimals, accumulates = excluded.accumulates,
    per = excluded.per,
    direction_text = excluded.direction_text, definition = excluded.definition,
    quality_note = excluded.quality_note, reason = excluded.reason, made_by = excluded.made_by
where (measure_version.title, measure_version.line_label, measure_version.polarity, measure_version.band_low,
        measure_version.band_high, measure_version.kind, measure_version.unit, measure_version.decimals,
        measure_version.accumulates, measure_version.per, measure_version.direction_text,
        measure_version.definition,
        measure_version.quality_note, measure_version.reason, measure_version.made_by)
    is distinct from (excluded.title, excluded.line_label, excluded.polarity, excluded.band_low,
        excluded.band_high,
        excluded.kind, excluded.unit, excluded.decimals, excluded.accumulates, excluded.per,
        excluded.direction_text,
        excluded.definition, excluded.quality_note, excluded.reason, excluded.made_by);

-- version_count() -> int
select count(*) as "n int" from measure_version;

-- version_rescores(measure text, from_day text, polarity text, band_low int, band_high int, kind text,
--     accumulates text, per int, definition text) -> int
-- Stored otherwise, and figures stand under it.
select count(*) as "n int" from measure_version v join measure m on m.id = v.measure_id
where m.code = :measure and v.from_day = :from_day
    and (v.polarity, v.band_low, v.band_high, v.kind, v.accumulates, v.per)
        is distinct from (:polarity, :band_low, :band_high, :kind, :accumulates, :per)
    and exists (select 1 from observation o where o.measure_id = m.id and o.value is not null)
    or m.code = :measure and v.from_day = :from_day and v.definition is not null
        and v.definition is distinct from :definition
        and exists (select 1 from observation o where o.measure_id = m.id and o.value is not null);

-- period_put(code text, kind text, year text, quarter int, starts_on text, ends_on text) -> changed
insert into period (code, kind, year, quarter, starts_on, ends_on)
values (:code, :kind, :year, :quarter, :starts_on, :ends_on)
on conflict (code) do nothing;

-- target_revise(measure text, year text, raw text, now int, why text) -> changed
insert into target_revision (target_id, old_raw, new_raw, at, by_account, why)
select t.id, t.raw, :raw, :now, null, :why from target t join measure m on m.id = t.measure_id
where m.code = :measure and t.year = :year and t.raw <> :raw and t.approved_by is null;

-- target_put(measure text, year text, kind text, value int, raw text, author text, reason text) -> changed
-- A target agreed in Kith stays.
insert into target (measure_id, year, kind, value, raw, author, reason)
values ((select id from measure where code = :measure), :year, :kind, :value, :raw, :author, :reason)
on conflict (measure_id, year) do update set kind = excluded.kind, value = excluded.value, raw = excluded.raw,
    author = excluded.author, reason = excluded.reason
where target.approved_by is null and (target.kind, target.value, target.raw, target.author, target.reason)
    is distinct from (excluded.kind, excluded.value, excluded.raw, excluded.author, excluded.reason);

-- target_count() -> int
select count(*) as "n int" from target;

-- observation_revise(measure text, period text, raw text, value int, now int, why text) -> changed
insert into observation_revision (observation_id, old_raw, old_value, old_status, new_raw, new_value, at,
    by_account, why)
select o.id, o.raw, o.value, o.status, :raw, :value, :now, null, :why
from observation o join measure m on m.id = o.measure_id join period p on p.id = o.period_id
where m.code = :measure and p.code = :period and o.raw <> :raw and o.basis = 'printed';

-- observation_put(measure text, period text, raw text, value int, covers text, status text, numerator int,
--     denominator int, now int) -> changed
-- A figure typed or counted in Kith stays. What a pack changes becomes revised, unless the pack says
-- provisional.
insert into observation (measure_id, period_id, raw, value, covers, status, basis, numerator, denominator,
    entered_at,
    entered_by)
values ((select id from measure where code = :measure), (select id from period where code = :period), :raw,
    :value,
    :covers, :status, 'printed', :numerator, :denominator, :now, null)
on conflict (measure_id, period_id) do update set raw = excluded.raw, value = excluded.value,
    covers = excluded.covers, numerator = excluded.numerator, denominator = excluded.denominator,
    status = case when observation.raw <> excluded.raw and excluded.status = 'final' then 'revised'
        when observation.status = 'revised'
        and excluded.status = 'final' then 'revised' else excluded.status end
where observation.basis = 'printed'
    and ((observation.raw, observation.covers, observation.numerator, observation.denominator)
            is distinct from (excluded.raw, excluded.covers, excluded.numerator, excluded.denominator)
        or (observation.status <> excluded.status
            and not (observation.status = 'revised' and excluded.status = 'final')));

-- observation_count() -> int
select count(*) as "n int" from observation;

-- break_put(measure text, period text, note text) -> changed
insert into series_break (measure_id, period_id, note)
values ((select id from measure where code = :measure), (select id from period where code = :period), :note)
on conflict (measure_id, period_id) do update set note = excluded.note
    where series_break.note <> excluded.note;

-- break_count() -> int
select count(*) as "n int" from series_break;

-- flag_put(measure text, year text, better text, met text, better_raw text, met_raw text) -> changed
insert into printed_flag (measure_id, year, better, met, better_raw, met_raw)
values ((select id from measure where code = :measure), :year, :better, :met, :better_raw, :met_raw)
on conflict (measure_id, year) do update set better = excluded.better, met = excluded.met,
    better_raw = excluded.better_raw, met_raw = excluded.met_raw
where (printed_flag.better_raw, printed_flag.met_raw) is distinct from (excluded.better_raw,
    excluded.met_raw);

-- flag_count() -> int
select count(*) as "n int" from printed_flag;

-- exclusion_put(measure text, year text, leaves_out text, reason text) -> changed
insert into report_exclusion (measure_id, year, leaves_out, reason)
values ((select id from measure where code = :measure), :year, :leaves_out, :reason)
on conflict (measure_id, year, leaves_out) do update set reason = excluded.reason
where report_exclusion.reason <> excluded.reason;

-- exclusion_count() -> int
select count(*) as "n int" from report_exclusion;

-- line_put(year text, measure text, objective text, position int) -> changed
insert into report_line (year, measure_id, objective_id, position)
values (:year, (select id from measure where code = :measure), (select id from objective
    where code = :objective),
    :position)
on conflict (year, measure_id) do update set objective_id = excluded.objective_id,
    position = excluded.position
where (report_line.objective_id, report_line.position) is distinct from (excluded.objective_id,
    excluded.position);

-- line_count() -> int
select count(*) as "n int" from report_line;

-- headline_put(year text, kind text, position int, text text) -> changed
insert into headline (year, kind, position, text) values (:year, :kind, :position, :text)
on conflict (year, kind, position) do update set text = excluded.text where headline.text <> excluded.text;

-- headline_count() -> int
select count(*) as "n int" from headline;

-- note_put(code text, measure text, objective text, year text, text text) -> changed
insert into data_note (code, measure_id, objective_id, year, text)
values (:code, (select id from measure where code = :measure), (select id from objective
    where code = :objective),
    :year, :text)
on conflict (code) do update set measure_id = excluded.measure_id, objective_id = excluded.objective_id,
    year = excluded.year, text = excluded.text
where (data_note.measure_id, data_note.objective_id, data_note.year, data_note.text)
    is distinct from (excluded.measure_id, excluded.objective_id, excluded.year, excluded.text);

-- note_count() -> int
select count(*) as "n int" from data_note;

-- abbreviation_put(word text, meaning text) -> changed
insert into abbreviation (word, meaning) values (:word, :meaning)
on conflict (word) do update set meaning = excluded.meaning
where abbreviation.meaning is distinct from excluded.meaning;

-- abbreviation_count() -> int
select count(*) as "n int" from abbreviation;
