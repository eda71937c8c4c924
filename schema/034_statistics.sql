-- sqlite:
-- The statistics of 024 for the indexes that came later.
insert into sqlite_stat1 (tbl, idx, stat) values
  ('person', 'person_sealed', '300 1'),
  ('person', 'person_account', '3000 1 1'),
  ('conflict', 'conflict_now', '2000 2'),
  ('entry', 'entry_written', '20000000 20 1');
analyze sqlite_schema;
