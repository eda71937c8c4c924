-- frozen_thaw_at(now text, at int) -> nothing
-- Every process compares this with what it saw last.
insert into setting (name, value, changed_at) values ('web.thawed', :now, :at)
on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at;

-- frozen_thawed() -> text
select value from setting where name = 'web.thawed';

-- site_name_set() -> text
select value from setting where name = 'site.name';

-- site_key() -> text
select value from setting where name = 'web.key';

-- site_key_add(key text, at int) -> nothing
insert into setting (name, value, changed_at) values ('web.key', :key, :at) on conflict (name) do nothing;
