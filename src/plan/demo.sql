-- demo_plan(code text, title text, starts int, ends int) -> id
insert into plan (code, title, starts, ends, status) values (:code, :title, :starts, :ends, 'draft')
    returning id;

-- demo_there(code text) -> int
select count(*) as "n int" from plan where code = :code;

-- demo_set(plan int, code text, title text) -> id
insert into objective_set (plan_id, code, title, strategic, operational) values (:plan, :code, :title, 5, 15)
returning id;

-- demo_objective(objective_set int, code text, level text, parent int, number int, position int,
--     title text) -> id
insert into objective (set_id, code, level, parent_id, number, position, title)
values (:objective_set, :code, :level, :parent, :number, :position, :title) returning id;

-- demo_measure(code text, slug text, objective int, position int, explanation text) -> id
insert into measure (code, slug, code_is_shown, objective_id, position, is_public, explanation)
values (:code, :slug, 1, :objective, :position, 1, :explanation) returning id;

-- demo_version(measure int, title text, polarity text) -> nothing
insert into measure_version (measure_id, from_day, title, polarity, kind, unit, decimals, accumulates)
values (:measure, '0001-01-01', :title, :polarity, 'percentage', '%', 1, 'point');

-- demo_period(code text, kind text, year text, quarter int, starts_on text, ends_on text) -> nothing
insert into period (code, kind, year, quarter, starts_on, ends_on)
values (:code, :kind, :year, :quarter, :starts_on, :ends_on) on conflict (code) do nothing;

-- demo_period_id(code text) -> int
select id from period where code = :code;

-- demo_target(measure int, year text, value int, raw text) -> nothing
insert into target (measure_id, year, kind, value, raw) values (:measure, :year, 'figure', :value, :raw);

-- demo_observation(measure int, period int, raw text, value int, now int) -> nothing
insert into observation (measure_id, period_id, raw, value, status, basis, entered_at)
values (:measure, :period, :raw, :value, 'final', 'counted', :now);
