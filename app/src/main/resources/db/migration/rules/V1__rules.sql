-- Every version of every pack that was ever installed, loadable for ever.
create table ${schema}.pack (
    hash text primary key,
    id text not null,
    version text not null,
    files bytea not null,
    shared bytea not null,
    installed_at timestamptz not null
);

-- Which version judges new episodes from when on. The last row of an order counts.
create table ${schema}.activation (
    seq bigint generated always as identity primary key,
    pack text not null,
    hash text not null references ${schema}.pack (hash),
    activated_at timestamptz not null,
    activated_by text not null
);

-- Values set over a pack's own. Never changed; the last row of a parameter and division counts.
create table ${schema}.setting (
    seq bigint generated always as identity primary key,
    pack text not null,
    parameter text not null,
    division bigint,
    value text not null,
    set_at timestamptz not null,
    set_by text not null,
    reason text not null
);

grant usage on schema ${schema} to ${application};
grant select, insert on ${schema}.pack, ${schema}.activation, ${schema}.setting to ${application};
