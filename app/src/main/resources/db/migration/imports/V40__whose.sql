-- Hashes of rows are keyed from now on; those of before are keyed at the next start.
alter table ${schema}.line add column is_keyed boolean not null default false;
alter table ${schema}.line alter column is_keyed set default true;
alter table ${schema}.listed add column is_keyed boolean not null default false;
alter table ${schema}.listed alter column is_keyed set default true;

-- The subject of the facts of a row, without its type; empty for rows of before until their ledger comes again.
alter table ${schema}.listed add column person text collate "C" not null default '';
create index listed_person on ${schema}.listed (person);
create index line_of_subject on ${schema}.line (subject);
