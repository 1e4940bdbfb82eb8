-- The last time that this database was given, so that time never goes back over a restart.
create table ${schema}.reading (
    only_row boolean primary key default true check (only_row),
    reading timestamptz not null,
    speed double precision not null check (speed >= 0),
    kind text not null check (kind in ('system', 'time-machine'))
);

grant usage on schema ${schema} to ${application};
grant select, insert, update on ${schema}.reading to ${application};
