-- Contacts counted, without anybody's name (W31). The right PATHWAY_COUNT lets somebody in.

-- contact_counts(since int, until int) -> ContactCount*
-- By what each was: how it came, who raised it, what it was, which way it went.
select 'channel' as "what text not null", c.channel as "key text", count(*) as "n int not null"
from contact c where c.came_at >= :since and c.came_at < :until group by c.channel
union all
select 'caller', c.caller, count(*) from contact c
where c.came_at >= :since and c.came_at < :until group by c.caller
union all
select 'determination', c.determination, count(*) from contact c
where c.came_at >= :since and c.came_at < :until group by c.determination
union all
select 'route', coalesce(r.title,
    case when c.decided_at is null then null else 'Advice only, or passed on' end), count(*)
from contact c left join contact_route r on r.key = c.route
where c.came_at >= :since and c.came_at < :until group by 2
order by 1, 3 desc, 2;

-- contact_moments(since int, until int) -> ContactMoment*
-- When each came, for counting by day as the clocks in London have it.
select c.came_at from contact c where c.came_at >= :since and c.came_at < :until order by c.came_at;
