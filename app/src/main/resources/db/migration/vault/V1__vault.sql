-- A key for each person (or other owner of personal data), wrapped by a master key that is not in the database.
-- A destroyed key stays as a row without the key; whoever comes again gets a new one.
create table ${schema}.data_key (
    id uuid primary key,
    owner text collate "C" not null,
    master int,
    wrapped bytea,
    made_at timestamptz not null,
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null) and (wrapped is null) = (master is null))
);
create unique index data_key_owner on ${schema}.data_key (owner) where wrapped is not null;
create index data_key_master on ${schema}.data_key (master) where wrapped is not null;

-- The one key of the keyed hash.
create table ${schema}.index_key (
    id uuid not null,
    suite text not null,
    master int not null,
    wrapped bytea not null,
    is_only boolean primary key default true check (is_only)
);

grant usage on schema ${schema} to ${application};
grant select, insert on ${schema}.data_key, ${schema}.index_key to ${application};
grant update (master, wrapped, destroyed_at) on ${schema}.data_key to ${application};
grant update (master, wrapped) on ${schema}.index_key to ${application};
