-- test_revisions(measure text) -> TestRevision*
select r.old_raw, r.new_raw, r.old_status, r.why from observation_revision r
join observation o on o.id = r.observation_id join measure m on m.id = o.measure_id
where m.code = :measure order by r.id;

-- test_observation(measure text, period text) -> TestObservation?
select o.raw, o.value, o.status, o.basis, o.covers from observation o join measure m on m.id = o.measure_id
join period p on p.id = o.period_id where m.code = :measure and p.code = :period;

-- test_type_in(measure text, period text, raw text, value int) -> changed
update observation set raw = :raw, value = :value, basis = 'typed'
where measure_id = (select id from measure where code = :measure)
    and period_id = (select id from period where code = :period);

-- test_observations() -> TestCell*
select m.code, p.code as period, o.raw from observation o join measure m on m.id = o.measure_id
join period p on p.id = o.period_id order by m.position, p.code;

-- test_audit_rows() -> int
select count(*) as "n int" from audit;

-- test_target_revisions() -> int
select count(*) as "n int" from target_revision;
