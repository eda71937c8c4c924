-- sqlite:
-- What a city's database looks like, for SQLite's planner, which otherwise takes every index to be equally
-- good and asks about one child by way of everybody an agency may see. PostgreSQL keeps its own. Each row: a
-- table, its index, how many rows the table has, and how many share one value of the index's first column
-- (and of its first two). `analyze` puts what it counts in their place.
analyze sqlite_schema;
insert into sqlite_stat1 (tbl, idx, stat) values
  ('person', 'person_one', '1000000 1'),
  ('person', 'sqlite_autoindex_person_1', '1000000 1'),
  ('account', 'sqlite_autoindex_account_1', '5000 1'),
  ('account', 'account_agency', '5000 25'),
  ('team', 'sqlite_autoindex_team_1', '200 10 1'),
  ('team_member', 'team_member_account', '5000 1'),
  ('team_member', 'team_member_team', '5000 20 1'),
  ('hold', 'hold_person', '600000 2 1'),
  ('hold', 'hold_team', '600000 3000 2'),
  ('hold', 'hold_subject', '600000 200000 1'),
  ('episode', 'episode_person', '300000 2'),
  ('episode', 'episode_owner', '300000 60 20'),
  ('episode', 'episode_team', '300000 1500 100'),
  ('consent', 'consent_person', '600000 2'),
  ('consent_agency', 'sqlite_autoindex_consent_agency_1', '900000 2 1'),
  ('consent_agency', 'consent_agency_agency', '900000 5000'),
  ('consent_kind', 'sqlite_autoindex_consent_kind_1', '1800000 3 1'),
  ('sharing', 'sharing_person', '100000 2'),
  ('sharing', 'sharing_agency', '100000 500'),
  ('sharing_kind', 'sqlite_autoindex_sharing_kind_1', '200000 2 1'),
  ('seat', 'seat_episode', '900000 4'),
  ('seat', 'seat_account', '900000 150'),
  ('glass', 'glass_person', '3000 2'),
  ('glass', 'glass_account', '3000 3'),
  ('conflict', 'conflict_account', '3000 2'),
  ('conflict', 'conflict_person', '3000 2'),
  ('tie', 'tie_from', '2000000 3'),
  ('tie', 'tie_to', '2000000 3'),
  ('seal_open', 'sqlite_autoindex_seal_open_1', '3000 3 1'),
  ('entry', 'entry_person', '20000000 20 1'),
  ('child_view', 'child_view_person', '300000 2 1');
analyze sqlite_schema;
