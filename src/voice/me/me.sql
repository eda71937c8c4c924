-- A child's or a parent's own door. Each query takes the account and asks me_link: nothing else opens a
-- record here.

-- me_shown(account int, now int) -> MeShown*
-- Whose records this account sees, the person's own first.
select o.id as "id int not null", o.name as "name text not null", l.own as "own int not null"
from me_link l join person p on p.id = l.person_id join person o on o.id = p.one_id
where l.account_id = :account and l.starts_at <= :now and (l.ends_at is null or l.ends_at > :now)
order by l.own desc, o.name, o.id;

-- me_may(account int, person int, now int) -> int
-- 2 their own record, 1 a child's that was opened for them; null none.
select max(l.own) + 1 as "may int"
from me_link l join person p on p.id = l.person_id
where l.account_id = :account and p.one_id = :person and l.starts_at <= :now
    and (l.ends_at is null or l.ends_at > :now)
having max(l.own) is not null;

-- me_actions(person int, own int) -> MeAction*
-- What people do, the ones to come first; and to the child themself, what they asked that it came of.
select a.what, a.outcome, a.due_on, a.state, coalesce(s.name, w.name) as "who text not null",
    case when :own = 2 then (select min(x.words) from proposal x where x.action_id = a.id) end as "asked text"
from plan_action a join episode e on e.id = a.episode_id join person p on p.id = e.person_id
join account w on w.id = a.owner_id left join seat s on s.id = a.seat_id
where p.one_id = :person and e.closed_at is null and a.state in ('open', 'done')
order by case when a.state = 'open' then 0 else 1 end, a.due_on, a.id;

-- me_next(person int) -> MeNext*
select e.next_on, e.next_what, a.name as "lead text not null"
from episode e join person p on p.id = e.person_id join account a on a.id = e.owner_id
where p.one_id = :person and e.closed_at is null order by e.next_on;

-- me_team(person int, now int) -> MeMember*
-- Everybody in the team, and who answers for it.
select s.name as "name text not null", s.role as "role text not null",
    coalesce(g.name, '') as "agency text not null", s.lead as "lead int not null"
from seat s join episode e on e.id = s.episode_id join person p on p.id = e.person_id
left join agency g on g.id = s.agency_id
where p.one_id = :person and e.closed_at is null and s.starts_at <= :now
    and (s.ends_at is null or s.ends_at > :now)
union
select a.name, 'Answers for the help you get', g.name, 1
from episode e join person p on p.id = e.person_id join account a on a.id = e.owner_id
join agency g on g.id = a.agency_id where p.one_id = :person and e.closed_at is null
order by 4 desc, 1;

-- me_views(person int, own int, account int) -> MeView*
-- What was said. The child reads their own words; a parent what they wrote themself, and the child's
-- words only where the child wanted it. What another of the family wrote is nobody's here.
select v.words, v.how, v.said_at, v.outcome, v.told_at, m.feeling,
    case when v.teller_id is null then 0 else 1 end as "told int not null"
from child_view v join person p on p.id = v.person_id left join me_said m on m.view_id = v.id
left join person t on t.id = v.teller_id left join person w on w.one_id = t.one_id and w.account_id = :account
where p.one_id = :person
    and ((v.teller_id is null and (:own = 2 or m.parents = 1)) or (:own = 1 and w.id is not null))
order by v.said_at desc, v.id desc limit 50;

-- me_looked(person int, since int) -> MeLook*
-- Who looked at the record, how often, and when last; and whether in a hurry.
select a.name as "name text not null", g.name as "agency text not null", count(*) as "times int not null",
    max(l.at) as "last int not null",
    max(case when l.act = 'glass.break' then 1 else 0 end) as "glass int not null"
from looked l join account a on a.id = l.actor join agency g on g.id = a.agency_id
where l.one_id = :person and l.reads = 1 and l.at >= :since
group by a.id, a.name, g.name order by 4 desc, 1 limit 100;

-- me_keepers(person int, now int) -> MeKeeper*
-- Who brings back word, the nearest first: who answers for the help, who leads the team that holds the child,
-- who opened this door, who leads the front door; nobody whose account is closed. With `stands_in`, who hears
-- as well of somebody who wants to tell somebody today.
select x.id as "id int not null", a.email as "email text not null", x.stands_in as "stands_in int not null"
from (
    select e.owner_id as id, 1 as rank, e.opened_at as at, 0 as stands_in
    from person p join episode e on e.person_id = p.id where p.one_id = :person and e.closed_at is null
    union all
    select m.account_id, 2, h.starts_at, 1
    from person p join hold h on h.person_id = p.id join team_member m on m.team_id = h.team_id and m.lead = 1
    where p.one_id = :person and h.starts_at <= :now and (h.ends_at is null or h.ends_at > :now)
        and m.starts_at <= :now and (m.ends_at is null or m.ends_at > :now)
    union all
    select l.made_by, 3, l.starts_at, 0
    from person p join me_link l on l.person_id = p.id where p.one_id = :person
    union all
    select m.account_id, 4, m.starts_at, 0
    from team t join team_member m on m.team_id = t.id and m.lead = 1
    where t.kind = 'front-door' and m.starts_at <= :now and (m.ends_at is null or m.ends_at > :now)) x
