-- Finding people: an index of what is known of them, kept in the same write as the names, addresses and
-- numbers it is made from, and made anew from them at will. What joins two records into one view.

-- Every word of anybody's name, folded, once: "yusuf". Far fewer than there are people.
create table find_word (
  id integer primary key,
  word text not null unique               -- small letters without accents, at most 24 of them
) strict;

-- How a word may be met when it is misspelt: the word and its sounds, each with one letter left out, and the
-- bones of its sounds. A hash of each, for what it leads to is compared letter by letter.
create table find_spell (
  key integer not null,                   -- the hash
  word_id integer not null,               -- a word that is met by it
  primary key (key, word_id)
) strict, without rowid;

-- What a person is met by: two words of the name together, a word with a date of birth, a word with the
-- first half of a postcode, a date of birth, a postcode, a house and street, a number. docs/matching.md.
create table find_post (
  key integer not null,                   -- which of these, in three bits, and what: src/people/find/key.c
  person_id integer not null,             -- who is met by it
  primary key (key, person_id)
) strict, without rowid;

-- What the keys of a person were made from, one fact a line: names, dates, places, numbers. The ranking
-- reads it, and an index entry is taken away by it.
create table find_card (
  person_id integer primary key,          -- whose
  card text not null                      -- as src/people/find/card.c writes it
) strict;

-- Two records that are of one person, shown as one (P13). Neither is changed: person.one_id is worked out
-- from the joins that stand. Taken apart, a row keeps when and why, and both are shown by themselves again.
create table person_join (
  id integer primary key,
  first_id integer not null references person (id), -- the record under whose name both are shown
  second_id integer not null references person (id), -- the other
  why text not null,                      -- how it is known that they are one
  joined_at integer not null,             -- when
  joined_by integer not null references account (id), -- by whom
  parted_at integer,                      -- when they were taken apart; null: they stand as one
  parted_by integer references account (id), -- by whom; null: they stand as one
  parted_why text,                        -- what showed that they are two
  check (first_id <> second_id),
  check ((parted_at is null) = (parted_why is null))
) strict;
create index person_join_first on person_join (first_id) where parted_at is null;
create index person_join_second on person_join (second_id) where parted_at is null;
