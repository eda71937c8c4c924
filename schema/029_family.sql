-- What a parent writes at their own door. It stands beside the child's own words and is never taken for them:
-- who said it is written with it, and the child's words are those with nobody named.

alter table child_view add column teller_id integer references person (id); -- who said it; null: the child
-- what they were to the child when they said it: "mother"; null with teller_id
alter table child_view add column teller_as text;
create index child_view_teller on child_view (teller_id);
