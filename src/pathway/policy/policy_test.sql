-- Rules and editions that tests put beside those there are.

-- policy_test_rule(key text, title text, amount int, day text) -> nothing
insert into clock_rule (key, title, starts, stops, amount, unit, who, source, from_on)
values (:key, :title, 'It begins', 'It ends', :amount, 'working-days', 'Social care', 'agreed by the board',
    :day);

-- policy_test_edition(code text, edition text, day text, until text, now int) -> nothing
insert into threshold (code, title, edition, from_on, until_on, created_at)
values (:code, 'Levels of need', :edition, :day, :until, :now);
