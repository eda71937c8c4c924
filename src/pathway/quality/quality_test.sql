-- What the tests of quality samples put there and look at.

-- quality_test_complete(id int, at int) -> nothing
update assessment set state = 'complete', completed_at = :at where id = :id;

-- quality_test_assessment() -> int
select max(id) from assessment;

-- quality_test_look(sample int) -> int
select min(id) from caf_audit where sample_id = :sample and done_at is null;

-- quality_test_seed(sample int) -> text
select seed from caf_sample where id = :sample;

-- quality_test_drawn(sample int) -> QualityDrawn*
select assessment_id from caf_audit where sample_id = :sample order by id;

-- quality_test_leave(account int, at int) -> nothing
update team_member set ends_at = :at where account_id = :account;

-- quality_test_child(assessment int) -> int
select person_id from assessment where id = :assessment;

-- quality_test_hand_on(was int, now int) -> nothing
update episode set owner_id = :now where owner_id = :was;
