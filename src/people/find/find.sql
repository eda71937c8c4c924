-- The index of people and what the search asks of it. Lists of numbers go in as "[1,2,3]".

-- found_people(from int, to int) -> FoundPerson*
-- What the cards are made of, by number of the person.
select id, name, born_on from person where id between :from and :to order by id;

-- found_names(from int, to int) -> FoundName*
select person_id, given, family, used from person_name
where person_id between :from and :to and wrong_at is null order by person_id, id;

-- found_places(from int, to int) -> FoundPlace*
-- Where somebody lives in hiding nobody finds them by.
select person_id, line, postcode, ends_on from person_address
where person_id between :from and :to and wrong_at is null and guarded = 0 order by person_id, id;

-- found_numbers(from int, to int) -> FoundNumber*
select person_id, kind, value from person_identifier
where person_id between :from and :to and wrong_at is null order by person_id, id;

-- found_next(after int) -> int
-- The next person who has no card yet.
select min(p.id) as "id int" from person p
where p.id > :after and not exists (select 1 from find_card c where c.person_id = p.id);

-- find_card_now(person int) -> text
select card from find_card where person_id = :person;

-- find_card_put(person int, card text) -> nothing
insert into find_card (person_id, card) values (:person, :card)
on conflict (person_id) do update set card = excluded.card;

-- find_word_id(word text) -> int
select id from find_word where word = :word;

-- find_word_put(word text) -> id
-- NONE: somebody else put it there meanwhile.
insert into find_word (word) values (:word) on conflict do nothing returning id;

-- find_spell_put(word int, keys text) -> nothing
-- sqlite:
insert into find_spell (key, word_id) select value, :word from json_each(:keys) where true
on conflict do nothing;
-- postgres:
insert into find_spell (key, word_id) select k, :word from unnest(translate(:keys, '[]', '{}')::bigint[]) k
on conflict do nothing;

-- find_post_put(person int, keys text) -> nothing
-- sqlite:
insert into find_post (key, person_id) select value, :person from json_each(:keys) where true
on conflict do nothing;
-- postgres:
insert into find_post (key, person_id) select k, :person from unnest(translate(:keys, '[]', '{}')::bigint[]) k
on conflict do nothing;

-- find_post_put_all(rows text) -> nothing
-- Of many people at once, "[[key,person],[key,person]]".
-- sqlite:
insert into find_post (key, person_id)
select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(:rows) where true
on conflict do nothing;
-- postgres:
with r as materialized (select translate(:rows, '[]', '{}')::bigint[] as a)    -- else it is read once a row
insert into find_post (key, person_id)
select r.a[i][1], r.a[i][2] from r, generate_subscripts(r.a, 1) i
on conflict do nothing;

-- find_post_take(person int, keys text) -> nothing
-- sqlite:
delete from find_post where person_id = :person and key in (select value from json_each(:keys));
-- postgres:
delete from find_post where person_id = :person
    and key = any (translate(:keys, '[]', '{}')::bigint[]);

-- words_met(keys text, forms text, low text, high text, most int) -> MetWord*
-- Words met by any of these spellings, those met by most first; these very words; words that begin so.
-- sqlite:
select w.id, w.word from (select s.word_id as id, count(*) as n from json_each(:keys) k
        cross join find_spell s on s.key = k.value group by s.word_id order by n desc limit :most) m
    cross join find_word w on w.id = m.id
union select id, word from find_word where word in (select value from json_each(:forms))
union select id, word from (select id, word from find_word where word >= :low and word < :high limit 60);
-- postgres:
select w.id, w.word from (select s.word_id as id, count(*) as n
        from unnest(translate(:keys, '[]', '{}')::bigint[]) k join find_spell s on s.key = k
        group by s.word_id order by n desc limit :most) m
    join find_word w on w.id = m.id
union select id, word from find_word where word = any (array(select json_array_elements_text(:forms::json)))
union select id, word from (select id, word from find_word where word >= :low and word < :high limit 60) b;

-- posts_met(keys text, most int) -> Posting*
-- sqlite:
select p.key, p.person_id from json_each(:keys) k cross join find_post p on p.key = k.value limit :most;
-- postgres:
select p.key, p.person_id from unnest(translate(:keys, '[]', '{}')::bigint[]) k
    cross join lateral (select key, person_id from find_post where key = k limit :most) p limit :most;

