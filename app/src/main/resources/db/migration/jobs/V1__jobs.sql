-- Long work: one row a job, leased by one worker at a time, resumable at its cursor.
create table ${schema}.job (
    name text primary key,
    state text not null check (state in ('running', 'done', 'failed', 'stopped')),
    cursor_at text not null,
    done bigint not null,
    total bigint,
    detail text not null,
    leased_by uuid,
    leased_until timestamptz,
    changed_at timestamptz not null
);

grant usage on schema ${schema} to ${application};
grant select, insert, update on ${schema}.job to ${application};
