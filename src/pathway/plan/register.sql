-- The register of early help: counts of what was begun and ended, no names (W59, W60).

-- register_agencies(was int, was_end int, now_from int, now_end int) -> RegisterLine*
-- By agency of whoever began it: begun and ended in a span, and in the same span a year before.
select g.name as "name text not null",
    sum(case when e.opened_at >= :now_from and e.opened_at < :now_end then 1 else 0 end)
        as "begun int not null",
    sum(case when e.opened_at >= :was and e.opened_at < :was_end then 1 else 0 end)
        as "begun_was int not null",
    sum(case when e.closed_at >= :now_from and e.closed_at < :now_end then 1 else 0 end)
        as "ended int not null",
    sum(case when e.closed_at >= :was and e.closed_at < :was_end then 1 else 0 end)
        as "ended_was int not null"
from episode e join episode_answers o on o.episode_id = e.id
join team t on t.id = o.team_id join agency g on g.id = t.agency_id
where e.kind = 'early-help'
    and o.id = (select min(f.id) from episode_answers f where f.episode_id = e.id)
    and ((e.opened_at >= :was and e.opened_at < :now_end) or (e.closed_at >= :was and e.closed_at < :now_end))
group by g.id, g.name order by 1;

-- register_reasons(was int, was_end int, now_from int, now_end int) -> RegisterReason*
-- By reason for ending, in a span and in the same span a year before.
select e.close_reason as "reason text not null",
    sum(case when e.closed_at >= :now_from and e.closed_at < :now_end then 1 else 0 end)
        as "ended int not null",
    sum(case when e.closed_at >= :was and e.closed_at < :was_end then 1 else 0 end)
        as "ended_was int not null"
from episode e where e.kind = 'early-help'
    and ((e.closed_at >= :was and e.closed_at < :was_end)
        or (e.closed_at >= :now_from and e.closed_at < :now_end))
group by e.close_reason order by 1;

-- register_first() -> int
select min(opened_at) from episode where kind = 'early-help';
