-- Whoever looks a hash up reads the line anyway. An index of hashes alone keeps equal ones together and is a third as large;
-- a line is written with the recording of its fact, once.
alter table ${schema}.lookup drop constraint lookup_pkey;
create index lookup_hash on ${schema}.lookup (hash);
