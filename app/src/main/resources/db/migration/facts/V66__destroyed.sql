-- Documents of those whose data were destroyed, as keyed hashes, so that what an old list says of them does not bring them
-- back unnoticed. The key is not in the database. Goes once a retention order's days have passed.
create table ${schema}.destroyed (
    hash uuid primary key,
    certificate bigint not null,
    before timestamptz not null,
    at timestamptz not null
);
create index destroyed_at on ${schema}.destroyed (at);

-- Of what was before the moment nothing that tells who somebody is comes back under the old id either.
alter table ${schema}.forgotten add column certificate bigint;
alter table ${schema}.forgotten add column before timestamptz;

grant select, insert, update, delete on ${schema}.destroyed to ${application};
