-- What short forms stand for.

-- word_all() -> Word* kept
select word, meaning from abbreviation order by word;
