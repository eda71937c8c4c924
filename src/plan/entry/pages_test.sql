-- test_responsible(code text) -> int
select id from responsible where code = :code;

-- test_measure(code text) -> int
select id from measure where code = :code;

-- test_held(measure int, period text) -> text
select o.raw from observation o join period p on p.id = o.period_id where o.measure_id = :measure
    and p.code = :period;

-- test_status(measure int, period text) -> text
select o.status from observation o join period p on p.id = o.period_id where o.measure_id = :measure
    and p.code = :period;

-- test_draft(measure int) -> text
select raw from draft where measure_id = :measure;

-- test_revised_from(measure int) -> text
select r.old_raw from observation_revision r join observation o on o.id = r.observation_id
where o.measure_id = :measure order by r.id desc limit 1;

-- test_mails() -> int
select count(*) as "n int" from outbox;
