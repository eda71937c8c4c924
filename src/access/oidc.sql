-- Signing in through a provider: who left for it, and whom it knows.

-- oidc_leave(state blob, session int, nonce text, verifier text, at int, expires int) -> id
insert into oidc_journey (state_hash, session_id, nonce, verifier, created_at, expires_at)
values (:state, :session, :nonce, :verifier, :at, :expires) returning id;

-- oidc_find(state blob, session int) -> OidcJourney?
-- Only for the browser that left.
select id, nonce, verifier, expires_at, used_at from oidc_journey where state_hash = :state
    and session_id = :session;

-- oidc_return(id int, at int) -> changed
-- Once: a state that comes again finds nothing to change.
update oidc_journey set used_at = :at where id = :id and used_at is null and expires_at > :at;

-- oidc_account(issuer text, subject text) -> int
select account_id from oidc_identity where issuer = :issuer and subject = :subject;

-- oidc_link(account int, issuer text, subject text, at int) -> id
insert into oidc_identity (account_id, issuer, subject, linked_at) values (:account, :issuer, :subject, :at)
    returning id;

-- oidc_linked(account int, issuer text) -> int
-- Whether the account is linked to some person of that provider already.
select count(*) as "n int" from oidc_identity where account_id = :account and issuer = :issuer;

-- oidc_sweep(before int) -> changed
delete from oidc_journey where expires_at < :before;
