-- What the partnership set up is read for nearly every page and changed now and then. Programs keep what they
-- read of it for as long as a number stands (src/db/kept.c).

-- That number: whatever changes what is kept counts it on.
create table kept_version (
  id integer primary key check (id = 1),  -- one row
  version integer not null                -- counts on
) strict;
insert into kept_version (id, version) values (1, 1);

create trigger kept_setting_added after insert on setting begin
  update kept_version set version = version + 1;
end;
create trigger kept_setting_changed after update on setting begin
  update kept_version set version = version + 1;
end;
create trigger kept_setting_gone after delete on setting begin
  update kept_version set version = version + 1;
end;
create trigger kept_abbreviation_added after insert on abbreviation begin
  update kept_version set version = version + 1;
end;
create trigger kept_abbreviation_changed after update on abbreviation begin
  update kept_version set version = version + 1;
end;
create trigger kept_abbreviation_gone after delete on abbreviation begin
  update kept_version set version = version + 1;
end;
create trigger kept_immediate_sign_added after insert on immediate_sign begin
  update kept_version set version = version + 1;
end;
create trigger kept_immediate_sign_changed after update on immediate_sign begin
  update kept_version set version = version + 1;
end;
create trigger kept_immediate_sign_gone after delete on immediate_sign begin
  update kept_version set version = version + 1;
end;
create trigger kept_threshold_added after insert on threshold begin
  update kept_version set version = version + 1;
end;
create trigger kept_threshold_changed after update on threshold begin
  update kept_version set version = version + 1;
end;
create trigger kept_threshold_gone after delete on threshold begin
  update kept_version set version = version + 1;
end;
create trigger kept_need_level_added after insert on need_level begin
  update kept_version set version = version + 1;
end;
create trigger kept_need_level_changed after update on need_level begin
  update kept_version set version = version + 1;
end;
create trigger kept_need_level_gone after delete on need_level begin
  update kept_version set version = version + 1;
end;
create trigger kept_need_item_added after insert on need_item begin
  update kept_version set version = version + 1;
end;
create trigger kept_need_item_changed after update on need_item begin
  update kept_version set version = version + 1;
end;
create trigger kept_need_item_gone after delete on need_item begin
  update kept_version set version = version + 1;
end;
create trigger kept_service_added after insert on service begin
  update kept_version set version = version + 1;
end;
create trigger kept_service_changed after update on service begin
  update kept_version set version = version + 1;
end;
create trigger kept_service_gone after delete on service begin
  update kept_version set version = version + 1;
end;
create trigger kept_holiday_added after insert on holiday begin
  update kept_version set version = version + 1;
end;
create trigger kept_holiday_changed after update on holiday begin
  update kept_version set version = version + 1;
end;
create trigger kept_holiday_gone after delete on holiday begin
  update kept_version set version = version + 1;
end;

-- Names: what else changes of an account is none of theirs.
create trigger kept_account_added after insert on account begin
  update kept_version set version = version + 1;
end;
create trigger kept_account_changed after update of name on account begin
  update kept_version set version = version + 1;
end;
create trigger kept_agency_added after insert on agency begin
  update kept_version set version = version + 1;
end;
create trigger kept_agency_changed after update of name on agency begin
  update kept_version set version = version + 1;
end;
create trigger kept_team_added after insert on team begin
  update kept_version set version = version + 1;
end;
create trigger kept_team_changed after update of name, agency_id on team begin
  update kept_version set version = version + 1;
end;
