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
insert into find_post (key, person_id)
select r.a[i][1], r.a[i][2] from (select translate(:rows, '[]', '{}')::bigint[] as a) r,
    generate_subscripts(r.a, 1) i
on conflict do nothing;

-- find_post_take(person int, keys text) -> nothing
-- sqlite:
delete from find_post where person_id = :person and key in (select value from json_each(:keys));
-- postgres:
delete from find_post where person_id = :person
    and key = any (translate(:keys, '[]', '{}')::bigint[]);