-- posts_between(low int, high int, most int) -> Posting*
select key, person_id from find_post where key >= :low and key <= :high order by key, person_id limit :most;

-- cards_met(people text, account int) -> MetCard*
-- Whoever is sealed is met by those named, and by nobody else.
-- sqlite:
select c.person_id, p.one_id, c.card from json_each(:people) k
    cross join find_card c on c.person_id = k.value cross join person p on p.id = c.person_id
where not exists (select 1 from person s where s.one_id = p.one_id and s.sealed = 1 and not exists (
    select 1 from seal_open o where o.person_id = s.id and o.account_id = :account));
-- postgres:
select c.person_id, p.one_id, c.card from unnest(translate(:people, '[]', '{}')::bigint[]) k
    join find_card c on c.person_id = k join person p on p.id = c.person_id
where not exists (select 1 from person s where s.one_id = p.one_id and s.sealed = 1 and not exists (
    select 1 from seal_open o where o.person_id = s.id and o.account_id = :account));

-- people_shown(people text, account int, now int, today text) -> ShownPerson*
-- What is needed to know whom it is, and no more. A guarded address is told to nobody.
-- sqlite:
select p.id, p.name, p.born_on, p.due_on, p.died_on,
    (select a.postcode from person r cross join person_address a on a.person_id = r.id
        where r.one_id = p.id and a.wrong_at is null and a.guarded = 0 and a.postcode is not null
            and (a.ends_on is null or a.ends_on >= :today) order by a.id desc limit 1) as "postcode text",
    exists (select 1 from person r cross join person_address a on a.person_id = r.id
        where r.one_id = p.id and a.wrong_at is null and a.guarded = 1) as "guarded int not null",
    exists (select 1 from sight_barred b where b.account_id = :account and b.person_id = p.id)
        as "barred int not null",
    exists (select 1 from sight s where s.account_id = :account and s.person_id = p.id
        and s.starts_at <= :now and s.ends_at > :now) as "open int not null"
from json_each(:people) k cross join person p on p.id = k.value;
-- postgres:
select p.id, p.name, p.born_on, p.due_on, p.died_on,
    (select a.postcode from person r join person_address a on a.person_id = r.id
        where r.one_id = p.id and a.wrong_at is null and a.guarded = 0 and a.postcode is not null
            and (a.ends_on is null or a.ends_on >= :today) order by a.id desc limit 1) as postcode,
    exists (select 1 from person r join person_address a on a.person_id = r.id
        where r.one_id = p.id and a.wrong_at is null and a.guarded = 1) as guarded,
    exists (select 1 from sight_barred b where b.account_id = :account and b.person_id = p.id) as barred,
    exists (select 1 from sight s where s.account_id = :account and s.person_id = p.id
        and s.starts_at <= :now and s.ends_at > :now) as open
from unnest(translate(:people, '[]', '{}')::bigint[]) k join person p on p.id = k;

-- teams_shown(people text, now int) -> ShownTeam*
-- Whom to ask, and under which other names records are joined with it.
-- sqlite:
select distinct r.one_id as "person int not null", t.name as "team text", null as "also text"
from json_each(:people) k cross join person r on r.one_id = k.value
    cross join hold h on h.person_id = r.id cross join team t on t.id = h.team_id
where h.starts_at <= :now and (h.ends_at is null or h.ends_at > :now)
union select r.one_id, null, r.name from json_each(:people) k cross join person r on r.one_id = k.value
where r.id <> r.one_id
order by 1, 2, 3;
-- postgres:
select distinct r.one_id as person, t.name as team, null::text as also
from unnest(translate(:people, '[]', '{}')::bigint[]) k join person r on r.one_id = k
    join hold h on h.person_id = r.id join team t on t.id = h.team_id
where h.starts_at <= :now and (h.ends_at is null or h.ends_at > :now)
union select r.one_id, null, r.name from unnest(translate(:people, '[]', '{}')::bigint[]) k
    join person r on r.one_id = k where r.id <> r.one_id
order by 1, 2, 3;
