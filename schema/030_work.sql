-- What my work asks of each table beside its view, which stands in the last file that changed it (035).
create index assessment_episode on assessment (episode_id);
create index section_owner_own on section_owner (owner_id) where replaced = 0;
create index answer_clash_by on answer_clash (by) where settled_at is null;
create index referral_waits on referral (raised_by) where closed_at is null;
