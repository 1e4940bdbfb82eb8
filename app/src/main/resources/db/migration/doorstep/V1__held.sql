-- What was done at a door about a duty that is no longer owed: kept until somebody has looked at it.
create table ${schema}.held (
    id uuid primary key,
    source text not null,
    held_at timestamptz not null,
    body text not null
);
create index held_at on ${schema}.held (held_at, id);

grant usage on schema ${schema} to ${application};
grant select, insert on ${schema}.held to ${application};
