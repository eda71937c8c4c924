-- Rules for clocks, the clocks that run by them, and the days off they are counted with.

-- holiday_list() -> Holiday* kept
select day, name from holiday order by day;

-- holiday_put(day text, name text) -> changed
insert into holiday (day, name) values (:day, :name)
on conflict (day) do update set name = excluded.name where holiday.name <> excluded.name;

-- holiday_count() -> int
select count(*) from holiday;

-- clock_rule_on(key text, day text) -> ClockRule?
-- The rule in force that day.
select id, key, title, starts, stops, amount, unit, who, source, from_on, until_on
from clock_rule where key = :key and from_on <= :day and (until_on is null or until_on >= :day)
order by from_on desc limit 1;

-- clock_rule_known(key text) -> int
select count(*) from clock_rule where key = :key;

-- clock_rules(key text) -> ClockRule*
-- Every rule ever in force, by title and newest first; one key, or null for all.
select r.id, r.key, r.title, r.starts, r.stops, r.amount, r.unit, r.who, r.source, r.from_on, r.until_on
from clock_rule r where (:key is null or r.key = :key)
order by lower(r.title), r.key, r.from_on desc;

-- clock_add(rule int, person int, subject text, subject_id int, starts int, due int) -> id
insert into clock (rule_id, person_id, subject, subject_id, starts_at, due_at)
values (:rule, :person, :subject, :subject_id, :starts, :due) returning id;

-- clock_running(key text, subject text, subject_id int) -> Clock?
-- The one that runs for this subject by a rule of this key.
select k.id, k.person_id, k.subject, k.subject_id, k.starts_at, k.due_at, k.stopped_at, k.called_off,
    r.key, r.title, r.starts, r.stops, r.amount, r.unit, r.who, r.source, r.from_on, r.until_on
from clock k join clock_rule r on r.id = k.rule_id
where k.subject = :subject and k.subject_id = :subject_id and r.key = :key and k.stopped_at is null
order by k.id limit 1;

-- clocks_about(subject text, subject_id int) -> Clock*
-- Those that run first, then the rest as they began.
select k.id, k.person_id, k.subject, k.subject_id, k.starts_at, k.due_at, k.stopped_at, k.called_off,
    r.key, r.title, r.starts, r.stops, r.amount, r.unit, r.who, r.source, r.from_on, r.until_on
from clock k join clock_rule r on r.id = k.rule_id
where k.subject = :subject and k.subject_id = :subject_id
order by case when k.stopped_at is null then 0 else 1 end, k.starts_at, k.id;

-- clock_end(id int, at int, due int, called_off int) -> nothing
update clock set stopped_at = :at, due_at = :due, called_off = :called_off
where id = :id and stopped_at is null;

-- clock_move(id int, due int) -> nothing
update clock set due_at = :due where id = :id and stopped_at is null;

-- clock_pauses(clock int) -> ClockPause*
select starts_at, ends_at, why from clock_pause where clock_id = :clock order by starts_at, id;

-- clock_pause_add(clock int, at int, why text) -> nothing
insert into clock_pause (clock_id, starts_at, why) values (:clock, :at, :why);

-- clock_pause_end(clock int, at int) -> changed
update clock_pause set ends_at = :at where clock_id = :clock and ends_at is null;

-- clock_late_for(account int, now int, before int) -> LateClock*
-- Clocks still running that were up before then, of people whom this account's teams hold or for whom it
-- answers: the longest late first.
with mine as (
    select distinct person_id from sight where account_id = :account and way in ('team', 'owner')
        and starts_at <= :now and ends_at > :now)
select k.id, p.one_id as "person_id int not null", o.name as "person text not null", k.subject, k.subject_id,
    k.starts_at, k.due_at, r.key, r.title, r.who
from clock k join clock_rule r on r.id = k.rule_id join person p on p.id = k.person_id
join person o on o.id = p.one_id join mine m on m.person_id = p.one_id
where k.stopped_at is null and k.due_at < :before
order by k.due_at, k.id;

-- clock_rule_put(key text, title text, starts text, stops text, amount int, unit text, who text, source text,
--     from_on text, until_on text) -> changed
-- A rule that no clock was started by may still be mended.
insert into clock_rule (key, title, starts, stops, amount, unit, who, source, from_on, until_on)
values (:key, :title, :starts, :stops, :amount, :unit, :who, :source, :from_on, :until_on)
on conflict (key, from_on) do update set title = excluded.title, starts = excluded.starts,
    stops = excluded.stops, amount = excluded.amount, unit = excluded.unit, who = excluded.who,
    source = excluded.source, until_on = coalesce(excluded.until_on, clock_rule.until_on)
where (clock_rule.title, clock_rule.starts, clock_rule.stops, clock_rule.amount, clock_rule.unit,
        clock_rule.who, clock_rule.source, clock_rule.until_on)
    is distinct from (excluded.title, excluded.starts, excluded.stops, excluded.amount, excluded.unit,
        excluded.who, excluded.source, coalesce(excluded.until_on, clock_rule.until_on));

-- clock_rule_close(key text, from_on text, until_on text) -> changed
-- Ends the rules of this key that began before `from_on` and still stand on that day.
update clock_rule set until_on = :until_on
where key = :key and from_on < :from_on and (until_on is null or until_on >= :from_on);

-- clock_rule_differs(key text, from_on text, amount int, unit text) -> int
-- Whether clocks were started by this rule and it says otherwise: it may not be changed, only succeeded.
select count(*) from clock_rule r
where r.key = :key and r.from_on = :from_on and exists (select 1 from clock k where k.rule_id = r.id)
    and (r.amount, r.unit) is distinct from (:amount, :unit);

-- clock_rule_count() -> int
select count(*) from clock_rule;

-- clock_rule_kept(key text, at int) -> nothing
-- From now on this key is the office's: loading a pack leaves its rules.
insert into pack_kept (file, key, at) values ('clocks.csv', :key, :at) on conflict do nothing;

-- clock_latest(key text, subject text, subject_id int) -> Clock?
select k.id, k.person_id, k.subject, k.subject_id, k.starts_at, k.due_at, k.stopped_at, k.called_off,
    r.key, r.title, r.starts, r.stops, r.amount, r.unit, r.who, r.source, r.from_on, r.until_on
from clock k join clock_rule r on r.id = k.rule_id
where k.subject = :subject and k.subject_id = :subject_id and r.key = :key
order by k.id desc limit 1;

-- clock_rule_until(id int, until text) -> changed
update clock_rule set until_on = :until where id = :id;
