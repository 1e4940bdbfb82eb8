-- Who read whose personal data: one row a query. The program may add and read, nothing else.
create table ${schema}.entry (
    number bigint generated always as identity primary key,
    at timestamptz not null,
    actor text collate "C" not null,
    purpose text not null,
    action text not null,
    subjects text[] collate "C" not null,
    oddities text[] not null,
    detail text not null
);
create index entry_subjects on ${schema}.entry using gin (subjects);
create index entry_actor on ${schema}.entry (actor, at);

-- The chain: each batch holds the entries after the last one of the batch before, and names its hash.
create table ${schema}.batch (
    number bigint primary key,
    last_entry bigint not null,
    entries int not null,
    sealed_at timestamptz not null,
    content bytea not null,
    previous bytea not null,
    hash bytea not null
);

-- Reading that somebody should look into, and what they found.
create table ${schema}.alarm (
    entry bigint not null,
    oddity text not null,
    at timestamptz not null,
    actor text collate "C" not null,
    subjects bigint not null,
    primary key (entry, oddity)
);
create index alarm_actor on ${schema}.alarm (actor, oddity, at);

create table ${schema}.finding (
    entry bigint not null,
    oddity text not null,
    at timestamptz not null,
    actor text not null,
    finding text not null,
    primary key (entry, oddity)
);

grant usage on schema ${schema} to ${application};
grant select, insert on ${schema}.entry, ${schema}.batch, ${schema}.alarm, ${schema}.finding to ${application};