join account a on a.id = x.id
where a.deactivated_at is null
    and not exists (select 1 from record_shut b where b.account_id = a.id and b.person_id = :person)
order by x.rank, x.at desc, x.id;

-- me_say(person int, words text, how text, about text, at int, owner int, by int) -> id
insert into child_view (person_id, words, how, about, said_at, owner_id, recorded_by)
values (:person, :words, :how, :about, :at, :owner, :by) returning id;

-- me_self(account int, person int) -> MeSelf?
-- The parent at this door, and what they are to the child.
select f.id, f.gender, (select min(t.kind) from tie t join person a on a.id = t.from_id
    join person b on b.id = t.to_id
    where a.one_id = f.one_id and b.one_id = :person and t.ends_on is null
    and t.wrong_at is null) as "kind text"
from person f where f.account_id = :account;

-- me_tell(person int, words text, about text, at int, owner int, by int, teller int, teller_as text) -> id
insert into child_view (person_id, words, how, about, said_at, owner_id, recorded_by, teller_id, teller_as)
values (:person, :words, 'wrote it at their own door', :about, :at, :owner, :by, :teller,
:teller_as) returning id;

-- me_say_with(view int, feeling int, parents int, urgent int) -> nothing
insert into me_said (view_id, feeling, parents, urgent) values (:view, :feeling, :parents, :urgent);

-- me_relative(person int, account int) -> MeRelative*
-- Who may be asked in to see a child's record: those with parental responsibility, of whom the worker may
-- know, and the child.
select o.id as "id int not null", o.name as "name text not null", o.account_id as "account_id int",
    case when o.id = :person then 1 else 0 end as "own int not null"
from person p join person o on o.id = p.one_id where p.id = :person
union
select o.id, o.name, o.account_id, 0
from person c join tie t on t.to_id = c.id join person f on f.id = t.from_id
join person o on o.id = f.one_id
where c.one_id = :person and t.responsible = 1 and t.ends_on is null and t.wrong_at is null
    and o.id <> :person
    and not exists (select 1 from record_shut b where b.account_id = :account and b.person_id = o.id)
order by 4 desc, 2;

-- me_invite_add(person int, shown int, hash blob, at int, by int, expires int) -> id
insert into me_invite (person_id, shown_id, code_hash, made_at, made_by, expires_at)
values (:person, :shown, :hash, :at, :by, :expires) returning id;

-- me_invite_set_aside(person int, shown int, at int) -> changed
update me_invite set used_at = :at where person_id = :person and shown_id = :shown and used_at is null;

-- me_invite_find(hash blob, now int) -> MeInvite?
select i.id, i.person_id, i.shown_id, i.made_by, p.name, p.account_id
from me_invite i join person p on p.id = i.person_id
where i.code_hash = :hash and i.used_at is null and i.expires_at > :now;

-- me_invite_use(id int, now int) -> changed
update me_invite set used_at = :now where id = :id and used_at is null and expires_at > :now;

-- me_link_add(account int, person int, own int, at int, by int) -> nothing
insert into me_link (account_id, person_id, own, starts_at, made_by)
select :account, :person, :own, :at, :by where not exists (select 1 from me_link
    where account_id = :account and person_id = :person and ends_at is null);

-- me_link_open(person int) -> MeOpen*
-- Who sees this record at their own door.
select l.id, a.name as "name text not null", l.own, l.starts_at
from me_link l join account a on a.id = l.account_id
join person p on p.id = l.person_id
where p.one_id = :person and l.ends_at is null order by l.own desc, a.name;

-- me_link_end(id int, person int, now int, by int) -> changed
update me_link set ends_at = :now, ended_by = :by
where id = :id and ends_at is null and person_id in (select id from person where one_id = :person);

-- me_person_account(person int, account int) -> changed
update person set account_id = :account where id = :person and account_id is null;

-- me_agency() -> int
-- Families belong to no agency; their accounts stand under a name that says so.
select id from agency where kind = 'other' and lower(name) = 'families';

-- me_account_of(name text) -> int
select id from account where email = :name;
