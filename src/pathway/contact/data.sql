-- What the front door is made of, from a pack or the office: ways on, contact points, localities, signs.

-- route_put(key text, title text, about text, team_kind text, by_locality int, partner int, on_ int,
--     position int) -> changed
insert into contact_route (key, title, about, team_kind, by_locality, partner, switched_on, position)
values (:key, :title, :about, :team_kind, :by_locality, :partner, :on_, :position)
on conflict (key) do update set title = excluded.title, about = excluded.about,
    team_kind = excluded.team_kind, by_locality = excluded.by_locality, partner = excluded.partner,
    switched_on = excluded.switched_on,
    position = excluded.position
where contact_route.title <> excluded.title or contact_route.about <> excluded.about
    or contact_route.team_kind is distinct from excluded.team_kind
    or contact_route.by_locality <> excluded.by_locality or contact_route.partner <> excluded.partner
    or contact_route.switched_on <> excluded.switched_on or contact_route.position <> excluded.position;

-- route_count() -> int
select count(*) from contact_route;

-- routes_all() -> RouteLine*
select key, title, about, team_kind, by_locality, partner, switched_on, position from contact_route
order by position, key;

-- route_find(key text) -> RouteLine?
select key, title, about, team_kind, by_locality, partner, switched_on, position from contact_route
where key = :key;

-- point_put(key text, name text, about text, telephone text, email text, hours text, position int) -> changed
insert into contact_point (key, name, about, telephone, email, hours, position)
values (:key, :name, :about, :telephone, :email, :hours, :position)
on conflict (key) do update set name = excluded.name, about = excluded.about, telephone = excluded.telephone,
    email = excluded.email, hours = excluded.hours, position = excluded.position
where contact_point.name <> excluded.name or contact_point.about <> excluded.about
    or contact_point.telephone <> excluded.telephone or contact_point.email is distinct from excluded.email
    or contact_point.hours <> excluded.hours or contact_point.position <> excluded.position;

-- point_count() -> int
select count(*) from contact_point;

-- point_find(key text) -> PointLine?
select key, name, about, telephone, email, hours, position from contact_point where key = :key;

-- sign_put(key text, number int, words text, age_below int, unborn int, prompt text, awaited int) -> changed
insert into immediate_sign (key, number, words, age_below, unborn, prompt, wording_awaited)
values (:key, :number, :words, :age_below, :unborn, :prompt, :awaited)
on conflict (key) do update set number = excluded.number, words = excluded.words,
    age_below = excluded.age_below, unborn = excluded.unborn, prompt = excluded.prompt,
    wording_awaited = excluded.wording_awaited
where immediate_sign.number <> excluded.number or immediate_sign.words <> excluded.words
    or immediate_sign.age_below is distinct from excluded.age_below
    or immediate_sign.unborn <> excluded.unborn or immediate_sign.prompt is distinct from excluded.prompt
    or immediate_sign.wording_awaited <> excluded.wording_awaited;

-- sign_count() -> int
select count(*) from immediate_sign;

-- locality_add(name text) -> changed
insert into locality (name) values (:name) on conflict do nothing;

-- locality_named(name text) -> int
select id from locality where name = :name;

-- district_put(prefix text, locality int) -> changed
insert into locality_district (prefix, locality_id) values (:prefix, :locality)
on conflict (prefix) do update set locality_id = excluded.locality_id
where locality_district.locality_id <> excluded.locality_id;

-- district_drop(locality int) -> nothing
delete from locality_district where locality_id = :locality;

-- district_count() -> int
select count(*) from locality_district;

-- districts(locality int) -> District*
select prefix from locality_district where locality_id = :locality order by prefix;

-- locality_lines() -> LocalityLine*
select l.id, l.name, l.team_id, t.name as "team text", (
    select count(*) from locality_district d where d.locality_id = l.id) as "districts int not null"
from locality l left join team t on t.id = l.team_id order by lower(l.name);

-- locality_find(id int) -> LocalityLine?
select l.id, l.name, l.team_id, t.name as "team text", (
    select count(*) from locality_district d where d.locality_id = l.id) as "districts int not null"
from locality l left join team t on t.id = l.team_id where l.id = :id;

-- locality_change(id int, name text, team int) -> changed
update locality set name = :name, team_id = :team where id = :id;

-- data_keep(file text, key text, at int) -> nothing
-- From now on this row is the office's: loading a pack leaves it.
insert into pack_kept (file, key, at) values (:file, :key, :at) on conflict do nothing;
