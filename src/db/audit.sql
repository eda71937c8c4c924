-- audit_head(node int) -> AuditHead?
select id, seq, hash from node where id = :node;

-- audit_heads() -> AuditHead*
select id, seq, hash from node order by id;

-- node_claim(node int) -> int
-- On PostgreSQL a node is held by one process, for as long as its connection lives; 1802073192 is "kith".
-- SQLite lets one connection write at a time, so all share the one node.
-- sqlite:
select cast(:node > 0 as integer) as "held int";
-- postgres:
select case when pg_try_advisory_lock(1802073192, cast(:node as integer)) then 1 else 0 end as "held int";

-- node_add(at int, hash blob) -> id
insert into node (made_at, seq, hash) values (:at, 0, :hash) returning id;

-- node_move(node int, was int, seq int, hash blob) -> changed
update node set seq = :seq, hash = :hash where id = :node and seq = :was;

-- audit_put(node int, seq int, at int, actor int, act text, subject text, subject_id int, detail text,
--     prev blob, hash blob) -> nothing
insert into audit (node, seq, at, actor, act, subject, subject_id, detail, prev, hash)
values (:node, :seq, :at, :actor, :act, :subject, :subject_id, :detail, :prev, :hash);

-- audit_from(node int, seq int, id int) -> AuditLine*
-- The next rows of a chain, after this one, in the order of their numbers.
select id, node, seq, at, actor, act, subject, subject_id, detail, prev, hash from audit
where node = :node and seq >= :seq and not (seq = :seq and id <= :id)
order by seq, id limit 500;

-- audit_holding(node int, hash blob) -> int
-- Which row has this hash: asked only of a row that is out of place.
select min(seq) as "seq int" from audit where node = :node and hash = :hash;

-- audit_at(node int, seq int) -> AuditAt?
select hash from audit where node = :node and seq = :seq order by id limit 1;

-- audit_strays() -> AuditStray*
-- Chains whose node is not known.
select distinct node from audit where not exists (select 1 from node where node.id = audit.node);

-- seal_last() -> Seal?
select id, at, prev, hash from seal order by id desc limit 1;

-- seal_add(at int, prev blob, hash blob) -> id
insert into seal (at, prev, hash) values (:at, :prev, :hash) returning id;

-- seal_set(id int, hash blob) -> nothing
update seal set hash = :hash where id = :id;

-- seal_head_add(seal int, node int, seq int, hash blob) -> nothing
insert into seal_head (seal, node, seq, hash) values (:seal, :node, :seq, :hash);

-- seal_from(id int) -> Seal*
select id, at, prev, hash from seal where id > :id order by id limit 100;

-- seal_heads(seal int) -> AuditHead*
select node as id, seq, hash from seal_head where seal = :seal order by node;

-- seal_torn() -> SealTorn*
-- Rows that a seal covers and that are gone, or have another hash now.
select h.seal, h.node, h.seq, a.hash as "found blob" from seal_head h
left join audit a on a.node = h.node and a.seq = h.seq
where h.seq > 0 and (a.hash is null or a.hash <> h.hash)
order by h.seal, h.node limit 100;

-- seal_told(after int) -> SealTold*
-- A seal is itself an act in the log, so that the last seal cannot go unnoticed.
select a.id, a.node, a.seq, a.subject_id, a.detail, s.hash as "hash blob" from audit a
left join seal s on s.id = a.subject_id
where a.id > :after and a.subject = 'seal' and a.act = 'audit.seal' order by a.id limit 100;
