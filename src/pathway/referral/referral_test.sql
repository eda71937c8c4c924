-- What the tests of referrals look for.

-- test_sign(key text, number int, words text, age_below int, unborn int, awaited int) -> nothing
insert into immediate_sign (key, number, words, age_below, unborn, prompt, wording_awaited)
values (:key, :number, :words, :age_below, :unborn, 'Ask about it', :awaited);

-- test_last_referral() -> int
select max(id) from referral;

-- test_referral_version(id int) -> int
select version from referral where id = :id;

-- test_clock_state(id int, key text) -> text
select case when max(case when k.stopped_at is null then 1 else 0 end) = 1 then 'runs' else 'stopped' end
    as "state text"
from clock k join clock_rule r on r.id = k.rule_id
where k.subject = 'referral' and k.subject_id = :id and r.key = :key group by r.key;

-- test_open_early_help(person int) -> int
select count(*) from episode where person_id = :person and kind = 'early-help' and closed_at is null;

-- test_team(kind text) -> int
select min(id) from team where kind = :kind;

-- test_end_episode(id int, at int) -> nothing
update episode set closed_at = :at, close_reason = 'needs-met', next_on = null, next_what = null
where id = :id;

-- test_to_other_raiser(id int, account int) -> nothing
update referral set raised_by = :account where id = :id;

-- test_open_social_care(person int) -> int
select count(*) from episode where person_id = :person and kind = 'social-care' and closed_at is null;

-- caf_test_of(person int) -> int
select max(id) from assessment where person_id = :person;

-- caf_test_episode(person int) -> int
select min(id) from episode where person_id = :person and kind = 'early-help';
