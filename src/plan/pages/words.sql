-- What short forms stand for.

-- word_all() -> Word*
select word, meaning from abbreviation order by word;
