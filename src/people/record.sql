-- The record's door and what goes in through it.

-- person_shown(id int) -> Person?
-- The record that this one is shown as.
select o.id, o.one_id, o.name, o.born_on, o.born_about, o.due_on, o.died_on, o.gender, o.account_id, o.sealed,
    o.created_at
from person p join person o on o.id = p.one_id where p.id = :id;

-- person_put(name text, born text, about int, due text, gender text, at int, by int) -> id
insert into person (name, born_on, born_about, due_on, gender, created_at, created_by)
values (:name, :born, :about, :due, :gender, :at, :by) returning id;

-- person_put_one(id int) -> nothing
update person set one_id = id where id = :id and one_id is null;

-- badge_keys(person int) -> BadgeKey*
-- The groups that fit, and the kinds of help that are open; of the record shown as :person.
-- sqlite:
select 'group' as "source text not null", g.grp as "key text not null"
from person p join person_group g on g.person_id = p.id
where p.one_id = :person and g.ended_at is null and g.answer = 'yes'
union
select 'help', e.kind from person p join episode e on e.person_id = p.id
where p.one_id = :person and e.closed_at is null
order by 1 desc, 2;
-- postgres:
select distinct x.source, x.key
from person p cross join lateral (
    select 'group' as source, g.grp as key from person_group g
    where g.person_id = p.id and g.ended_at is null and g.answer = 'yes'
    union all select 'help', e.kind from episode e where e.person_id = p.id and e.closed_at is null) x
where p.one_id = :person
order by 1 desc, 2;

-- ways_by_holding(account int, person int, now int) -> Way*
-- Of the ways below, those of whoever answers for the help or works in a team that holds the child, unless
-- something might bar them.
select way as "way text", kind as "kind text", because as "because int", ends_at as "ends_at int"
from sight_held
where account_id = :account and person_id = :person and starts_at <= :now and ends_at > :now
order by 1, 2;

-- ways_to(account int, person int, now int) -> Way*
-- Every way to the record shown as :person, now.
select way as "way text", kind as "kind text", because as "because int", ends_at as "ends_at int"
from sight
where account_id = :account and person_id = :person and starts_at <= :now and ends_at > :now
order by 1, 2;

-- entry_put(person int, episode int, kind text, what text, title text, body text, nature text, source text,
--     happened int, at int, author int, agency int, group int, subject text, subject_id int, replaces int,
--     significant int) -> id
insert into entry (person_id, episode_id, kind, what, title, body, nature, source, happened_at, written_at,
    author_id, agency_id, group_id, subject, subject_id, replaces_id, significant)
values (:person, :episode, :kind, :what, :title, :body, :nature, :source, :happened, :at, :author, :agency,
    :group, :subject, :subject_id, :replaces, :significant) returning id;

-- entry_word_put(word text, entry int) -> nothing
insert into entry_word (word, entry_id) values (:word, :entry) on conflict do nothing;

-- entry_replaced(id int) -> nothing
update entry set replaced = 1 where id = :id;

-- hold_put(person int, team int, subject text, subject_id int, at int) -> nothing
insert into hold (person_id, team_id, subject, subject_id, starts_at)
values (:person, :team, :subject, :subject_id, :at);

-- hold_close(team int, subject text, subject_id int, at int) -> changed
update hold set ends_at = :at
where subject = :subject and subject_id = :subject_id and (:team is null or team_id = :team)
    and ends_at is null;

-- barred_from(account int, person int) -> int
-- Whether a conflict of interest bars the account, or the record is sealed to it.
select count(*) from person p where p.id = :person
    and exists (select 1 from record_shut b where b.account_id = :account and b.person_id = p.one_id);

-- record_keepers(person int, now int) -> Keeper*
-- Who can let somebody in: lead professionals and the leaders of the teams that hold the person.
select a.name as "name text not null", t.name as "team text not null"
from person p join hold h on h.person_id = p.id join team t on t.id = h.team_id
join team_member m on m.team_id = t.id and m.lead = 1 join account a on a.id = m.account_id
where p.one_id = :person and h.starts_at <= :now and (h.ends_at is null or h.ends_at > :now)
    and m.starts_at <= :now and (m.ends_at is null or m.ends_at > :now) and a.deactivated_at is null
union
select a.name, t.name
from person p join episode e on e.person_id = p.id join account a on a.id = e.owner_id
join team t on t.id = e.team_id
where p.one_id = :person and e.closed_at is null and a.deactivated_at is null
order by 1, 2;
