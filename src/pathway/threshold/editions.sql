-- The office and the editions of the threshold document.

-- edition_told(threshold int) -> Told*
-- The agencies that take part, and what is known of each.
select a.id, a.name, t.told_at, t.told_how, t.withdrawn_at
from agency a left join threshold_told t on t.agency_id = a.id and t.threshold_id = :threshold
where a.ended_at is null order by lower(a.name), a.id;

-- told_put(threshold int, agency int, at int, how text) -> changed
insert into threshold_told (threshold_id, agency_id, told_at, told_how)
select :threshold, a.id, :at, :how from agency a where a.id = :agency
on conflict (threshold_id, agency_id) do nothing;

-- withdrawn_put(threshold int, agency int, at int) -> changed
-- An agency can say that old copies are gone once it was told.
update threshold_told set withdrawn_at = :at
where threshold_id = :threshold and agency_id = :agency and withdrawn_at is null;

-- edition_begins(id int, from_on text) -> changed
-- A draft comes into force from a day on.
update threshold set from_on = :from_on where id = :id and from_on is null;

-- edition_begins_latest() -> text
-- The latest day from which an edition is in force, or will be.
select max(from_on) from threshold;
