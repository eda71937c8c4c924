-- edit_test_detail(act text) -> text
-- Of the last audit row of this act.
select detail from audit where act = :act order by id desc limit 1;

-- edit_test_unsettle(measure text, period text) -> changed
-- As if the figure had been typed and not yet signed off.
update observation set status = 'provisional'
where measure_id = (select id from measure where code = :measure)
    and period_id = (select id from period where code = :period);

-- edit_test_versions(measure text) -> int
select count(*) as "n int" from measure_version v join measure m on m.id = v.measure_id
where m.code = :measure;
