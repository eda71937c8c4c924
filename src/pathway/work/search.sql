-- Words in what was written down. It goes from the records an account has a way to, through their entries, to
-- the words in each: nothing about any other record is read, so neither what is found, nor its order, nor the
-- time it takes can say anything about one.

-- search_entries(account int, now int, wide int, w1 text, w2 text, w3 text, since int, most int) -> Found*
-- :wide = 0: those whom one works with. 1: also those whom one's agency may see.
with ok as materialized (select distinct s.person_id, s.kind from sight s
    where s.account_id = :account and s.starts_at <= :now and s.ends_at > :now
        and (:wide = 1 or s.way in ('team', 'owner', 'seat', 'glass', 'complaint')) limit 4000)
select distinct n.id, p.one_id, o.name, n.what, n.title, n.body, n.nature, n.happened_at,
    a.name as "author text", g.name as "agency text"
from ok join person p on p.one_id = ok.person_id join person o on o.id = p.one_id
join entry n on n.person_id = p.id and (ok.kind = '*' or ok.kind = n.kind)
left join account a on a.id = n.author_id left join agency g on g.id = n.agency_id
where n.replaced = 0 and (:since is null or n.happened_at >= :since)
    and exists (select 1 from entry_word x
        where x.entry_id = n.id and x.word >= :w1 and substr(x.word, 1, length(:w1)) = :w1)
    and (:w2 is null or exists (select 1 from entry_word x
        where x.entry_id = n.id and x.word >= :w2 and substr(x.word, 1, length(:w2)) = :w2))
    and (:w3 is null or exists (select 1 from entry_word x
        where x.entry_id = n.id and x.word >= :w3 and substr(x.word, 1, length(:w3)) = :w3))
order by n.happened_at desc, n.id desc limit :most;

-- search_reach(account int, now int, wide int) -> int
-- How many kinds of how many records search_entries() has to look through: one more than it does, at most.
select count(*) from (select distinct s.person_id, s.kind from sight s
    where s.account_id = :account and s.starts_at <= :now and s.ends_at > :now
        and (:wide = 1 or s.way in ('team', 'owner', 'seat', 'glass', 'complaint')) limit 4001) x;
