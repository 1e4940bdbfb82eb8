-- A document that somebody says is theirs and nobody has seen: it leads to them for whoever looks for claims, and to nobody else.
alter table ${schema}.lookup add column is_claim boolean not null default false;
create index lookup_claims on ${schema}.lookup (hash, subject) where is_claim;
