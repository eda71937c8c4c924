-- setting_all() -> SettingRow* kept
-- Those that are not as Kith comes.
select name, value from setting;

-- setting_write(name text, value text, at int) -> nothing
insert into setting (name, value, changed_at) values (:name, :value, :at)
on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at;

-- setting_forget(name text) -> nothing
delete from setting where name = :name;
