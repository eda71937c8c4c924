-- What somebody with the database in hand could do to the log. Used by audit_test.c alone.

-- tamper_detail(node int, seq int, detail text) -> changed
update audit set detail = :detail where node = :node and seq = :seq;

-- tamper_hash(node int, seq int, hash blob) -> changed
update audit set hash = :hash where node = :node and seq = :seq;

-- tamper_remove(node int, seq int) -> changed
delete from audit where node = :node and seq = :seq;

-- tamper_cut(node int, seq int) -> changed
delete from audit where node = :node and seq >= :seq;

-- tamper_move(node int, was int, now int) -> changed
update audit set seq = :now where node = :node and seq = :was;

-- tamper_shift(node int, least int, more int) -> changed
update audit set seq = seq + :more where node = :node and seq >= :least;

-- tamper_insert(id int, node int, seq int, act text, prev blob, hash blob) -> nothing
insert into audit (id, node, seq, at, act, prev, hash) values (:id, :node, :seq, 1, :act, :prev, :hash);

-- tamper_head(node int, seq int, hash blob) -> changed
update node set seq = :seq, hash = :hash where id = :node;

-- tamper_seal(id int, at int) -> changed
update seal set at = :at where id = :id;

-- tamper_unseal(id int) -> changed
delete from seal where id = :id;

-- tamper_unseal_heads(seal int) -> changed
delete from seal_head where seal = :seal;

-- tamper_line(node int, seq int) -> TamperLine?
select at, actor, act, subject, subject_id, detail, prev, hash from audit where node = :node and seq = :seq;
